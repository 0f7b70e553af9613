import { kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../contract/model.js';
import { remembered } from '../kernel/remembered.js';
import { measuresOf, vocabulary } from './measures.js';

/**
 * Measures that nothing but watched metrics is made of: whatever is unusual in them is shown and holds nobody's pay. Empty where nothing is
 * watched.
 */
export const watchedOnly = remembered((terms: Terms): ReadonlySet<string> => {
  const { contract, definitions } = terms;
  const { watch = [], kpis, gates, fees } = contract;
  if (watch.length === 0) return new Set();
  const words = vocabulary(contract, definitions);
  const paid = [
    ...kpis.flatMap(({ metric, minimum }) => [metric, ...(minimum === null ? [] : [minimum.metric])]),
    ...gates.map(({ metric }) => metric),
    ...fees.flatMap((fee) => kindOf(fee).metric?.of(fee) ?? []),
  ];
  const used = new Set([
    ...paid.flatMap((metric) => measuresOf(words, { metric })),
    ...definitions.reconcile.flatMap(({ left, right }) => [left, right]),
  ]);
  return new Set(watch.flatMap((metric) => measuresOf(words, { metric })).filter((id) => !used.has(id)));
});
