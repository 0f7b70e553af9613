import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { amendmentParts } from '../../src/report/amendment.js';
import { amendTo, CLAUSES, fees, kpis, termsOf } from './clauses.js';

/* What is told of a change that comes too late names a period, and that period takes it: 14 days of notice, a term up to 2026-12-31. */

type Json = Readonly<Record<string, unknown>>;

const judged = (asOf: string, more: Json, base: Json = {}) => amendTo(termsOf(more), { base: termsOf(base), asOf });
const remedies = (asOf: string, more: Json, base: Json = {}) =>
  judged(asOf, more, base).findings.map(({ code, later, with: { first, end, least } }) => [code, later, first ?? end ?? least]);
const isAllowed = (asOf: string, more: Json, base: Json = {}) => !judged(asOf, more, base).refused;
const target = (schedule: unknown) => kpis('roas', { target: schedule });
const LONGER = { term: { from: '2026-01-01', to: '2027-06-30' } };

describe('a target', () => {
  test('the first month whose notice is kept', () => {
    // 14 days after 2026-11-10 is the 24th: December starts later.
    expect(remedies('2026-11-10', target('3.3'))).toEqual([['begun-period', 'schedule', '2026-12']]);
    expect(isAllowed('2026-11-10', target({ '2026-01': 3, '2026-12': '3.3' }))).toBe(true);
    expect(isAllowed('2026-11-10', target({ '2026-01': 3, '2026-11': '3.3' }))).toBe(false);
  });

  test('within the notice, too', () => {
    expect(remedies('2026-03-25', target({ '2026-01': 3, '2026-04': '3.3' }))).toEqual([['notice', 'schedule', '2026-05']]);
    expect(isAllowed('2026-03-25', target({ '2026-01': 3, '2026-05': '3.3' }))).toBe(true);
  });

  test('in the last month: one after the term, if that goes on', () => {
    expect(remedies('2026-12-10', target('3.3'))).toEqual([['begun-period', 'longer-term', '2027-01']]);
    expect(isAllowed('2026-12-10', { ...LONGER, ...target({ '2026-01': 3, '2027-01': '3.3' }) })).toBe(true);
  });

  test('when that would start too soon as well, none', () => {
    // 14 days after 2026-12-20 is 2027-01-03, after the first day that could follow the term.
    expect(remedies('2026-12-20', target('3.3'))).toEqual([['begun-period', 'none-left', undefined]]);
    expect(isAllowed('2026-12-20', { ...LONGER, ...target({ '2026-01': 3, '2027-02': '3.3' }) })).toBe(false);
  });

  test('a term that ends within a month cannot go on: its last month would get other days', () => {
    const short = (to: string) => ({ term: { from: '2026-01-01', to } });
    expect(remedies('2026-12-02', { ...short('2026-12-20'), ...target('3.3') }, short('2026-12-20'))).toEqual([
      ['begun-period', 'none-left', undefined],
    ]);
    expect(isAllowed('2026-12-02', short('2027-02-28'), short('2026-12-20'))).toBe(false);
  });

  test('three months after the step before', () => {
    const base = target({ '2026-01': 3, '2026-05': '3.1' });
    expect(remedies('2026-05-10', target({ '2026-01': 3, '2026-05': '3.1', '2026-07': '3.3' }), base)).toEqual([
      ['min-periods-between', 'schedule', '2026-08'],
    ]);
    expect(isAllowed('2026-05-10', target({ '2026-01': 3, '2026-05': '3.1', '2026-08': '3.3' }), base)).toBe(true);
  });

  test('with the step that is planned, where nothing fits before it', () => {
    const base = target({ '2026-01': 3, '2026-10': '3.3' });
    expect(remedies('2026-05-10', target({ '2026-01': 3, '2026-08': '3.2', '2026-10': '3.3' }), base)).toEqual([
      ['min-periods-between', 'schedule', '2026-10'],
    ]);
    expect(isAllowed('2026-05-10', target({ '2026-01': 3, '2026-10': '3.2' }), base)).toBe(true);
  });

  test('three months after the last step there is no month left: the first one after the term', () => {
    const base = target({ '2026-01': 3, '2026-11': '3.1' });
    expect(remedies('2026-10-10', target({ '2026-01': 3, '2026-11': '3.1', '2026-12': '3.3' }), base)).toEqual([
      ['min-periods-between', 'longer-term', '2027-02'],
    ]);
    expect(isAllowed('2026-10-10', { ...LONGER, ...target({ '2026-01': 3, '2026-11': '3.1', '2027-02': '3.3' }) }, base)).toBe(true);
  });

  test('where a step from the planned value would be too large, not there', () => {
    // 2.5 is 17% below 3, and 24% below the 3.3 that holds from October on.
    const base = target({ '2026-01': 3, '2026-10': '3.3' });
    expect(remedies('2026-09-10', target({ '2026-01': 3, '2026-09': '2.5', '2026-10': '3.3' }), base)).toEqual([
      ['begun-period', 'none-left', undefined],
      ['min-periods-between', 'none-left', undefined],
    ]);
  });
});

describe('a fee', () => {
  const extra = { id: 'extra', kind: 'retainer', amount: 500 };
  const feesAnd = (...more: object[]) => ({ fees: [...CLAUSES.fees, ...more] });

  test('in the last month: a rate, one that comes, one that goes', () => {
    const asOf = '2026-12-10';
    expect(remedies(asOf, fees('base', { amount: 3300 }))).toEqual([['begun-period', 'longer-term', '2027-01']]);
    expect(isAllowed(asOf, { ...LONGER, ...fees('base', { amount: { '2026-01': 3000, '2027-01': 3300 } }) })).toBe(true);
    expect(remedies(asOf, feesAnd(extra))).toEqual([['begun-period', 'longer-term', '2027-01']]);
    expect(isAllowed(asOf, { ...LONGER, ...feesAnd({ ...extra, amount: { '2026-01': 0, '2027-01': 500 } }) })).toBe(true);
    expect(remedies(asOf, {}, feesAnd(extra))).toEqual([['begun-period', 'longer-term', '2027-01']]);
    expect(isAllowed(asOf, { ...LONGER, ...feesAnd({ ...extra, amount: { '2026-01': 500, '2027-01': 0 } }) }, feesAnd(extra))).toBe(true);
  });

  test('that is 0 in what is left has nothing to change there', () => {
    const once = (amount: number) => feesAnd({ ...extra, amount: { '2026-01': amount, '2026-04': 0 } });
    expect(remedies('2026-03-10', once(700), once(500))).toEqual([['begun-period', 'none-left', undefined]]);
  });
});

describe('grace', () => {
  const grace = (from: string, periods: number, ...waives: string[]) => ({ grace: { from, periods, waives } });

  test('that is new begins in the first month that can be changed', () => {
    expect(remedies('2026-11-10', grace('2026-11', 1, 'late'))).toEqual([['begun-period', 'grace-from', '2026-12']]);
    expect(isAllowed('2026-11-10', grace('2026-12', 1, 'late'))).toBe(true);
    expect(remedies('2026-12-10', grace('2026-12', 1, 'late'))).toEqual([['begun-period', 'longer-term', '2027-01']]);
    expect(isAllowed('2026-12-10', { ...LONGER, ...grace('2027-01', 1, 'late') })).toBe(true);
  });

  test('that runs keeps the months which have begun', () => {
    const base = grace('2026-01', 4, 'late');
    expect(remedies('2026-03-10', grace('2026-01', 2, 'late'), base)).toEqual([['begun-period', 'grace', '2026-04']]);
    expect(judged('2026-03-10', grace('2026-01', 2, 'late'), base).findings[0]?.with.least).toBe('3');
    expect(isAllowed('2026-03-10', grace('2026-01', 3, 'late'), base)).toBe(true);
    expect(isAllowed('2026-03-10', grace('2026-01', 5, 'late'), base)).toBe(true);
    // Another fee is 0 by its own schedule.
    const pool = fees('reward', { pool: { '2026-01': 5000, '2026-04': 0 } });
    expect(isAllowed('2026-03-10', { ...base, ...pool }, base)).toBe(true);
  });

  test('that is over does not come again: the penalty itself is 0', () => {
    const base = grace('2026-01', 2, 'late');
    expect(remedies('2026-06-10', grace('2026-07', 2, 'late'), base)).toEqual([['begun-period', 'grace-over', '2026-07']]);
    expect(isAllowed('2026-06-10', grace('2026-01', 8, 'late'), base)).toBe(false);
    const bands = { '2026-01': { '80%': '10%' }, '2026-07': { '80%': '0%' }, '2026-09': { '80%': '10%' } };
    expect(isAllowed('2026-06-10', { ...base, ...fees('late', { bands }) }, base)).toBe(true);
  });

  test('in the last month: only one that runs goes on with the term', () => {
    const running = grace('2026-11', 2, 'late');
    expect(remedies('2026-12-10', grace('2026-11', 1, 'late'), running)).toEqual([['begun-period', 'longer-term', '2027-01']]);
    expect(isAllowed('2026-12-10', { ...LONGER, ...grace('2026-11', 3, 'late') }, running)).toBe(true);
    const over = grace('2026-01', 2, 'late');
    // `from` and `periods` are two changes.
    const none = ['begun-period', 'none-left', undefined];
    expect(remedies('2026-12-10', grace('2026-12', 1, 'late'), over)).toEqual([none, none]);
  });
});

describe('the term', () => {
  const until = (to: string) => ({ term: { from: '2026-01-01', to } });

  test('ends on the last day of a month that has begun, or later', () => {
    expect(remedies('2026-03-10', until('2026-03-20'))).toEqual([['begun-period', 'term', '2026-03-31']]);
    expect(isAllowed('2026-03-10', until('2026-03-31'))).toBe(true);
    // April starts within the notice: its days stay as well.
    expect(remedies('2026-03-25', until('2026-04-20'))).toEqual([['notice', 'term', '2026-04-30']]);
    expect(isAllowed('2026-03-25', until('2026-04-30'))).toBe(true);
    expect(isAllowed('2026-03-25', until('2026-05-10'))).toBe(true);
  });

  test('in its last month it can only go on', () => {
    expect(remedies('2026-12-10', until('2026-12-20'))).toEqual([['begun-period', 'term-longer', '2026-12-31']]);
    expect(isAllowed('2026-12-10', until('2027-01-15'))).toBe(true);
    expect(remedies('2026-12-02', until('2026-12-31'), until('2026-12-20'))).toEqual([['begun-period', 'none-left', undefined]]);
  });
});

describe('a duty', () => {
  const duty = { id: 'photos', owes: 'brand', title: 'Photos', dueDay: 5, ifLate: { kpis: ['roas'], scoreAs: '100%' } };

  test('names new items that are 0 until a month which is told', () => {
    expect(remedies('2026-11-10', { duties: [duty] })).toEqual([['begun-period', 'of-new-items', '2026-12']]);
    const [gmv, roas] = CLAUSES.kpis;
    const weight = (before: string, from: string) => ({ '2026-01': before, '2026-12': from });
    const again = { ...roas, id: 'again', weight: weight('0%', '40%') };
    const clauses = {
      kpis: [gmv, { ...roas, weight: weight('40%', '0%') }, again],
      fees: CLAUSES.fees.filter(({ id }) => id !== 'late'),
    };
    const base = { fees: clauses.fees };
    expect(isAllowed('2026-11-10', { ...clauses, duties: [{ ...duty, ifLate: { kpis: ['again'], scoreAs: '100%' } }] }, base)).toBe(true);
  });
});

test.each([
  [
    'en',
    'No period of this term is left in which it could start. Let the term go on past 2026-12-31 (`term`: `to`) and it start in 2027-01. For 2026-12 agree on amounts: a `correction` event, which counts once the period is settled.',
  ],
  [
    'zh',
    '本合同期内已没有可供其生效的结算期。请将合同期延至 2026-12-31 之后（`term` 的 `to`），自 2027-01 起生效；对 2026-12 可议定金额：提交 `correction`（更正）事件，该期结算后生效。',
  ],
] as const)('every place in the sentence is filled (%s)', (locale: Locale, expected) => {
  const terms = termsOf(target({ '2026-01': 3, '2026-12': '3.3' }));
  const amendment = amendTo(terms, { base: termsOf(), asOf: '2026-12-10' });
  const text = JSON.stringify(amendmentParts({ amendment, terms, access: [], records: [], reads: [] }, locale)?.findings);
  expect(text).toContain(expected);
});
