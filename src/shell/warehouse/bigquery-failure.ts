import type { Clause } from '../../contract/model.js';
import type { BigqueryIssueCode } from '../../kernel/catalogue/bigquery-issues.js';
import type { Issue } from '../../kernel/issue.js';
import type { Params } from '../../kernel/text.js';

/** What BigQuery, or the way to it, refused. Concerns one source, or the whole run. */
export class BigqueryFailure extends Error {
  constructor(
    readonly code: BigqueryIssueCode,
    readonly params: Params,
    /** Whether it is about what was asked for and not about the way to BigQuery: then other sources can still be read. */
    readonly ofSource: boolean,
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'BigqueryFailure';
  }

  issue(clause: Clause | null): Issue {
    const at =
      clause === null ? { path: 'contracts/workspace.yaml', line: 1, column: 1 } : { path: clause.file, line: clause.line, column: 1 };
    return { code: this.code, severity: 'error', at, params: this.params };
  }
}

/** A job that gives no results and never will, for a reason that need not meet another. */
export class JobLost extends Error {
  constructor(readonly trouble: ApiTrouble) {
    super('a job gave no results');
    this.name = 'JobLost';
  }
}

/** What an error of the official client says, as far as it is looked at. */
export interface ApiTrouble {
  /** HTTP status, where there was an answer. */
  readonly status: number | null;
  readonly reason: string;
  readonly message: string;
}

export function apiTrouble(error: unknown): ApiTrouble {
  const record = isRecord(error) ? error : {};
  const { code, errors, message } = record;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const inner = isRecord(first) ? first : {};
  const text = String(inner.message ?? message ?? error);
  return {
    status: typeof code === 'number' ? code : typeof code === 'string' && /^\d{3}$/.test(code) ? Number(code) : null,
    reason: String(inner.reason ?? (typeof code === 'string' ? code : '')),
    message: (text.split('\n')[0] ?? '').slice(0, 300),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const AGAIN_STATUS: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
const AGAIN_REASON: ReadonlySet<string> = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'jobRateLimitExceeded',
  'backendError',
  'internalError',
  'jobBackendError',
  'jobInternalError',
  'tableUnavailable',
]);

/** Whether the same call may succeed when it is made again: it never reached BigQuery, or BigQuery says so itself. */
export function isTransient(trouble: ApiTrouble): boolean {
  if (AGAIN_REASON.has(trouble.reason)) return true;
  if (isCredentials(trouble)) return false;
  return trouble.status === null || AGAIN_STATUS.has(trouble.status);
}

function isCredentials({ status, message }: ApiTrouble): boolean {
  return status === 401 || /default credentials|invalid_grant|invalid_rapt|reauth|refresh access token/i.test(message);
}

/** What was asked, for the message. */
export interface Asked {
  readonly project: string;
  readonly location: string;
  /** A table, a view or a statement's label. */
  readonly what: string;
  /** Whether the call runs a query, and does not just look at a table. */
  readonly runs: boolean;
  /** Whether the query is only looked at: then no row is read, and what is said of it is said of its text. */
  readonly dry?: true;
  readonly readAt: string | null;
  readonly tries: number;
}

/** The failure that an error of the client means. */
export function failureOf(trouble: ApiTrouble, asked: Asked): BigqueryFailure {
  const { status, reason, message: detail } = trouble;
  const { project, what } = asked;
  const ofRun = (code: BigqueryIssueCode, params: Params): BigqueryFailure => new BigqueryFailure(code, params, false);
  const ofSource = (code: BigqueryIssueCode, params: Params): BigqueryFailure => new BigqueryFailure(code, params, true);
  if (isCredentials(trouble)) return ofRun('bigquery-credentials', { detail });
  if (reason === 'quotaExceeded') return ofRun('bigquery-quota', { project, detail });
  if (reason === 'billingNotEnabled' || reason === 'billingTierLimitExceeded') return ofRun('bigquery-billing', { project, detail });
  if (isTransient(trouble)) return ofRun('bigquery-unavailable', { tries: asked.tries, detail });
  if (reason === 'bytesBilledLimitExceeded') return overLimit(what, detail);
  if (reason === 'resourcesExceeded' || reason === 'responseTooLarge') return ofSource('bigquery-resources', { what, detail: reason });
  if (status === 404 || reason === 'notFound') return missing(detail, asked);
  if (status === 403 || reason === 'accessDenied') {
    const isJobs =
      reason === 'accessNotConfigured' || /bigquery\.jobs\.create|Access Denied: Project|has not been used|not enabled/.test(detail);
    if (isJobs) return ofRun('bigquery-no-jobs', { project, detail });
    return ofSource('bigquery-no-access', { table: tableIn(detail) ?? what, detail });
  }
  const ofData = asked.runs && asked.dry !== true ? dataFault(detail) : null;
  if (ofData !== null) return ofSource('bigquery-failed', { what, detail: ofData });
  if (asked.readAt !== null && /time travel|SYSTEM_TIME|historical|snapshot/i.test(detail)) {
    return ofSource('bigquery-time-travel', { table: tableIn(detail) ?? what, instant: asked.readAt, detail });
  }
  if (/without a filter over column/.test(detail)) return ofSource('bigquery-partition-filter', { table: tableIn(detail) ?? what, detail });
  return ofSource('bigquery-failed', { what, detail: asked.runs && asked.dry !== true ? '@engine.other' : detail });
}

/** What a query ran into while it read rows: BigQuery repeats the value, we do not. */
function dataFault(said: string): string | null {
  if (/division by zero/i.test(said)) return '@engine.zero';
  if (/overflow|out of range|outside the range/i.test(said)) return '@engine.range';
  if (/more than one element/i.test(said)) return '@engine.rows';
  if (/^(Bad |Invalid |Failed to parse|Error while reading)|Could not (cast|convert|parse)|Cannot (cast|convert|parse)/i.test(said))
    return '@engine.conversion';
  return null;
}

function overLimit(what: string, detail: string): BigqueryFailure {
  const [limit = '?', bytes = '?'] = detail.match(/\d+/g) ?? [];
  return new BigqueryFailure('bigquery-over-limit', { what, bytes, limit }, true);
}

/** BigQuery names what it does not find as `project:dataset.table`. */
function missing(detail: string, asked: Asked): BigqueryFailure {
  const table = /Table (?:([\w-]+):)?(\w+)\.([^\s,]+)/.exec(detail);
  if (table !== null) return new BigqueryFailure('bigquery-table-missing', { dataset: table[2] ?? '-', table: table[3] ?? '-' }, true);
  const dataset = /Dataset (?:([\w-]+):)?(\w+)/.exec(detail);
  if (dataset !== null) {
    return new BigqueryFailure('bigquery-dataset-missing', { project: dataset[1] ?? asked.project, dataset: dataset[2] ?? '-' }, true);
  }
  return new BigqueryFailure('bigquery-failed', { what: asked.what, detail }, true);
}

function tableIn(detail: string): string | null {
  return /[Tt]able '?(?:[\w-]+[:.])?(\w+\.\w+)/.exec(detail)?.[1] ?? null;
}
