import { expect, test } from 'vitest';
import { parseFormula, resolveNames } from '../../src/contract/formula.js';
import type { Contract, Definitions, Metric } from '../../src/contract/model.js';
import { type SignUses, signUses } from '../../src/contract/signs.js';

/** Metrics by their formulas; a name that is no metric's is a measure's. */
function uses(formulas: Readonly<Record<string, string>>, kpi?: string): SignUses {
  const metrics = Object.entries(formulas).map(([id, text]) => {
    const parsed = parseFormula(text);
    if ('problem' in parsed) throw new Error(text);
    return { id, formula: resolveNames(parsed.expression, (name) => Object.hasOwn(formulas, name)) } as Metric;
  });
  const names = new Set(Object.values(formulas).flatMap((text) => text.match(/[a-z]\w*/g) ?? []));
  const measures = [...names].map((id) => ({ id, of: 'orders' }));
  const definitions = { metrics, measures, facts: [{ id: 'orders', source: { table: 'shop.orders' } }] } as unknown as Definitions;
  const contract = { kpis: [{ metric: kpi, minimum: null }], gates: [], fees: [] } as unknown as Contract;
  return signUses(definitions, kpi === undefined ? null : contract);
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
  expect(Object.fromEntries(uses(formulas).subtracted)).toEqual(found);
});

test.each([
  ['cac', { cac: 'spend / customers' }, { spend: 'cac', customers: 'cac' }],
  ['cost', { cost: 'spend' }, { spend: 'cost' }],
  ['roas', { roas: '(paid - refunds) / (2 * spend)' }, { spend: 'roas' }],
  // a formula that turns it round knows its data
  ['cac', { cac: '-spend / customers' }, { customers: 'cac' }],
  ['cac', { cac: '-(spend / customers)' }, {}],
  ['cac', { cost: '0 - spend', cac: 'cost / customers' }, { customers: 'cac' }],
  // what is negative may be added to others
  ['margin', { margin: 'paid + spend' }, {}],
  // of a metric that nothing goes by, others may be made
  ['margin', { cost: 'spend', margin: 'paid + cost' }, {}],
] as const)('taken as it is by %s: %o', (kpi, formulas, found) => {
  expect(Object.fromEntries(uses(formulas, kpi).alone)).toEqual(found);
  expect(uses(formulas).alone.size).toBe(0);
});

test.each([
  [{ net: 'paid + refunds' }, { refunds: 'net' }],
  [{ net: 'paid - -refunds' }, { refunds: 'net' }],
  [{ aov: '(paid + refunds) / orders' }, { refunds: 'aov' }],
  [{ net: 'paid - refunds' }, {}],
  [{ net: 'paid + returning_customers' }, {}],
  // all that comes back together, and what was sold before it came back
  [{ back: 'refunds + cancelled' }, {}],
  [{ rate: 'refunds / (paid + refunds)' }, {}],
] as const)('what comes back is added: %o', (formulas, found) => {
  expect(Object.fromEntries(uses(formulas).returnsAdded)).toEqual(found);
});
