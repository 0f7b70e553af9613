import type { Fee } from '../contract/fee-kinds/fee-kinds.js';
import type { Contract } from '../contract/model.js';
import { termPeriods } from '../kernel/period.js';
import { isZero, rational } from '../kernel/rational.js';
import type { LevelPay, LevelsOf, PeriodSpan } from '../outlook/levels.js';
import { type QuoteTextKey, quoteText } from '../words/quote.js';
import { sentenceSeparator } from './punctuation.js';
import { joined, type Wording } from './wording.js';

/** What is said otherwise of every KPI at a level, of the same where sums alone are shown, and of rows at each level. */
const SAID = {
  levels: { note: 'levels-note', earlier: 'levels-earlier', base: null, wager: 'levels-wager', volume: 'levels-volume' },
  sums: { note: 'levels-note', earlier: 'levels-earlier', base: null, wager: 'levels-wager', volume: 'sums-volume' },
  rows: { note: 'rows-note', earlier: 'rows-earlier', base: 'rows-base', wager: 'rows-wager', volume: 'rows-volume' },
} as const;

/**
 * What figures take for granted, as far as it bears on them: whoever reckons them by hand needs all of it.
 * @param of figures with every KPI at a level, their sums alone, or rows at each level
 */
export function levelsNote(
  { earlier, levels }: Pick<LevelsOf, 'earlier' | 'levels'>,
  words: Wording,
  of: keyof typeof SAID = 'levels',
): string {
  const { terms, locale } = words;
  const { contract } = terms;
  const { fees } = contract;
  const kinds = (kind: Fee['kind']) => new Set(fees.filter((fee) => fee.kind === kind).map(({ id }) => id));
  const unknown = new Set(levels.flatMap((level) => level.unknown));
  const paid = new Set(levels.flatMap(({ lines }) => lines.flatMap(({ line, amount }) => (isZero(rational(amount)) ? [] : [line]))));
  const wagers = kinds('wager');
  const said = SAID[of];
  const isWaiting = ![...wagers].some((id) => paid.has(id) || unknown.has(id));
  const byVolume = fees.filter((fee) => unknown.has(fee.id) && unknownBy(fee, contract) === 'by-volume');
  const told: readonly (QuoteTextKey | null | false)[] = [
    said.note,
    earlier !== null && said.earlier,
    fees.some((fee) => 'accumulate' in fee && fee.accumulate === 'term') && said.base,
    fees.some((fee) => fee.kind === 'milestone' && fee.reach !== null) && 'levels-milestone',
    wagers.size > 0 && (of === 'rows' || isWaiting) && said.wager,
    byVolume.length > 0 && said.volume,
    fees.some((fee) => unknownBy(fee, contract) === 'on-acceptance') && 'levels-acceptance',
  ];
  const cut = fees.flatMap((fee) =>
    fee.kind === 'milestone' && unknown.has(fee.id) && unknownBy(fee, contract) === 'by-due-day'
      ? [quoteText('levels-due', locale, { line: words.clearTitle(fee.id), due: fee.due })]
      : [],
  );
  const span = earlier === null ? '' : spanText(earlier);
  const lines = byVolume.map(({ id }) => words.clearTitle(id));
  const keys = told.filter((key): key is QuoteTextKey => typeof key === 'string');
  return [...keys.map((key) => quoteText(key, locale, { span, lines })), ...cut]
    .map((text) => joined(text, locale))
    .join(sentenceSeparator(locale));
}

/** Whether a sum is of nothing but what is 0, beside what no level tells: that is no figure. */
export function isNoTotal({ lines, unknown }: Pick<LevelPay, 'lines' | 'unknown'>): boolean {
  return unknown.length > 0 && lines.every(({ amount }) => isZero(rational(amount)));
}

/**
 * What a line that no level tells hangs on: the brand's word alone; its metric up to a day inside a period, of which the figures of whole
 * periods say nothing; else a figure that no KPI gives.
 */
export function unknownBy(fee: Fee, { kpis, term, calendar }: Contract): 'on-acceptance' | 'by-due-day' | 'by-volume' {
  if (fee.kind !== 'milestone') return 'by-volume';
  const { reach, due } = fee;
  if (reach === null) return 'on-acceptance';
  const isGiven = kpis.some(({ metric }) => metric === reach.metric);
  return isGiven && !termPeriods(term, calendar.every).some(({ inForce }) => inForce.to === due) ? 'by-due-day' : 'by-volume';
}

/** Periods in a row, as they are headed. */
export function spanText({ from, to }: PeriodSpan): string {
  return from === to ? from : `${from} – ${to}`;
}
