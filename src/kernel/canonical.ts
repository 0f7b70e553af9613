import { createHash } from 'node:crypto';
import canonicalizeLib from 'canonicalize';

const canonicalize = canonicalizeLib as unknown as (value: unknown) => string | undefined;

/** Canonical JSON (RFC 8785) of plain data. Numbers in Concord's documents are small integers; all else is text. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not JSON data');
  return text;
}

/** `sha256:…` of the canonical JSON of a value. */
export function digest(value: unknown): string {
  return digestText(canonicalJson(value));
}

/** `sha256:…` of text as UTF-8. */
export function digestText(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/** The one byte form of a JSON document in the ledger: canonical key order, two spaces, a final newline. */
export function documentText(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
}
