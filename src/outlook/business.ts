import { vocabulary } from '../attainment/measures.js';
import type { Terms } from '../contract/model.js';
import { type LinearSum, partsOf } from './metric-parts.js';

/** The flow of money that fees are a share of: the base of the first commission, else the first KPI that is such a flow. */
export function businessOf(terms: Terms): { readonly metric: string; readonly sum: LinearSum } | null {
  const { contract, definitions } = terms;
  const words = vocabulary(contract, definitions);
  const named = [
    ...contract.fees.flatMap((fee) => (fee.kind === 'commission' ? [fee.base] : [])),
    ...contract.kpis.flatMap(({ metric, minimum }) => [metric, ...(minimum === null ? [] : [minimum.metric])]),
  ];
  for (const metric of named) {
    const { unit, type } = words.metrics.get(metric) ?? {};
    const parts = unit === 'money' && type === 'flow' ? partsOf(words, metric) : null;
    if (parts !== null && parts.under === null) return { metric, sum: parts.over };
  }
  return null;
}
