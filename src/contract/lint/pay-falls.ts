import { scheduledAt } from '../../kernel/period.js';
import { compare, maximum, minimum, ONE, type Rational, rational, sign, ZERO } from '../../kernel/rational.js';
import { paysOf } from '../curve.js';
import type { Bonus, Clause, Commission, Penalty, Steps } from '../model.js';
import { amount, percent } from './figures.js';
import type { Finding, LintContext, LintRule, Segment } from './lint-rule.js';
import { COMPOSITE, commissionOn, compositeOf, largestStep, type PeriodPay, periodPay, usualCommission } from './period-pay.js';

/** Pay that falls from `before` to `after` while the result improves. */
export interface Fall {
  readonly fee: string;
  readonly at: Clause;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly before: Rational;
  readonly after: Rational;
}

/** Where only data can tell what a penalty is taken of, its fall is shown on this much. */
const SHOWN_BASE = rational(100);

export function fallFinding(context: LintContext, period: string, fall: Fall): Finding {
  const params = {
    fee: fall.fee,
    what: fall.what,
    from: fall.from,
    to: fall.to,
    before: amount(context, fall.before),
    after: amount(context, fall.after),
    currency: context.contract.currency,
    period,
  };
  return { code: 'pay-falls', at: fall.at, params };
}

/** The highest score that a fee can be paid by. */
function reach(pay: PeriodPay, by: string): Rational {
  if (by === COMPOSITE) return compositeOf(pay, (kpi) => kpi.line.cap);
  return pay.kpis.find((candidate) => candidate.kpi.id === by)?.line.cap ?? ONE;
}

/** Points whose value falls, the pay below the first of them being 0. */
function bonusFall(pay: PeriodPay, fee: Bonus): Fall | null {
  const pool = rational(scheduledAt(fee.pool, pay.period));
  const most = reach(pay, fee.by);
  let below = { at: '0', value: ZERO };
  for (const point of scheduledAt(fee.points, pay.period)) {
    const value = rational(point.value);
    if (compare(rational(point.at), most) > 0) return null;
    if (compare(value, below.value) < 0 && sign(pool) > 0) {
      const [from, to] = [percent(rational(below.at)), percent(rational(point.at))];
      return { fee: fee.id, at: fee.clause, what: fee.by, from, to, before: pool.mul(below.value), after: pool.mul(value) };
    }
    below = { at: point.at, value };
  }
  return null;
}

/** A band of higher scores that deducts more than the one below it. */
function penaltyFall(context: LintContext, pay: PeriodPay, fee: Penalty): Fall | null {
  const bands = scheduledAt(fee.bands, pay.period);
  const base = pay.scored.find((scored) => scored.fee === fee)?.base ?? SHOWN_BASE;
  for (const [index, band] of bands.entries()) {
    const next = bands[index + 1];
    if (next === undefined || compare(rational(next.value), rational(band.value)) <= 0) continue;
    const at = percent(rational(band.at));
    const [before, after] = [base.mul(rational(band.value)).neg(), base.mul(rational(next.value)).neg()];
    return { fee: fee.id, at: fee.clause, what: fee.by, from: `<${at}`, to: at, before, after };
  }
  return deductsMoreThanAll(context, pay, fee, bands);
}

/** A deduction of more than 100% of a line that itself grows with results: the better the line, the worse the sum. */
function deductsMoreThanAll(context: LintContext, pay: PeriodPay, penalty: Penalty, bands: Steps): Fall | null {
  const deduction = largestStep(bands);
  if (compare(deduction, ONE) <= 0 || 'amount' in penalty.of) return null;
  const { fee: id } = penalty.of;
  const of = context.contract.fees.find((fee) => fee.id === id);
  const left = ONE.sub(deduction);
  const shared = { fee: penalty.id, at: penalty.clause, before: ZERO };
  if (of?.kind === 'commission') {
    const line = usualCommission(context, of, pay.period) ?? SHOWN_BASE;
    return { ...shared, what: of.id, from: amount(context, ZERO), to: amount(context, line), after: line.mul(left) };
  }
  if (of?.kind !== 'bonus') return null;
  // Where both follow one score, only what the bonus pays below the band's upper end meets the deduction.
  const ends = bands.filter((band) => compare(rational(band.value), ONE) > 0).map((band) => rational(band.at));
  const end = of.by === penalty.by ? minimum(ends.reduce(maximum, ZERO), reach(pay, of.by)) : reach(pay, of.by);
  const line = rational(scheduledAt(of.pool, pay.period)).mul(paysOf(end, scheduledAt(of.points, pay.period), of.shape));
  if (sign(line) <= 0) return null;
  return { ...shared, what: of.id, from: amount(context, ZERO), to: amount(context, line), after: line.mul(left) };
}

/** A negative rate, or a `whole` tier whose rate is lower than the one below it. */
function commissionFall(pay: PeriodPay, fee: Commission): Fall | null {
  const tiers = scheduledAt(fee.tiers, pay.period);
  const paid = (base: Rational) => commissionOn(base, fee, pay.period);
  for (const [index, tier] of tiers.entries()) {
    const start = rational(tier.at);
    const rate = rational(tier.value);
    const below = tiers[index - 1];
    const shared = { fee: fee.id, at: fee.clause, what: fee.base };
    if (fee.mode === 'whole' && below !== undefined && compare(rate, rational(below.value)) < 0) {
      const before = start.mul(rational(below.value));
      return { ...shared, from: `<${tier.at}`, to: tier.at, before, after: start.mul(rate) };
    }
    if (sign(rate) >= 0) continue;
    const end = rational(tiers[index + 1]?.at ?? start.add(SHOWN_BASE).toFraction());
    return { ...shared, from: tier.at, to: end.toFraction(), before: paid(start), after: paid(end) };
  }
  return null;
}

/**
 * Pay that falls when the actual improves, read off the rules themselves: values of points, deductions of bands, rates
 * of tiers. Score lines never fall, and neither do guarantee and cap. One finding per fee, in the first such period.
 */
export const payFalls: LintRule = (context) => {
  const falls = new Map<string, Finding>();
  const inSegment = ({ period }: Segment) => {
    const pay = periodPay(context, period);
    for (const fee of context.contract.fees) {
      if (falls.has(fee.id)) continue;
      let fall: Fall | null = null;
      if (fee.kind === 'bonus') fall = bonusFall(pay, fee);
      else if (fee.kind === 'penalty') fall = penaltyFall(context, pay, fee);
      else if (fee.kind === 'commission') fall = commissionFall(pay, fee);
      if (fall !== null) falls.set(fee.id, fallFinding(context, period, fall));
    }
  };
  context.segments.forEach(inSegment);
  return [...falls.values()];
};
