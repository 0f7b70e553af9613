import { expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { money, moneyText } from '../../src/kernel/money.js';
import { balanceOf, payByOf, setOffOf } from '../../src/settlement/balance.js';
import { type MadeOn, refundsOf } from '../../src/settlement/refunds.js';

/*
 * Statements are made on the 5th of the month after theirs and due on the 30th of that: January is made on 5 February and due on
 * 30 February, said here `02-30`, as no calendar is asked.
 */
const made = (...totals: readonly string[]): MadeOn[] =>
  totals.map((total, at) => ({
    period: `2026-0${at + 1}`,
    asOf: `2026-0${at + 2}-05`,
    dueOn: `2026-0${at + 2}-30`,
    total: money(total, 'USD'),
  }));
const pay = (amount: string, on: string) =>
  ({ kind: 'payment', party: 'brand', amount, on, reference: `${on}/${amount}` }) as unknown as ContractEvent;
const told = (totals: readonly string[], payments: readonly ContractEvent[], asOf = '2026-12-31') =>
  refundsOf(made(...totals), payments, asOf, 'USD').map(({ period, amount, dueOn }) => `${period} ${amount} ${dueOn}`);

it.each([
  ['nothing where nothing is in the brand’s favour', ['100.00', '0.00'], [], []],
  ['a total below 0 of a contract that owes nothing', ['-50.00'], [], ['2026-01 50.00 2026-02-30']],
  ['one after a statement that was paid', ['100.00', '-50.00'], [pay('100', '2026-02-20')], ['2026-02 50.00 2026-03-30']],
  ['what an unpaid statement leaves of it: 50 − 30', ['30.00', '-50.00'], [], ['2026-02 20.00 2026-03-30']],
  ['nothing of what is set off wholly', ['80.00', '-50.00'], [], []],
  ['what a later statement leaves of it: 50 − 30', ['-50.00', '30.00'], [], ['2026-01 20.00 2026-02-30']],
  ['nothing that a later statement uses up', ['-50.00', '60.00'], [], []],
  ['the later of two as far as a statement uses up the first', ['-50.00', '-20.00', '60.00'], [], ['2026-02 10.00 2026-03-30']],
  ['both, oldest first', ['-50.00', '-20.00'], [], ['2026-01 50.00 2026-02-30', '2026-02 20.00 2026-03-30']],
  ['nothing that is paid back', ['-50.00'], [pay('-50', '2026-02-28')], []],
  ['what is paid back in part: 50 − 20', ['-50.00'], [pay('-20', '2026-02-28')], ['2026-01 30.00 2026-02-30']],
  ['not what was paid ahead', ['100.00'], [pay('200', '2026-02-20')], []],
  ['a refund beside what was paid ahead', ['100.00', '-50.00'], [pay('200', '2026-02-20')], ['2026-02 50.00 2026-03-30']],
  [
    'the refund still where a statement uses up what was paid ahead before it: 100 of 100',
    ['100.00', '-50.00', '100.00'],
    [pay('200', '2026-02-20')],
    ['2026-02 50.00 2026-03-30'],
  ],
  ['no refund that is paid back, whatever was paid ahead', ['100.00', '-50.00'], [pay('200', '2026-02-20'), pay('-50', '2026-03-20')], []],
  ['what a payment of its own day leaves: it counts first', ['-50.00'], [pay('-50', '2026-02-05')], []],
] as const)('%s', (_, totals, payments, expected) => {
  expect(told(totals, payments)).toEqual(expected);
});

it('knows statements and payments up to a day', () => {
  const of = (asOf: string) => told(['-50.00', '30.00'], [pay('-20', '2026-02-28')], asOf);
  expect([of('2026-02-04'), of('2026-02-05'), of('2026-02-28'), of('2026-03-05')]).toEqual([
    [],
    ['2026-01 50.00 2026-02-30'],
    ['2026-01 30.00 2026-02-30'],
    [],
  ]);
});

it('says of the last statement what that itself says of its set-off, and never more than the balance', () => {
  const amounts = ['-70.00', '-20.00', '0.00', '20.00', '50.00'];
  const paid = [[], [pay('60', '2026-02-20')], [pay('-10', '2026-02-20')], [pay('60', '2026-03-03'), pay('-30', '2026-03-04')]];
  let refunded = 0;
  for (const first of amounts) {
    for (const second of amounts) {
      for (const payments of paid) {
        const statements = made(first, second);
        const { balance, open } = balanceOf(statements, payments, '2026-03-05', 'USD');
        const statement = { period: '2026-02', total: second, balance, open, dueOn: '2026-03-30', currency: 'USD' };
        const refunds = refundsOf(statements, payments, '2026-03-05', 'USD');
        const { left } = setOffOf(statement);
        expect(refunds.find(({ period }) => period === '2026-02')?.amount ?? '0.00').toBe(moneyText(left));
        const sum = refunds.reduce((all, { amount }) => all + money(amount, 'USD').minor, 0n);
        const owed = -money(balance, 'USD').minor;
        expect(sum <= (owed > 0n ? owed : 0n)).toBe(true);
        if (sum > 0n) refunded += 1;
      }
    }
  }
  expect(refunded).toBeGreaterThan(20);
});

it('whether a total is to be paid, and by when', () => {
  const own = { period: '2026-02', amount: '30.00', dueOn: '2026-03-30' };
  const of = (total: string, balance: string, open: readonly (typeof own)[] = []) =>
    payByOf({ period: '2026-02', dueOn: '2026-03-30', currency: 'USD', total, balance, open });
  const [thirty, twenty] = [money('30.00', 'USD'), money('20.00', 'USD')];
  expect(of('0.00', '10.00')).toEqual({ state: 'zero' });
  expect(of('30.00', '0.00')).toEqual({ state: 'covered' });
  expect(of('50.00', '30.00', [own])).toEqual({ state: 'pay', on: '2026-03-30', left: thirty });
  expect(of('-50.00', '10.00')).toEqual({ state: 'set-off' });
  expect(of('-50.00', '-20.00')).toEqual({ state: 'refund', on: '2026-03-30', left: twenty });
});
