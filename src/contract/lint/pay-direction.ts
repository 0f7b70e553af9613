import { scheduledAt } from '../../kernel/period.js';
import { isZero, ONE, type Rational, rational, sign, sum, ZERO } from '../../kernel/rational.js';
import { type Fee, kindOf } from '../fee-kinds/fee-kinds.js';
import type { Milestone } from '../fee-kinds/milestone.js';
import type { Wager } from '../fee-kinds/wager.js';
import type { Gate } from '../model.js';
import { about } from './figures.js';
import { type Finding, type LintContext, type LintRule, toldPeriods } from './lint-rule.js';
import { type Fall, fallFinding } from './pay-falls.js';
import { type KpiLine, movesPay, type PeriodPay, paidByActual, periodPay, usualBase, usualPay, wagerLimit } from './period-pay.js';

/** Something that pays more when a metric goes one way, with what it loses when the metric goes the other. */
interface Pull {
  readonly metric: string;
  readonly better: 'higher' | 'lower';
  readonly fall: () => Fall;
}

function kpiPull(pay: PeriodPay, subject: KpiLine): Pull {
  const { kpi, line } = subject;
  const paid = (actual: Rational) => sum(paidByActual(pay, subject, actual, ONE).values());
  const fall = () => ({
    ...{ fee: kpi.id, at: kpi.clause, what: kpi.metric, from: about(line.target), to: about(line.threshold) },
    ...{ before: paid(line.target), after: paid(line.threshold) },
  });
  return { metric: kpi.metric, better: kpi.better, fall };
}

function wagerPull(wager: Wager, period: string): Pull {
  const target = rational(scheduledAt(wager.target, period));
  const limit = wagerLimit(wager, period);
  const deadband = rational(scheduledAt(wager.deadband, period));
  const rate = 'rate' in wager.pays ? rational(scheduledAt(wager.pays.rate, period)) : ZERO;
  const edge = isZero(rate) ? deadband.add(ONE) : deadband.add(limit.div(rate));
  const away = wager.better === 'higher' ? edge.neg() : edge;
  const shared = { fee: wager.id, at: wager.clause, what: wager.metric, before: limit, after: limit.neg() };
  return {
    metric: wager.metric,
    better: wager.better,
    fall: () => ({ ...shared, from: about(target.sub(away)), to: about(target.add(away)) }),
  };
}

/** A gate blocks its fees beyond its limit: what they pay at most is lost. */
function gatePull(context: LintContext, pay: PeriodPay, gate: Gate): Pull {
  const { period } = pay;
  const blocked = pay.fees.filter((fee) => gate.blocks.includes(fee.id));
  const before = sum(
    blocked.map((fee): Rational => {
      if (kindOf(fee).step !== 'earned') return ZERO;
      return pay.scored.find((scored) => scored.fee === fee)?.most ?? usualPay(context, fee, period) ?? ZERO;
    }),
  );
  const value = about(rational(scheduledAt(gate.value, period)));
  const [better, beyond] = gate.limit === 'atLeast' ? (['higher', '<'] as const) : (['lower', '>'] as const);
  const fall = () => ({ fee: gate.id, at: gate.clause, what: gate.metric, from: value, to: `${beyond}${value}`, before, after: ZERO });
  return { metric: gate.metric, better, fall };
}

function milestonePull(milestone: Milestone, metric: string, level: Rational, period: string): Pull {
  const before = rational(scheduledAt(milestone.amount, period));
  const shared = { fee: milestone.id, at: milestone.clause, what: metric, before, after: ZERO };
  return { metric, better: 'higher', fall: () => ({ ...shared, from: about(level), to: `<${about(level)}` }) };
}

/** On what is expected of its metric, or on 100 where nobody wrote that down. */
function volumePull(context: LintContext, fee: Fee, metric: string, period: string, on: (base: Rational) => Rational): Pull {
  const base = usualBase(context, fee, period) ?? rational(100);
  const shared = { fee: fee.id, at: fee.clause, what: metric, before: on(base), after: ZERO };
  return { metric, better: 'higher', fall: () => ({ ...shared, from: about(base), to: '0' }) };
}

/** What pulls a metric for the sake of one fee; null for none. */
function feePull(context: LintContext, fee: Fee, period: string): Pull | null {
  if ('deadband' in fee) return wagerPull(fee, period);
  if ('reach' in fee) {
    if (fee.reach === null) return null;
    return milestonePull(fee, fee.reach.metric, rational(scheduledAt(fee.reach.atLeast, period)), period);
  }
  const { shape, metric, favours } = kindOf(fee);
  const name = metric?.of(fee) ?? null;
  if (shape.pays !== 'volume' || name === null || favours !== 'provider' || sign(shape.most(fee, period)) <= 0) return null;
  return volumePull(context, fee, name, period, (base) => shape.on(fee, period, base));
}

function pullsIn(context: LintContext, pay: PeriodPay): readonly Pull[] {
  const pulls: Pull[] = pay.kpis.filter((kpi) => movesPay(pay, kpi)).map((kpi) => kpiPull(pay, kpi));
  for (const fee of pay.fees) {
    const pull = feePull(context, fee, pay.period);
    if (pull !== null) pulls.push(pull);
  }
  const paid = new Set(pay.fees.map(({ id }) => id));
  for (const gate of context.contract.gates) if (gate.blocks.some((fee) => paid.has(fee))) pulls.push(gatePull(context, pay, gate));
  return pulls;
}

/** Whether any metric is wanted in both directions, in whatever period: most contracts end the question here. */
function anyOpposed({ contract }: LintContext): boolean {
  const wanted: { readonly metric: string; readonly better: 'higher' | 'lower' }[] = [...contract.kpis];
  for (const fee of contract.fees) {
    const { metric } = kindOf(fee);
    const name = metric?.of(fee) ?? null;
    const better = metric?.better(fee) ?? null;
    if (better !== null && name !== null) wanted.push({ metric: name, better });
  }
  for (const { metric, limit } of contract.gates) wanted.push({ metric, better: limit === 'atLeast' ? 'higher' : 'lower' });
  const lower = new Set(wanted.filter(({ better }) => better === 'lower').map(({ metric }) => metric));
  return wanted.some(({ metric, better }) => better === 'higher' && lower.has(metric));
}

/**
 * Two things that pay on one metric and want opposite directions: improving one lowers the other. Reported at the later of
 * the two, once per metric.
 */
export const payPullsApart: LintRule = (context) => {
  const found = new Map<string, Finding>();
  if (!anyOpposed(context)) return [];
  for (const period of toldPeriods(context)) {
    const pulls = pullsIn(context, periodPay(context, period));
    for (const [index, pull] of pulls.entries()) {
      const opposed = pulls.slice(0, index).some((other) => other.metric === pull.metric && other.better !== pull.better);
      if (opposed && !found.has(pull.metric)) found.set(pull.metric, fallFinding(context, period, pull.fall()));
    }
  }
  return [...found.values()];
};
