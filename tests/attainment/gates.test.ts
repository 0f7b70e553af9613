import { expect, it } from 'vitest';
import { scoresOf } from '../../src/attainment/scores.js';
import { known, undefinedBy, type Value } from '../../src/attainment/value.js';
import type { Terms } from '../../src/contract/model.js';
import { termPeriods } from '../../src/kernel/period.js';
import { rational, toDecimal } from '../../src/kernel/rational.js';

/* Half of January is in force: of a flow's limit of 310 that is 150 for 15 days. */
const [january] = termPeriods({ from: '2026-01-17', to: '2026-02-28' }, 'month');
if (january === undefined) throw new Error('no January');
const termsOf = (limit: 'atLeast' | 'atMost', type: 'flow' | 'ratio') =>
  ({
    contract: {
      ...{ kpis: [], composite: { rule: 'weighted_mean', minWeightLeft: '0.5' } },
      gates: [{ id: 'g', metric: 'gmv', limit, value: [{ from: '2026-01', value: '310' }], blocks: [] }],
    },
    definitions: {
      ...{ facts: [], reconcile: [], fx: null },
      measures: [{ id: 'revenue', of: 'sales' }],
      metrics: [{ id: 'gmv', type, formula: { measure: 'revenue' } }],
    },
  }) as unknown as Terms;

function gate(value: string | null, limit: 'atLeast' | 'atMost' = 'atLeast', type: 'flow' | 'ratio' = 'flow'): string {
  const measured: Value = value === null ? undefinedBy([]) : known(rational(value));
  const { gates } = scoresOf(termsOf(limit, type), january as NonNullable<typeof january>, {
    ...{ measure: () => measured, measureOf: () => measured, remaining: () => rational(15), exclusions: [], late: new Map() },
  });
  return gates.map(({ state, limit: at }) => `${state} at ${toDecimal(at)}`).join();
}

it.each([
  ['150', 'atLeast', 'flow', 'passed at 150'],
  ['149.99', 'atLeast', 'flow', 'failed at 150'],
  ['150', 'atMost', 'flow', 'passed at 150'],
  ['150.01', 'atMost', 'flow', 'failed at 150'],
  ['310', 'atLeast', 'ratio', 'passed at 310'],
  ['309', 'atLeast', 'ratio', 'failed at 310'],
  [null, 'atLeast', 'flow', 'held at 150'],
] as const)('a gate on %s, %s 310 (%s): %s', (value, limit, type, expected) => {
  expect(gate(value, limit, type)).toBe(expected);
});
