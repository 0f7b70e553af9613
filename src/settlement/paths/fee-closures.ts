import { deductionOf, paysOf } from '../../contract/curve.js';
import { capAt, isNoCap } from '../../contract/fee-kinds/cap.js';
import type { FeeOf, PeriodFee, PeriodFeeKind } from '../../contract/fee-kinds/fee-kinds.js';
import { chargedFor } from '../../contract/fee-kinds/pass-through.js';
import { type Tiered, tieredOn } from '../../contract/fee-kinds/tiered.js';
import { daysInclusive } from '../../kernel/calendar.js';
import { minorDigits } from '../../kernel/money.js';
import { scheduledAt, shareInForce, type TermPeriod } from '../../kernel/period.js';
import { isZero, minimum, ONE, type Rational, rational, ZERO } from '../../kernel/rational.js';
import { EARNED, floorOf, SUBTOTAL } from '../fees/guarantee.js';
import { agreedFor, agreedHorizon, gapTo, wagered } from '../fees/wager.js';
import type { PathPeriod } from './path-period.js';
import { type Curve, curveOf, type Figure } from './reckoning.js';

/** What a fee comes to before gates and rounding; null where it cannot be reckoned so, and its contract's paths are computed exactly. */
type FeeClosure<F> = (fee: F, at: PathPeriod) => Figure | null;

const prorated = (amount: Rational, prorate: boolean, period: TermPeriod): Rational =>
  prorate ? amount.mul(shareInForce(period)) : amount;

function onCurve(at: PathPeriod, curve: Curve | null, figure: Figure | null): Figure | null {
  return curve === null || figure === null ? null : at.reckoning.on(curve, figure);
}

/** Tiers on the period's base, or the growth of tiers on the term's total so far: each side rounded, as settlement does. */
function tiered(fee: Tiered & Pick<PeriodFee, 'id'>, at: PathPeriod): Figure | null {
  const { reckoning, contract, period } = at;
  const base = at.metric(fee.base);
  const tiers = scheduledAt(fee.tiers, period.id);
  const levels = tiers.map((tier) => rational(tier.at));
  const curve = curveOf([ZERO, ...levels], (total) => tieredOn(fee, period.id, total));
  if (base === null || curve === null) return null;
  if (fee.accumulate === 'period') return reckoning.on(curve, base);
  const rounded = (total: Figure) => reckoning.rounded(reckoning.on(curve, total), minorDigits(contract.currency), contract.rounding);
  const before = at.totalBefore(fee.id);
  const total = at.totalNow(fee.id, base);
  const last = at.before.tiered.get(fee.id);
  const roundedBefore = last?.tiers === tiers && last.total === before ? last.rounded : rounded(before);
  const roundedNow = rounded(total);
  at.before.tiered.set(fee.id, { tiers, total, rounded: roundedNow });
  return reckoning.minus(roundedNow, roundedBefore);
}

function cap(fee: FeeOf<'cap'>, at: PathPeriod): Figure {
  const { reckoning, period } = at;
  if (isNoCap(fee, period.id)) return at.none;
  const constant = (limit: Rational) => reckoning.constant(limit);
  const [most, whole] = [capAt(fee.period, period.id), capAt(fee.term, period.id)];
  const ofPeriod = most === null ? null : constant(prorated(most, fee.prorate, period));
  const left = whole === null ? null : reckoning.minus(constant(whole), at.before.capped);
  const ofTerm = left === null ? null : reckoning.most(constant(ZERO), left);
  const room = ofPeriod === null || ofTerm === null ? (ofPeriod ?? ofTerm ?? constant(ZERO)) : reckoning.least(ofPeriod, ofTerm);
  return reckoning.least(constant(ZERO), reckoning.minus(room, at.sumOfLines(SUBTOTAL)));
}

function penalty(fee: FeeOf<'penalty'>, at: PathPeriod): Figure | null {
  const { reckoning, period } = at;
  const bands = scheduledAt(fee.bands, period.id);
  const curve = curveOf(
    bands.map((band) => rational(band.at)),
    (score) => deductionOf(score, bands).neg(),
  );
  const deduction = onCurve(at, curve, at.score(fee.by));
  if (deduction === null) return null;
  if ('amount' in fee.of) {
    return reckoning.times(deduction, prorated(rational(scheduledAt(fee.of.amount, period.id)), fee.prorate, period));
  }
  return reckoning.product(reckoning.most(reckoning.constant(ZERO), at.line(fee.of.fee)), deduction);
}

/** Settled in the last period of its horizon, on the sums of all its periods. */
function wager(fee: FeeOf<'wager'>, at: PathPeriod): Figure | null {
  const { reckoning, terms, period, words } = at;
  const { whole, agreed } = agreedHorizon(fee, terms, period);
  if (agreed.to > period.inForce.to) return reckoning.constant(ZERO);
  const share = rational(daysInclusive(agreed.from, agreed.to)).div(rational(daysInclusive(whole.from, whole.to)));
  const levels = agreedFor(fee, period.id, share, words.metrics.get(fee.metric)?.type === 'flow');
  const { target, deadband, pays } = levels;
  const reach = 'stake' in pays || isZero(pays.rate) ? deadband : deadband.add(pays.limit.div(pays.rate));
  const breaks = [deadband, reach].flatMap((width) => [target.sub(width), target, target.add(width)]);
  const curve = curveOf(breaks, (actual) => wagered(levels, gapTo(fee, levels, actual)));
  return onCurve(at, curve, at.metricSince(fee.metric, agreed.from));
}

/** The cost with its markup, as far as it is agreed without a review. */
function passThrough(fee: FeeOf<'pass_through'>, at: PathPeriod): Figure | null {
  const { id } = at.period;
  const limit = fee.upTo === null ? null : rational(scheduledAt(fee.upTo, id));
  const charged = (cost: Rational) => chargedFor(fee, id, cost);
  const most = limit === null ? [] : [limit.div(charged(ONE))];
  const curve = curveOf(most, (cost) => (limit === null ? charged(cost) : minimum(charged(cost), limit)));
  return onCurve(at, curve, at.metric(fee.cost));
}

/**
 * Closures of the kinds of fees, each made of the curve that settlement computes with: it is asked at its breaks and between them, and never
 * written down a second time. A kind that is missing here takes the exact way.
 */
const closures: { readonly [K in PeriodFeeKind]?: FeeClosure<FeeOf<K>> } = {
  retainer: (fee, { reckoning, period }) => reckoning.constant(prorated(rational(scheduledAt(fee.amount, period.id)), fee.prorate, period)),
  commission: tiered,
  rebate: (fee, at) => {
    const given = tiered(fee, at);
    return given === null ? null : at.reckoning.times(given, ONE.neg());
  },
  unit_price: (fee, at) => {
    const quantity = at.metric(fee.quantity);
    return quantity === null ? null : at.reckoning.times(quantity, rational(scheduledAt(fee.price, at.period.id)));
  },
  bonus: (fee, at) => {
    const { period } = at;
    const points = scheduledAt(fee.points, period.id);
    const pool = prorated(rational(scheduledAt(fee.pool, period.id)), fee.prorate, period);
    const curve = curveOf(
      points.map((point) => rational(point.at)),
      (score) => pool.mul(paysOf(score, points, fee.shape)),
    );
    return onCurve(at, curve, at.score(fee.by));
  },
  // Paths have no acceptances.
  milestone: (_, { reckoning }) => reckoning.constant(ZERO),
  guarantee: (fee, at) => {
    const { reckoning } = at;
    return reckoning.most(reckoning.constant(ZERO), reckoning.minus(reckoning.constant(floorOf(fee, at)), at.sumOfLines(EARNED)));
  },
  wager,
  penalty,
  cap,
  pass_through: passThrough,
};

/** A fee's closure: of its own kind, so that it gets the fee that it is written for. */
export function closureOf({ kind }: PeriodFee): FeeClosure<PeriodFee> | undefined {
  return closures[kind] as FeeClosure<PeriodFee> | undefined;
}

/** −min(draw, max(0, subtotal after the cap − guarantee)). */
export function recoveryOn(fee: FeeOf<'guarantee'>, at: PathPeriod, afterCap: Figure): Figure {
  const { reckoning } = at;
  const none = reckoning.constant(ZERO);
  const room = reckoning.most(none, reckoning.minus(afterCap, reckoning.constant(floorOf(fee, at))));
  return reckoning.times(reckoning.least(reckoning.most(none, at.before.draw), room), ONE.neg());
}

/** What is charged beyond its limit waits for a review, and is not known: doubt, unless a rule makes it 0. */
export function excessOn(fee: FeeOf<'pass_through'>, at: PathPeriod, open: (() => boolean) | 'open'): Figure | null {
  const { reckoning, period } = at;
  const cost = at.metric(fee.cost);
  if (cost === null || fee.upTo === null) return null;
  const most = rational(scheduledAt(fee.upTo, period.id)).div(chargedFor(fee, period.id, ONE));
  reckoning.compared(cost, most, (order) => {
    if (order > 0 && (open === 'open' || open())) reckoning.doubt = true;
  });
  return reckoning.constant(ZERO);
}
