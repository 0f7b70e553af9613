import type { Vocabulary } from '../attainment/measures.js';
import { tierParts } from '../contract/curve.js';
import type { FeeOf, PeriodFee, PeriodFeeKind } from '../contract/fee-kinds/fee-kinds.js';
import { chargedFor } from '../contract/fee-kinds/pass-through.js';
import { amountAt } from '../contract/fee-kinds/record.js';
import type { Tiered } from '../contract/fee-kinds/tiered.js';
import type { Steps, Terms } from '../contract/model.js';
import { addDays, daysInclusive, periodOf } from '../kernel/calendar.js';
import { scheduledAt, type TermPeriod } from '../kernel/period.js';
import { isZero, maximum, minimum, ONE, type Rational, rational, sum, ZERO } from '../kernel/rational.js';
import { shareInForce } from '../settlement/fee-context.js';
import { agreedHorizon } from '../settlement/fees/wager.js';
import { at, between, type End, NOTHING, type Open, type Range, turned } from './exposure-range.js';
import { mostScore, paysBetween } from './score-range.js';
import { isNeverNegative } from './sign.js';

/** A period of a contract. */
export interface Place {
  readonly words: Vocabulary;
  readonly terms: Terms;
  readonly period: TermPeriod;
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
  commission: { of: tieredRange },
  unit_price: { of: (fee, place) => perUnit(fee.id, fee.quantity, amountAt(fee.price, place.period.id), place) },
  bonus: { of: bonusRange },
  milestone: { of: milestoneRange },
  guarantee: FOLLOWS,
  wager: { of: wagerRange },
  penalty: FOLLOWS,
  cap: FOLLOWS,
  pass_through: { of: passThroughRange },
  rebate: { of: (fee, place) => turned(tieredRange(fee, place)) },
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

function passThroughRange(fee: FeeOf<'pass_through'>, place: Place): Range {
  const range = perUnit(fee.id, fee.cost, chargedFor(fee, place.period.id, ONE), place);
  return fee.upTo === null ? range : { ...range, most: at(amountAt(fee.upTo, place.period.id)) };
}

function fixed(amount: Rational): Range {
  return between(amount, amount);
}

/** So much of every unit of a metric, of which there may be any number. */
function perUnit(line: string, metric: string, rate: Rational, { words }: Place): Range {
  if (isZero(rate)) return NOTHING;
  const open: End = { amount: ZERO, open: [{ line, rate, metric }] };
  const below: End = { amount: ZERO, open: [{ line, rate: rate.neg(), metric }] };
  return { least: isNeverNegative(words, { metric }) ? at(ZERO) : below, most: open };
}

/** A commission on any base. One that adds up over the term comes to any difference of two of its values. */
function tieredRange(fee: Tiered & { readonly id: string }, { words, period }: Place): Range {
  const tiers = scheduledAt(fee.tiers, period.id);
  const rates = tiers.map(({ value }) => rational(value));
  const [lowest = ZERO] = rates;
  const highest = rates.at(-1) ?? ZERO;
  const open = (rate: Rational): Open[] => (isZero(rate) ? [] : [{ line: fee.id, rate, metric: fee.base }]);
  const below = isNeverNegative(words, { metric: fee.base }) ? [] : open(lowest.neg());
  const most: End = { amount: isZero(highest) ? highestOf(tiers, fee.mode) : ZERO, open: open(highest) };
  if (fee.accumulate === 'period') return { least: { amount: ZERO, open: below }, most };
  const spread = {
    amount: most.amount,
    open: most.open.length > 0 ? most.open : below.map((each) => ({ ...each, rate: each.rate.abs() })),
  };
  const back = isNeverNegative(words, { metric: fee.base }) ? at(ZERO) : turned({ least: spread, most: spread }).least;
  return { least: fee.mode === 'marginal' ? back : turned({ least: spread, most: spread }).least, most: spread };
}

/** The most that tiers come to whose last rate is 0: at the end of a band. */
function highestOf(tiers: Steps, mode: 'marginal' | 'whole'): Rational {
  const starts = tiers.map((tier) => rational(tier.at));
  const values = starts.slice(1).map((start, band) => {
    if (mode === 'whole') return start.mul(rational(tiers[band]?.value ?? '0'));
    return sum(tierParts(start, tiers, mode).map((part) => part.rate.mul(part.part)));
  });
  return values.reduce(maximum, ZERO);
}

/** Within its limit on either side, in the last period of what it is measured over; as far as its metric can go. */
function wagerRange(fee: FeeOf<'wager'>, { words, terms, period }: Place): Range {
  const { agreed, whole } = agreedHorizon(fee, terms, period);
  if (agreed.to > period.inForce.to) return NOTHING;
  const flow = words.metrics.get(fee.metric)?.type === 'flow';
  const share = rational(daysInclusive(agreed.from, agreed.to)).div(rational(daysInclusive(whole.from, whole.to)));
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
