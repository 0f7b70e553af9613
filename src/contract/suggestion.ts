import { closest, distance } from 'fastest-levenshtein';
import { plainLetters } from '../kernel/look-alike.js';
import { someOf } from '../kernel/some-of.js';
import { LOCALES, localText, type Text } from '../kernel/text.js';
import { quote } from './quote.js';
import type { Path, Source } from './source.js';
import { bareWord, namesMeant } from './synonyms.js';

/** What a message says of a name that is not there: the one that was probably meant, or else those that there are. */
export interface Suggestion {
  readonly suggestion?: string;
  readonly known?: readonly string[];
}

/** Something that is named by its id, with what people call it. */
export interface Titled {
  readonly id: string;
  readonly titles: readonly string[];
}

/** So many names are listed; of more the rest is counted. */
const MOST_LISTED = 12;

/** The name that was probably meant, or else the names that there are. */
export function suggestion(name: string, candidates: readonly string[], titled: readonly Titled[] = []): Suggestion {
  const meant = meantName(name, candidates, titled);
  if (meant !== null) return { suggestion: quote(meant) };
  return candidates.length === 0 ? {} : { known: listed(candidates) };
}

/** The one of the names that was probably meant: by its letters, by a title, by what people call it, by its likeness; null where none is. */
export function meantName(name: string, candidates: readonly string[], titled: readonly Titled[] = []): string | null {
  const others = candidates.filter((candidate) => candidate !== name);
  if (others.length === 0) return null;
  // letters of another alphabet that look like the right ones are seen by nobody
  const bare = bareWord(plainLetters(name));
  const same = others.find((candidate) => bareWord(candidate) === bare);
  if (same !== undefined) return same;
  const called = titled.find(({ id, titles }) => others.includes(id) && titles.some((title) => bareWord(title) === bare));
  if (called !== undefined) return called.id;
  const synonym = namesMeant(name).find((meaning) => others.includes(meaning));
  if (synonym !== undefined) return synonym;
  // two letters in each other's place are one slip, though two letters differ
  const turned = others.find((candidate) => isTurned(name, candidate));
  if (turned !== undefined) return turned;
  const best = closest(name, others);
  return distance(name, best) <= Math.max(1, Math.floor(name.length / 3)) ? best : null;
}

/** Two letters in each other's place. */
function isTurned(name: string, other: string): boolean {
  return distance(name, other) === 2 && lettersOf(other) === lettersOf(name);
}

/** Whether two names differ by one letter, or by two in each other's place. */
export function isOneSlip(name: string, other: string): boolean {
  return distance(name, other) === 1 || isTurned(name, other);
}

function lettersOf(name: string): string {
  return [...name].sort().join('');
}

/** The same for the value of a field, with the field as it should be written. */
export function suggestedAt(source: Source, path: Path, name: string, candidates: readonly string[], titled: readonly Titled[] = []) {
  const meant = meantName(name, candidates, titled);
  const names = suggestion(name, candidates, titled);
  return meant === null ? names : { ...names, corrected: source.corrected(path, { value: meant }) };
}

/** What people call something that has a title in one language or two. */
export function titledOf(item: { readonly id: string; readonly title?: Text | null }): Titled {
  const { id, title } = item;
  return { id, titles: title === null || title === undefined ? [] : LOCALES.map((locale) => localText(title, locale)) };
}

/** Names for a message, in the order in which they are given. */
function listed(names: readonly string[]): readonly string[] {
  return someOf(names.map(quote), MOST_LISTED);
}
