import { expect, test } from 'vitest';
import { statementText } from '../../src/report/statement.js';
import { wholeReportContext } from '../../src/running/report-context.js';
import { computedWhileFrozen } from '../../src/settlement/computed-twice.js';
import { standingOf } from '../../src/settlement/standing.js';
import { linesOf, relationship, settleDays, statementOf } from './relationship.js';

/*
 * A retainer of 1,000 and 10% of 3,000: 1,300.00, settled as of 02-05, to be disputed until 02-15 and due on 03-02. The brand holds 260 of the 300
 * to be right. Before the statement is settled the 40 wait; a settled line is frozen (section 6), stays as settled and falls due.
 */
function disputed(on: string, later = '3000') {
  const dispute = { kind: 'dispute', party: 'brand', period: '2026-01', line: 'sales', claimed: 260, reason: 'r', evidence: ['e'] };
  const payment = { kind: 'payment', party: 'brand', amount: 1260, on: '2026-02-20', reference: 'wire' };
  const { terms, events } = relationship(
    {
      fees: [
        { id: 'base', kind: 'retainer', amount: 1000 },
        { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' },
      ],
    },
    undefined,
    { [`${on}-d.yaml`]: dispute, '2026-02-20-p.yaml': payment },
  );
  const values = (january: string) => ({ '2026-01': { revenue: january }, '2026-02': { revenue: '0' } });
  const ledger = settleDays(terms, events, [
    { asOf: '2026-02-05', values: values('3000') },
    { asOf: '2026-03-05', values: values(later) },
  ]);
  const [first] = ledger;
  const open = first === undefined ? [] : standingOf({ terms, events, ledger: [first], asOf: '2026-03-03' }).open;
  return { ledger, events, january: statementOf(ledger, '2026-01'), february: statementOf(ledger, '2026-02'), open };
}

test('what is disputed before its statement is settled waits until the dispute ends', () => {
  const { january, february, open } = disputed('2026-02-04');
  expect(linesOf(january)).toEqual(['base 1000.00', 'sales 260.00 disputed']);
  expect(open).toEqual([]);
  // filed on 02-04, it lapses on 03-06, after the statement of February
  expect(linesOf(february)).toEqual(['base 1000.00', 'sales 0.00']);
  expect(february.open).toEqual([{ period: '2026-02', amount: '1000.00', dueOn: '2026-03-30' }]);
});

test('what is disputed afterwards stays as it was settled, and is due', () => {
  const { january, february, open } = disputed('2026-02-10');
  expect(linesOf(january)).toEqual(['base 1000.00', 'sales 300.00']);
  expect(open).toEqual([{ period: '2026-01', amount: '40.00', dueOn: '2026-03-02', overdue: true }]);
  expect(linesOf(february)).toEqual(['base 1000.00', 'sales 0.00']);
  expect(february.balance).toBe('1040.00');
});

/* 10% of 2,950 is 295.00: five less, which the frozen line does not follow while the dispute is open. */
test('what a frozen line comes to meanwhile is told beside the claim', () => {
  const { ledger, events } = disputed('2026-02-10', '2950');
  const [first, second] = ledger;
  if (first === undefined || second === undefined) throw new Error('two are settled');
  expect(computedWhileFrozen(second, [first], events)).toEqual(new Map([['2026-01/sales', '295.00']]));
  expect(computedWhileFrozen(first, [], events)).toEqual(new Map());
  const told = statementText(second.statement, wholeReportContext(second, [first], events));
  const english = 'Computed 295.00 now, claimed 260.00; until then it stays at USD 300.00 as settled, and is due as settled.';
  expect(told).toContain(english);
  expect(told).toContain('现计算金额 295.00，主张金额 260.00；在此之前维持已结算的 USD 300.00，照常到期付款。');
});
