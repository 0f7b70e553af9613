import type { Terms } from '../contract/model.js';
import { type WrongSign, wrongSigns } from '../evidence/wrong-signs.js';
import type { Check } from '../ports/warehouse.js';
import { dataIssue } from '../query/check-plan.js';
import { type MeasuredPeriod, periodsOf } from './held-amounts.js';

/** Measures whose data have the wrong sign for what a formula makes of them, each with all periods in which it is so. */
export function signChecks(periods: readonly MeasuredPeriod[], { contract, definitions }: Terms): Check[] {
  const found = new Map<string, { readonly wrong: WrongSign; readonly periods: MeasuredPeriod[] }>();
  for (const period of periods) {
    for (const wrong of wrongSigns(contract, definitions, period.evidence)) {
      const key = `${wrong.code} ${wrong.measure}`;
      const known = found.get(key) ?? { wrong, periods: [] };
      known.periods.push(period);
      found.set(key, known);
    }
  }
  return [...found.values()].flatMap(({ wrong: { code, measure, metric }, periods: own }): Check[] => {
    const clause = definitions.measures.find(({ id }) => id === measure)?.clause;
    if (clause === undefined) return [];
    return [
      { kind: 'amounts', name: measure, found: null, issues: [dataIssue(code, clause, { measure, period: periodsOf(own), metric })] },
    ];
  });
}
