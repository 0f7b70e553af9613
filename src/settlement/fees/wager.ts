import { reason } from '../../attainment/value.js';
import type { Wager } from '../../contract/fee-kinds/wager.js';
import type { Terms } from '../../contract/model.js';
import { type DateRange, daysInclusive, type LocalDate, maxDate, minDate, periodDays, periodOf } from '../../kernel/calendar.js';
import type { TermPeriod } from '../../kernel/period.js';
import { scheduledAt } from '../../kernel/period.js';
import { compare, maximum, minimum, ONE, type Rational, rational, sign, toDecimal, ZERO } from '../../kernel/rational.js';
import type { FeeContext } from '../fee-context.js';
import { percent, type RawLine, type TraceNotes } from '../raw-line.js';
import type { Awaiting, FeeComputation, MetricSpan } from './computation.js';

/** What a wager is agreed over. */
export interface AgreedHorizon {
  /** What its target and stakes were agreed for: the term, or a quarter. */
  readonly whole: DateRange;
  /** The part of it inside the term. */
  readonly agreed: DateRange;
}

/** What a wager is agreed over in a period, whatever may end the contract before. */
export function agreedHorizon(fee: Wager, { contract: { term } }: Terms, { inForce }: Pick<TermPeriod, 'inForce'>): AgreedHorizon {
  const quarter = periodDays(periodOf(inForce.to, 'quarter'), 'quarter');
  const whole = fee.over === 'term' || quarter === null ? term : quarter;
  return { whole, agreed: { from: maxDate(term.from, whole.from), to: minDate(term.to, whole.to) } };
}

/** What it is measured over: cut by a termination. */
interface Horizon extends AgreedHorizon {
  readonly actual: DateRange;
}

function horizonOf(fee: Wager, { terms, period, timeline }: FeeContext): Horizon {
  const { whole, agreed } = agreedHorizon(fee, terms, period);
  return { whole, agreed, actual: { from: agreed.from, to: minDate(agreed.to, timeline.end) } };
}

/** Settled at the horizon's last period: how far the actual lies beyond the deadband, at a rate or for a stake. */
function computeWager(fee: Wager, context: FeeContext, notes: TraceNotes): RawLine {
  const { period } = context;
  const horizon = horizonOf(fee, context);
  notes.branch('horizon-ends', horizon.actual.to <= period.inForce.to, { from: horizon.actual.from, to: horizon.actual.to });
  if (horizon.actual.to > period.inForce.to) return notes.zero(ZERO, reason('not-the-horizon', { to: horizon.actual.to }));

  const early = horizon.actual.to < horizon.agreed.to;
  const days = daysInclusive(horizon.actual.from, horizon.actual.to);
  const of = daysInclusive(horizon.whole.from, horizon.whole.to);
  const share = rational(days).div(rational(of));
  if (days < of && !early) notes.branch('horizon-in-part', true, { days: String(days), of: String(of) });
  const flow = context.attainment.words.metrics.get(fee.metric)?.type === 'flow';
  const target = rational(scheduledAt(fee.target, period.id)).mul(flow ? share : ONE);
  const deadband = rational(scheduledAt(fee.deadband, period.id)).mul(flow ? share : ONE);
  const value = context.metricToDate(fee.metric, horizon.agreed.from, horizon.actual.to);
  notes
    .input('metric', value.known ? value.value : null, { metric: fee.metric })
    .input('target', target)
    .input('deadband', deadband);
  if (!value.known && context.decideAgainst === null && !context.onTarget) return notes.held(value.causes);
  // A decided hold counts as exactly on target, whoever caused it; what costs whom it is decided for is left out where it is decided.
  const actual = value.known && !context.onTarget ? value.value : target;
  const gap = fee.better === 'higher' ? actual.sub(target) : target.sub(actual);
  const outcome = payout(fee, context, gap, deadband, share);
  if (early) {
    const loser = context.timeline.termination?.party;
    const terminatorLoses = loser === 'brand' ? sign(outcome.value) > 0 : sign(outcome.value) < 0;
    const voided = fee.onEarlyEnd === 'void' && !terminatorLoses;
    notes
      .branch('early-end', true, () => ({ share: toDecimal(share), on: horizon.actual.to }))
      .branch('void', voided, { party: loser ?? '-' });
    if (voided) return notes.zero(ZERO, reason('wager-void', { on: horizon.actual.to }));
  }
  const why = () => reason('wager', { metric: fee.metric, actual: toDecimal(actual), target: toDecimal(target), gap: toDecimal(gap) });
  return notes.amount(outcome.value, outcome.formula, why);
}

function payout(fee: Wager, context: FeeContext, gap: Rational, deadband: Rational, share: Rational) {
  const at = context.period.id;
  if ('stake' in fee.pays) {
    const stake = rational(scheduledAt(fee.pays.stake, at)).mul(share);
    const value = sign(gap) >= 0 ? stake : compare(gap, deadband.neg()) < 0 ? stake.neg() : ZERO;
    return { value, formula: () => `${toDecimal(gap)} → ${toDecimal(value)}` };
  }
  const rate = rational(scheduledAt(fee.pays.rate, at));
  const limit = rational(scheduledAt(fee.pays.limit, at)).mul(share);
  const beyond = maximum(ZERO, gap.abs().sub(deadband));
  const free = rate.mul(rational(sign(gap))).mul(beyond);
  const value = maximum(limit.neg(), minimum(limit, free));
  return { value, formula: () => `${percent(rate)} × ${sign(gap) < 0 ? '−' : ''}${toDecimal(beyond)}, ±${toDecimal(limit)}` };
}

function awaits(fee: Wager, { input, period, isSettled, isUnknown }: Awaiting): boolean {
  const last = input.timeline.periods.filter((each) => each.id >= period.id && sameHorizon(fee, each, period)).at(-1);
  return last !== undefined && !isSettled(last.id) && isUnknown(fee.metric);
}

function sameHorizon(fee: Wager, a: TermPeriod, b: TermPeriod): boolean {
  return fee.over === 'term' || periodOf(a.inForce.to, 'quarter') === periodOf(b.inForce.to, 'quarter');
}

function span(fee: Wager, terms: Terms, inForce: DateRange, end: LocalDate): MetricSpan | null {
  const { agreed } = agreedHorizon(fee, terms, { inForce });
  const to = minDate(agreed.to, end);
  return to > inForce.to ? null : { metric: fee.metric, from: agreed.from, to };
}

export const wagerLine: FeeComputation<Wager> = { compute: computeWager, gatesItself: false, awaits, span };
