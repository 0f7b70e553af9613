import { expect, test } from 'vitest';
import { earlierDisputes } from '../../src/report/open-disputes.js';
import { reportContext } from '../../src/running/report-context.js';
import { relationship, settleDays } from '../settlement/relationship.js';

/*
 * January's sales of 1,000 pay 10%: 100.00. February's statement counts 900, a true-up of -10.00 to 90.00. The brand disputes that true-up:
 * it should be -25, so that January's sales would be 100 - 25 = 75.00. March's statement keeps 90.00 until the dispute ends, and so does
 * April's, whose statement before no longer says what the true-up was on top of.
 */
test('a disputed true-up of an earlier statement is told by what the line would be in all', () => {
  const dispute = {
    kind: 'dispute',
    party: 'brand',
    period: '2026-02',
    line: 'true-up/2026-01/sales',
    claimed: -25,
    reason: 'r',
    evidence: ['e'],
  };
  const { terms, events } = relationship(
    {
      fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }],
      disputes: { days: 90, expert: 'An expert' },
    },
    undefined,
    { '2026-03-10-d.yaml': dispute },
  );
  const counted = (january: string) => ({
    '2026-01': { revenue: january },
    '2026-02': { revenue: '0' },
    '2026-03': { revenue: '0' },
  });
  const ledger = settleDays(terms, events, [
    { asOf: '2026-02-05', values: counted('1000') },
    { asOf: '2026-03-05', values: counted('900') },
    { asOf: '2026-04-05', values: counted('900') },
    { asOf: '2026-05-05', values: counted('900') },
  ]);
  const told = ledger.slice(2).map((entry, index) => {
    const { statement } = entry;
    const context = reportContext({ ...entry, terms }, ledger.slice(0, index + 2), events);
    return earlierDisputes(statement, context).map(({ line, claimed, paid }) => [statement.period, line, claimed, paid]);
  });
  expect(told).toEqual([[['2026-03', '2026-01/sales', '75.00', '90.00']], [['2026-04', '2026-01/sales', '75.00', '90.00']]]);
});
