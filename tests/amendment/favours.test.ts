import { describe, expect, test } from 'vitest';
import type { Terms } from '../../src/contract/model.js';
import { definitions, relationship, settleDays, type Values } from '../settlement/relationship.js';
import { amendTo } from './clauses.js';

/*
 * Whom a change favours, with what it is worth in months worked out by hand: a party is named only where no month could turn it round
 * (the search for one that does is tests/properties/favours.test.ts).
 */

type Json = Readonly<Record<string, unknown>>;

const KPIS = {
  kpis: [{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 100000 }],
  watch: ['orders'],
};
const made = definitions(false);
const WORDS = {
  ...made,
  measures: { ...(made.measures as Json), paid: { definition: 'orders', of: 'sales', count: 'rows', when: 'ts' } },
  metrics: { ...(made.metrics as Json), orders: { title: 'Orders', formula: 'paid', unit: 'number', type: 'flow' } },
};

const termsOf = (fees: readonly Json[], more: Json = {}): Terms => relationship({ ...KPIS, ...more, fees }, WORDS).terms;
/** A value, and another one from July on. */
const july = (until: unknown, then: unknown) => ({ '2026-01': until, '2026-07': then });

function judged(before: readonly Json[], after: readonly Json[], more: Json = {}) {
  const { favours, unless, refused } = amendTo(termsOf(after, more), { base: termsOf(before, more), asOf: '2026-03-10' });
  expect(refused).toBe(false);
  return unless === null ? favours : `${unless.favours}, unless ${unless.below.join()} is below 0`;
}

/** What each settled month differs by, and the whole. */
function worth(before: readonly Json[], after: readonly Json[], revenues: readonly number[]) {
  const base = termsOf(before);
  const months = revenues.map((_, index) => `2026-0${index + 1}`);
  const values: Values = Object.fromEntries(months.map((month, index) => [month, { revenue: String(revenues[index]), paid: '1' }]));
  const asOf = `2026-0${revenues.length + 1}-06`;
  const ledger = settleDays(base, [], [{ asOf, values }]);
  const [effect] = amendTo(termsOf(after), { base, ledger, asOf }).effects;
  return [effect?.difference, ...(effect?.periods.map(({ difference }) => difference) ?? [])];
}

const base = (amount: unknown) => ({ id: 'base', kind: 'retainer', amount });
const sales = (tiers: unknown, more: Json = {}) => ({
  id: 'sales',
  kind: 'commission',
  base: 'gmv',
  tiers,
  mode: 'marginal',
  accumulate: 'period',
  ...more,
});
const floor = (amount: unknown, recoverable = false) => ({ id: 'floor', kind: 'guarantee', amount, recoverable });
const late = (of: string) => ({ id: 'late', kind: 'penalty', of, by: 'gmv', bands: { '150%': '10%' } });
const reward = (pool: unknown) => ({ id: 'reward', kind: 'bonus', by: 'gmv', pool, points: { '0%': '100%' } });

describe('a guarantee', () => {
  test('of a month takes a raise in, and a penalty of what is raised grows: depends', () => {
    const all = (amount: unknown) => [base(amount), sales({ 0: '5%' }), floor(4000), late('base')];
    expect(judged(all(2500), all(july(2500, 3000)))).toBe('unclear');
    // 20,000: 2,500 + 1,000 + 500 − 250 = 3,750; 3,000 + 1,000 + 0 − 300 = 3,700.
    // 40,000: 2,500 + 2,000 − 250 = 4,250; 3,000 + 2,000 − 300 = 4,700.
    expect(worth(all(2500), all(july(2500, 3000)), [20000, 40000])).toEqual(['400.00', '-50.00', '450.00']);
  });

  test('without such a penalty a raise never costs', () => {
    const all = (amount: unknown) => [base(amount), sales({ 0: '5%' }), floor(4000), { ...late('sales') }];
    expect(judged(all(2500), all(july(2500, 3000)))).toBe('provider');
    expect(judged(all(3000), all(july(3000, 2500)))).toBe('brand');
  });

  test('that is taken back again: a bonus of which a part is deducted', () => {
    const all = (pool: unknown) => [base(3000), reward(pool), floor(5000, true), { ...late('reward'), bands: { '150%': '20%' } }];
    expect(judged(all(2000), all(july(2000, 1500)))).toBe('unclear');
    // 5,000 − 400 = 4,600; 4,500 + 500 − 300 = 4,700, and 4,700 is no more than the guarantee: nothing is taken back.
    expect(worth(all(2000), all(july(2000, 1500)), [50000, 50000])).toEqual(['200.00', '100.00', '100.00']);
  });

  test('itself raised is never less, also where it is taken back; with a cap, all that it tops up is a draw, and may cost more', () => {
    const all = (amount: unknown, ...more: Json[]) => [base(3000), floor(amount, true), ...more];
    expect(judged(all(4000), all(july(4000, 5000)))).toBe('provider');
    expect(
      judged(all(4000, { id: 'top', kind: 'cap', period: 4500 }), all(july(4000, 5000), { id: 'top', kind: 'cap', period: 4500 })),
    ).toBe('unclear');
  });
});

test('a guarantee of 0 tops up what is earned below it', () => {
  // 5% of −31,000 is −1,550, topped up to 0.
  expect(judged([sales({ 0: '5%' })], [sales({ 0: '5%' }), floor(0)])).toBe('provider');
});

describe('tiers', () => {
  test('on the whole of a total to date give in one month what they take in the next: a guarantee swallows the first', () => {
    const whole = (rate: string) => ({ '0': rate, '150000': '6%' });
    const all = (tiers: unknown) => [sales(tiers, { mode: 'whole', accumulate: 'term' }), floor(4500)];
    expect(judged(all(whole('3%')), all(july(whole('3%'), whole('4%'))))).toBe('unclear');
    // 3,000 + 1,500, then 12,000 − 3,000 = 9,000; 4,000 + 500, then 12,000 − 4,000 = 8,000.
    expect(worth(all(whole('3%')), all(july(whole('3%'), whole('4%'))), [100000, 100000])).toEqual(['-1000.00', '0.00', '-1000.00']);
  });

  test('on a base that can be below 0: a higher rate takes more off', () => {
    const all = (rate: unknown) => [base(3000), sales(rate)];
    const raised = july({ 0: '3%' }, { 0: '4%' });
    expect(judged(all({ 0: '3%' }), all(raised))).toBe('provider, unless gmv is below 0');
    // 3% and 4% of 80,000 are 2,400 and 3,200; of −31,000 they are −930 and −1,240.
    expect(worth(all({ 0: '3%' }), all(raised), [80000, -31000])).toEqual(['490.00', '800.00', '-310.00']);
  });

  test('where only the rates above change, no base below 0 tells them apart', () => {
    const of = (rate: string) => ({ '0': '3%', '1000': rate });
    expect(judged([sales(of('4%'))], [sales(july(of('4%'), of('5%')))])).toBe('provider');
    expect(judged([sales(of('4%'), { accumulate: 'term' })], [sales(july(of('4%'), of('5%')), { accumulate: 'term' })])).toBe(
      'provider, unless gmv is below 0',
    );
  });

  test('a mode and rates that are each better alone, and worse together', () => {
    // Marginal, the new rates come to more on every base; on the whole of 150 they are 0, and the old ones came to 5.
    const [old, now] = [
      { '0': '0%', '100': '10%' },
      { '0': '10%', '100': '0%', '200': '10%' },
    ];
    const change = amendTo(termsOf([sales(now, { mode: 'whole' })]), { base: termsOf([sales(old)]), asOf: '2025-12-01' });
    expect(change).toMatchObject({ favours: 'unclear', unless: null });
  });
});

test('a price of what is counted cannot be turned round', () => {
  const piece = (price: unknown, quantity: string) => ({ id: 'piece', kind: 'unit_price', quantity, price });
  expect(judged([piece(2, 'orders')], [piece(july(2, 3), 'orders')])).toBe('provider');
  expect(judged([piece(2, 'gmv')], [piece(july(2, 3), 'gmv')])).toBe('provider, unless gmv is below 0');
});

test('penalties of one line that come to more than all of it', () => {
  const two = (share: string) => ['one', 'two'].map((id) => ({ ...late('base'), id, bands: { '150%': share } }));
  expect(judged([base(1000), ...two('50%')], [base(july(1000, 2000)), ...two('50%')])).toBe('provider');
  expect(judged([base(1000), ...two('60%')], [base(july(1000, 2000)), ...two('60%')])).toBe('unclear');
});

describe('a cap of the term', () => {
  const top = { id: 'top', kind: 'cap', term: 20000 };

  test('only brings a raise forward', () => {
    expect(judged([base(3000), top], [base(july(3000, 4000)), top])).toBe('provider');
  });

  test('leaves less to be taken back of a guarantee: depends', () => {
    expect(judged([base(3000), floor(2000, true), top], [base(july(3000, 4000)), floor(2000, true), top])).toBe('unclear');
  });

  test('and what is brought forward may be taxed otherwise', () => {
    const vat = (rate: unknown) => ({ id: 'vat', kind: 'tax', rate, label: 'VAT' });
    expect(judged([base(3000), top, vat('6%')], [base(july(3000, 4000)), top, vat('6%')])).toBe('provider');
    expect(judged([base(3000), top, vat(july('6%', '9%'))], [base(july(3000, 4000)), top, vat(july('6%', '9%'))])).toBe('unclear');
  });
});

describe('a milestone', () => {
  const go = (more: Json) => ({ id: 'go', kind: 'milestone', amount: 1500, due: '2026-09-30', metric: 'gmv', atLeast: 90000, ...more });
  const early = (before: Json, after: Json, ...more: Json[]) =>
    amendTo(termsOf([base(1), go(after), ...more]), { base: termsOf([base(1), go(before), ...more]), asOf: '2025-12-01' }).favours;

  test('due later is looked at whenever it was before, if that was when a month ended', () => {
    expect(early({}, { due: '2026-10-31' })).toBe('provider');
    expect(early({ due: '2026-09-15' }, { due: '2026-10-31' })).toBe('unclear');
  });

  test('reached sooner is paid sooner, unless a guarantee takes it in or less is agreed by then', () => {
    expect(early({}, { atLeast: 80000 })).toBe('provider');
    expect(early({}, { atLeast: 80000 }, floor(100))).toBe('unclear');
    expect(early({ amount: july(1000, 1500) }, { amount: july(1000, 1500), atLeast: 80000 })).toBe('unclear');
  });
});
