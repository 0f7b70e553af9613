import { rational, sum, toFixed } from '../../kernel/rational.js';
import type { Params } from '../../kernel/text.js';
import type { Cost } from '../../ports/warehouse.js';
import { PRICE_DATE, PRICE_SOURCE, scanPrice, USD_PER_TIB } from '../../query/scan-price.js';

/** Bytes of queries, those that are billed at most, and about what that costs, for texts that say so; each query is billed on its own. */
export function costParams(costs: readonly Cost[]): Params {
  const total = (of: (cost: Cost) => bigint): string => String(costs.reduce((all, cost) => all + of(cost), 0n));
  const usd = toFixed(sum(costs.map(({ billed }) => rational(scanPrice(billed)))), 4);
  const price = { rate: USD_PER_TIB, source: PRICE_SOURCE, date: PRICE_DATE };
  return { bytes: total(({ bytes }) => bytes), billed: total(({ billed }) => billed), usd, ...price };
}
