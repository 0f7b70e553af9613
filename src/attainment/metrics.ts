import { distinct } from '../kernel/objects.js';
import { evaluate, measuresOf, type Vocabulary } from './measures.js';
import type { Reconciliation } from './reconcile.js';
import { byDivisionAlone, undefinedBy, type Value } from './value.js';

/**
 * The one way to evaluate a metric, whatever for (scores, minimums, gates, fee bases, wagers, milestones): its formula on
 * the values that `measure` gives, undefined where one of them is (stale, NULL, repeated, without a rate), and where a
 * breached reconciliation with `onBreach: hold` has one of its measures on a side.
 */
export function evaluateMetric(
  words: Vocabulary,
  metric: string,
  measure: (id: string) => Value,
  reconciliations: readonly Reconciliation[],
): Value {
  const value = evaluate(words, { metric }, measure, metric);
  const used = new Set(measuresOf(words, { metric }));
  const holds = reconciliations.filter(
    (found) => found.breached && found.rule.onBreach === 'hold' && found.measures.some((id) => used.has(id)),
  );
  if (holds.length === 0) return value;
  const causes = distinct([...(value.known ? [] : value.causes), ...holds.flatMap((found) => found.causes)]);
  return undefinedBy(causes, byDivisionAlone([value]) && holds.every((found) => found.byDivision));
}
