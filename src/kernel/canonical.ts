import { createHash } from 'node:crypto';
import canonicalizeLib from 'canonicalize';
import { type Fields, isObject } from './objects.js';

const canonicalize = canonicalizeLib as unknown as (value: unknown) => string | undefined;

/*
 * The engine's own JSON of plain data whose keys are in canonical order is the canonical one, and many times faster than any other: so data
 * are put in order, and then written. Documents are made of parts that live longer than they do: a statement carries the lines of the
 * one before, evidence measures a period again and finds the same. A part in order is remembered for as long as the part lives; inputs are
 * never changed (docs/architecture.md).
 */

/** Copies in order of parts that have parts themselves; what was read from a ledger is in order as it is. */
const copies = new WeakMap<object, unknown>();

/** Whole documents that are in order as they are: each is looked through once, and then written as often as it is asked for. */
const ordered = new WeakSet<object>();

/** What only the canonical form's own library can write, or refuse. */
const OTHER = Symbol('other');

/** Plain JSON data with the keys of every object in canonical order: the very value where they are. */
function inOrder(value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : OTHER;
  if (value === null || typeof value === 'boolean') return value;
  if (!isObject(value) || 'toJSON' in value) return OTHER;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy = Array.isArray(value) ? listInOrder(value) : fieldsInOrder(value);
  if (copy !== value && copy !== OTHER && Object.values(value).some(isObject)) copies.set(value, copy);
  return copy;
}

function listInOrder(list: readonly unknown[]): unknown {
  let copy: unknown[] | null = null;
  for (let at = 0; at < list.length; at += 1) {
    const item = inOrder(list[at]);
    if (item === OTHER) return OTHER;
    if (item !== list[at]) copy ??= [...list];
    if (copy !== null) copy[at] = item;
  }
  return copy ?? list;
}

function fieldsInOrder(fields: Fields): unknown {
  const keys = Object.keys(fields);
  let copy: Map<string, unknown> | null = null;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    const value = fields[key];
    const member = isNothing(value) ? undefined : inOrder(value);
    if (member === OTHER) return OTHER;
    const isSame = member === value && member !== undefined && (at === 0 || (keys[at - 1] ?? '') < key);
    if (!isSame) copy ??= new Map(keys.slice(0, at).map((before) => [before, fields[before]]));
    if (member !== undefined) copy?.set(key, member);
  }
  return copy === null ? fields : sorted(copy);
}

/** JSON that is read puts whole numbers first, whatever the canonical order; and one name is no field of its own when it is assigned. */
const NO_FIELD = /^\d+$|^__proto__$/;

function sorted(members: ReadonlyMap<string, unknown>): unknown {
  const fields: Record<string, unknown> = {};
  for (const key of [...members.keys()].sort()) {
    if (NO_FIELD.test(key)) return OTHER;
    fields[key] = members.get(key);
  }
  return fields;
}

/** What JSON leaves out of an object. */
function isNothing(value: unknown): boolean {
  return value === undefined || typeof value === 'symbol' || typeof value === 'function';
}

/** How the engine's own JSON writes half of a character, which no digest can cover; a text may spell it, and goes the longer way too. */
const HALF = '\\ud';

/** The engine's own JSON of data in canonical order; null where only the library can write or refuse them. */
function ownJson(value: unknown, indent?: number): string | null {
  const isKnown = isObject(value) && ordered.has(value);
  const data = isKnown ? value : inOrder(value);
  if (data === OTHER) return null;
  if (!isKnown && data === value && isObject(value)) ordered.add(value);
  const text = JSON.stringify(data, null, indent);
  return text.includes(HALF) ? null : text;
}

/** Canonical JSON (RFC 8785) of plain data. Numbers in Concord's documents are small integers; all else is text. */
export function canonicalJson(value: unknown): string {
  return ownJson(value) ?? canonicalized(value);
}

function canonicalized(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not JSON data');
  return text;
}

const digests = new WeakMap<object, string>();

/** `sha256:…` of the canonical JSON of a value. */
export function digest(value: unknown): string {
  if (typeof value !== 'object' || value === null) return digestText(canonicalJson(value));
  const text = digests.get(value) ?? digestText(canonicalJson(value));
  digests.set(value, text);
  return text;
}

/** `sha256:…` of text as UTF-8, or of its bytes where they are at hand. */
export function digestText(text: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** The one byte form of a JSON document in the ledger: canonical key order, two spaces, a final newline. */
export function documentText(value: unknown): string {
  return `${documentJson(value)}\n`;
}

/** Whether a text is {@link documentText} of a value, to the byte: without writing the two together, which a comparison would copy. */
export function isDocumentText(text: string, value: unknown): boolean {
  const json = documentJson(value);
  return text.length === json.length + 1 && text.endsWith('\n') && text.startsWith(json);
}

function documentJson(value: unknown): string {
  return ownJson(value, 2) ?? JSON.stringify(JSON.parse(canonicalized(value)), null, 2);
}
