import { scheduledAt } from '../../kernel/period.js';
import { compare, ONE, type Rational, rational, sign, ZERO } from '../../kernel/rational.js';
import { paysOf } from '../curve.js';
import type { Bonus } from '../fee-kinds/bonus.js';
import type { Commission } from '../fee-kinds/commission.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import type { Penalty } from '../fee-kinds/penalty.js';
import type { Rebate } from '../fee-kinds/rebate.js';
import { tieredOn } from '../fee-kinds/tiered.js';
import type { Clause, Steps } from '../model.js';
import { stepNumbers } from '../step-numbers.js';
import { about, amount, percent } from './figures.js';
import { type Finding, finding, type LintContext, type LintRule, toldPeriods } from './lint-rule.js';
import { highestScore, largestStep, type PeriodPay, periodPay } from './period-pay.js';

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

/** A fall of pay as `pay-falls` tells it, its amounts in the contract's currency. */
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
  return finding('pay-falls', fall.at, params);
}

/** Points whose value falls, the pay below the first of them being 0; as far as scores reach. */
function bonusFall(pay: PeriodPay, fee: Bonus): Fall | null {
  const pool = rational(scheduledAt(fee.pool, pay.period));
  const points = scheduledAt(fee.points, pay.period);
  const highest = highestScore(pay, fee.by);
  let below = { at: ZERO, value: ZERO };
  for (const point of stepNumbers(points)) {
    const beyond = compare(point.at, highest) > 0;
    const reached = beyond ? { at: highest, value: paysOf(highest, points, fee.shape) } : point;
    if (compare(reached.value, below.value) < 0 && sign(pool) > 0) {
      const [from, to] = [percent(below.at), percent(reached.at)];
      return { fee: fee.id, at: fee.clause, what: fee.by, from, to, before: pool.mul(below.value), after: pool.mul(reached.value) };
    }
    if (beyond) return null;
    below = point;
  }
  return null;
}

/** A band of higher scores that deducts more than the one below it. */
function penaltyFall(context: LintContext, pay: PeriodPay, fee: Penalty): Fall | null {
  const bands = scheduledAt(fee.bands, pay.period);
  const base = pay.scored.find((scored) => scored.fee === fee)?.base ?? SHOWN_BASE;
  const highest = highestScore(pay, fee.by);
  const numbers = stepNumbers(bands);
  for (const [index, band] of numbers.entries()) {
    const next = numbers[index + 1];
    const met = sign(band.at) > 0 && compare(band.at, highest) <= 0;
    if (next === undefined || !met || compare(next.value, band.value) <= 0) continue;
    const at = percent(band.at);
    const [before, after] = [base.mul(band.value).neg(), base.mul(next.value).neg()];
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
  if (of === undefined || kindOf(of).shape.pays === 'amount') return null;
  const scored = pay.scored.find(({ fee }) => fee === penalty);
  // Where both follow one score, only what the bonus pays below the end of a band meets its deduction.
  const line = scored?.of === null || scored === undefined ? (scored?.base ?? SHOWN_BASE) : scored.most.div(deduction);
  if (sign(line) <= 0) return null;
  const [from, to] = [amount(context, ZERO), amount(context, line)];
  return { fee: penalty.id, at: penalty.clause, what: of.id, from, to, before: ZERO, after: line.mul(ONE.sub(deduction)) };
}

/** A negative rate, or a `whole` tier whose rate is lower than the one below it. */
function tierFall(pay: PeriodPay, fee: Commission | Rebate): Fall | null {
  const tiers = stepNumbers(scheduledAt(fee.tiers, pay.period));
  const paid = (base: Rational) => tieredOn(fee, pay.period, base);
  for (const [index, tier] of tiers.entries()) {
    const below = tiers[index - 1];
    const shared = { fee: fee.id, at: fee.clause, what: fee.base };
    const at = about(tier.at);
    if (fee.mode === 'whole' && below !== undefined && compare(tier.value, below.value) < 0) {
      return { ...shared, from: `<${at}`, to: at, before: tier.at.mul(below.value), after: tier.at.mul(tier.value) };
    }
    if (sign(tier.value) >= 0) continue;
    const end = tiers[index + 1]?.at ?? tier.at.add(SHOWN_BASE);
    return { ...shared, from: at, to: about(end), before: paid(tier.at), after: paid(end) };
  }
  return null;
}

/**
 * Pay that falls when the actual improves, read off the rules themselves: values of points, deductions of bands, rates
 * of tiers. Score lines never fall, and neither do guarantee and cap. One finding per fee, in the first such period.
 */
export const payFalls: LintRule = (context) => {
  const falls = new Map<string, Finding>();
  for (const period of toldPeriods(context)) {
    const pay = periodPay(context, period);
    for (const fee of pay.fees) {
      if (falls.has(fee.id)) continue;
      let fall: Fall | null = null;
      if ('points' in fee) fall = bonusFall(pay, fee);
      else if ('bands' in fee) fall = penaltyFall(context, pay, fee);
      else if ('tiers' in fee && kindOf(fee).favours === 'provider') fall = tierFall(pay, fee);
      if (fall !== null) falls.set(fee.id, fallFinding(context, period, fall));
    }
  }
  return [...falls.values()];
};
