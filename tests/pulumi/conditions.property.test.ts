import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsByItself, fixedClaims } from '../../src/shell/pulumi/policy/conditions.js';

// What a condition is said to require must hold whenever the condition does, whatever stands around it.

const END = 'request.time < timestamp("2027-01-16T05:00:00Z")';
const REPOSITORY = 'assertion.repository_id == "1"';
const ATOMS = [
  END,
  REPOSITORY,
  'assertion.ref.startsWith("refs/pull/")',
  'resource.name == "a || b && (c"',
  "assertion.actor in ['x', 'y)']",
];

type Expression =
  | { readonly kind: 'atom'; readonly text: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'if'; readonly test: Expression; readonly yes: Expression; readonly no: Expression };

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    fc.constantFrom(...ATOMS).map((text) => ({ kind: 'atom' as const, text })),
    tie('expression').map((of) => ({ kind: 'not' as const, of })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), tie('expression'), tie('expression'))
      .map(([kind, left, right]) => ({ kind, left, right })),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([check, yes, no]) => ({ kind: 'if' as const, test: check, yes, no })),
  ),
}));

/** The expression as people write it: parentheses only where the language needs them, and here and there where it does not. */
function written(of: Expression, above: number, more: boolean): string {
  const wrapped = (text: string, binds: number): string => (binds < above || more ? `(${text})` : text);
  switch (of.kind) {
    case 'atom':
      return above < 5 ? of.text : `(${of.text})`;
    case 'not':
      return `!${written(of.of, 5, more)}`;
    case 'and':
      return wrapped(`${written(of.left, 3, more)} && ${written(of.right, 3, false)}`, 3);
    case 'or':
      return wrapped(`${written(of.left, 2, more)}||${written(of.right, 2, false)}`, 2);
    case 'if':
      return wrapped(`${written(of.test, 2, more)} ? ${written(of.yes, 1, false)} : ${written(of.no, 1, more)}`, 1);
  }
}

function holds(of: Expression, facts: ReadonlySet<string>): boolean {
  switch (of.kind) {
    case 'atom':
      return facts.has(of.text);
    case 'not':
      return !holds(of.of, facts);
    case 'and':
      return holds(of.left, facts) && holds(of.right, facts);
    case 'or':
      return holds(of.left, facts) || holds(of.right, facts);
    case 'if':
      return holds(of.test, facts) ? holds(of.yes, facts) : holds(of.no, facts);
  }
}

const WORLDS = Array.from({ length: 2 ** ATOMS.length }, (_, world) => new Set(ATOMS.filter((__, index) => (world >> index) % 2 === 1)));

/** Whether every world in which the expression holds has the atom. */
function certain(of: Expression, atom: string): boolean {
  return WORLDS.every((world) => world.has(atom) || !holds(of, world));
}

test('nothing is read into a condition that it does not require', () => {
  let found = 0;
  fc.assert(
    fc.property(expression, fc.boolean(), (of, more) => {
      const text = written(of, 0, more);
      if (endsByItself(text)) {
        found += 1;
        expect(certain(of, END)).toBe(true);
      }
      if (fixedClaims(text).has('repository_id')) expect(certain(of, REPOSITORY)).toBe(true);
    }),
    { numRuns: 4000, seed: 20261123 },
  );
  // The property says something only where something was read.
  expect(found).toBeGreaterThan(100);
});

test('conjunctions and disjunctions are read whole', () => {
  const plain = fc.letrec<{ plain: Expression }>((tie) => ({
    plain: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'plain' },
      fc.constantFrom(...ATOMS).map((text) => ({ kind: 'atom' as const, text })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), tie('plain'), tie('plain'))
        .map(([kind, left, right]) => ({ kind, left, right })),
    ),
  })).plain;
  const everyWay = (of: Expression): boolean => {
    if (of.kind === 'and') return everyWay(of.left) || everyWay(of.right);
    if (of.kind === 'or') return everyWay(of.left) && everyWay(of.right);
    return of.kind === 'atom' && of.text === END;
  };
  fc.assert(
    fc.property(plain, fc.boolean(), (of, more) => {
      expect(endsByItself(written(of, 0, more))).toBe(everyWay(of));
    }),
    { numRuns: 2000, seed: 20261123 },
  );
});
