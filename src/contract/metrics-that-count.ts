import { isPeriodFee, kindOf } from './fee-kinds/fee-kinds.js';
import type { Terms } from './model.js';

/** The metrics that KPIs, gates and fees of a contract go by, each once. */
export function metricsThatCount({ contract }: Pick<Terms, 'contract'>): string[] {
  const metrics = [
    ...contract.kpis.map(({ metric }) => metric),
    ...contract.gates.map(({ metric }) => metric),
    ...contract.kpis.flatMap(({ minimum }) => (minimum === null ? [] : [minimum.metric])),
    ...contract.fees.flatMap((fee) => (isPeriodFee(fee) ? (kindOf(fee).metric?.of(fee) ?? []) : [])),
  ];
  return [...new Set(metrics)];
}
