import { LOOK_ALIKES } from '../generated/look-alikes.js';
import { seenOf } from './characters.js';
import { kept } from './kept.js';

/* What a reader takes for something else: characters that look like others, by the table of Unicode's UTS 39. */

let table: ReadonlyMap<string, string> | null = null;

/** Each character as what it is taken for. */
function asTaken(text: string): string {
  table ??= new Map(
    LOOK_ALIKES.split('\n').map((line): [string, string] => {
      const [character = ''] = line;
      return [character, line.slice(character.length)];
    }),
  );
  let taken = '';
  for (const character of text) taken += table.get(character) ?? character;
  return taken;
}

/**
 * What a text looks like (Unicode Technical Standard 39, "skeleton"): texts of one skeleton are easily taken for each other.
 * For comparing, never for showing.
 */
export const skeletonOf = kept((text: string): string => {
  const seen = seenOf(text.normalize('NFD')).replace(/\s+/g, ' ').trim();
  return asTaken(seen).normalize('NFD');
});

/** Whether a character is no plain letter or digit and looks like one: the Cyrillic `а`, the Greek `Ο`. Full width is seen. */
export function looksLatin(character: string): boolean {
  // Plain and full-width characters, Chinese, kana and Hangul do not; most of what contracts say is one of these.
  return !/^[\0-\x7F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFFEF]$/.test(character) && /^[A-Za-z0-9]+$/.test(skeletonOf(character));
}

/** Letters that stand in a word of plain letters and only look like them, each once: the first of `Аcme`, which is Cyrillic. */
export function strangersIn(text: string): string[] {
  const words = text.match(/[^\s!-/:-@[-`{-~]+/gu) ?? [];
  const mixed = words.filter((word) => /[A-Za-z]/.test(word));
  return [...new Set(mixed.flatMap((word) => [...word].filter(looksLatin)))];
}

/** A text with plain letters in the place of those that only look like them. */
export function plainLetters(text: string): string {
  return [...text].map((character) => (looksLatin(character) ? skeletonOf(character) : character)).join('');
}
