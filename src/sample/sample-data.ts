import { cadRates, fxTable } from './fx-table.js';
import { adsTable, ga4Table, invoicesTable } from './media-tables.js';
import { loadsTable, ordersTable, refundsTable, sampleOrders } from './shop-tables.js';
import type { TimedTable } from './timed-table.js';

/** What the shipped sample is drawn with; another seed gives another year of the same market. */
export const SAMPLE_SEED = 20260101;

/**
 * Fifteen months of a shop, its advertising and its web analytics, as tables that know when each row became visible.
 * Pure: the same seed gives the same bytes everywhere.
 */
export function sampleTables(seed: number = SAMPLE_SEED): readonly TimedTable[] {
  const orders = sampleOrders(seed);
  const rates = cadRates(seed + 10);
  const ads = adsTable(seed + 30);
  return [
    ordersTable(orders),
    refundsTable(orders, seed + 20),
    loadsTable(),
    ads,
    invoicesTable(ads),
    ga4Table(orders, rates, seed + 40),
    fxTable(rates),
  ];
}
