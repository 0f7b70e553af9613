import type { Terms } from '../contract/model.js';
import { isObject } from '../kernel/objects.js';
import type { Locale } from '../kernel/text.js';
import { type PrintedSection, printSheet, sentencesOf } from './print.js';
import { readSheet } from './read-back.js';
import { signedTerms } from './signed.js';

/** Where two pieces of plain data differ, as paths. */
export function differences(a: unknown, b: unknown, at = ''): readonly string[] {
  if (a === b) return [];
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return [at];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key], b[key], at === '' ? key : `${at}.${key}`));
}

/**
 * The sheet of terms, after its sentences were read back: nobody signs words that say something else than what is settled.
 * @throws Error where a sentence cannot be read, or what it says is not what the terms have: a fault of the grammar.
 */
export function provedSheet(terms: Terms, locale: Locale): readonly PrintedSection[] {
  const sheet = printSheet(terms, locale);
  const { terms: read, unread } = readSheet(sentencesOf(sheet), locale);
  const lost = differences(signedTerms(terms, locale), read);
  if (unread.length > 0 || lost.length > 0) throw new Error(`the term sheet (${locale}) does not say ${[...lost, ...unread].join(', ')}`);
  return sheet;
}
