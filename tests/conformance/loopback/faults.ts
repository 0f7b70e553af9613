/** The calls that can be made to go wrong. */
export type Operation = 'insert' | 'dryRun' | 'job' | 'results' | 'cancel' | 'table' | 'dataset' | 'insertAll' | 'load';

/** What happens instead of, or after, an answer. */
export type Effect =
  /** An error answer; nothing is done. */
  | { readonly status: number; readonly reason: string; readonly message?: string }
  /** The connection ends before anything is done. */
  | 'drop'
  /** It is done, but the connection ends without an answer. */
  | 'drop-answer'
  /** Half of the answer's bytes, then the connection ends. */
  | 'half-answer'
  /** A page without its last rows, which says that it is the last. */
  | 'short-page'
  /** The job is accepted and then fails. */
  | { readonly jobFails: { readonly reason: string; readonly message: string } }
  /** The job runs until it has been asked for this often. */
  | { readonly slow: number }
  /** A dry run says other things of the query than its text shows. */
  | { readonly says: Readonly<Record<string, unknown>> };

export interface Fault {
  readonly on: Operation;
  /** How many calls, from the first. */
  times: number;
  readonly effect: Effect;
  /** Calls that are let through before. */
  after?: number;
}

/** Faults that are still to happen. */
export class Faults {
  private list: Fault[] = [];

  add(...faults: readonly Fault[]): void {
    this.list.push(...faults.map((fault) => ({ ...fault })));
  }

  clear(): void {
    this.list = [];
  }

  /** The effect on this call. */
  next(operation: Operation): Effect | null {
    for (const fault of this.list) {
      if (fault.on !== operation || fault.times === 0) continue;
      if ((fault.after ?? 0) > 0) {
        fault.after = (fault.after ?? 0) - 1;
        continue;
      }
      fault.times -= 1;
      return fault.effect;
    }
    return null;
  }
}
