import { expect, it } from 'vitest';
import { billedBytes, scanPrice } from '../../src/query/scan-price.js';

const MIB = 1_048_576n;

/* By hand from BigQuery's rules: by the MiB for each table, at least 10 MiB for each; 6.25 USD per TiB. */

it.each([
  // bytes, tables, least, most
  [0n, 0, 0n, 0n],
  [0n, 3, 0n, 0n],
  [1n, 1, 10n * MIB, 10n * MIB],
  [10n * MIB, 1, 10n * MIB, 10n * MIB],
  [10n * MIB + 1n, 1, 11n * MIB, 11n * MIB],
  // a table a day, a kilobyte each: 31 × 10 MiB
  [31_000n, 31, 310n * MIB, 311n * MIB],
  // 100 MiB of two tables: perhaps 100 of one and nothing worth naming of the other
  [100n * MIB, 2, 100n * MIB, 120n * MIB],
  [1n, 0, 10n * MIB, 10n * MIB],
])('%d bytes of %d tables', (bytes, tables, least, most) => {
  expect(billedBytes(bytes, tables)).toEqual({ least, most });
});

it('a TiB costs the list price, 10 MiB a fraction of a cent', () => {
  expect(scanPrice(2n ** 40n)).toBe('6.2500');
  // 10 × 6.25 / 1,048,576 = 0.0000596…
  expect(scanPrice(10n * MIB)).toBe('0.0001');
  // a year and 92 days of daily tables: 457 × 10 MiB = 4.46 GiB
  expect(scanPrice(457n * 10n * MIB)).toBe('0.0272');
});
