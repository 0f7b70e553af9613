import type { Micros } from '../../kernel/calendar.js';
import type { Parcel, Reply } from '../../kernel/parcel.js';
import type { Message } from '../message.js';

/* What a channel is: how its address is read, what is sent there in which form, and what its answers mean. Everything here is pure. */

/**
 * What a reply means. `sent`: delivered, to all but `left` people. `refused`: nothing was delivered, `code` is what the channel calls the reason, in digits or a word of its own.
 * `later`: nothing was delivered, and it may be tried again after so many seconds. `unknown`: it may have been delivered.
 */
export type Meaning =
  | { readonly state: 'sent'; readonly left?: number }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'later'; readonly seconds: number }
  | { readonly state: 'unknown' };

/** Where a channel leads: what its secret holds. */
export interface Address {
  readonly url: URL;
  /** What it is signed with; null where the channel has no signature, or the bot is not asked for one. */
  readonly key: string | null;
}

export interface Channel {
  /** The form of its secret, for people who have to store one; no real address. */
  readonly form: string;
  /** Null where it is none of this kind of channel. */
  readonly address: (secret: string) => Address | null;
  /** Most bytes of a message, by {@link sizeOf}. */
  readonly mostBytes: number;
  readonly sizeOf: (message: Message) => number;
  readonly parcel: (address: Address, message: Message, sending: Sending) => Parcel;
  readonly meaning: (reply: Reply) => Meaning;
  /** Milliseconds between two messages to one address. */
  readonly apart: number;
  /** Milliseconds to wait before anything is sent at a moment. */
  readonly quiet?: (now: Micros) => number;
}

/** What a message is sent with besides its text. */
export interface Sending {
  readonly now: Micros;
  /** The same for the same facts to the same place. */
  readonly id: string;
}

export const MICROS_A_SECOND = 1_000_000n;

/** Whether an address is on this machine: where tests listen, and nobody else. */
export function isHere({ hostname }: { readonly hostname: string }): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/**
 * The address of a webhook: `https://…`, and after white space what it is signed with.
 * @param hosts names that such an address has; `.x.com` stands for every name that ends so
 */
export function webhookAddress(secret: string, hosts: readonly string[], path: RegExp): Address | null {
  const [first = '', key = null, ...more] = secret.trim().split(/\s+/);
  if (more.length > 0 || !URL.canParse(first)) return null;
  const url = new URL(first);
  const isNamed = hosts.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host));
  const isSafe = (url.protocol === 'https:' && isNamed) || (isHere(url) && url.protocol === 'http:');
  if (!isSafe || url.username !== '' || url.password !== '' || !path.test(`${url.pathname}${url.search}`)) return null;
  return { url, key };
}

export const SENT: Meaning = { state: 'sent' };
export const UNKNOWN: Meaning = { state: 'unknown' };

/** The channel has refused the message, by the code that it gave. */
export function refused(code: string | number): Meaning {
  return { state: 'refused', code: String(code) };
}

/** Longest that a run waits for a channel that has had too much; what waits longer is sent by the next run. */
const MOST_SECONDS = 120;

/** What a channel without an answer of its own says by its status: 2xx sent, 429 later, other 4xx and 3xx refused, 5xx unknown. */
export function byStatus({ status, retryAfter }: Reply): Meaning {
  if (status >= 200 && status < 300) return SENT;
  if (status === 429) return later(retryAfter, 30);
  return status >= 500 ? UNKNOWN : refused(status);
}

/** The channel asks to wait: as many seconds as it says (`Retry-After`), else some; refused where that is longer than a run waits. */
export function later(retryAfter: string | null, otherwise: number): Meaning {
  const asked = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : otherwise;
  return asked > MOST_SECONDS ? refused(429) : { state: 'later', seconds: Math.max(1, asked) };
}

/** A field of an answer in JSON: a number; null where there is none. */
export function codeIn(body: string, field: string): number | null {
  const found = new RegExp(`^\\s*\\{.*?"${field}"\\s*:\\s*(-?\\d{1,9})\\b`, 's').exec(body)?.[1];
  return found === undefined ? null : Number(found);
}
