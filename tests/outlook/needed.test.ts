import { expect, test } from 'vitest';
import { neededFor } from '../../src/outlook/needed.js';

/* What the days left must bring, as the guide works it out by hand (chapter 20). */

const rest = { expected: null, values: [], none: null };

test('of a cost per customer: on the customers still expected', () => {
  // 7,000 for 252 customers, 306 more expected, target 25: (25 × 558 − 7,000) ÷ 306 = 6,950 ÷ 306
  const cost = { ...rest, toDate: 7_000 / 252, rest: { over: 8_500, under: 306 } };
  const needed = neededFor(cost, { over: 7_000, under: 252 }, { target: 25, better: 'lower', daysLeft: 16 });
  expect(needed).toMatchObject({ kind: 'ratio' });
  expect(Number(needed !== null && 'value' in needed ? needed.value : 0)).toBeCloseTo(22.7124, 4);
});

test('of a return on spend: on the spend still expected', () => {
  // 21,000 on 7,500 spent, 8,000 more expected, target 3: (3 × 15,500 − 21,000) ÷ 8,000
  const back = { ...rest, toDate: 2.8, rest: { over: 24_000, under: 8_000 } };
  const needed = neededFor(back, { over: 21_000, under: 7_500 }, { target: 3, better: 'higher', daysLeft: 16 });
  expect(needed).toMatchObject({ kind: 'ratio', value: '3.1875' });
});
