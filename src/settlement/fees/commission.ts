import { reason } from '../../attainment/value.js';
import { type TierPart, tierParts } from '../../contract/curve.js';
import type { Commission } from '../../contract/fee-kinds/commission.js';
import type { Fee } from '../../contract/fee-kinds/fee-kinds.js';
import type { Tiered } from '../../contract/fee-kinds/tiered.js';
import type { Steps } from '../../contract/model.js';
import { minorDigits } from '../../kernel/money.js';
import { scheduledAt } from '../../kernel/period.js';
import { compare, type Rational, rational, sum, toDecimal, toFixed, ZERO } from '../../kernel/rational.js';
import type { FeeContext } from '../fee-context.js';
import { percent, type RawLine, type TraceNotes } from '../raw-line.js';
import type { Awaiting, FeeComputation } from './computation.js';
import { OF_ITS_PERIOD } from './computation.js';

/** Tiers on the period's base, or the growth of tiers on the term's total to date. */
export function computeTiered(fee: Tiered & Pick<Fee, 'id'>, context: FeeContext, notes: TraceNotes): RawLine {
  const base = context.attainment.metric(fee.base);
  const tiers = scheduledAt(fee.tiers, context.period.id);
  notes.input('metric', base.known ? base.value : null, { metric: fee.base });
  notes.branch(`tiers-${fee.mode}`, true, () => ({ tiers: tiersText(tiers) })).branch('accumulate-term', fee.accumulate === 'term');
  if (!base.known) return notes.held(base.causes);
  if (compare(base.value, ZERO) < 0) notes.branch('negative-base', true);
  if (fee.accumulate === 'period') {
    const parts = tierParts(base.value, tiers, fee.mode);
    const why = () => reason('commission', { base: toDecimal(base.value) });
    return notes.amount(total(parts), () => partsText(parts), why, base.value);
  }
  return accumulated(fee, context, notes, base.value, tiers);
}

/** round f(total to date) − round f(total to the previous period's end), both under this period's tiers. */
function accumulated(fee: Tiered & Pick<Fee, 'id'>, context: FeeContext, notes: TraceNotes, base: Rational, tiers: Steps): RawLine {
  const { currency, rounding } = context.terms.contract;
  const digits = minorDigits(currency);
  const earlier = [...(context.cross.bases.get(fee.id) ?? [])].filter(([period]) => period < context.period.id);
  const before = sum(earlier.map(([, value]) => value));
  const now = before.add(base);
  const rounded = (value: Rational) => toFixed(total(tierParts(value, tiers, fee.mode)), digits, rounding);
  const upToNow = rounded(now);
  const upToBefore = rounded(before);
  notes.input('total-to-date', now).input('total-before', before);
  const why = () => reason('commission-term', { base: toDecimal(base), total: toDecimal(now) });
  return notes.amount(rational(upToNow).sub(rational(upToBefore)), () => `${upToNow} − ${upToBefore}`, why, base);
}

function total(parts: readonly TierPart[]): Rational {
  return sum(parts.map((part) => part.rate.mul(part.part)));
}

function partsText(parts: readonly TierPart[]): string {
  return parts.map((part) => `${percent(part.rate)} × ${toDecimal(part.part)}`).join(' + ');
}

function tiersText(tiers: Steps): string {
  return tiers.map((tier) => `${tier.at}: ${percent(rational(tier.value))}`).join(', ');
}

/** An accumulated total waits for every base that is not known yet. */
export function awaitsBases(fee: Tiered, { input, period, lines, isSettled, isUnknown }: Awaiting): boolean {
  if (fee.accumulate !== 'term' || lines.find((line) => line.period === period.id)?.base !== undefined) return false;
  return input.timeline.periods.some(({ id }) => id > period.id && !isSettled(id)) && isUnknown(fee.base);
}

export const commissionLine: FeeComputation<Commission> = { ...OF_ITS_PERIOD, compute: computeTiered, awaits: awaitsBases };
