import { type Filler, fill, LOCALES, type Locale, type Params } from '../kernel/text.js';
import { USAGE, type UsageKey } from '../words/usage.js';

/** A text of the command line and what fills its places: figures, words, or another text of the same language. */
export interface Said {
  readonly key: UsageKey;
  readonly params: Readonly<Record<string, Filler | Said>>;
}

/** What is wrong with what was typed. */
export interface UsageProblem extends Said {
  /** The known word that may have been meant; empty where none is near. */
  readonly near: string;
  /** The command that it was typed for, with the program's name. */
  readonly command: string;
}

function filledIn({ params }: Said, locale: Locale): Params {
  const isSaid = (value: Filler | Said): value is Said => typeof value === 'object' && 'key' in value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isSaid(value) ? told(value, locale) : value]));
}

const told = (said: Said, locale: Locale): string => fill(USAGE[said.key], locale, filledIn(said, locale));

/** The problem as a reader's lines, without the hint at help. */
export function usageText(problem: UsageProblem, locale: Locale): string {
  const { near } = problem;
  const text = fill(USAGE.error, locale, { said: told(problem, locale) });
  return near === '' ? text : `${text}\n${fill(USAGE['did-you-mean'], locale, { near })}`;
}

/** The problem as programs read issues, in the one byte form of documents: its text and its remedy in both languages. */
export function usageDocument(problem: UsageProblem): string {
  const { near, command } = problem;
  const fix = USAGE[near === '' ? 'see-command' : 'meant-command'];
  const message = Object.fromEntries(
    LOCALES.map((locale) => [locale, { fix: fill(fix, locale, { near, command }), text: told(problem, locale) }]),
  );
  const params = Object.fromEntries(Object.entries(filledIn(problem, 'en')).sort(([a], [b]) => (a < b ? -1 : 1)));
  const issue = { code: 'usage', message, params, path: command, severity: 'error' };
  return `${JSON.stringify({ issues: [issue] }, null, 2)}\n`;
}
