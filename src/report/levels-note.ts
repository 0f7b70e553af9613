import type { Fee } from '../contract/fee-kinds/fee-kinds.js';
import { isZero, rational } from '../kernel/rational.js';
import type { LevelsOf, PeriodSpan } from '../outlook/levels.js';
import { type QuoteTextKey, quoteText } from '../words/quote.js';
import { sentenceSeparator } from './punctuation.js';
import { joined, type Wording } from './wording.js';

/** What is said otherwise of every KPI at a level and of rows at each level. */
const SAID = {
  levels: { note: 'levels-note', earlier: 'levels-earlier', base: null, wager: 'levels-wager', volume: 'levels-volume' },
  rows: { note: 'rows-note', earlier: 'rows-earlier', base: 'rows-base', wager: 'rows-wager', volume: 'rows-volume' },
} as const;

/**
 * What figures take for granted, as far as it bears on them: whoever reckons them by hand needs all of it.
 * @param of figures with every KPI at a level, or of rows at each level
 */
export function levelsNote(
  { earlier, levels }: Pick<LevelsOf, 'earlier' | 'levels'>,
  { terms, locale }: Wording,
  of: keyof typeof SAID = 'levels',
): string {
  const { fees } = terms.contract;
  const kinds = (kind: Fee['kind']) => new Set(fees.filter((fee) => fee.kind === kind).map(({ id }) => id));
  const unknown = new Set(levels.flatMap((level) => level.unknown));
  const paid = new Set(levels.flatMap(({ lines }) => lines.flatMap(({ line, amount }) => (isZero(rational(amount)) ? [] : [line]))));
  const wagers = kinds('wager');
  const said = SAID[of];
  const isWaiting = ![...wagers].some((id) => paid.has(id) || unknown.has(id));
  const told: readonly (QuoteTextKey | null | false)[] = [
    said.note,
    earlier !== null && said.earlier,
    fees.some((fee) => 'accumulate' in fee && fee.accumulate === 'term') && said.base,
    fees.some((fee) => fee.kind === 'milestone' && fee.reach !== null) && 'levels-milestone',
    wagers.size > 0 && (of === 'rows' || isWaiting) && said.wager,
    fees.some((fee) => unknown.has(fee.id) && !isPaidOnAcceptance(fee)) && said.volume,
    fees.some(isPaidOnAcceptance) && 'levels-acceptance',
  ];
  const span = earlier === null ? '' : spanText(earlier);
  const keys = told.filter((key): key is QuoteTextKey => typeof key === 'string');
  return keys.map((key) => joined(quoteText(key, locale, { span }), locale)).join(sentenceSeparator(locale));
}

/** A milestone that no figure reaches: only the brand's word. */
export function isPaidOnAcceptance(fee: Fee): boolean {
  return fee.kind === 'milestone' && fee.reach === null;
}

/** Periods in a row, as they are headed. */
export function spanText({ from, to }: PeriodSpan): string {
  return from === to ? from : `${from} – ${to}`;
}
