import { scheduledAt } from '../../kernel/period.js';
import { compare, divide, isZero, type Rational, rational, sign, toDecimal } from '../../kernel/rational.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import type { Gate, Kpi } from '../model.js';
import { aboutPercent, names, percent } from './figures.js';
import { measuresReturns, measureUses } from './formulas.js';
import { type Finding, finding, type LintContext, type LintRule } from './lint-rule.js';
import { movesPay } from './moves-pay.js';

const MOST_KPIS = 5;
const LEAST_WEIGHT = rational('0.1');

/** One that moves no money is told as that. */
const singleKpi: LintRule = (context) => {
  const [only, second] = context.contract.kpis;
  if (only === undefined || second !== undefined || !movesPay(context, only)) return [];
  return [finding('single-kpi', only.clause, { kpi: only.id })];
};

/** The KPIs that fees name themselves. */
const namedBy = ({ contract }: LintContext): ReadonlySet<string> => new Set(contract.fees.flatMap((fee) => kindOf(fee).by(fee) ?? []));

/** At once: one that runs out beside the one that takes its place is none too many. */
const manyKpis: LintRule = (context) => {
  const { kpis, composite } = context.contract;
  const named = namedBy(context);
  for (const { period } of context.segments) {
    const counts = kpis.filter(
      ({ id, weight }) => composite.rule === 'min' || named.has(id) || !isZero(rational(scheduledAt(weight, period))),
    );
    const first = counts[MOST_KPIS];
    if (first !== undefined) return [finding('many-kpis', first.clause, { count: counts.length })];
  }
  return [];
};

/**
 * A composite of `min` ignores weights. A weight of 0 is deliberate where fees name the KPI itself, or where it weighs something in other
 * periods: so a KPI comes later, or runs out. One finding per KPI, for the first period in which it is light.
 */
const lightWeight: LintRule = (context) => {
  const { contract } = context;
  if (contract.composite.rule === 'min') return [];
  const named = namedBy(context);
  return contract.kpis.flatMap((kpi): Finding[] => {
    const comesOrGoes = kpi.weight.some(({ value }) => !isZero(rational(value)));
    const light = kpi.weight.find(({ value }) => {
      const weight = rational(value);
      return compare(weight, LEAST_WEIGHT) < 0 && !(isZero(weight) && (named.has(kpi.id) || comesOrGoes));
    });
    if (light === undefined) return [];
    return [finding('light-weight', kpi.clause, { kpi: kpi.id, weight: percent(rational(light.value)), period: light.from })];
  });
};

/** A flow that costs are taken off is a profit; one that only returns are taken off is still volume. */
function isProfit(context: LintContext, metric: string): boolean {
  return measureUses(context, metric).some((use) => use.subtracted && !measuresReturns(context, use.measure));
}

function watchesQuality(context: LintContext, metric: string, wantsLess: boolean): boolean {
  return wantsLess || context.metrics.get(metric)?.type === 'ratio' || isProfit(context, metric);
}

/** Volume: a flow that is to grow. Quality: a ratio, anything that is to shrink, or a profit, as a KPI or as a gate. */
const volumeWithoutQuality: LintRule = (context) => {
  const { kpis, gates } = context.contract;
  const first = kpis[0];
  const kpiWatches = (kpi: Kpi) => watchesQuality(context, kpi.metric, kpi.better === 'lower');
  const gateWatches = (gate: Gate) => watchesQuality(context, gate.metric, gate.limit === 'atMost');
  if (first === undefined || kpis.some(kpiWatches) || gates.some(gateWatches)) return [];
  return [finding('volume-without-quality', first.clause, { kpis: names(kpis.map((kpi) => kpi.id)) })];
};

const ratioWithoutMinimum: LintRule = ({ contract, metrics }) => {
  return contract.kpis.flatMap((kpi): Finding[] => {
    const metric = metrics.get(kpi.metric);
    if (metric?.type !== 'ratio' || kpi.minimum !== null) return [];
    return [finding('ratio-without-minimum', kpi.clause, { kpi: kpi.id, formula: metric.text })];
  });
};

/** Strictly better than the best period of the history; one finding per KPI, for the first such target. */
const targetBeyondBaseline: LintRule = ({ contract, segments }) => {
  return contract.kpis.flatMap((kpi): Finding[] => {
    const history = contract.baseline.find((candidate) => candidate.metric === kpi.metric)?.values ?? [];
    let best: { period: string; value: Rational } | undefined;
    const isBetter = (a: Rational, b: Rational) => (kpi.better === 'higher' ? compare(a, b) > 0 : compare(a, b) < 0);
    for (const entry of history) {
      const value = rational(entry.value);
      if (best === undefined || isBetter(value, best.value)) best = { period: entry.period, value };
    }
    if (best === undefined) return [];
    for (const { period } of segments) {
      const target = rational(scheduledAt(kpi.target, period));
      if (!isBetter(target, best.value)) continue;
      const gap = divide(target.sub(best.value), best.value);
      const params = {
        kpi: kpi.id,
        target: toDecimal(target),
        period,
        best: toDecimal(best.value),
        bestPeriod: best.period,
        gap: gap === undefined ? toDecimal(target.sub(best.value)) : `${sign(gap) > 0 ? '+' : ''}${aboutPercent(gap)}`,
      };
      return [finding('target-beyond-baseline', kpi.clause, params)];
    }
    return [];
  });
};

/** A bridge takes apart money that comes in: of a ratio or a count it has nothing to tell. */
const bridgeOfNoMoney: LintRule = ({ contract, metrics }) => {
  return contract.kpis.flatMap((kpi): Finding[] => {
    const metric = metrics.get(kpi.metric);
    const isMoney = metric === undefined || (metric.type === 'flow' && metric.unit === 'money');
    return kpi.bridge === undefined || isMoney ? [] : [finding('bridge-of-no-money', kpi.clause, { kpi: kpi.id, metric: kpi.metric })];
  });
};

export const KPI_SET_RULES: readonly LintRule[] = [
  singleKpi,
  manyKpis,
  lightWeight,
  volumeWithoutQuality,
  ratioWithoutMinimum,
  targetBeyondBaseline,
  bridgeOfNoMoney,
];
