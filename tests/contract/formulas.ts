import { parseFormula, resolveNames } from '../../src/contract/formula.js';
import type { Definitions, Metric } from '../../src/contract/model.js';
import { terms } from '../build-terms.js';

export const CLAUSE = { file: 'definitions.yaml', line: 1 };

/** Metrics by their formulas; every other name is a measure. */
export function definitionsOf(formulas: Readonly<Record<string, string>>): Definitions {
  const metrics = Object.entries(formulas).map(([id, text]): Metric => {
    const parsed = parseFormula(text);
    if ('problem' in parsed) throw new Error(text);
    const formula = resolveNames(parsed.expression, (name) => Object.hasOwn(formulas, name));
    return { id, title: id, formula, text, unit: 'number', type: 'ratio', decimals: null, clause: CLAUSE };
  });
  return terms({ term: { from: '2026-01-01', to: '2026-01-31' }, definitions: { metrics } }).definitions;
}
