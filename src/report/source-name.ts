import type { Terms } from '../contract/model.js';

/** Where a measure's rows come from, so that somebody finds the folder: `uk_shopify_order_export (shop_uk.orders)`. */
export function sourceName(measure: string, { definitions }: Terms): string {
  const fact = definitions.facts.find(({ id }) => id === definitions.measures.find((each) => each.id === measure)?.of);
  if (fact === undefined) return measure;
  return 'table' in fact.source ? `${fact.id} (${fact.source.table})` : fact.id;
}
