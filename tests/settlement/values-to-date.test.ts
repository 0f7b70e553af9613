import { describe, expect, it } from 'vitest';
import { definitions, linesOf, relationship, settleDays, statementOf } from './relationship.js';

/*
 * What a statement reads of earlier periods: bases that accumulate, milestones, wagers. Every figure is worked out by hand
 * from the contract language.
 */
const dispute = (line: string, claimed: number) => ({
  kind: 'dispute',
  party: 'provider',
  period: '2026-01',
  line,
  claimed,
  reason: 'counted otherwise',
  evidence: ['mail'],
});

/** The shop's value and orders, and the value as analytics saw it: where they are apart by more than 5%, `gmv` is held. */
const RECONCILED = {
  facts: {
    sales: { table: 'shop.sales', grain: ['id'], custodian: 'brand' },
    analytics: { table: 'shop.analytics', grain: ['id'], custodian: 'brand' },
  },
  measures: {
    revenue: { definition: 'paid orders', of: 'sales', sum: 'amount', when: 'ts' },
    orders: { definition: 'orders', of: 'sales', count: 'rows', when: 'ts' },
    seen: { definition: 'value as seen', of: 'analytics', sum: 'amount', when: 'ts' },
  },
  metrics: {
    gmv: { title: 'GMV', formula: 'revenue', unit: 'money', type: 'flow' },
    volume: { title: 'Orders', formula: 'orders', unit: 'number', type: 'flow' },
  },
  reconcile: [{ id: 'shop-vs-analytics', left: 'revenue', right: 'seen', tolerance: '5%', onBreach: 'hold' }],
};
const TWO_MONTHS = {
  term: { from: '2026-01-01', to: '2026-02-28' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 0 },
};

/** A milestone of 100 that January's 60 reached, settled on some days with what was filed. */
function settledGoal(due: string, filed: Readonly<Record<string, Readonly<Record<string, unknown>>>>, ...days: string[]) {
  const goal = { id: 'goal', kind: 'milestone', amount: 100, due, metric: 'gmv', atLeast: 50 };
  const values = { '2026-01': { revenue: '60' }, '2026-02': { revenue: '10' } };
  const { terms, events } = relationship({ fees: [goal] }, definitions(false), filed);
  return settleDays(
    terms,
    events,
    days.map((asOf) => ({ asOf, values })),
  );
}

/** January's is trued up, February's is not. */
function expectOfJanuaryAlone(lines: readonly string[]): void {
  expect(lines.filter((line) => line.startsWith('true-up/2026-02'))).toEqual([]);
  expect(lines.some((line) => line.startsWith('true-up/2026-01/goal'))).toBe(true);
}

const accepted = (on: string) => ({ kind: 'acceptance', party: 'brand', milestone: 'goal', on });

describe('a dispute that sets nothing aside', () => {
  it('moves no base: a later commission that accumulates counts with what is measured', () => {
    const sales = {
      id: 'sales',
      kind: 'commission',
      base: 'gmv',
      tiers: { '0': '10%', '100': '20%' },
      mode: 'whole',
      accumulate: 'term',
    };
    const { terms, events } = relationship({ fees: [sales] }, definitions(false), { '2026-02-06-dispute.yaml': dispute('sales', 50) });
    const ledger = settleDays(terms, events, [
      { asOf: '2026-02-05', values: { '2026-01': { revenue: '60' } } },
      { asOf: '2026-03-05', values: { '2026-01': { revenue: '90' }, '2026-02': { revenue: '50' } } },
    ]);
    // 20% × 140 = 28.00 less 10% × 90 = 9.00; January itself stays frozen at its 6.00
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['sales 19.00']);
  });

  it('keeps a milestone from being paid in a later period', () => {
    const filed = {
      '2026-02-06-dispute.yaml': dispute('goal', 80),
      '2026-02-07-acceptance.yaml': accepted('2026-01-20'),
    };
    const ledger = settledGoal('2026-02-20', filed, '2026-02-05', '2026-03-05', '2026-04-05');
    // accepted for 20 January, when 60 had been reached: January's, once the dispute has lapsed on 8 March
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['goal 0.00']);
    expectOfJanuaryAlone(linesOf(statementOf(ledger, '2026-03')));
  });
});

describe('a milestone that a dispute had a part set aside of before it was accepted', () => {
  it('is paid in no later period', () => {
    const filed = {
      '2026-02-05-dispute.yaml': { ...dispute('goal', -80), party: 'brand' },
      '2026-02-07-acceptance.yaml': accepted('2026-01-20'),
    };
    const ledger = settledGoal('2026-02-20', filed, '2026-02-05', '2026-03-05', '2026-04-05');
    // January's 0 was disputed as it was settled; accepted for 20 January, it is January's as soon as the dispute has lapsed on 7 March
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['goal 0.00 disputed']);
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['goal 0.00']);
    expectOfJanuaryAlone(linesOf(statementOf(ledger, '2026-03')));
  });
});

describe('a milestone of which both fixed the line of an earlier period', () => {
  const resolution = (answers: string, amount: number) => ({ kind: 'resolution', answers, amount });

  it('is paid where it is accepted, when that line was worth nothing', () => {
    const ledger = settledGoal(
      '2026-03-25',
      {
        '2026-02-01-dispute.yaml': dispute('goal', -30),
        '2026-02-03-resolution.yaml': resolution('2026-02-01-dispute.yaml', -30),
        '2026-02-20-acceptance.yaml': accepted('2026-02-20'),
      },
      '2026-02-05',
      '2026-03-05',
    );
    // what both agreed to take off in January is no payment of the milestone
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['goal -30.00']);
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['goal 100.00']);
  });

  it('is paid in no other when that line once was worth something, whatever they fixed later', () => {
    const ledger = settledGoal(
      '2026-03-25',
      {
        '2026-02-06-dispute.yaml': dispute('goal', 40),
        '2026-02-08-resolution.yaml': resolution('2026-02-06-dispute.yaml', 40),
        '2026-03-06-dispute.yaml': { ...dispute('true-up/2026-01/goal', 0), period: '2026-02' },
        '2026-03-08-resolution.yaml': resolution('2026-03-06-dispute.yaml', -20),
        '2026-03-20-acceptance.yaml': accepted('2026-03-20'),
      },
      '2026-02-05',
      '2026-03-05',
      '2026-04-05',
    );
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['goal 0.00', 'true-up/2026-01/goal 40.00']);
    // the true-up of 40.00 is to be −20.00: −60.00; March, when it is accepted, pays nothing
    expect(linesOf(statementOf(ledger, '2026-03'))).toEqual(['goal 0.00', 'true-up/2026-01/goal -60.00']);
  });
});

describe('a period outside the window', () => {
  it('that is measured for a held line stays as it was settled for what was known then', () => {
    const fees = [
      { id: 'sales', kind: 'commission', base: 'gmv', tiers: { '0': '10%' }, mode: 'marginal', accumulate: 'period' },
      {
        id: 'bet',
        kind: 'wager',
        metric: 'volume',
        better: 'higher',
        target: 3,
        over: 'term',
        deadband: 0,
        rate: 5,
        limit: 100,
        onEarlyEnd: 'void',
      },
    ];
    const { terms, events } = relationship({ ...TWO_MONTHS, fees }, RECONCILED);
    const ledger = settleDays(terms, events, [
      { asOf: '2026-02-05', values: { '2026-01': { revenue: '100', seen: '200', orders: '2' } } },
      {
        asOf: '2026-03-05',
        values: { '2026-01': { revenue: '100', seen: '100', orders: '1' }, '2026-02': { revenue: '200', seen: '200', orders: '2' } },
      },
    ]);
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['sales 0.00 held', 'bet 0.00']);
    // January's 2 orders as settled and February's 2: one more than 3; January's value, held then, is known now
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['sales 20.00', 'bet 5.00', 'true-up/2026-01/sales 10.00']);
  });

  it('that a reconciliation kept unknown is measured while a milestone depends on it', () => {
    const goal = { id: 'goal', kind: 'milestone', amount: 100, due: '2026-02-20', metric: 'gmv', atLeast: 800 };
    const { orders: _orders, ...measures } = RECONCILED.measures;
    const words = { ...RECONCILED, measures, metrics: { gmv: RECONCILED.metrics.gmv } };
    const { terms, events } = relationship({ ...TWO_MONTHS, fees: [goal] }, words, {
      '2026-02-10-acceptance.yaml': { kind: 'acceptance', party: 'brand', milestone: 'goal', on: '2026-02-10' },
    });
    const ledger = settleDays(terms, events, [
      { asOf: '2026-02-05', values: { '2026-01': { revenue: '500', seen: '900' } } },
      { asOf: '2026-03-05', values: { '2026-01': { revenue: '500', seen: '500' }, '2026-02': { revenue: '300', seen: '300' } } },
    ]);
    expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['goal 0.00']);
    expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['goal 100.00']);
  });
});
