/** What the caller sees of a call that goes wrong. */
export type Effect =
  /** An error answer. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly message?: string }
  /** The connection ends without an answer. */
  | 'drop';

/** Whether the call goes wrong before anything is done, or after it was done. */
export type Moment = 'before' | 'after';

interface Fault {
  readonly moment: Moment;
  readonly effect: Effect;
  /** A description's operation, `graphql`, or null: any call. */
  readonly operation: string | null;
  /** Matching calls that are let through first. */
  skip: number;
  times: number;
}

interface Hook {
  readonly moment: Moment;
  readonly operation: string | null;
  skip: number;
  readonly act: () => unknown;
}

/** Faults that are still to happen, counted from when they were asked for. */
export class Faults {
  private faults: Fault[] = [];
  private hooks: Hook[] = [];
  private stopped = false;

  /** The n-th call from now (the first is 1) goes wrong, once; what is repeated after it works. */
  failCall(n: number, moment: Moment, effect: Effect = { status: 502 }): void {
    this.faults.push({ moment, effect, operation: null, skip: n - 1, times: 1 });
  }

  /** Calls of one operation go wrong. */
  failOperation(operation: string, moment: Moment, effect: Effect = { status: 502 }, times = 1, skip = 0): void {
    this.faults.push({ moment, effect, operation, skip, times });
  }

  /** GitHub's secondary limit for the next calls of an operation, or of any. */
  limit(operation: string | null, times = 1, retryAfter = 1): void {
    const headers = { 'retry-after': String(retryAfter) };
    const effect = {
      status: 403,
      headers,
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    };
    this.faults.push({ moment: 'before', effect, operation, skip: 0, times });
  }

  /**
   * The caller dies at the n-th call from now: `kill` ends it (a process, for example), and whatever still comes is cut off, until
   * `clear`.
   */
  stopCaller(n: number, moment: Moment, kill: () => void): void {
    const act = () => {
      this.stopped = true;
      kill();
    };
    this.hooks.push({ moment, operation: null, skip: n - 1, act });
  }

  /** Something else happens just before or after the n-th call of an operation (null: of any), while its caller waits. */
  during(operation: string | null, moment: Moment, act: () => unknown, n = 1): void {
    this.hooks.push({ moment, operation, skip: n - 1, act });
  }

  clear(): void {
    this.faults = [];
    this.hooks = [];
    this.stopped = false;
  }

  /** Whether everything asked for has happened. */
  get spent(): boolean {
    return this.faults.length === 0 && this.hooks.length === 0;
  }

  /** What happens to this call; each call is shown to both moments, in order. */
  async at(operation: string, moment: Moment): Promise<Effect | null> {
    for (const hook of [...this.hooks]) {
      if (hook.moment !== moment || (hook.operation !== null && hook.operation !== operation)) continue;
      if (hook.skip > 0) {
        hook.skip -= 1;
        continue;
      }
      this.hooks = this.hooks.filter((one) => one !== hook);
      await hook.act();
    }
    if (this.stopped) return 'drop';
    for (const fault of this.faults) {
      if (fault.moment !== moment || (fault.operation !== null && fault.operation !== operation)) continue;
      if (fault.skip > 0) {
        fault.skip -= 1;
        continue;
      }
      fault.times -= 1;
      if (fault.times === 0) this.faults = this.faults.filter((one) => one !== fault);
      return fault.effect;
    }
    return null;
  }
}
