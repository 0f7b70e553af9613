import type { BigQuery, BigQueryOptions, Job } from '@google-cloud/bigquery';
import { type ApiTrouble, type Asked, apiTrouble, BigqueryFailure, failureOf, isTransient, JobLost } from './failure.js';
import { quietLookup } from './quiet-lookup.js';

/** How to reach BigQuery. Credentials are the application default ones, always. */
export interface BigqueryAccess {
  readonly project: string;
  readonly location: string;
  /** Another address than Google's, to which no credentials are sent: for tests. */
  readonly endpoint: string | null;
  /** Ends the run: what is running is cancelled. */
  readonly signal: AbortSignal;
  /** Milliseconds before the second try; doubles with each. */
  readonly backoff?: number;
}

const TRIES = 6;
const BACKOFF_MS = 1000;
/** How many times the first wait the longest may be. */
const LONGEST_WAIT = 20;

/**
 * The official client with one rule for what is tried again. Retries of the client itself are off: they know neither
 * which calls are safe to repeat nor when the run was cancelled.
 */
export class BigqueryClient {
  private constructor(
    readonly bigquery: BigQuery,
    readonly access: BigqueryAccess,
  ) {}

  /** Loads the client when it is needed: other commands do not pay for it. */
  static async open(access: BigqueryAccess): Promise<BigqueryClient> {
    quietLookup();
    const { BigQuery: Client } = await import('@google-cloud/bigquery');
    const options: BigQueryOptions = {
      projectId: access.project,
      location: access.location,
      userAgent: 'concord',
      retryOptions: { autoRetry: false },
    };
    if (access.endpoint !== null) {
      const { PassThroughClient } = await import('google-auth-library');
      Object.assign(options, { apiEndpoint: access.endpoint, authClient: new PassThroughClient() });
    }
    return new BigqueryClient(new Client(options), access);
  }

  job(id: string): Job {
    return this.bigquery.job(id, { location: this.access.location });
  }

  /**
   * Makes a call until it succeeds, fails for good, or the run is cancelled. Every call made through here is safe to
   * repeat: reads are, and jobs have ids of their own.
   */
  async call<T>(
    asked: Omit<Asked, 'project' | 'location' | 'tries'>,
    make: () => Promise<T>,
    known: (trouble: ApiTrouble) => T | null = () => null,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      this.access.signal.throwIfAborted();
      try {
        return await this.untilAborted(make());
      } catch (error) {
        this.access.signal.throwIfAborted();
        if (error instanceof BigqueryFailure || error instanceof JobLost || error instanceof RangeError) throw error;
        const trouble = apiTrouble(error);
        const answer = known(trouble);
        if (answer !== null) return answer;
        if (!isTransient(trouble) || tries === TRIES) throw failureOf(trouble, { ...asked, ...this.access, tries });
        await this.wait(tries);
      }
    }
  }

  /** Longer after each try, and never the same twice, so that many runs do not come back together. */
  async wait(tries: number): Promise<void> {
    const longest = (this.access.backoff ?? BACKOFF_MS) * Math.min(2 ** (tries - 1), LONGEST_WAIT);
    const { signal } = this.access;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, longest * (0.5 + Math.random() / 2));
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
    });
    signal.throwIfAborted();
  }

  private async untilAborted<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.access;
    let stop: () => void = () => undefined;
    const aborted = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop);
    });
    try {
      return await Promise.race([work, aborted]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}
