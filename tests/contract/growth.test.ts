import { expect, test } from 'vitest';
import { growthOf } from '../../src/contract/growth.js';
import { definitionsOf } from './formulas.js';

/** With which powers of time a formula grows, from the least to the most. */
function grows(formula: string, others: Readonly<Record<string, string>> = {}): string {
  const growth = growthOf(definitionsOf({ ...others, whole: formula }))('whole');
  return growth === null ? 'constant' : `${growth.least} to ${growth.most}`;
}

test('a sum grows with time, with constants or without', () => {
  for (const formula of [
    'paid',
    'paid - back',
    '-back',
    'paid * 2.40',
    'paid / 100',
    '0.15 * (paid - 3 * back)',
    'max(paid - 10000, 0)',
    'min(paid, sold)',
  ])
    expect([formula, grows(formula)]).toEqual([formula, '1 to 1']);
});

test('a quotient of two does not, whatever it is multiplied with or cut at', () => {
  for (const formula of [
    'spend / buyers',
    '(paid - spend) / paid',
    '1000 * spend / buyers',
    'max(spend / buyers, 0)',
    'paid / (paid + 5)',
    'paid / spend - 1',
  ])
    expect([formula, grows(formula)]).toEqual([formula, '0 to 0']);
  expect(grows('1 / buyers')).toBe('-1 to -1');
});

test('a flow times a quotient is one, and so is a product of two over a third', () => {
  expect(grows('paid * (1 - back / sold)')).toBe('1 to 1');
  expect(grows('paid * buyers / sold')).toBe('1 to 1');
  expect(grows('paid + paid / sold')).toBe('0 to 1');
});

test('metrics are read down to their measures; a constant alone says nothing', () => {
  expect(grows('spent / new', { spent: 'cost', new: 'buyers' })).toBe('0 to 0');
  expect(grows('cac * new', { cac: 'cost / new', new: 'buyers' })).toBe('1 to 1');
  expect(grows('3000')).toBe('constant');
  expect(grows('fixed + paid', { fixed: '3000' })).toBe('1 to 1');
});

test('a name that is nothing, and one that comes back to itself, are taken for measures', () => {
  expect(grows('whole + paid')).toBe('1 to 1');
  expect(grows('nothing')).toBe('1 to 1');
});
