import type { TermChange } from '../amendment/model.js';
import { termsSince } from '../amendment/terms-since.js';
import { toldTerms } from '../amendment/told-terms.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { Locale } from '../kernel/text.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { amendmentText } from '../words/amendment.js';
import { commandText } from '../words/command-text.js';
import { valueText } from './amendment-values.js';
import { type ToldLine, toldLine } from './blocks.js';
import { pathText } from './change-items.js';
import { isOfFigures } from './change-notes.js';
import { plainText } from './escape.js';
import { parenthesis } from './punctuation.js';
import { withShortNames } from './short-names.js';
import { joined, type Wording, wording } from './wording.js';

/** A clause that differs between the terms of two statements that follow each other, for the period of the later one. */
export interface ChangedTerm {
  readonly period: PeriodId;
  /** The period of the statement before. */
  readonly since: PeriodId;
  readonly change: Pick<TermChange, 'path' | 'kind' | 'before' | 'after'>;
  readonly text: (locale: Locale) => string;
}

/** What a statement was settled on otherwise than the one before it, clause by clause; nothing of a first one. */
export function changedTerms(before: LedgerEntry | undefined, { terms, statement: { period, termsDigest } }: LedgerEntry): ChangedTerm[] {
  if (before === undefined || before.statement.termsDigest === termsDigest) return [];
  const told = withShortNames(toldTerms(before.terms, terms));
  return termsSince(before.terms, terms, period).map(({ path, kind, before: old, after }) => {
    const change = { path, kind, before: old, after };
    return { period, since: before.statement.period, change, text: (locale) => changeText(change, wording(told, locale)) };
  });
}

/** The same as lines below what they are about; nothing where nothing changed. */
export function changedTermLines(changed: readonly ChangedTerm[], locale: Locale): ToldLine[] {
  const [first] = changed;
  if (first === undefined) return [];
  const { since, period } = first;
  const listed = changed.map((each): ToldLine => ({ ...toldLine(plainText(each.text(locale))), point: true }));
  return [toldLine(commandText('terms-since', locale, { since, period })), ...listed];
}

/** Values of up to so many characters stand beside the clause; `concord diff` of the two texts shows the others. */
const MOST_OF_VALUES = 80;

/** `KPI ROAS (roas) · target (3.00 → 2.50)`; of what is no figure, or is long, only that it was changed. */
function changeText({ path, kind, before, after }: ChangedTerm['change'], words: Wording): string {
  const { locale } = words;
  const say = (key: Parameters<typeof amendmentText>[0], params = {}) => joined(amendmentText(key, locale, params), locale);
  const clause = pathText(path, { words, say });
  if (kind !== 'changed') return `${clause} · ${say(`kind.${kind}`)}`;
  const [old, now] = [valueText(path, before, words), valueText(path, after, words)];
  const values = say('from-to', { before: old, after: now });
  const isTold = isOfFigures(before) && isOfFigures(after) && old !== now && values.length <= MOST_OF_VALUES;
  return isTold ? `${clause}${parenthesis(values, locale)}` : clause;
}
