import { createHash } from 'node:crypto';
import canonicalizeLib from 'canonicalize';
import { isObject } from './objects.js';
import { hasHalfCharacter } from './text.js';

const canonicalize = canonicalizeLib as unknown as (value: unknown) => string | undefined;

/*
 * Documents are made of parts that live longer than they do: a statement carries the lines of the one before, evidence measures a
 * period again and finds the same. What is made of such a part is remembered for as long as the part lives; inputs are never changed
 * (docs/architecture.md).
 */

/** Texts longer than any part, such as whole evidence, are asked for once or twice and would be most of the memory. */
const LONGEST_KEPT = 64_000;

/** Whether a value is plain data that has plain data of several levels in it: what is remembered by itself. */
function isComposite(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return false;
  return Array.isArray(value) ? value.some(hasObjects) && !value.some(isNothing) : hasObjects(value) && !hasIndex(value);
}

/** Whether an object has a whole number as a key: JSON that is read puts those first, whatever the canonical order. */
function hasIndex(value: object): boolean {
  return /^\d+$/.test(Object.keys(value)[0] ?? '');
}

function hasObjects(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (Array.isArray(value)) return value.some(isObject);
  for (const key of Object.keys(value)) if (isObject(value[key])) return true;
  return false;
}

function isNothing(value: unknown): boolean {
  return value === undefined || typeof value === 'symbol' || typeof value === 'function';
}

/** The members of an object that JSON has, by key in canonical order. */
function membersOf(value: object): [string, unknown][] {
  const members = Object.entries(value).filter(([, each]) => !isNothing(each));
  return members.sort(([a], [b]) => (a < b ? -1 : 1));
}

const canonicalTexts = new WeakMap<object, string>();

/** Canonical JSON (RFC 8785) of plain data. Numbers in Concord's documents are small integers; all else is text. */
export function canonicalJson(value: unknown): string {
  const known = isObject(value) ? canonicalTexts.get(value) : undefined;
  if (known !== undefined) return known;
  if (!isComposite(value)) return canonicalLeaf(value);
  const text = Array.isArray(value)
    ? `[${value.map(canonicalJson).join(',')}]`
    : `{${membersOf(value)
        .map(([key, each]) => `${canonicalLeaf(key)}:${canonicalJson(each)}`)
        .join(',')}}`;
  if (text.length <= LONGEST_KEPT) canonicalTexts.set(value, text);
  return text;
}

function canonicalLeaf(value: unknown): string {
  // What was read from a ledger is in canonical order already; there the engine's own JSON is the canonical one, and faster.
  if (isInOrder(value)) return JSON.stringify(value);
  const sorted = isObject(value) && !Array.isArray(value) && !('toJSON' in value) ? Object.fromEntries(membersOf(value)) : null;
  const text = sorted !== null && isInOrder(sorted) ? JSON.stringify(sorted) : canonicalize(value);
  if (text === undefined) throw new TypeError('not JSON data');
  return text;
}

/** Whether a value is plain JSON data of which every object has its keys in canonical order. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string') return !hasHalfCharacter(value);
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (!isObject(value)) return false;
  if (Array.isArray(value)) return value.every(isInOrder);
  if ('toJSON' in value) return false;
  let before = '';
  let isFirst = true;
  for (const key of Object.keys(value)) {
    if (!(isFirst || before < key) || hasHalfCharacter(key) || !isInOrder(value[key])) return false;
    before = key;
    isFirst = false;
  }
  return true;
}

const digests = new WeakMap<object, string>();

/** `sha256:…` of the canonical JSON of a value. */
export function digest(value: unknown): string {
  if (typeof value !== 'object' || value === null) return digestText(canonicalJson(value));
  const text = digests.get(value) ?? digestText(canonicalJson(value));
  digests.set(value, text);
  return text;
}

/** `sha256:…` of text as UTF-8. */
export function digestText(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/** The one byte form of a JSON document in the ledger: canonical key order, two spaces, a final newline. */
export function documentText(value: unknown): string {
  return `${indentedJson(value, '')}\n`;
}

const indentedTexts = new WeakMap<object, { readonly indent: string; readonly text: string }>();

function indentedJson(value: unknown, indent: string): string {
  const known = isObject(value) ? indentedTexts.get(value) : undefined;
  if (known?.indent === indent) return known.text;
  if (!isComposite(value)) return indentedLeaf(value, indent);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = Array.isArray(value)
    ? value.map((each) => indentedJson(each, inner))
    : membersOf(value).map(([key, each]) => `${canonicalLeaf(key)}: ${indentedJson(each, inner)}`);
  const text = `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
  if (text.length <= LONGEST_KEPT) indentedTexts.set(value, { indent, text });
  return text;
}

function indentedLeaf(value: unknown, indent: string): string {
  const text = JSON.stringify(isInOrder(value) ? value : JSON.parse(canonicalLeaf(value)), null, 2);
  return text.includes('\n') ? text.replaceAll('\n', `\n${indent}`) : text;
}
