import type { Definitions } from '../contract/model.js';
import { subtractedIn } from '../contract/subtracted.js';
import { rational, sign } from '../kernel/rational.js';
import type { Check } from '../ports/warehouse.js';
import { dataIssue } from '../query/check-plan.js';
import { type MeasuredPeriod, periodsOf } from './held-amounts.js';

/**
 * Measures whose every day is negative, and that a formula takes off others: exports of refunds that have their minus already. Taken off
 * once more they count as income, and nothing is held for it.
 */
export function negativeAmounts(periods: readonly MeasuredPeriod[], definitions: Definitions): Check[] {
  const subtracted = subtractedIn(definitions);
  return definitions.measures.flatMap(({ id, clause }): Check[] => {
    const metric = subtracted.get(id);
    const found = periods.filter(({ evidence }) => isNegative(evidence.measures.find((each) => each.id === id)?.days ?? []));
    if (metric === undefined || found.length === 0) return [];
    const issues = [dataIssue('data-negative-subtracted', clause, { measure: id, period: periodsOf(found), metric })];
    return [{ kind: 'amounts', name: id, found: null, issues }];
  });
}

function isNegative(days: MeasuredPeriod['evidence']['measures'][number]['days']): boolean {
  const signs = days.flatMap(({ value }) => (value === undefined ? [] : [sign(rational(value))]));
  return signs.some((each) => each < 0) && signs.every((each) => each <= 0);
}
