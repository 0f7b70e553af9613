import { marketplaceCurrency } from '../kernel/marketplaces.js';
import type { Deal } from './deal.js';

/*
 * The exports that people have, by the pack that reads each, and what a contract can take from it. A contract names only the packs of
 * which it uses something.
 */

export const EXPORT_IDS = [
  ...(['shopify', 'shopify-payouts', 'meta', 'google-ads', 'ga4', 'tiktok-shop', 'tiktok-ads'] as const),
  ...(['amazon', 'amazon-business', 'shopee', 'tmall'] as const),
];
export type ExportId = (typeof EXPORT_IDS)[number];

/** Amazon's shops, by how each writes days and amounts: the pack's `site`. */
export const MARKETPLACES = {
  'Amazon.com': 'us',
  'Amazon.ca': 'us',
  'Amazon.co.uk': 'uk',
  'Amazon.in': 'uk',
  'Amazon.com.au': 'uk',
  'Amazon.de': 'eu',
  'Amazon.fr': 'eu',
  'Amazon.it': 'eu',
  'Amazon.es': 'eu',
} as const;
export type Marketplace = keyof typeof MARKETPLACES;
export const MARKETPLACE_NAMES = Object.keys(MARKETPLACES).filter((name): name is Marketplace => Object.hasOwn(MARKETPLACES, name));

/** The shops that sell in a currency: a first contract has no rates, and their amounts name none. */
export const marketplacesIn = (currency: string): readonly Marketplace[] =>
  MARKETPLACE_NAMES.filter((name) => marketplaceCurrency(name) === currency);

/** What of a deal a pack has to be told. */
type Terms = Pick<Deal, 'currency' | 'timezone' | 'marketplace'>;

/** How TikTok Shop writes days, by where the shop is: the pack's `site`. */
export const siteOf = (currency: string): 'us' | 'sea' => (currency === 'USD' ? 'us' : 'sea');

/** A pack's measures by what they are for a contract: formulas that are sums. */
export interface Export {
  readonly pack: string;
  /** Its table on files: `data/shopify/orders.csv`, or every file of the folder `data/shopify/orders/`. */
  readonly table: string;
  /** What the shop is called whose sales it has. */
  readonly shop?: string;
  /** What contracts take from it has a name in its files that no column of BigQuery can have. */
  readonly ofFilesAlone?: true;
  /** What of the contract is taken for its files, which say nothing of it and are refused for nothing of it. */
  readonly unsaid?: 'currency' | 'currency-zone';
  /** The parameters that it is used with, as YAML. */
  readonly parameters?: (terms: Terms) => Readonly<Record<string, string>>;
  readonly sales?: string;
  readonly orders?: string;
  /** What a cancelled order takes back. */
  readonly cancelled?: string;
  /** What went back to customers; negative. */
  readonly refunds?: string;
  readonly spend?: string;
  readonly visits?: string;
  readonly purchases?: string;
  /** Sales as web analytics saw them, to compare with the shop's. */
  readonly seen?: string;
}

const inCurrency = ({ currency }: Terms) => ({ currency });
const inZone = ({ currency, timezone }: Terms) => ({ currency, zone: timezone });

export const EXPORTS: Readonly<Record<ExportId, Export>> = {
  shopify: {
    pack: 'shopify-orders-export@1',
    table: 'shopify/orders',
    shop: 'Shopify',
    sales: 'shopify_export_order_value',
    orders: 'shopify_export_order_count',
    cancelled: 'shopify_export_cancelled_value',
  },
  'shopify-payouts': { pack: 'shopify-payouts-export@1', table: 'shopify/payouts', refunds: 'shopify_export_refund_amount' },
  meta: { pack: 'meta-ads-export@1', table: 'meta/ads', ofFilesAlone: true, parameters: inCurrency, spend: 'meta_export_amount_spent' },
  'google-ads': { pack: 'google-ads-export@1', table: 'google/campaigns', spend: 'google_export_amount_spent' },
  ga4: {
    pack: 'ga4-exploration-export@1',
    table: 'ga4/exploration',
    unsaid: 'currency',
    parameters: inCurrency,
    visits: 'ga4_export_visits',
    purchases: 'ga4_export_purchases',
    seen: 'ga4_export_purchase_revenue',
  },
  'tiktok-shop': {
    pack: 'tiktok-shop-export@1',
    table: 'tiktok/orders',
    shop: 'TikTok Shop',
    unsaid: 'currency-zone',
    // A file of the other form does not fit the clock, and is refused.
    parameters: (terms) => ({ ...inZone(terms), site: siteOf(terms.currency) }),
    sales: 'tiktok_export_paid_value',
    orders: 'tiktok_export_paid_orders',
  },
  'tiktok-ads': { pack: 'tiktok-ads-export@1', table: 'tiktok/ads', spend: 'tiktok_export_amount_spent' },
  amazon: {
    pack: 'amazon-settlement-export@1',
    table: 'amazon/settlement',
    shop: 'Amazon',
    parameters: ({ currency, marketplace }) => ({
      currency,
      ...(marketplace === null ? {} : { marketplace, site: MARKETPLACES[marketplace] }),
    }),
    sales: 'amazon_export_order_value',
    refunds: 'amazon_export_refund_value',
  },
  'amazon-business': {
    pack: 'amazon-business-export@1',
    table: 'amazon/business',
    visits: 'amazon_export_visits',
    purchases: 'amazon_export_items_ordered',
  },
  shopee: {
    pack: 'shopee-orders-export@1',
    table: 'shopee/orders',
    shop: 'Shopee',
    unsaid: 'currency-zone',
    ofFilesAlone: true,
    parameters: inZone,
    sales: 'shopee_export_paid_value',
    orders: 'shopee_export_paid_orders',
  },
  tmall: {
    pack: 'tmall-orders-export@1',
    table: 'tmall/orders',
    shop: 'Taobao/Tmall',
    sales: 'tmall_export_paid_value',
    orders: 'tmall_export_paid_orders',
  },
};

export type Part = 'sales' | 'orders' | 'cancelled' | 'refunds' | 'spend' | 'visits' | 'purchases' | 'seen';

/** What the chosen exports have of one kind, in their order. */
export function partsOf(exports: readonly ExportId[], part: Part): readonly string[] {
  return exports.flatMap((id) => EXPORTS[id][part] ?? []);
}
