import { expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { money } from '../../src/kernel/money.js';
import { balanceOf } from '../../src/settlement/balance.js';
import { openOn } from '../../src/settlement/open-again.js';
import { standingOf } from '../../src/settlement/standing.js';
import { tasksOf } from '../../src/settlement/tasks.js';
import { relationship, settleDays } from './relationship.js';

/*
 * January (100.00) is made on 5 February and due on 2 March, February (200.00) made on 5 March and due on 30 March. Payments are due 15
 * days after the day until which a statement may be disputed: so many days there are after a repayment, too.
 */
const made = [
  { period: '2026-01', asOf: '2026-02-05', dueOn: '2026-03-02', total: money('100.00', 'USD') },
  { period: '2026-02', asOf: '2026-03-05', dueOn: '2026-03-30', total: money('200.00', 'USD') },
] as const;
const pay = (amount: string, on: string) =>
  ({
    kind: 'payment',
    party: 'brand',
    amount,
    on,
    reference: `${on}/${amount}`,
    date: on,
    file: `${on}-payment.yaml`,
  }) as unknown as ContractEvent;
const told = (payments: readonly ContractEvent[], asOf: string, payment: { dueDays: number } | null = { dueDays: 15 }) =>
  openOn(made, payments, asOf, { currency: 'USD', payment }).open.map(({ period, amount, dueOn }) => `${period} ${amount} ${dueOn}`);

it.each([
  [
    'paid late and in full, then 50 paid back on 20 May: 15 days from then',
    [pay('300', '2026-04-20'), pay('-50', '2026-05-20')],
    ['2026-02 50.00 2026-06-04'],
  ],
  ['never paid', [], ['2026-01 100.00 2026-03-02', '2026-02 200.00 2026-03-30']],
  ['30 were never paid: the day stays', [pay('270', '2026-04-20'), pay('-50', '2026-05-20')], ['2026-02 80.00 2026-03-30']],
  [
    'both opened again by one repayment',
    [pay('300', '2026-04-20'), pay('-250', '2026-05-20')],
    ['2026-01 50.00 2026-06-04', '2026-02 200.00 2026-06-04'],
  ],
  [
    'the first repayment that opened it counts, not one more',
    [pay('300', '2026-04-20'), pay('-50', '2026-05-20'), pay('-20', '2026-05-24')],
    ['2026-02 70.00 2026-06-04'],
  ],
  [
    'paid in between: the repayment after that counts',
    [pay('300', '2026-04-20'), pay('-50', '2026-04-25'), pay('50', '2026-05-01'), pay('-20', '2026-05-20')],
    ['2026-02 20.00 2026-06-04'],
  ],
  [
    'paid and paid back on one day was not paid',
    [pay('300', '2026-04-20'), pay('-300', '2026-04-20')],
    ['2026-01 100.00 2026-03-02', '2026-02 200.00 2026-03-30'],
  ],
  [
    '15 days that end before its own day do not hasten it',
    [pay('300', '2026-03-06'), pay('-50', '2026-03-10')],
    ['2026-02 50.00 2026-03-30'],
  ],
  [
    'what was paid ahead and given back before a statement is no repayment of it',
    [pay('100', '2026-02-06'), pay('200', '2026-02-20'), pay('-200', '2026-03-01')],
    ['2026-02 200.00 2026-03-30'],
  ],
])('%s', (_, payments, expected) => expect(told(payments, '2026-05-25')).toEqual(expected));

it('without agreed days there is none, and the balance is that of every statement', () => {
  const payments = [pay('300', '2026-04-20'), pay('-50', '2026-05-20')];
  const undated = made.map((each) => ({ ...each, dueOn: null }));
  expect(openOn(undated, payments, '2026-05-25', { currency: 'USD', payment: null }).open).toEqual([
    { period: '2026-02', amount: '50.00', dueOn: null },
  ]);
  expect(openOn(made, payments, '2026-05-25', { currency: 'USD', payment: { dueDays: 15 } }).balance).toBe('50.00');
  expect(balanceOf(made, payments, '2026-05-25', 'USD').balance).toBe('50.00');
});

/*
 * A retainer of 1,000.00, made on 5 February and due on 2 March (10 days to dispute, 15 to pay). Paid on 20 April; 100.00 are paid back on
 * 20 May, and so due again on 4 June: overdue from 5 June on.
 */
it('what a repayment opens again is overdue after the days that it has from then, not since the first day', () => {
  const { terms } = relationship({ fees: [{ id: 'base', kind: 'retainer', amount: 1000 }] });
  const payments = [pay('1000', '2026-04-20'), pay('-100', '2026-05-20')];
  const ledger = settleDays(terms, [], [{ asOf: '2026-02-05', values: {} }]);
  const tasks = (asOf: string) =>
    tasksOf(standingOf({ terms, events: payments, ledger, asOf }), 'workflow').filter(({ task }) => task === 'pay');
  expect(tasks('2026-04-10')).toMatchObject([{ on: '2026-03-02', amount: '1000.00', overdue: true }]);
  expect(tasks('2026-05-01')).toEqual([]);
  expect(tasks('2026-05-25')).toMatchObject([{ on: '2026-06-04', amount: '100.00', period: '2026-01', overdue: false }]);
  expect(tasks('2026-06-05')).toMatchObject([{ on: '2026-06-04', amount: '100.00', overdue: true }]);
});
