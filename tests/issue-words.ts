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
  expect(saidTwice(printed, String(corrected)), `${issue.code} says nothing twice`).toEqual([]);
  return words;
}

/** How a line tells the reader what its words are: what was expected, what to write. */
const LEADS =
  /^(?:expected: |found: |应为：|实为：|Expected |(?:Write|Use|Add|Give|Choose|Name)(?: one)?(?: of)?:? |(?:请?改为|请?写成|补上|可用的[^：]*：|应为) ?)+/;

/** Lines that say no more than another one does: nobody should have to read the same twice. A line as it should stand may be words of another. */
function saidTwice(lines: readonly string[], corrected: string): string[] {
  const bare = lines.map((line) =>
    line
      .replace(LEADS, '')
      .replace(/[.。]$/, '')
      .trim(),
  );
  return lines.filter((_, at) => {
    const own = bare[at] ?? '';
    const isPart = (other: string) => (own === corrected ? other === own : other.includes(own));
    return own.length > 3 && bare.some((other, index) => index !== at && isPart(other) && (other !== own || index < at));
  });
}
