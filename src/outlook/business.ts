import { vocabulary } from '../attainment/measures.js';
import type { Fee } from '../contract/fee-kinds/fee-kinds.js';
import type { Kpi, Terms } from '../contract/model.js';
import { compare, ONE, rational } from '../kernel/rational.js';
import { type LinearSum, type MetricParts, partsOf } from './metric-parts.js';

/**
 * The flow of money that fees are a share of: the base of the first commission, else the first KPI that is such a flow, else the first
 * that a KPI asks a minimum of. None is what a fee is itself (a tariff paid at 100%), media that is paid back, or what a KPI counts as cost.
 */
export function businessOf(terms: Terms): { readonly metric: string; readonly sum: LinearSum } | null {
  const { contract, definitions } = terms;
  const words = vocabulary(contract, definitions);
  const partsIn = (metric: string): MetricParts | null => partsOf(words, metric);
  const named = [
    ...contract.fees.flatMap((fee) => (fee.kind === 'commission' ? [fee.base] : [])),
    ...contract.kpis.map(({ metric }) => metric),
    ...contract.kpis.flatMap(({ minimum }) => (minimum === null ? [] : [minimum.metric])),
  ];
  const feesThemselves = new Set(contract.fees.flatMap(wholeOf));
  const costs = new Set(contract.kpis.flatMap((kpi) => costsOf(kpi, partsIn(kpi.metric))));
  for (const metric of named) {
    const { unit, type } = words.metrics.get(metric) ?? {};
    const parts = unit === 'money' && type === 'flow' && !feesThemselves.has(metric) ? partsIn(metric) : null;
    if (parts !== null && parts.under === null && ![...parts.over.keys()].every((id) => costs.has(id))) return { metric, sum: parts.over };
  }
  return null;
}

/** The metric that a fee pays whole, and not a share of. */
function wholeOf(fee: Fee): readonly string[] {
  if (fee.kind === 'pass_through') return [fee.cost];
  if (fee.kind !== 'commission') return [];
  const rates = fee.tiers.flatMap(({ value }) => value);
  return rates.every((rate) => compare(rational(rate.value), ONE) >= 0) ? [fee.base] : [];
}

/** What a KPI is better by less of: what stands below the line alone, where more is better, and above it alone, where less is. */
function costsOf({ better }: Kpi, parts: MetricParts | null): readonly string[] {
  if (parts === null) return [];
  const [over, under] = [[...parts.over.keys()], [...(parts.under?.keys() ?? [])]];
  return better === 'higher' ? under.filter((id) => !over.includes(id)) : over.filter((id) => !under.includes(id));
}
