import { grouped } from '../../kernel/grouped.js';
import { compare, type Rational, rational, ZERO } from '../../kernel/rational.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import { freshBy, loadLogOf, sourceOf } from '../load-log.js';
import type { Contract, Kpi } from '../model.js';
import { amount, names } from './figures.js';
import { measureIds, measureUses } from './formulas.js';
import { type Finding, finding, type LintContext, type LintRule } from './lint-rule.js';
import { COMPOSITE } from './period-pay.js';
import { type Swing, swings } from './swings.js';

/** How much that is, in words: where nobody wrote down what is expected, there is no figure. */
function swingText(context: LintContext, money: Rational | null): string {
  return money === null ? '@swing.open' : `@swing.most:${grouped(amount(context, money))}|${context.contract.currency}`;
}

/** The metric behind the most money should have a measure in a reconciliation. Reported at its KPI, else at its fee. */
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
