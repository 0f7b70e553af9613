import { createHash } from 'node:crypto';
import canonicalizeLib from 'canonicalize';
import { remembered } from './remembered.js';
import { hasHalfCharacter } from './text.js';

const canonicalize = canonicalizeLib as unknown as (value: unknown) => string | undefined;

/** What is made of a document once, however often it is asked for: terms, evidence and statements are digested, written and compared. */
function once(make: (value: unknown) => string): (value: unknown) => string {
  const ofDocument = remembered((document: object) => make(document));
  return (value) => (typeof value === 'object' && value !== null ? ofDocument(value) : make(value));
}

/** Canonical JSON (RFC 8785) of plain data. Numbers in Concord's documents are small integers; all else is text. */
export const canonicalJson = once((value) => {
  // What was read from a ledger is in canonical order already; there the engine's own JSON is the canonical one, and faster.
  const text = isInOrder(value) ? JSON.stringify(value) : canonicalize(value);
  if (text === undefined) throw new TypeError('not JSON data');
  return text;
});

/** Whether a value is plain JSON data of which every object has its keys in canonical order. */
function isInOrder(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return !hasHalfCharacter(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isInOrder);
  if ('toJSON' in value) return false;
  const entries = Object.entries(value);
  return entries.every(([key, each], at) => (at === 0 || (entries[at - 1]?.[0] ?? '') < key) && !hasHalfCharacter(key) && isInOrder(each));
}

/** `sha256:…` of the canonical JSON of a value. */
export const digest = once((value) => digestText(canonicalJson(value)));

/** `sha256:…` of text as UTF-8. */
export function digestText(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/** The one byte form of a JSON document in the ledger: canonical key order, two spaces, a final newline. */
export const documentText = once((value) => `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`);
