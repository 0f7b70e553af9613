/*
 * The exports that people have, by the pack that reads each, and what a contract can take from it. A contract names only the packs of
 * which it uses something.
 */

export const EXPORT_IDS = ['shopify', 'shopify-payouts', 'meta', 'google-ads'] as const;
export type ExportId = (typeof EXPORT_IDS)[number];

/** A pack's measures by what they are for a contract: formulas that are sums. */
export interface Export {
  readonly pack: string;
  /** Its table on files: `data/shopify/orders.csv`, or every file of the folder `data/shopify/orders/`. */
  readonly table: string;
  /** Whether the pack has to be told the currency of its amounts. */
  readonly saysCurrency: boolean;
  readonly sales?: string;
  readonly orders?: string;
  /** What a cancelled order takes back. */
  readonly cancelled?: string;
  /** What went back to customers; negative. */
  readonly refunds?: string;
  readonly spend?: string;
}

export const EXPORTS: Readonly<Record<ExportId, Export>> = {
  shopify: {
    pack: 'shopify-orders-export@1',
    table: 'shopify/orders',
    saysCurrency: false,
    sales: 'shopify_export_order_value',
    orders: 'shopify_export_order_count',
    cancelled: 'shopify_export_cancelled_value',
  },
  'shopify-payouts': {
    pack: 'shopify-payouts-export@1',
    table: 'shopify/payouts',
    saysCurrency: false,
    refunds: 'shopify_export_refund_amount',
  },
  meta: { pack: 'meta-ads-export@1', table: 'meta/ads', saysCurrency: true, spend: 'meta_export_amount_spent' },
  'google-ads': { pack: 'google-ads-export@1', table: 'google/campaigns', saysCurrency: false, spend: 'google_export_amount_spent' },
};

/** What the chosen exports have of one kind, in their order. */
export function partsOf(exports: readonly ExportId[], part: 'sales' | 'orders' | 'cancelled' | 'refunds' | 'spend'): readonly string[] {
  return exports.flatMap((id) => EXPORTS[id][part] ?? []);
}
