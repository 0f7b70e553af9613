import { expect, it } from 'vitest';
import { definitions, linesOf, relationship, settleDays } from './relationship.js';

/*
 * Reviews are agreed, 5% of sales are paid. Sales are 98 to 102 a day but for 1,000 on 10 January; ads cost 10 to 14 a day but for 500 on the
 * 20th, and no fee goes by them. January's sales are 4,001, February's 2,800, March's 3,099.
 */
const daily = (days: number, least: number, wild: Readonly<Record<number, string>> = {}) =>
  Array.from({ length: days }, (_, at) => wild[at + 1] ?? String(least + ((at + 1) % 5)));
const values = {
  '2026-01': { revenue: daily(31, 98, { 10: '1000' }), spend: daily(31, 10, { 20: '500' }) },
  '2026-02': { revenue: daily(28, 98), spend: daily(28, 10) },
  '2026-03': { revenue: daily(31, 98), spend: daily(31, 10) },
};
const clauses = {
  review: { every: 'month' },
  watch: ['roas'],
  holds: { maxPeriods: 9 },
  fees: [
    { id: 'base', kind: 'retainer', amount: 100 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
  ],
};

function told(more: object = {}, events: Parameters<typeof relationship>[2] = {}): string[] {
  const { terms, events: filed } = relationship({ ...clauses, ...more }, definitions(true), events);
  const days = ['2026-02-05', '2026-03-05', '2026-04-05'].map((asOf) => ({ asOf, values }));
  return settleDays(terms, filed, days).map(({ statement }) => {
    const anomalies = statement.anomalies.map(({ id, reviewed }) => `${id}${reviewed ? ' reviewed' : ''}`);
    return `${statement.period} ${linesOf(statement).join(', ')} [${anomalies.join(', ')}]`;
  });
}

it('a day that stands out holds what goes by its measure, and is told of until it is reviewed', () => {
  const january = '2026-01 base 100.00, sales 0.00 held [revenue@2026-01-10, spend@2026-01-20]';
  const february = '2026-02 base 100.00, sales 140.00 [revenue@2026-01-10]';
  // of the ads, which hold nothing, the statement of their own month alone tells
  expect(told()).toEqual([january, february, '2026-03 base 100.00, sales 154.95 [revenue@2026-01-10]']);
  const review = (party: string, id: string) => ({
    '2026-03-10-seen.yaml': { kind: 'review', party, period: '2026-01', acknowledges: [id], findings: ['a sale'] },
  });
  expect(told({}, review('brand', 'revenue@2026-01-10'))).toEqual([
    january,
    february,
    '2026-03 base 100.00, sales 154.95, true-up/2026-01/sales 200.05 []',
  ]);
  expect(told({}, review('brand', 'spend@2026-01-20')).at(-1)).toBe('2026-03 base 100.00, sales 154.95 [revenue@2026-01-10]');
});

it('a day that stands out holds nothing where no reviews are agreed', () => {
  expect(told({ review: undefined })).toEqual([
    '2026-01 base 100.00, sales 200.05 [revenue@2026-01-10, spend@2026-01-20]',
    '2026-02 base 100.00, sales 140.00 []',
    '2026-03 base 100.00, sales 154.95 []',
  ]);
});
