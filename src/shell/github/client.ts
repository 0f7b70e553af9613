import { setTimeout as wait } from 'node:timers/promises';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { type Micros, parseInstant } from '../../kernel/calendar.js';
import type { ForgeList } from '../../ports/forge.js';
import { failureOf, forgeError, type Place, type Refusal, refusalOf } from './failure.js';

const Client = Octokit.plugin(retry, throttling);

export interface ClientSettings {
  /** `owner/name` */
  readonly repository: string;
  /** Base of the API: `https://api.github.com`, or `https://<host>/api/v3`. */
  readonly apiUrl: string;
  readonly token: string;
  /** Version of this engine, for the User-Agent. */
  readonly version: string;
  /** Whether to keep to the pace that the forge asks for and to pause before a second try; off for a forge on this machine. */
  readonly patient: boolean;
}

/** Longest that a limit is waited for at once; a workflow that waits longer only costs minutes. */
const LONGEST_WAIT_SECONDS = 120;
const MOST_WAITS = 3;
const TRIES = 3;
const PAUSE_MS = 2_000;
const TIMEOUT_MS = 60_000;
/** Answers that another try does not change. A limit is waited for by the throttling, or not at all. */
const FINAL_STATUS = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];
/** GitHub's own maximum. */
export const PER_PAGE = 100;

/** For calls that make something: the answer of the first try may be lost, and a second one would make it twice. */
export const ONCE = { request: { retries: 0 } } as const;

/** The official client with one rule for what is tried again, what is waited for, and how a refusal is told. */
export class GithubClient {
  readonly octokit: InstanceType<typeof Client>;
  readonly at: { readonly owner: string; readonly repo: string };
  readonly place: Place;
  private readonly patient: boolean;
  /** The forge's time, of its latest answer. */
  private latest: Micros | null = null;

  constructor(settings: ClientSettings) {
    const { repository, apiUrl, token, version, patient } = settings;
    const [owner = '', repo = ''] = repository.split('/');
    this.at = { owner, repo };
    this.patient = patient;
    this.place = { repository, host: new URL(apiUrl).host };
    const isShort = (seconds: number, retries: number) => seconds <= LONGEST_WAIT_SECONDS && retries < MOST_WAITS;
    this.octokit = new Client({
      auth: token,
      baseUrl: apiUrl.replace(/\/+$/, ''),
      userAgent: `concord/${version}`,
      // Warnings of the client are not for whoever runs a command; what fails is told as an issue.
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      request: {
        fetch: (url: string, options: RequestInit) => fetch(url, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) }),
      },
      retry: { retries: TRIES, doNotRetry: FINAL_STATUS, ...(patient ? {} : { retryAfterBaseValue: 5 }) },
      throttle: {
        enabled: patient,
        onRateLimit: (seconds, _options, _octokit, retries) => isShort(seconds, retries),
        onSecondaryRateLimit: (seconds, _options, _octokit, retries) => isShort(seconds, retries),
      },
    });
    this.octokit.hook.after('request', (response) => {
      this.note(response.headers.date);
      // A site or a proxy answers with a page, and the client passes it on as text.
      if (typeof response.data === 'string' && response.data !== '') throw forgeError('forge-not-github', this.place, { ...this.place });
    });
    this.octokit.hook.error('request', (error) => {
      this.note(refusalOf(error)?.headers.date);
      throw error;
    });
  }

  /** Gives the forge time to compute something. */
  async pause(): Promise<void> {
    if (this.patient) await wait(PAUSE_MS);
  }

  private note(date: unknown): void {
    const time = typeof date === 'string' ? Date.parse(date) : Number.NaN;
    if (!Number.isNaN(time)) this.latest = parseInstant(new Date(time).toISOString()) ?? this.latest;
  }

  /** The forge's time; asks for something small where nothing has been asked yet. */
  async now(): Promise<Micros> {
    if (this.latest === null) await this.call(() => this.octokit.rest.repos.get(this.at));
    if (this.latest === null) throw forgeError('forge-not-github', this.place, { ...this.place });
    return this.latest;
  }

  /**
   * Makes a call and gives its data.
   * @param known what some refusals mean to the caller; undefined where it does not know this one.
   * @throws ShellError for every other refusal.
   */
  async call<T, K = never>(
    make: () => Promise<{ readonly data: T }>,
    known: (refusal: Refusal) => K | undefined = () => undefined,
  ): Promise<T | K> {
    try {
      return (await make()).data;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      const answer = known(refusal);
      if (answer !== undefined) return answer;
      throw failureOf(refusal, this.place);
    }
  }

  /** All pages of a list, up to `most` items: then, and only then, it is said to be incomplete. */
  async list<T>(pages: AsyncIterable<{ readonly data: readonly T[]; readonly headers: object }>, most: number): Promise<ForgeList<T>> {
    const items: T[] = [];
    try {
      for await (const { data, headers } of pages) {
        if (!Array.isArray(data)) throw forgeError('forge-not-github', this.place, { ...this.place });
        items.push(...data);
        // The client takes a conflict for the end of a list and says so with a page that has no headers.
        if (Object.keys(headers).length === 0 || items.length > most) return { items, complete: false };
      }
    } catch (error) {
      const refusal = refusalOf(error);
      throw refusal === null ? error : failureOf(refusal, this.place);
    }
    return { items, complete: true };
  }
}

/** For calls that look for something: null where it is not there. */
export function orNull({ status, isData }: Refusal): null | undefined {
  return status === 404 && isData ? null : undefined;
}
