import { reason } from '../../attainment/value.js';
import type { Wager } from '../../contract/fee-kinds/wager.js';
import type { Terms } from '../../contract/model.js';
import {
  type DateRange,
  daysInclusive,
  type LocalDate,
  maxDate,
  minDate,
  type PeriodId,
  periodDays,
  periodOf,
} from '../../kernel/calendar.js';
import type { TermPeriod } from '../../kernel/period.js';
import { scheduledAt } from '../../kernel/period.js';
import { compare, maximum, minimum, ONE, type Rational, rational, sign, toDecimal, ZERO } from '../../kernel/rational.js';
import type { FeeContext } from '../fee-context.js';
import { percent, type RawLine, type TraceNotes } from '../raw-line.js';
import type { Timeline } from '../timeline.js';
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

/** What a wager is measured over in a period, of a contract as it runs. */
export function horizonOf(fee: Wager, { terms, period, timeline }: Pick<FeeContext, 'terms' | 'period' | 'timeline'>): Horizon {
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
  const agreed = agreedFor(fee, period.id, share, context.attainment.words.metrics.get(fee.metric)?.type === 'flow');
  const { target, deadband } = agreed;
  const value = context.metricToDate(fee.metric, horizon.agreed.from, horizon.actual.to);
  notes
    .input('metric', value.known ? value.value : null, { metric: fee.metric })
    .input('target', target)
    .input('deadband', deadband);
  if (!value.known && context.decideAgainst === null && !context.onTarget) return notes.held(value.causes);
  // A decided hold counts as exactly on target, whoever caused it; what costs whom it is decided for is left out where it is decided.
  const actual = value.known && !context.onTarget ? value.value : target;
  const gap = gapTo(fee, agreed, actual);
  const outcome = { value: wagered(agreed, gap), formula: () => formulaOf(agreed, gap) };
  if (early) {
    const voided = isVoided(fee, context.timeline, outcome.value);
    notes
      .branch('early-end', true, () => ({ share: toDecimal(share), on: horizon.actual.to }))
      .branch('void', voided, { party: context.timeline.termination?.party ?? '-' });
    // who loses is what the data say
    if (voided) return notes.zeroAsData(ZERO, reason('wager-void', { on: horizon.actual.to }));
  }
  const why = () => reason('wager', { metric: fee.metric, actual: toDecimal(actual), target: toDecimal(target), gap: toDecimal(gap) });
  return notes.amount(outcome.value, outcome.formula, why);
}

/** Whether an early end voids what a wager comes to: never where the party that ends the contract is losing. */
export function isVoided({ onEarlyEnd }: Wager, { termination }: Timeline, outcome: Rational): boolean {
  const terminatorLoses = termination?.party === 'brand' ? sign(outcome) > 0 : sign(outcome) < 0;
  return onEarlyEnd === 'void' && !terminatorLoses;
}

/** A wager's levels in a period, those of a flow for the days of the horizon that are agreed. */
export interface AgreedWager {
  readonly target: Rational;
  readonly deadband: Rational;
  readonly pays: { readonly stake: Rational } | { readonly rate: Rational; readonly limit: Rational };
}

/** @param share of the horizon's days that count. */
export function agreedFor(fee: Wager, at: PeriodId, share: Rational, isFlow: boolean): AgreedWager {
  const level = (schedule: Wager['target']) => rational(scheduledAt(schedule, at)).mul(isFlow ? share : ONE);
  const money = (schedule: Wager['target']) => rational(scheduledAt(schedule, at)).mul(share);
  const pays =
    'stake' in fee.pays
      ? { stake: money(fee.pays.stake) }
      : { rate: rational(scheduledAt(fee.pays.rate, at)), limit: money(fee.pays.limit) };
  return { target: level(fee.target), deadband: level(fee.deadband), pays };
}

/** How far an actual lies beyond the target, on the side of whom it pays. */
export function gapTo(fee: Pick<Wager, 'better'>, { target }: AgreedWager, actual: Rational): Rational {
  return fee.better === 'higher' ? actual.sub(target) : target.sub(actual);
}

/** What a gap comes to; positive pays the provider. */
export function wagered({ deadband, pays }: AgreedWager, gap: Rational): Rational {
  if ('stake' in pays) return sign(gap) >= 0 ? pays.stake : compare(gap, deadband.neg()) < 0 ? pays.stake.neg() : ZERO;
  const free = pays.rate.mul(rational(sign(gap))).mul(beyond(deadband, gap));
  return maximum(pays.limit.neg(), minimum(pays.limit, free));
}

function beyond(deadband: Rational, gap: Rational): Rational {
  return maximum(ZERO, gap.abs().sub(deadband));
}

function formulaOf(agreed: AgreedWager, gap: Rational): string {
  const { deadband, pays } = agreed;
  if ('stake' in pays) return `${toDecimal(gap)} → ${toDecimal(wagered(agreed, gap))}`;
  const side = sign(gap) < 0 ? '−' : '';
  return `${percent(pays.rate)} × ${side}${toDecimal(beyond(deadband, gap))}, ±${toDecimal(pays.limit)}`;
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
