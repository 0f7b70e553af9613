import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesIn, parseFormula, resolveNames, type WrittenExpression } from '../../src/contract/formula.js';

function tree(text: string): unknown {
  const parsed = parseFormula(text);
  if ('problem' in parsed) return parsed.problem;
  return resolveNames(parsed.expression, (name) => name.startsWith('m_'));
}

const a = { measure: 'a' };
const b = { measure: 'b' };
const c = { measure: 'c' };

test.each([
  ['a', a],
  ['m_x', { metric: 'm_x' }],
  ['1.50', { number: '1.50' }],
  ['a + b * c', { op: '+', left: a, right: { op: '*', left: b, right: c } }],
  ['(a + b) * c', { op: '*', left: { op: '+', left: a, right: b }, right: c }],
  ['a - b - c', { op: '-', left: { op: '-', left: a, right: b }, right: c }],
  ['a / b / c', { op: '/', left: { op: '/', left: a, right: b }, right: c }],
  ['-a * b', { op: '*', left: { negate: a }, right: b }],
  ['a - -b', { op: '-', left: a, right: { negate: b } }],
  ['--a', a],
  ['min(a, b, c)', { op: 'min', left: { op: 'min', left: a, right: b }, right: c }],
  [
    'max(a - 1, min(b, 2))',
    { op: 'max', left: { op: '-', left: a, right: { number: '1' } }, right: { op: 'min', left: b, right: { number: '2' } } },
  ],
  ['  a\t+ b ', { op: '+', left: a, right: b }],
])('%s', (text, expected) => {
  expect(tree(text)).toEqual(expected);
});

test.each([
  ['', { problem: 'operand', index: 0 }],
  ['   ', { problem: 'operand', index: 0 }],
  ['a +', { problem: 'operand', index: 3 }],
  ['a + * b', { problem: 'operand', index: 4 }],
  ['a b', { problem: 'operator', index: 2 }],
  ['(a', { problem: 'bracket', index: 0 }],
  ['a)', { problem: 'bracket', index: 1 }],
  ['min(a)', { problem: 'arguments', index: 0 }],
  ['min a', { problem: 'arguments', index: 0 }],
  ['min(a, b', { problem: 'bracket', index: 0 }],
  ['a % b', { problem: 'character', index: 2 }],
  ['a + é', { problem: 'character', index: 4 }],
  ['1e5', { problem: 'operator', index: 1 }],
  ['.5', { problem: 'character', index: 0 }],
  [`${'('.repeat(70)}a${')'.repeat(70)}`, { problem: 'depth', index: 60 }],
])('refuses %s', (text, expected) => {
  expect(tree(text)).toEqual(expected);
});

test('knows where names stand', () => {
  const parsed = parseFormula('revenue / (spend + revenue)');
  expect('expression' in parsed ? namesIn(parsed.expression) : []).toEqual([
    { name: 'revenue', index: 0 },
    { name: 'spend', index: 11 },
    { name: 'revenue', index: 19 },
  ]);
});

describe('properties', () => {
  const { expression } = fc.letrec<{ expression: WrittenExpression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<WrittenExpression>({ number: '2' }, { number: '0.25' }, { name: 'a', index: 0 }, { name: 'b_1', index: 0 }),
      fc.record({ negate: tie('expression') }),
      fc.record({ op: fc.constantFrom('+', '-', '*', '/', 'min', 'max'), left: tie('expression'), right: tie('expression') }),
    ),
  }));

  const print = (tree: WrittenExpression): string => {
    if ('number' in tree) return tree.number;
    if ('name' in tree) return tree.name;
    if ('negate' in tree) return `-(${print(tree.negate)})`;
    const { op, left, right } = tree;
    return op === 'min' || op === 'max' ? `${op}(${print(left)}, ${print(right)})` : `(${print(left)}) ${op} (${print(right)})`;
  };
  const plain = (tree: WrittenExpression) => resolveNames(tree, () => false);

  test('what is printed is parsed again', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        const parsed = parseFormula(print(tree));
        expect('expression' in parsed ? plain(parsed.expression) : parsed).toEqual(plain(tree));
      }),
    );
  });

  test('any text is parsed or refused at a place inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'min', '1', '.', '+', '-', '*', '/', '(', ')', ',', ' ', '%', '字') }), (text) => {
        const parsed = parseFormula(text);
        if ('problem' in parsed) expect(parsed.problem.index).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
