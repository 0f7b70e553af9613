import { expect, test } from 'vitest';
import { proveTree } from '../../src/contract/metric-tree.js';
import { CLAUSE, definitionsOf } from './formulas.js';

/** What a tree `whole = first * second / third …` comes to: `same`, or what is left. */
function left(formulas: Readonly<Record<string, string>>, ...factors: readonly string[]): string {
  const made = factors.map((factor) => ({ metric: factor.replace('per ', ''), per: factor.startsWith('per ') }));
  const proof = proveTree(definitionsOf(formulas), { metric: 'whole', factors: made, clause: CLAUSE });
  return proof.kind === 'left' ? proof.over : proof.kind;
}

const SHOP = { aov: 'paid / orders', conversion: 'orders / clicks', cpc: 'spend / clicks' };

test('a product whose formulas cancel is the metric', () => {
  expect(left({ ...SHOP, whole: 'paid / spend' }, 'aov', 'conversion', 'per cpc')).toBe('same');
  expect(left({ net: 'paid - back', aov: 'net / orders', n: 'orders', whole: 'paid - back' }, 'aov', 'n')).toBe('same');
  // a + b in another order, a number on either side, and a sum of quotients
  expect(left({ x: '2 * (a + b)', y: '0.5 / c', whole: '(b + a) / c' }, 'x', 'y')).toBe('same');
  expect(left({ x: 'a / c + b / c', y: 'c', whole: 'a + b' }, 'x', 'y')).toBe('same');
  expect(left({ x: 'min(a, b) / c', y: 'c', whole: 'min(b, a)' }, 'x', 'y')).toBe('same');
});

test('else what is left is told', () => {
  expect(left({ ...SHOP, whole: 'paid / spend' }, 'aov', 'conversion')).toBe('spend / clicks');
  expect(left({ ...SHOP, whole: 'paid / spend' }, 'aov', 'per cpc')).toBe('clicks / orders');
  expect(left({ x: 'paid - back', y: '2 * orders', whole: 'paid' }, 'x', 'y')).toBe('(-2 * back * orders + 2 * orders * paid) / paid');
  expect(left({ x: 'a', y: '1.1', whole: 'a' }, 'x', 'y')).toBe('1.1');
  expect(left({ x: 'max(a, b)', y: '1', whole: 'a' }, 'x', 'y')).toBe('max(a, b) / a');
  expect(left({ x: 'a - a', y: 'b', whole: 'a' }, 'x', 'y')).toBe('0');
});
