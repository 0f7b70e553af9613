import { expect, test } from 'vitest';
import { vocabulary } from '../../src/attainment/measures.js';
import { rational } from '../../src/kernel/rational.js';
import { exposureOf } from '../../src/outlook/exposure.js';
import type { End, Open } from '../../src/outlook/exposure-range.js';
import { measureDigits } from '../../src/outlook/measure-digits.js';
import { quoteOf } from '../../src/outlook/quote.js';
import { payPaths } from '../../src/settlement/paths/pay-paths.js';
import { Random } from '../oracle/random.js';
import { relationship, settleDays } from '../settlement/relationship.js';

/*
 * What a commission over the term adds in its second month, beside what is told of it: a rate of every further unit, and what passing from
 * tier to tier brings once. Every pair of totals about the tiers is paid, so that it is never passed, and reached.
 */

interface Tiers {
  readonly tiers: Readonly<Record<string, string>>;
  readonly mode: 'marginal' | 'whole';
}

const SALES = { table: 'shop.sales', grain: ['id'], custodian: 'brand' };
const words = (counts: boolean) => ({
  facts: { sales: SALES },
  measures: { revenue: { definition: 'Paid', of: 'sales', ...(counts ? { count: 'rows' } : { sum: 'amount' }), when: 'ts' } },
  metrics: { gmv: { title: 'GMV', formula: 'revenue', unit: 'money', type: 'flow' } },
});

const termsOf = (fee: Tiers, counts: boolean) =>
  relationship(
    {
      term: { from: '2026-01-01', to: '2026-02-28' },
      fees: [{ id: 'sales', kind: 'commission', base: 'gmv', accumulate: 'term', ...fee }],
    },
    words(counts),
  ).terms;

/** The largest difference that two roundings make. */
const ROUNDED = 1.01;

/** What the second month pays on a total after the first and one at its end, in cents, for every pair of totals. */
function paidOn(fee: Tiers, counts: boolean): { readonly base: number; readonly paid: number }[] {
  const terms = termsOf(fee, counts);
  const paths = payPaths(terms, measureDigits(vocabulary(terms.contract, terms.definitions)));
  const unit = counts ? 1 : 100;
  const levels = [...Object.keys(fee.tiers).map(Number), 0, 10_000, ...(counts ? [] : [-700])];
  const totals = [...new Set(levels.flatMap((level) => [level * unit, level * unit - 1]))].filter((total) => !counts || total >= 0);
  const paid = new Float64Array(paths.lines.length);
  const place = paths.lines.findIndex(({ period, line }) => period === '2026-02' && line === 'sales');
  return totals.flatMap((from) =>
    totals.flatMap((to) => {
      if (counts && to < from) return [];
      paths.pay(Float64Array.from([from, to - from]), paid);
      return { base: (to - from) / unit, paid: paid[place] ?? Number.NaN };
    }),
  );
}

function told({ open }: End, side: Open['side']): { readonly rate: number; readonly once: number } | undefined {
  return open.filter((each) => each.side === side).map(({ rate, once }) => ({ rate: rate.valueOf(), once: once.valueOf() }))[0];
}

function held(fee: Tiers, counts: boolean): number {
  const range = exposureOf(termsOf(fee, counts)).periods[1]?.lines.find(({ line }) => line === 'sales')?.range;
  if (range === undefined) throw new Error('no line');
  const all = paidOn(fee, counts);
  let ends = 0;
  for (const [which, sign] of [
    ['most', 1],
    ['least', -1],
  ] as const) {
    for (const side of ['above', 'below'] as const) {
      const own = all.filter(({ base }) => (side === 'above' ? base >= 0 : base <= 0));
      const open = told(range[which], side);
      if (open === undefined) continue;
      ends += 1;
      const beside = own.map(({ base, paid }) => (paid - (open.rate * Math.abs(base) + open.once) * 100) * sign);
      expect(Math.max(...beside), JSON.stringify([fee, which, side])).toBeLessThanOrEqual(ROUNDED);
      // a cent below a tier is as near as an amount comes to it, a whole unit of what is counted
      const near = counts ? 120 : 3;
      expect(Math.max(...beside), JSON.stringify([fee, which, side])).toBeGreaterThanOrEqual(-near);
    }
    if (range[which].open.length > 0) continue;
    ends += 1;
    const most = range[which].amount.mul(rational(100)).valueOf();
    const passed = Math.max(...all.map(({ paid }) => (paid - most) * sign));
    expect(passed, JSON.stringify([fee, which])).toBeLessThanOrEqual(ROUNDED);
    expect(passed, JSON.stringify([fee, which])).toBeGreaterThanOrEqual(counts ? -120 : -3);
  }
  return ends;
}

test.each([false, true])('no total of random tiers passes what is told, and some reach it (a count: %s)', (counts) => {
  const random = new Random(7);
  let ends = 0;
  for (let round = 0; round < 150; round += 1) {
    const count = random.int(1, 4);
    const levels = [0, ...Array.from({ length: count }, () => random.int(1, 60) * 100)];
    const tiers = Object.fromEntries(
      [...new Set(levels)].sort((a, b) => a - b).map((level) => [level, `${random.pick([0, 0, 1, 2, 5, 9, 20])}%`]),
    );
    ends += held({ tiers, mode: random.pick(['marginal', 'whole']) }, counts);
  }
  expect(ends).toBeGreaterThan(150);
});

test('by hand: 5%, and 7% of the whole from 100,000 on: 999.99 and 0.01 more pay 2,050, not 70', () => {
  const terms = termsOf({ tiers: { 0: '5%', 100000: '7%' }, mode: 'whole' }, false);
  const [, february] = quoteOf(terms).exposure.periods;
  expect(february?.most.open).toMatchObject([{ side: 'above', rate: '0.07', is: 'at-most', once: '2000.00' }]);
  // 99,000 to 100,000: 7% of 100,000 less 5% of 99,000
  const values = { '2026-01': { revenue: '99000' }, '2026-02': { revenue: '1000' } };
  const ledger = settleDays(terms, [], [{ asOf: '2026-03-06', values }]);
  const line = ledger[1]?.statement.lines.find(({ id }) => id === 'sales');
  expect(line?.amount).toBe('2050.00');
});
