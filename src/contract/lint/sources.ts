import { grouped } from '../../kernel/grouped.js';
import { scheduledAt } from '../../kernel/period.js';
import { compare, ONE, type Rational, rational, sum, ZERO } from '../../kernel/rational.js';
import { capAt } from '../fee-kinds/cap.js';
import { type Fee, kindOf } from '../fee-kinds/fee-kinds.js';
import { freshBy, loadLogOf, sourceOf } from '../load-log.js';
import type { Clause, Contract, Kpi } from '../model.js';
import { amount, names } from './figures.js';
import { measureIds, measureUses } from './formulas.js';
import { type Finding, finding, type LintContext, type LintRule, type Segment, toldOf } from './lint-rule.js';
import {
  COMPOSITE,
  type KpiLine,
  movesPay,
  type PeriodPay,
  paidByScore,
  periodPay,
  type ScoredFee,
  usualPay,
  wagerLimit,
} from './period-pay.js';

/** How much a metric can move over the term: null is no limit. */
interface Swing {
  readonly metric: string;
  readonly at: Clause;
  readonly fees: Set<string>;
  money: Rational | null;
}

/** What is paid more at a KPI's best score than at its worst, in a whole period: by fees that go by the day, and by the others. */
interface Moves {
  readonly byDay: Rational;
  readonly whole: Rational;
}

/** The same of one KPI, the others at 100%; none where no fee follows it. */
function kpiMoves(context: LintContext, pay: PeriodPay, subject: KpiLine): Moves {
  if (!movesPay(pay, subject)) return { byDay: ZERO, whole: ZERO };
  const [best, worst] = [subject.line.cap, ZERO].map((score) => paidByScore(pay, subject, score, ONE));
  const paid = (at: typeof best, { fee }: ScoredFee) => at?.get(fee.id) ?? ZERO;
  const moved = pay.scored.map((scored) => ({ fee: scored.fee, money: paid(best, scored).sub(paid(worst, scored)) }));
  const moving = moved.filter(({ money }) => compare(money, ZERO) !== 0);
  const byDay = sum(moving.flatMap(({ fee, money }) => (isByDay(context, fee) ? [money] : [])));
  return { byDay, whole: sum(moving.map(({ money }) => money)).sub(byDay) };
}

/** Money between the KPI's best and worst score in a stretch of periods: of one that the term cuts, a part where the fee is by the day. */
function kpiSwing({ byDay, whole }: Moves, { periods, inForce }: Segment): Rational {
  return byDay
    .mul(inForce)
    .add(whole.mul(rational(periods)))
    .abs();
}

/** Whether a fee is for as many days as are in force; a penalty is a part of its base, whose days count. */
function isByDay({ contract }: LintContext, fee: Fee): boolean {
  const base = 'bands' in fee && 'fee' in fee.of ? fee.of.fee : null;
  const own = base === null ? fee : contract.fees.find(({ id }) => id === base);
  return own !== undefined && (!('prorate' in own) || own.prorate);
}

/** Whether two periods pay the same for the same scores: targets may differ, weights and amounts do not. */
function paysAlike(a: PeriodPay, b: PeriodPay): boolean {
  return (
    a.kpis.every(({ weight, line }, index) => {
      const other = b.kpis[index];
      return other !== undefined && weight.equals(other.weight) && line.cap.equals(other.line.cap);
    }) &&
    a.scored.length === b.scored.length &&
    a.scored.every(({ steps, base }, index) => {
      const other = b.scored[index];
      return other !== undefined && steps === other.steps && base.equals(other.base);
    })
  );
}

/** What a fee pays on what is expected of its metric; without that, what a cap leaves it; null without either. */
function volumeSwing(context: LintContext, fee: Fee, period: string): Rational | null {
  const usual = usualPay(context, fee, period);
  if (usual !== null) return usual.abs();
  if (kindOf(fee).step !== 'earned') return null;
  for (const cap of context.contract.fees) {
    if (cap.kind === 'cap') return capAt(cap.period, period);
  }
  return null;
}

/** What every metric moves over the term, in the order of KPIs and fees. */
function swings(context: LintContext): readonly Swing[] {
  const { contract } = context;
  const found = new Map<string, Swing>();
  const add = (metric: string, at: Clause, fees: Iterable<string>, money: Rational | null) => {
    const swing = found.get(metric) ?? { metric, at, fees: new Set<string>(), money: ZERO };
    for (const fee of fees) swing.fees.add(fee);
    swing.money = swing.money === null || money === null ? null : swing.money.add(money);
    found.set(metric, swing);
  };
  let last: { pay: PeriodPay; moves: readonly Moves[] } | null = null;
  for (const segment of context.looked) {
    const period = toldOf(context, segment);
    const pay = periodPay(context, period);
    const moves: readonly Moves[] =
      last !== null && paysAlike(last.pay, pay) ? last.moves : pay.kpis.map((kpi) => kpiMoves(context, pay, kpi));
    last = { pay, moves };
    pay.kpis.forEach((subject, index) => {
      const { kpi } = subject;
      const own = moves[index];
      if (own === undefined || !movesPay(pay, subject)) return;
      const fees = pay.scored.filter(({ by }) => by === kpi.id || by === COMPOSITE).map(({ fee }) => fee.id);
      add(kpi.metric, kpi.clause, fees, kpiSwing(own, segment));
    });
    for (const fee of contract.fees) {
      const { shape, metric } = kindOf(fee);
      const name = metric?.of(fee) ?? null;
      if ((shape.pays !== 'volume' && shape.pays !== 'cost') || name === null) continue;
      const money = volumeSwing(context, fee, period);
      // what is expected of a flow is expected of its days
      add(name, fee.clause, [fee.id], money === null ? null : money.mul(segment.inForce));
    }
  }
  const periods = context.segments.reduce((all, segment) => all + segment.periods, 0);
  const perQuarter = { month: 3, quarter: 1, week: 13 }[contract.calendar.every];
  for (const fee of contract.fees) {
    const last = context.segments.at(-1)?.period ?? '';
    if ('deadband' in fee) {
      const horizons = fee.over === 'term' ? 1 : Math.max(1, Math.floor(periods / perQuarter));
      add(fee.metric, fee.clause, [fee.id], wagerLimit(fee, last).mul(rational(2 * horizons)));
    } else if ('reach' in fee && fee.reach !== null) {
      add(fee.reach.metric, fee.clause, [fee.id], rational(scheduledAt(fee.amount, last)));
    }
  }
  return [...found.values()];
}

/** How much that is, in words: where nobody wrote down what is expected, there is no figure. */
function swingText(context: LintContext, money: Rational | null): string {
  return money === null ? '@swing.open' : `@swing.most:${grouped(amount(context, money))}|${context.contract.currency}`;
}

/**
 * The metric behind the most money (bonuses and penalties between worst and best score, commissions on the expected base,
 * wagers to both sides, milestones) should have a measure in a reconciliation. Reported at its KPI, else at its fee.
 */
const unreconciledMainKpi: LintRule = (context) => {
  let main: Swing | undefined;
  for (const swing of swings(context)) {
    const more = main === undefined || (main.money !== null && (swing.money === null || compare(swing.money, main.money) > 0));
    if (more) main = swing;
  }
  if (main === undefined || main.money?.equals(ZERO) === true) return [];
  const reconciled = new Set(
    context.definitions.reconcile.flatMap(({ left, right }) => [left, right].flatMap((side) => measureIds(context, side))),
  );
  const measures = measureIds(context, main.metric);
  if (measures.some((id) => reconciled.has(id))) return [];
  const params = {
    metric: main.metric,
    swing: swingText(context, main.money),
    fees: names(main.fees),
    measures: names(measures),
  };
  return [finding('unreconciled-main-kpi', main.at, params)];
};

/** Metrics that pay the provider, with the fees that do it. Gates and minimums only permit pay, they do not raise it. */
function payingMetrics(context: LintContext): ReadonlyMap<string, ReadonlySet<string>> {
  const { contract } = context;
  const paying = new Map<string, Set<string>>();
  const add = (metric: string, fee: string) => paying.set(metric, (paying.get(metric) ?? new Set()).add(fee));
  const weighed = contract.kpis.filter((kpi) => isWeighed(contract, kpi));
  for (const fee of contract.fees) {
    const kind = kindOf(fee);
    const [metric, by] = [kind.metric?.of(fee) ?? null, kind.by(fee)];
    if (metric !== null) add(metric, fee.id);
    const scored = by === COMPOSITE ? weighed : contract.kpis.filter(({ id }) => id === by);
    for (const kpi of scored) add(kpi.metric, fee.id);
  }
  return paying;
}

function isWeighed({ composite }: Contract, { weight }: Kpi): boolean {
  return composite.rule === 'min' || weight.some(({ value }) => compare(rational(value), ZERO) > 0);
}

/** Facts that are compared with a fact of the brand's in some reconciliation. */
function factsChecked(context: LintContext): ReadonlySet<string> {
  const factsOf = (side: string) => measureUses(context, side).map((use) => use.measure.of);
  const byBrand = (fact: string) => context.facts.get(fact)?.custodian === 'brand';
  const checked = new Set<string>();
  for (const { left, right } of context.definitions.reconcile) {
    const sides = [factsOf(left), factsOf(right)] as const;
    if (sides[1].some(byBrand)) for (const fact of sides[0]) checked.add(fact);
    if (sides[0].some(byBrand)) for (const fact of sides[1]) checked.add(fact);
  }
  return checked;
}

/** Facts in the provider's custody that feed a metric that pays the provider, unless the brand's data check them. */
const providerHeldPaysProvider: LintRule = (context) => {
  const checked = factsChecked(context);
  const paying = payingMetrics(context);
  return context.definitions.facts.flatMap((fact): Finding[] => {
    if (fact.custodian !== 'provider' || checked.has(fact.id)) return [];
    const metrics = [...paying.keys()].filter((metric) => measureUses(context, metric).some((use) => use.measure.of === fact.id));
    if (metrics.length === 0) return [];
    const params = { fact: fact.id, metrics: names(metrics), fees: names(metrics.flatMap((metric) => [...(paying.get(metric) ?? [])])) };
    return [finding('provider-held-pays-provider', fact.clause, params)];
  });
};

/**
 * Facts of several tables that are told fresh by one load log, without saying which of its rows are theirs: as soon as one table is
 * loaded, all of them look complete. Not those of a pack, whose texts are not the contract's to change.
 */
const sharedLoadLog: LintRule = ({ definitions }) => {
  return definitions.facts.flatMap((fact): Finding[] => {
    const log = loadLogOf(fact)?.log;
    if (log === undefined || fact.freshness?.where !== null) return [];
    const others = definitions.facts.filter((other) => freshBy(other) === log && sourceOf(other) !== sourceOf(fact));
    if (others.length === 0) return [];
    const params = { fact: fact.id, log, others: names(others.map(({ id }) => id)) };
    return [finding('shared-load-log', fact.clause, params)];
  });
};

export const SOURCE_RULES: readonly LintRule[] = [unreconciledMainKpi, providerHeldPaysProvider, sharedLoadLog];
