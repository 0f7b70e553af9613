import { expect } from 'vitest';
import type { Issue } from '../src/kernel/issue.js';
import type { Locale } from '../src/kernel/text.js';
import { details } from '../src/report/issues.js';
import { type Described, describe } from '../src/words/issue.js';

/** What nobody should read: a place that was not filled, the name of a phrase, the spelling of a value that is not there. */
const UNFILLED = /\{\w+(?:\}|:[^{}|]*\|)|undefined|NaN|\[object|(^|\s)@[a-z]/;

/** An issue in words, as the program prints them: nothing in text, details or remedy is left unfilled. */
export function wordsOf(issue: Issue, locale: Locale): Described {
  const words = describe(issue, locale);
  const printed = [words.text, ...details(issue, words, locale), words.fix ?? ''];
  // Names in quotes come from files and may be spelt so; so does a line as it should stand.
  const { corrected = '', otherwise = '' } = issue.params;
  const ours = printed.map((text) => text.replace(String(corrected), () => '').replace(String(otherwise), () => ''));
  expect(ours.filter((text) => UNFILLED.test(text.replace(/"[^"]*"/g, '""')))).toEqual([]);
  expect(words.fix, `${issue.code} has a remedy`).not.toBeNull();
  return words;
}
