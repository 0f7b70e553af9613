import { type Exact, rational, toFixed } from '../kernel/rational.js';

/** BigQuery's list price of reading on demand in the US, in US dollars per TiB: estimates only, other locations differ. */
export const USD_PER_TIB = '6.25';
/** Where the price and the rules of billing below stand, and when they stood so. */
export const PRICE_SOURCE = 'cloud.google.com/bigquery/pricing';
export const PRICE_DATE = '2026-11';

const TIB = 2n ** 40n;
const MIB = 2n ** 20n;
/** At least this much is billed for every table that a query refers to. */
const LEAST_PER_TABLE = 10n * MIB;

/** What a query would be billed: of how many bytes each table has its share, nobody tells beforehand. */
export interface Billed {
  readonly least: bigint;
  readonly most: bigint;
}

/**
 * What a query that reads so many bytes of so many tables is billed: by the MiB, rounded up for each table, and at least 10 MiB
 * for each. For one table that is exact.
 */
export function billedBytes(bytes: bigint, tables: number): Billed {
  if (bytes === 0n) return { least: 0n, most: 0n };
  const count = BigInt(Math.max(tables, 1));
  const whole = ((bytes + MIB - 1n) / MIB) * MIB;
  const least = whole > count * LEAST_PER_TABLE ? whole : count * LEAST_PER_TABLE;
  return { least, most: count === 1n ? least : whole + count * LEAST_PER_TABLE };
}

/** The price of bytes that are billed on demand, about: US dollars with four places. */
export function scanPrice(billed: bigint): Exact {
  return toFixed(rational(USD_PER_TIB).mul(rational(billed)).div(rational(TIB)), 4);
}
