import { expect, test } from 'vitest';
import { lintContext } from '../../src/contract/lint/lint-rule.js';
import type { Contract } from '../../src/contract/model.js';
import { always, kpi, terms } from './build-terms.js';

function segments(every: Contract['calendar']['every'], from: string, to: string, ...changes: string[]) {
  const target = [...always('3'), ...changes.map((period) => ({ from: period, value: '3.1' }))];
  const clean = terms().contract;
  const contract = { calendar: { ...clean.calendar, every }, term: { from, to }, kpis: [kpi({ target })] };
  return lintContext(terms({ contract }), [], []).segments.map(({ inForce, ...each }) => ({ ...each, inForce: inForce.toFraction() }));
}

test('one stretch of months where nothing changes, partly in force at both ends', () => {
  expect(segments('month', '2026-03-20', '2027-02-10')).toEqual([
    // 10 whole months, 12 ÷ 31 of March and 10 ÷ 28 of February: (8680 + 336 + 310) ÷ 868
    { period: '2026-03', periods: 12, inForce: '4663/434' },
  ]);
});

test('every change starts a stretch; what lies outside the term does not', () => {
  expect(segments('month', '2026-01-01', '2026-12-31', '2026-07', '2027-03')).toEqual([
    { period: '2026-01', periods: 6, inForce: '6' },
    { period: '2026-07', periods: 6, inForce: '6' },
  ]);
});

test('quarters', () => {
  expect(segments('quarter', '2026-01-01', '2027-06-30', '2026-Q4')).toEqual([
    { period: '2026-Q1', periods: 3, inForce: '3' },
    { period: '2026-Q4', periods: 3, inForce: '3' },
  ]);
});

test('ISO weeks, over the turn of a year with 53 of them', () => {
  expect(segments('week', '2026-12-21', '2027-01-17', '2027-W01')).toEqual([
    { period: '2026-W52', periods: 2, inForce: '2' },
    { period: '2027-W01', periods: 2, inForce: '2' },
  ]);
});

test('a term within one period, and parts of the first and the last stretch', () => {
  expect(segments('month', '2026-04-11', '2026-04-20')).toEqual([{ period: '2026-04', periods: 1, inForce: '1/3' }]);
  expect(segments('month', '2026-04-16', '2026-06-10', '2026-06')).toEqual([
    { period: '2026-04', periods: 2, inForce: '3/2' },
    { period: '2026-06', periods: 1, inForce: '1/3' },
  ]);
});
