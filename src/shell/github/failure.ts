import { inNoFile } from '../../kernel/issue.js';
import { isObject } from '../../kernel/objects.js';
import { excerptOf } from '../../kernel/text.js';
import { ShellError } from '../../ports/failure.js';
import type { ForgeIssueCode } from '../../words/forge-issues.js';
import { type IssueParams, issue } from '../../words/issue.js';

/** An answer that refuses, as far as it is looked at. */
export interface Refusal {
  /** HTTP status; null where no answer came. */
  readonly status: number | null;
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Whether the answer was data, as an API gives it, and no web page. */
  readonly isData: boolean;
  /** What was asked for: `PUT /repos/acme/contracts/pulls/7/merge`. */
  readonly call: string;
}

/** Where a call went, for its message. */
export interface Place {
  /** `owner/name` */
  readonly repository: string;
  readonly host: string;
}

/** What an error of the client means; null where it is none of the forge's. */
export function refusalOf(error: unknown): Refusal | null {
  if (!isObject(error) || !(error instanceof Error)) return null;
  const message = line(error.message);
  const call = callOf(error.request);
  if (error.name === 'GraphqlResponseError') {
    const { headers, errors } = error;
    const forbidden = Array.isArray(errors) && errors.some((each: unknown) => isObject(each) && each.type === 'FORBIDDEN');
    return { status: forbidden ? 403 : 422, message, headers: isObject(headers) ? headers : {}, isData: true, call: 'POST /graphql' };
  }
  if (error.name !== 'HttpError' || typeof error.status !== 'number') return null;
  const { response } = error;
  if (!isObject(response)) return { status: null, message, headers: {}, isData: true, call };
  const headers = isObject(response.headers) ? response.headers : {};
  return { status: error.status, message, headers, isData: isObject(response.data), call };
}

function callOf(request: unknown): string {
  if (!isObject(request) || typeof request.url !== 'string') return '-';
  const path = URL.canParse(request.url) ? new URL(request.url).pathname : request.url;
  return line(`${String(request.method)} ${path}`);
}

/** One line of a text that came from elsewhere. */
function line(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return excerptOf(shown, 300);
}

/** A refusal as an issue that people can act on. */
export function failureOf(refusal: Refusal, place: Place): ShellError {
  const { status, message: detail, headers, call } = refusal;
  const params = { ...place, call, status: status ?? '-', detail };
  if (status === null) return forgeError('forge-unreachable', place, params);
  if (isRateLimit(refusal)) return forgeError('forge-rate-limit', place, { ...params, until: resetOf(headers) });
  if (status === 401) return forgeError('forge-credentials', place, params);
  if (!refusal.isData && status < 500) return forgeError('forge-not-github', place, params);
  const permission = permissionOf(headers) ?? call;
  if (status === 403) return forgeError('forge-permission', place, { ...params, permission });
  if (status === 404) return forgeError('forge-not-found', place, { ...params, permission });
  if (status >= 500) return forgeError('forge-unavailable', place, params);
  return forgeError('forge-refused', place, params);
}

/** An issue of the forge; it stands in no file, so the repository's name takes its place. */
export function forgeError<Code extends ForgeIssueCode>(code: Code, place: Place, params: IssueParams<Code>): ShellError {
  return new ShellError([issue(code, inNoFile(place.repository), params)]);
}

function isRateLimit({ status, headers, message }: Refusal): boolean {
  if (status === 429) return true;
  return status === 403 && (headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message));
}

/** When the limit ends: the main one has its own header, a secondary one says how many seconds to wait. */
function resetOf(headers: Readonly<Record<string, unknown>>): string {
  const reset = headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset']) : Number.NaN;
  const after = Date.parse(String(headers.date)) / 1000 + Number(headers['retry-after']);
  const seconds = Number.isNaN(reset) ? after : reset;
  return seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000).toISOString() : '…';
}

/** The permission that would have been enough, as GitHub names it: `pull_requests=write; contents=read` has alternatives. */
function permissionOf(headers: Readonly<Record<string, unknown>>): string | null {
  const accepted = headers['x-accepted-github-permissions'] ?? headers['x-accepted-oauth-scopes'];
  return typeof accepted === 'string' && accepted !== '' ? line(accepted).replaceAll('=', ': ') : null;
}
