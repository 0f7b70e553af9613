import { scheduledAt } from '../../kernel/period.js';
import { isZero, ONE, type Rational, rational, sign, sum, ZERO } from '../../kernel/rational.js';
import type { Commission, Gate, Milestone, Wager } from '../model.js';
import { about } from './figures.js';
import type { Finding, LintContext, LintRule } from './lint-rule.js';
import { type Fall, fallFinding } from './pay-falls.js';
import {
  commissionOn,
  type KpiLine,
  largestStep,
  movesPay,
  type PeriodPay,
  paidByActual,
  periodPay,
  usualBase,
  usualCommission,
  wagerLimit,
} from './period-pay.js';

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
  const blocked = context.contract.fees.filter((fee) => gate.blocks.includes(fee.id));
  const before = sum(
    blocked.map((fee): Rational => {
      if (fee.kind === 'retainer' || fee.kind === 'milestone') return rational(scheduledAt(fee.amount, period));
      if (fee.kind === 'bonus') return pay.scored.find((scored) => scored.fee === fee)?.most ?? ZERO;
      return fee.kind === 'commission' ? (usualCommission(context, fee, period) ?? ZERO) : ZERO;
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

/** On the expected base, or on 100 where nobody wrote one down. */
function commissionPull(context: LintContext, fee: Commission, period: string): Pull {
  const base = usualBase(context, fee, period) ?? rational(100);
  const shared = { fee: fee.id, at: fee.clause, what: fee.base, before: commissionOn(base, fee, period), after: ZERO };
  return { metric: fee.base, better: 'higher', fall: () => ({ ...shared, from: about(base), to: '0' }) };
}

function pullsIn(context: LintContext, pay: PeriodPay): readonly Pull[] {
  const { contract } = context;
  const pulls: Pull[] = pay.kpis.filter((kpi) => movesPay(pay, kpi)).map((kpi) => kpiPull(pay, kpi));
  for (const fee of contract.fees) {
    if (fee.kind === 'wager') pulls.push(wagerPull(fee, pay.period));
    if (fee.kind === 'milestone' && fee.reach !== null) {
      const level = rational(scheduledAt(fee.reach.atLeast, pay.period));
      pulls.push(milestonePull(fee, fee.reach.metric, level, pay.period));
    }
    if (fee.kind === 'commission' && sign(largestStep(scheduledAt(fee.tiers, pay.period))) > 0) {
      pulls.push(commissionPull(context, fee, pay.period));
    }
  }
  for (const gate of contract.gates) if (gate.blocks.length > 0) pulls.push(gatePull(context, pay, gate));
  return pulls;
}

/** Whether any metric is wanted in both directions, in whatever period: most contracts end the question here. */
function anyOpposed({ contract }: LintContext): boolean {
  const wanted: { readonly metric: string; readonly better: 'higher' | 'lower' }[] = [...contract.kpis];
  for (const fee of contract.fees) {
    if (fee.kind === 'wager') wanted.push(fee);
    else if (fee.kind === 'commission') wanted.push({ metric: fee.base, better: 'higher' });
    else if (fee.kind === 'milestone' && fee.reach !== null) wanted.push({ metric: fee.reach.metric, better: 'higher' });
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
  for (const { period } of context.segments) {
    const pulls = pullsIn(context, periodPay(context, period));
    for (const [index, pull] of pulls.entries()) {
      const opposed = pulls.slice(0, index).some((other) => other.metric === pull.metric && other.better !== pull.better);
      if (opposed && !found.has(pull.metric)) found.set(pull.metric, fallFinding(context, period, pull.fall()));
    }
  }
  return [...found.values()];
};
