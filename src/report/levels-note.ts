import type { Fee } from '../contract/fee-kinds/fee-kinds.js';
import { isZero, rational } from '../kernel/rational.js';
import type { LevelsOf, PeriodSpan } from '../outlook/levels.js';
import { type QuoteTextKey, quoteText } from '../words/quote.js';
import { sentenceSeparator } from './punctuation.js';
import { joined, type Wording } from './wording.js';

/** What the figures at a level take for granted, as far as it bears on them: whoever reckons them by hand needs all of it. */
export function levelsNote({ earlier, levels }: Pick<LevelsOf, 'earlier' | 'levels'>, { terms, locale }: Wording): string {
  const { fees } = terms.contract;
  const kinds = (kind: Fee['kind']) => new Set(fees.filter((fee) => fee.kind === kind).map(({ id }) => id));
  const unknown = new Set(levels.flatMap((level) => level.unknown));
  const paid = new Set(levels.flatMap(({ lines }) => lines.flatMap(({ line, amount }) => (isZero(rational(amount)) ? [] : [line]))));
  const wagers = kinds('wager');
  const notes: readonly (QuoteTextKey | false)[] = [
    earlier !== null && 'levels-earlier',
    fees.some((fee) => fee.kind === 'milestone' && fee.reach !== null) && 'levels-milestone',
    wagers.size > 0 && ![...wagers].some((id) => paid.has(id) || unknown.has(id)) && 'levels-wager',
    fees.some((fee) => unknown.has(fee.id) && !isPaidOnAcceptance(fee)) && 'levels-volume',
    fees.some(isPaidOnAcceptance) && 'levels-acceptance',
  ];
  const told: readonly QuoteTextKey[] = ['levels-note', ...notes.filter((key) => key !== false)];
  const span = earlier === null ? '' : spanText(earlier);
  return told.map((key) => joined(quoteText(key, locale, { span }), locale)).join(sentenceSeparator(locale));
}

/** A milestone that no figure reaches: only the brand's word. */
export function isPaidOnAcceptance(fee: Fee): boolean {
  return fee.kind === 'milestone' && fee.reach === null;
}

/** Periods in a row, as they are headed. */
export function spanText({ from, to }: PeriodSpan): string {
  return from === to ? from : `${from} – ${to}`;
}
