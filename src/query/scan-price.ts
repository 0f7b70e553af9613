import { type Exact, rational, toFixed } from '../kernel/rational.js';

/** BigQuery's list price of reading on demand in most locations, in US dollars per TiB: estimates only. */
export const USD_PER_TIB = '6.25';

const TIB = 2n ** 40n;
const MIB = 2n ** 20n;
/** At least this much is billed for a query that reads anything. */
const LEAST = 10n * MIB;

/** What a query that reads so many bytes is billed on demand, about: US dollars with four places, rounded up by the MiB. */
export function scanPrice(bytes: bigint): Exact {
  const whole = ((bytes + MIB - 1n) / MIB) * MIB;
  const billed = bytes === 0n ? 0n : whole < LEAST ? LEAST : whole;
  return toFixed(rational(USD_PER_TIB).mul(rational(billed)).div(rational(TIB)), 4);
}
