import type { Vocabulary } from '../attainment/measures.js';
import { isNeverNegative } from '../attainment/sign.js';
import type { FeeOf, PeriodFee, PeriodFeeKind } from '../contract/fee-kinds/fee-kinds.js';
import { amountAt } from '../contract/fee-kinds/record.js';
import type { Terms } from '../contract/model.js';
import { addDays, daysInclusive, periodOf } from '../kernel/calendar.js';
import { scheduledAt, shareInForce, type TermPeriod } from '../kernel/period.js';
import { isZero, maximum, minimum, ONE, type Rational, rational, ZERO } from '../kernel/rational.js';
import { horizonOf, isVoided } from '../settlement/fees/wager.js';
import type { Timeline } from '../settlement/timeline.js';
import { between, type End, NOTHING, type Range } from './exposure-range.js';
import { mostScore, paysBetween } from './score-range.js';
import { type CurvePlace, curveOf } from './volume-curves.js';
import { volumeRange } from './volume-range.js';

/** A period of a contract. */
export interface Place {
  readonly words: Vocabulary;
  readonly terms: Terms;
  readonly period: TermPeriod;
  /** The periods as they run: a termination ends them early. */
  readonly timeline: Timeline;
}

/** What the curve of a line by volume goes by in a period. */
export function curvePlace({ period, timeline }: Place): CurvePlace {
  return { period: period.id, isFirst: period.id === timeline.periods[0]?.id };
}

/** The share of a period that is in force, where a fee goes by it; else 1. */
export function shareOf({ period }: Place, prorate: boolean): Rational {
  return prorate ? shareInForce(period) : ONE;
}

/** How the lines of a kind range: of its own, so that it gets the fee that it is written for. */
interface LineRange<F> {
  of(this: void, fee: F, place: Place): Range;
}

/** Lines that follow from others: what they make of those is no range of their own. */
const FOLLOWS = { of: () => NOTHING };

/**
 * What a line can come to by its own clause, whatever is measured; what floors, caps and deductions make of it comes later. A kind
 * that is missing here does not compile.
 */
const ranges: { readonly [K in PeriodFeeKind]: LineRange<FeeOf<K>> } = {
  retainer: { of: (fee, place) => fixed(amountAt(fee.amount, place.period.id).mul(shareOf(place, fee.prorate))) },
  commission: { of: byVolume },
  unit_price: { of: byVolume },
  bonus: { of: bonusRange },
  milestone: { of: milestoneRange },
  guarantee: FOLLOWS,
  wager: { of: wagerRange },
  penalty: FOLLOWS,
  cap: FOLLOWS,
  pass_through: { of: byVolume },
  rebate: { of: byVolume },
};

/** The least and the most that a fee can pay in a period, by its curve and its bounds. */
export function rangeOf(fee: PeriodFee, place: Place): Range {
  const { of }: LineRange<PeriodFee> = ranges[fee.kind];
  return of(fee, place);
}

function bonusRange(fee: FeeOf<'bonus'>, place: Place): Range {
  const pool = amountAt(fee.pool, place.period.id).mul(shareOf(place, fee.prorate));
  const highest = mostScore(place.words, fee.by, place.period);
  const [least, most] = paysBetween(scheduledAt(fee.points, place.period.id), fee.shape, highest);
  const mayHaveNone = place.terms.contract.kpis.some(({ whenMissing }) => whenMissing === 'exclude');
  return between(mayHaveNone ? ZERO : pool.mul(least), pool.mul(most));
}

/** A request that nobody answers is granted after the day by which it was due. */
function milestoneRange(fee: FeeOf<'milestone'>, { terms, period }: Place): Range {
  const { acceptance, calendar } = terms.contract;
  const last = periodOf(addDays(fee.due, acceptance.days), calendar.every);
  return period.id > last ? NOTHING : between(ZERO, amountAt(fee.amount, period.id));
}

function fixed(amount: Rational): Range {
  return between(amount, amount);
}

/** A line that goes by a metric of which there may be any amount. */
function byVolume(fee: PeriodFee, place: Place): Range {
  const { words, terms } = place;
  const neverNegative = (metric: string) => isNeverNegative(words, { metric });
  const curve = curveOf(fee, curvePlace(place), neverNegative);
  return curve === null ? NOTHING : volumeRange([{ curve, mayBeNothing: false }], neverNegative, terms.contract);
}

/** In the last period of what it is measured over; an early end may void it. */
function wagerRange(fee: FeeOf<'wager'>, place: Place): Range {
  const { agreed, whole, actual } = horizonOf(fee, place);
  if (actual.to > place.period.inForce.to) return NOTHING;
  const range = wageredOver(fee, place, rational(daysInclusive(actual.from, actual.to)).div(rational(daysInclusive(whole.from, whole.to))));
  if (actual.to === agreed.to) return range;
  const left = ({ amount }: End): Rational => (isVoided(fee, place.timeline, amount) ? ZERO : amount);
  return between(left(range.least), left(range.most));
}

/** Within its limit on either side; as far as its metric can go. @param share of the days that it was agreed for */
function wageredOver(fee: FeeOf<'wager'>, { words, period }: Place, share: Rational): Range {
  const flow = words.metrics.get(fee.metric)?.type === 'flow';
  const level = (schedule: typeof fee.target) => amountAt(schedule, period.id).mul(flow ? share : ONE);
  const farthest = isNeverNegative(words, { metric: fee.metric }) ? level(fee.target) : null;
  const beyond = farthest === null ? null : maximum(ZERO, farthest.sub(level(fee.deadband)));
  const [won, lost] = fee.better === 'higher' ? [null, beyond] : [beyond, null];
  if ('stake' in fee.pays) {
    const stake = amountAt(fee.pays.stake, period.id).mul(share);
    return between(lost !== null && isZero(lost) ? ZERO : stake.neg(), stake);
  }
  const rate = amountAt(fee.pays.rate, period.id);
  const limit = amountAt(fee.pays.limit, period.id).mul(share);
  const within = (distance: Rational | null) => (distance === null ? (isZero(rate) ? ZERO : limit) : minimum(limit, rate.mul(distance)));
  return between(within(lost).neg(), within(won));
}
