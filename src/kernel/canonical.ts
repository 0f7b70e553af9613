import { createHash } from 'node:crypto';
import canonicalizeLib from 'canonicalize';
import { remembered } from './remembered.js';

const canonicalize = canonicalizeLib as unknown as (value: unknown) => string | undefined;

/** Canonical JSON (RFC 8785) of plain data. Numbers in Concord's documents are small integers; all else is text. */
export function canonicalJson(value: unknown): string {
  return typeof value === 'object' && value !== null ? canonicalOf(value) : canonical(value);
}

// Terms, evidence and statements are digested, written and compared: once is enough.
const canonicalOf = remembered((value: object): string => canonical(value));

function canonical(value: unknown): string {
  // What was read from a ledger is in canonical order already; there the engine's own JSON is the canonical one, and faster.
  const text = isInOrder(value) ? JSON.stringify(value) : canonicalize(value);
  if (text === undefined) throw new TypeError('not JSON data');
  return text;
}

/** Whether a value is plain JSON data of which every object has its keys in canonical order. */
function isInOrder(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return isWellFormed(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isInOrder);
  if ('toJSON' in value) return false;
  let before = '';
  let isFirst = true;
  for (const [key, each] of Object.entries(value)) {
    if (!isFirst && key <= before) return false;
    if (!isWellFormed(key) || !isInOrder(each)) return false;
    before = key;
    isFirst = false;
  }
  return true;
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** `sha256:…` of the canonical JSON of a value. */
export function digest(value: unknown): string {
  return typeof value === 'object' && value !== null ? digestOf(value) : digestText(canonicalJson(value));
}

const digestOf = remembered((value: object): string => digestText(canonicalJson(value)));

/** `sha256:…` of text as UTF-8. */
export function digestText(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/** The one byte form of a JSON document in the ledger: canonical key order, two spaces, a final newline. */
export function documentText(value: unknown): string {
  return typeof value === 'object' && value !== null ? documentOf(value) : documentTextOf(value);
}

const documentOf = remembered(documentTextOf);

function documentTextOf(value: unknown): string {
  const ordered: unknown = isInOrder(value) ? value : JSON.parse(canonicalJson(value));
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
