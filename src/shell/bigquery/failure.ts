import type { Clause } from '../../contract/model.js';
import { WORKSPACE_FILE } from '../../contract/paths.js';
import { type Issue, inFile, type Position } from '../../kernel/issue.js';
import { isObject } from '../../kernel/objects.js';
import type { Filler } from '../../kernel/text.js';
import type { BigqueryIssueCode } from '../../words/bigquery-issues.js';
import { type IssueParams, issue } from '../../words/issue.js';

/** What BigQuery, or the way to it, refused. Concerns one source, or the whole run. */
export class BigqueryFailure extends Error {
  private constructor(
    readonly code: BigqueryIssueCode,
    private readonly told: (at: Position) => Issue,
    /** Whether it is about what was asked for and not about the way to BigQuery: then other sources can still be read. */
    readonly ofSource: boolean,
    /** Where the text that BigQuery was given is at fault, as far as it says so. */
    readonly fault: TextFault,
    message: string,
  ) {
    super(message);
    this.name = 'BigqueryFailure';
  }

  static of<Code extends BigqueryIssueCode>(
    code: Code,
    params: IssueParams<Code>,
    ofSource: boolean,
    fault: TextFault = NOWHERE,
  ): BigqueryFailure {
    return new BigqueryFailure(code, (at) => issue(code, at, params), ofSource, fault, `${code} ${JSON.stringify(params)}`);
  }

  issue(clause: Clause | null): Issue {
    return this.told(clause === null ? inFile(WORKSPACE_FILE) : inFile(clause.file, clause.line));
  }
}

/** What is at fault in a text, as BigQuery tells it. */
export interface TextFault {
  /** What kind of fault it is: a phrase of the catalogue. */
  readonly detail: string;
  /** A name that it does not find. */
  readonly missing: string | null;
  readonly line: number;
  readonly column: number;
}

const NOWHERE: TextFault = { detail: '@engine.other', missing: null, line: 1, column: 1 };

/** A job that gives no results and never will, for a reason that need not meet another. */
export class JobLost extends Error {
  constructor(
    readonly trouble: ApiTrouble,
    /** Whether it was there before: its results have expired, somebody else ran it, or it failed some other time. */
    readonly earlier: boolean,
  ) {
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

/** What an error of the client says, by status, reason and text, whichever of its forms it has. */
export function apiTrouble(error: unknown): ApiTrouble {
  const record = isObject(error) ? error : {};
  const { code, errors, message } = record;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const inner = isObject(first) ? first : {};
  const text = String(inner.message ?? message ?? error);
  return {
    status: typeof code === 'number' ? code : typeof code === 'string' && /^\d{3}$/.test(code) ? Number(code) : null,
    reason: String(inner.reason ?? (typeof code === 'string' ? code : '')),
    message: (text.split('\n')[0] ?? '').slice(0, 300),
  };
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

/** How the runtime calls a private key that is none. */
const KEY = /^ERR_OSSL_/;

/** What is said of a query may quote its text: there it means nothing. */
function isCredentials({ status, reason, message }: ApiTrouble): boolean {
  if (status === 401 || KEY.test(reason)) return true;
  return (
    reason !== 'invalidQuery' && /credential file|default credentials|invalid_grant|invalid_rapt|reauth|refresh access token/i.test(message)
  );
}

/** What was asked, for the message. */
export interface Asked {
  readonly project: string;
  readonly location: string;
  /** A table, a view or a statement's label. */
  readonly what: Filler;
  /** Whether the call runs a query, and does not just look at a table. */
  readonly runs: boolean;
  /** Whether the query is only looked at: then no row is read, and what is said of it is said of its text. */
  readonly dry?: true;
  /** Whether the call writes results, or makes what they are written to. */
  readonly writes?: true;
  readonly readAt: string | null;
  readonly tries: number;
}

/**
 * The failure that an error of the client means, in words of our own: BigQuery's own repeat values of rows and names of what only
 * it knows.
 */
export function failureOf(trouble: ApiTrouble, asked: Asked): BigqueryFailure {
  const { reason, message: said } = trouble;
  const { what } = asked;
  // while rows are read, a view can have BigQuery say whatever its author likes: nothing but the kind is taken from it
  if (reason === 'invalidQuery' && asked.runs && asked.dry !== true) {
    return BigqueryFailure.of('bigquery-failed', { what, detail: dataFault(said) ?? '@engine.other' }, true);
  }
  return ofTheRun(trouble, asked) ?? ofOneSource(trouble, asked);
}

/** What keeps everything from being read; null where it is none of it. */
function ofTheRun(trouble: ApiTrouble, asked: Asked): BigqueryFailure | null {
  const { reason } = trouble;
  const { project } = asked;
  const failure = <Code extends BigqueryIssueCode>(code: Code, params: IssueParams<Code>) => BigqueryFailure.of(code, params, false);
  if (isCredentials(trouble)) return failure('bigquery-credentials', { detail: credentialsFault(trouble) });
  if (reason === 'quotaExceeded') return failure('bigquery-quota', { project });
  if (reason === 'billingNotEnabled') return failure('bigquery-billing', { project, detail: '@billing.off' });
  if (reason === 'billingTierLimitExceeded') return failure('bigquery-billing', { project, detail: '@billing.tier' });
  if (RATE.has(reason)) return failure('bigquery-rate-limit', { project, tries: asked.tries });
  if (isTransient(trouble)) return failure('bigquery-unavailable', { tries: asked.tries, detail: answerOf(trouble) });
  return isDenied(trouble) && noJobs(trouble) !== null ? failure('bigquery-no-jobs', { project, detail: noJobs(trouble) ?? '' }) : null;
}

const RATE: ReadonlySet<string> = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'jobRateLimitExceeded']);

const isDenied = ({ status, reason }: ApiTrouble): boolean => status === 403 || reason === 'accessDenied';

function credentialsFault({ reason, message: said }: ApiTrouble): string {
  if (/credential file/i.test(said)) return '@credentials.file';
  if (KEY.test(reason)) return '@credentials.key';
  if (/could not load|default credentials/i.test(said)) return '@credentials.none';
  return /invalid_grant|invalid_rapt|reauth|refresh access token/i.test(said) ? '@credentials.expired' : '@credentials.refused';
}

/** Why no query can be run at all. */
function noJobs({ reason, message: said }: ApiTrouble): string | null {
  if (reason === 'accessNotConfigured' || /has not been used|not enabled/.test(said)) return '@jobs.api';
  return /bigquery\.jobs\.create|Access Denied: Project/.test(said) ? '@jobs.right' : null;
}

/** What came instead of an answer: a status, or how the connection ended. */
function answerOf({ status, reason }: ApiTrouble): string {
  if (status !== null) return `HTTP ${status}`;
  return /^E[A-Z_]{2,20}$/.test(reason) ? reason : '@answer.none';
}

function ofOneSource(trouble: ApiTrouble, asked: Asked): BigqueryFailure {
  const { status, reason, message: said } = trouble;
  const { what } = asked;
  const failure = <Code extends BigqueryIssueCode>(code: Code, params: IssueParams<Code>) => BigqueryFailure.of(code, params, true);
  if (reason === 'bytesBilledLimitExceeded') return overLimit(what, said);
  if (reason === 'resourcesExceeded') return failure('bigquery-resources', { what });
  if (reason === 'responseTooLarge') return failure('bigquery-response-too-large', { what });
  if (status === 404 || reason === 'notFound') return missing(said, asked);
  if (isDenied(trouble))
    return asked.writes === true ? failure('bigquery-no-write', { what }) : failure('bigquery-no-access', { table: tableIn(said) ?? what });
  if (asked.readAt !== null && /time travel|SYSTEM_TIME|historical|snapshot/i.test(said)) {
    return failure('bigquery-time-travel', { table: tableIn(said) ?? what, instant: asked.readAt, detail: '@travel.window' });
  }
  const columns = /without a filter over column\(s\) ((?:'\w+'(?:, )?)+)/.exec(said)?.[1];
  if (columns !== undefined) {
    return failure('bigquery-partition-filter', { table: tableIn(said) ?? what, columns: columns.replaceAll("'", '') });
  }
  return faultyText(what, said);
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

/** What is wrong with the text of a query that was only looked at. */
function textFault(said: string): string {
  if (/^Syntax error|^Unclosed|^Illegal|^Unexpected/i.test(said)) return '@engine.syntax';
  if (/^No matching signature|Cannot (coerce|compare|cast)|not (coercible|supported|comparable)|incompatible types/i.test(said))
    return '@engine.types';
  if (
    /^(Unrecognized name|Name \S+ not found|Function not found|Table-valued function not found|Type not found)|does not have a field/i.test(
      said,
    )
  )
    return '@engine.binder';
  return dataFault(said) ?? '@engine.other';
}

function faultyText(what: Filler, said: string): BigqueryFailure {
  const [, line = '1', column = '1'] = /\bat \[(\d+):(\d+)\]/.exec(said) ?? [];
  const fault = { detail: textFault(said), missing: missingName(said), line: Number(line), column: Number(column) };
  return BigqueryFailure.of('bigquery-failed', { what, detail: fault.detail }, true, fault);
}

function missingName(said: string): string | null {
  return /^(?:Unrecognized name: |Name )`?(\w+)`?/.exec(said)?.[1] ?? null;
}

function overLimit(what: Filler, said: string): BigqueryFailure {
  const [limit = '?', bytes = '?'] = said.match(/\d+/g) ?? [];
  return BigqueryFailure.of('bigquery-over-limit', { what, bytes, limit }, true);
}

/** BigQuery names what it does not find as `project:dataset.table`; results of earlier jobs are in datasets that are nobody's. */
function missing(said: string, asked: Asked): BigqueryFailure {
  const { location } = asked;
  const table = /Table (?:[\w-]+:)?([A-Za-z0-9]\w*)\.([A-Za-z0-9][\w$-]*)/.exec(said);
  if (table !== null) return BigqueryFailure.of('bigquery-table-missing', { dataset: table[1] ?? '-', table: table[2] ?? '-' }, true);
  const dataset = /Dataset (?:([\w-]+):)?([A-Za-z0-9]\w*)/.exec(said);
  if (dataset !== null) {
    return BigqueryFailure.of(
      'bigquery-dataset-missing',
      { project: dataset[1] ?? asked.project, dataset: dataset[2] ?? '-', location },
      true,
    );
  }
  return BigqueryFailure.of('bigquery-failed', { what: asked.what, detail: '@answer.gone' }, true);
}

/** A table of somebody's; the results of jobs are in datasets whose names begin with `_`. */
function tableIn(said: string): string | null {
  return /[Tt]able '?(?:[\w-]+[:.])?([A-Za-z0-9]\w*\.[A-Za-z0-9]\w*)/.exec(said)?.[1] ?? null;
}
