import type { Terms } from '../contract/model.js';

/** The new terms, and behind them the items that only the old ones have: what is gone is told by its name too. */
export function toldTerms(base: Terms, head: Terms): Terms {
  const { kpis, fees, gates, duties } = head.contract;
  return {
    ...head,
    contract: {
      ...head.contract,
      kpis: withGone(base.contract.kpis, kpis),
      fees: withGone(base.contract.fees, fees),
      gates: withGone(base.contract.gates, gates),
      duties: withGone(base.contract.duties, duties),
    },
    definitions: { ...head.definitions, metrics: withGone(base.definitions.metrics, head.definitions.metrics) },
  };
}

function withGone<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly T[] {
  const gone = before.filter(({ id }) => !after.some((each) => each.id === id));
  return gone.length === 0 ? after : [...after, ...gone];
}
