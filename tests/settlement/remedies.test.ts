import { describe, expect, test } from 'vitest';
import { renderStatementMarkdown } from '../report/rendered.js';
import { linesOf, relationship, settleDays, type Values } from './relationship.js';

/* What a statement prints as the way out of a hold works when it is done exactly as printed. */

const sales = { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' };
const clauses = {
  term: { from: '2026-01-01', to: '2026-02-28' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 3 },
  review: { every: 'month' },
  fees: [sales],
};
const words = {
  facts: {
    sales: { table: 'shop.sales', grain: ['id'], custodian: 'brand' },
    ga: { table: 'ga.sales', grain: ['id'], custodian: 'provider' },
  },
  measures: {
    revenue: { definition: 'paid orders', of: 'sales', sum: 'amount', when: 'ts' },
    seen: { definition: 'seen orders', of: 'ga', sum: 'amount', when: 'ts' },
  },
  metrics: { gmv: { title: 'GMV', formula: 'revenue', unit: 'money', type: 'flow' } },
  reconcile: [{ id: 'shop-vs-ga', left: 'revenue', right: 'seen', tolerance: '5%', onBreach: 'flag' }],
};
const days = ['2026-02-05', '2026-03-05', '2026-03-20', '2026-04-05'];

function settle(at: (asOf: string) => Values, events: Parameters<typeof relationship>[2] = {}, reconcile = true, more = {}) {
  const { reconcile: rules, measures, facts, ...rest } = words;
  const plain = { ...rest, measures: { revenue: measures.revenue }, facts: { sales: facts.sales } };
  const { terms, events: known } = relationship(
    { ...clauses, ...more },
    reconcile ? { ...rest, measures, facts, reconcile: rules } : plain,
    events,
  );
  const ledger = settleDays(
    terms,
    known,
    days.map((asOf) => ({ asOf, values: at(asOf) })),
  );
  return ledger.map(({ statement }) => ({
    lines: linesOf(statement).join(', '),
    printed: renderStatementMarkdown(statement, { terms, history: [], events: [], before: null, disputedFrom: new Map() }, 'en'),
  }));
}

const review = (party: string, acknowledges: string) => ({
  kind: 'review',
  party,
  period: '2026-02',
  findings: ['seen'],
  actions: ['none'],
  acknowledges: [acknowledges],
});

describe('the remedy that a statement prints', () => {
  test('of a flagged reconciliation: a review names it, also one of a later period', () => {
    const values = (): Values => ({ '2026-01': { revenue: '1000', seen: '500' }, '2026-02': { revenue: '1000', seen: '1000' } });
    const [first] = settle(values);
    expect(first?.lines).toBe('sales 0.00 held');
    const named = /Released once a review acknowledges `([^`]+)`/.exec(first?.printed ?? '')?.[1] ?? '';
    expect(named).toBe('shop-vs-ga');
    expect(settle(values, { '2026-03-01-review.yaml': review('brand', named) })[1]?.lines).toBe(
      'sales 100.00, true-up/2026-01/sales 100.00',
    );
  });

  test('of a large true-up: the party that is named acknowledges it, or the day that is named comes', () => {
    const values = (asOf: string): Values => ({
      '2026-01': { revenue: asOf > '2026-02-05' ? '2000' : '1000' },
      '2026-02': { revenue: '0' },
    });
    const [, second, third] = settle(values, {}, false);
    expect(second?.lines).toBe('sales 0.00, true-up/2026-01/sales 0.00 held');
    const way =
      /after (\w+) files a review with `acknowledges: \[([^`]+)\]`, and without one in the first on or after (\S+)\.(?:\s|$)/.exec(
        second?.printed ?? '',
      );
    expect(way?.slice(1)).toEqual(['Brand', 'true-up/2026-01/sales', '2026-03-15']);
    // The next statement comes after that day: 5 April.
    expect(third?.lines).toBe('true-up/2026-01/sales 100.00');
    // Sixty days to wait, and the party that is named says yes on 20 March: the next statement pays it all the same.
    const patient = { acceptance: { days: 60, silence: 'accepts' } };
    expect(settle(values, {}, false, patient)[2]?.lines).toBe('true-up/2026-01/sales 0.00 held');
    const said = { '2026-03-20-review.yaml': review('brand', way?.[2] ?? '') };
    expect(settle(values, said, false, patient)[2]?.lines).toBe('true-up/2026-01/sales 100.00');
  });

  test('of data that are not complete: complete data come', () => {
    const values = (asOf: string): Values => ({
      '2026-01': { revenue: asOf > '2026-02-05' ? '1000' : null },
      '2026-02': { revenue: '0' },
    });
    const [first, second] = settle(values, {}, false);
    expect(first?.printed).toContain('Released by the next settlement that finds complete data from Brand');
    expect(second?.lines).toBe('sales 0.00, true-up/2026-01/sales 100.00');
  });
});
