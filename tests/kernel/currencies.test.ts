import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { currencies, currencyNamed } from '../../src/kernel/currencies.js';

/** ISO 4217 list one as its maintenance agency published it on 2024-06-25, shipped by the package currency-codes. */
const LIST_ONE = readFileSync(createRequire(import.meta.url).resolve('currency-codes/iso-4217-list-one.xml'), 'utf8');
const listed = new Map(
  [...LIST_ONE.matchAll(/<Ccy>(\w+)<\/Ccy>\s*<CcyNbr>\d+<\/CcyNbr>\s*<CcyMnrUnts>([^<]+)</g)].map(([, code = '', unit = '']) => [
    code,
    unit,
  ]),
);

describe('currencies', () => {
  it('have the minor units of list one', () => {
    expect(listed.size).toBe(179);
    for (const [code, unit] of listed) {
      expect([code, currencyNamed(code)?.digits ?? 'N.A.']).toEqual([code, unit === 'N.A.' ? unit : Number(unit)]);
    }
  });

  it('differ from the list of 2024 by what its amendments say', () => {
    const used = currencies().filter(({ until }) => until === null);
    // XCG followed ANG in 2025, XAD is the Arab Monetary Fund's; Bulgaria took the euro in 2026, Cuba gave up the CUC.
    expect(used.map(({ code }) => code).filter((code) => !listed.has(code))).toEqual(['XAD', 'XCG']);
    const withdrawn = currencies().filter(({ code, until }) => until !== null && listed.has(code));
    expect(withdrawn.map(({ code, until }) => [code, until])).toEqual([
      ['ANG', '2025-06-30'],
      ['BGN', '2026-01-31'],
      ['CUC', '2021-06-01'],
    ]);
    expect(used.length).toBe(165);
  });

  it('are on the list of the platform, but for those it leaves out or has not heard of', () => {
    const platform = new Set(Intl.supportedValuesOf('currency'));
    const missing = currencies().filter(({ code, until }) => until === null && !platform.has(code));
    const known = ['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW', 'VED', 'XAD', 'XCG', 'ZWG', 'SLE'];
    expect(missing.map(({ code }) => code).filter((code) => !known.includes(code))).toEqual([]);
  });

  it('are no typos, no metals, no test codes', () => {
    for (const code of ['USB', 'usd', 'XAU', 'XDR', 'XTS', 'XXX', 'DEM', '', 'constructor']) expect(currencyNamed(code)).toBeNull();
    expect(currencyNamed('HRK')).toEqual({ code: 'HRK', digits: 2, from: null, until: '2023-01-14' });
    expect(currencyNamed('ZWG')).toEqual({ code: 'ZWG', digits: 2, from: '2024-06-25', until: null });
    expect(['JPY', 'KWD', 'CLF', 'USD'].map((code) => currencyNamed(code)?.digits)).toEqual([0, 3, 4, 2]);
  });
});
