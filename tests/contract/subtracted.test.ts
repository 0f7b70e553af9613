import { expect, test } from 'vitest';
import { parseFormula, resolveNames } from '../../src/contract/formula.js';
import type { Metric } from '../../src/contract/model.js';
import { subtractedIn } from '../../src/contract/subtracted.js';

/** Metrics by their formulas; a name that is no metric's is a measure's. */
function subtracted(formulas: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const metrics = Object.entries(formulas).map(([id, text]) => {
    const parsed = parseFormula(text);
    if ('problem' in parsed) throw new Error(text);
    return { id, formula: resolveNames(parsed.expression, (name) => Object.hasOwn(formulas, name)) } as Metric;
  });
  return Object.fromEntries(subtractedIn({ metrics }));
}

test.each([
  [{ net: 'paid - refunds' }, { refunds: 'net' }],
  [{ net: 'paid + refunds' }, {}],
  [{ net: 'paid - 0.5 * refunds' }, { refunds: 'net' }],
  [{ net: 'paid - -1 * refunds' }, {}],
  [{ net: 'paid - (tax - refunds)' }, { tax: 'net' }],
  [{ net: 'paid - refunds / 100' }, { refunds: 'net' }],
  [{ net: 'max(paid - refunds, 0)' }, { refunds: 'net' }],
  [{ roas: '(paid - refunds) / cost' }, { refunds: 'roas' }],
  // through another metric, and turned round there
  [{ back: 'refunds', net: 'paid - back' }, { refunds: 'net' }],
  [{ back: '0 - refunds', net: 'paid - back' }, {}],
  [{ back: '-refunds' }, {}],
  // a part of 1 is taken off no amount
  [{ kept: '1 - refunds / paid' }, {}],
] as const)('%o', (formulas, found) => {
  expect(subtracted(formulas)).toEqual(found);
});
