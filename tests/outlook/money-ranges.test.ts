import { expect, test } from 'vitest';
import { money } from '../../src/kernel/money.js';
import { moneyRanges } from '../../src/outlook/scenario-ranges.js';

const usd = (...amounts: string[]) => amounts.map((amount) => money(amount, 'USD'));

test('what is expected of the lines adds up to what is expected in all, to the cent; a line that is certain stays as it is', () => {
  // 1.005 and 2.005 are 1.00 and 2.00 each by itself, and 3.01 together: the missing cent goes to the first of two equal rests.
  const lines = [
    { id: 'base', amounts: usd('10.00', '10.00') },
    { id: 'reward', amounts: usd('1.00', '1.01') },
    { id: 'sales', amounts: usd('2.00', '2.01') },
  ];
  const { lines: found, total } = moneyRanges(lines, usd('13.00', '13.02'), 'USD');
  expect([...found].map(([id, { expected }]) => `${id} ${expected}`)).toEqual(['base 10.00', 'reward 1.01', 'sales 2.00']);
  expect(total).toEqual({ expected: '13.01', low: '13.00', high: '13.02' });
});

test('a deduction loses the cent that its rest rounds away', () => {
  // −0.005 is 0.00 by itself; with 1.005 it is 1.00: floors −0.01 and 1.00, and the cent that is left goes to the first.
  const lines = [
    { id: 'cut', amounts: usd('0.00', '-0.01') },
    { id: 'sales', amounts: usd('1.00', '1.01') },
  ];
  const { lines: found, total } = moneyRanges(lines, usd('1.00', '1.00'), 'USD');
  expect([...found.values()].map(({ expected }) => expected)).toEqual(['0.00', '1.00']);
  expect(total.expected).toBe('1.00');
});
