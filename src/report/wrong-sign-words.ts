import { type WrongSign, wrongSigns } from '../evidence/wrong-signs.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { Locale } from '../kernel/text.js';
import { evidenceIn, type LedgerEntry } from '../settlement/ledger-entry.js';
import { describe } from '../words/issue.js';

/** What is told of data whose sign a formula does not expect: what comes of it, and what to do. */
export function wrongSignWords(
  { code, measure, metric }: WrongSign,
  period: PeriodId,
  locale: Locale,
): { readonly text: string; readonly fix: string } {
  const { text, fix } = describe({ code, params: { measure, metric, period } }, locale);
  return { text, fix: fix ?? '' };
}

/** Data of a statement's own period whose sign a formula does not expect. */
export function wrongSignsOf({ terms, evidence, statement }: LedgerEntry): readonly WrongSign[] {
  const measured = evidenceIn({ evidence }, statement.period);
  return measured === null ? [] : wrongSigns(terms.contract, terms.definitions, measured);
}
