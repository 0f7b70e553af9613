import type { Terms } from '../contract/model.js';
import type { EvidenceFact, EvidenceMeasure, EvidencePeriod, EvidenceVariant } from '../evidence/model.js';
import type { TermPeriod } from '../kernel/period.js';
import { type Rational, toExact } from '../kernel/rational.js';
import { type PaidLine, payTerm } from '../settlement/pay-term.js';

/*
 * A period of which figures are given that nobody measured: what would be paid if they were so. Settlement computes it as any other.
 */

/** No hold is decided in a trial: what it would be decided from is another question. */
export const NEVER_DECIDED = 1_000_000;

const GIVEN = 'given';
export const GIVEN_FACT: EvidenceFact = { id: GIVEN, complete: true, scans: [] };

/** Terms under which nothing waits for a review or for two sides that differ: a trial has nothing to review and one side only. */
export function withoutReviews(terms: Terms): Terms {
  return { ...terms, contract: { ...terms.contract, review: null }, definitions: { ...terms.definitions, reconcile: [] } };
}

/** A measure of which nothing is known but its value: on the last day, since it is the whole period's. */
export function givenMeasure(evidence: Pick<EvidencePeriod, 'inForce'>, id: string, value: Rational): EvidenceMeasure {
  return { id, rows: 1, nulls: 0, days: [{ day: evidence.inForce.to, rows: 1, value: toExact(value) }] };
}

/** A measure of one KPI, without the days that are excluded for it, as a value that is given. */
export function givenVariant(evidence: Pick<EvidencePeriod, 'inForce'>, kpi: string, id: string, value: Rational): EvidenceVariant {
  return { ...givenMeasure(evidence, id, value), kpi };
}

/** Definitions by which each metric is given as it is, whatever it was made of. */
export function withMetricsGiven(definitions: Terms['definitions']): Terms['definitions'] {
  const [fact] = definitions.facts;
  if (fact === undefined) return definitions;
  return {
    ...definitions,
    facts: [{ ...fact, id: GIVEN }],
    measures: definitions.metrics.map(({ id, title, clause }) => ({
      id,
      definition: title,
      of: GIVEN,
      aggregate: { sum: 'value' },
      when: { column: 'day', zone: null },
      where: null,
      currency: null,
      nulls: 'undefined',
      clause,
    })),
    metrics: definitions.metrics.map((metric) => ({ ...metric, formula: { measure: metric.id } })),
  };
}

/** Metrics of a period as they are given, for all that names them and, beside that, for single KPIs. */
export interface GivenMetrics {
  readonly all: ReadonlyMap<string, Rational>;
  readonly byKpi: ReadonlyMap<string, Rational>;
}

/**
 * The lines of one period on given metrics, as if no other had been before it: no event, no duty late, nothing waiting for a review.
 * A line that needs a metric which is not given is not known.
 */
export function linesGiven(terms: Terms, period: TermPeriod, { all, byKpi }: GivenMetrics): readonly PaidLine[] {
  const tried = withoutReviews({ ...terms, definitions: withMetricsGiven(terms.definitions) });
  const ofKpi = new Map(
    terms.contract.kpis.flatMap(({ id, metric }) => {
      const value = byKpi.get(id);
      return value === undefined ? [] : [[id, new Map([[metric, value]])] as const];
    }),
  );
  return payTerm(tried, [{ period: period.id, totals: all, ofKpi }]);
}
