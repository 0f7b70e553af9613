import { describe, expect, test } from 'vitest';
import { changeItems } from '../../src/report/amendment.js';
import { definitions, relationship } from '../settlement/relationship.js';
import { amendTo } from './clauses.js';

/* Months that become weeks, or quarters that become months: terms that nobody changed are no changes, whatever their entries are called. */

type Json = Readonly<Record<string, unknown>>;

const calendar = (every: string) => ({ calendar: { every, timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 3 } });
const read = (every: string, first: string, more: Json = {}, fee: Json = {}) =>
  relationship(
    {
      ...calendar(every),
      term: { from: '2026-01-01', to: '2026-12-31' },
      kpis: [
        { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 10000, threshold: '0.8x', cap: '120%' },
      ],
      fees: [
        { id: 'base', kind: 'retainer', amount: { [first]: 3000 } },
        { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%', 8000: '7%' }, mode: 'marginal', accumulate: 'period', ...fee },
        { id: 'late', kind: 'penalty', of: 'base', by: 'gmv', bands: { '80%': '10%' } },
        { id: 'top', kind: 'cap', period: 9000, term: 90000 },
      ],
      grace: { from: first, periods: 1, waives: ['late'] },
      amendments: { noticeDays: 14 },
      ...more,
    },
    definitions(false),
  ).terms;

const changed = (base: ReturnType<typeof read>, head: ReturnType<typeof read>, asOf = '2025-12-01') => {
  const amendment = amendTo(head, { base, asOf });
  const paths = amendment.changes.map(({ path }) => path.join('/'));
  return { amendment, paths, findings: amendment.findings.map(({ code, later, path }) => [path.join('/'), code, later]) };
};

describe('another kind of period', () => {
  test('is one change, and says what becomes of the numbers', () => {
    const { amendment, paths, findings } = changed(read('month', '2026-01'), read('week', '2026-W01'));
    expect(paths).toEqual(['calendar/every']);
    expect(findings).toEqual([]);
    expect(amendment.favours).toBe('unclear');
    const items = changeItems({ amendment, terms: read('week', '2026-W01'), access: [], records: [] }, amendment.changes, {
      locale: 'en',
      most: 240,
    });
    expect(JSON.stringify(items)).toContain('keeps its numbers, for each week instead of each month');
  });

  test('too late, it is refused once, and nothing is said of what would not change', () => {
    const { findings } = changed(read('quarter', '2026-Q1'), read('month', '2026-01'), '2025-12-25');
    expect(findings).toEqual([['calendar/every', 'notice', 'next-contract']]);
  });

  test('an entry of July says the same as one of the third quarter, and one of August does not', () => {
    const step = (from: string) => ({ tiers: { [from.startsWith('2026-Q') ? '2026-Q1' : '2026-01']: { 0: '5%' }, [from]: { 0: '6%' } } });
    const quarters = read('quarter', '2026-Q1', {}, step('2026-Q3'));
    expect(changed(quarters, read('month', '2026-01', {}, step('2026-07'))).paths).toEqual(['calendar/every']);
    const { amendment, paths } = changed(quarters, read('month', '2026-01', {}, step('2026-08')));
    expect(paths).toEqual(['calendar/every', 'fees/sales/tiers']);
    expect(amendment.changes.map(({ favours }) => favours)).toEqual(['unclear', 'unclear']);
  });
});
