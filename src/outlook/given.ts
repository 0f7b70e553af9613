import type { Terms } from '../contract/model.js';
import type { EvidenceFact, EvidenceMeasure, EvidencePeriod, EvidenceVariant } from '../evidence/model.js';
import { digest } from '../kernel/canonical.js';
import type { TermPeriod } from '../kernel/period.js';
import { type Rational, toExact } from '../kernel/rational.js';
import { recordCalendar } from '../kernel/zone-record.js';
import type { Line } from '../settlement/model.js';
import { settle } from '../settlement/settle.js';
import { timeline } from '../settlement/timeline.js';

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
 * A line that needs a metric which is not given is held.
 */
export function linesGiven(terms: Terms, period: TermPeriod, metrics: GivenMetrics): readonly Line[] {
  const { contract } = terms;
  const tried = withoutReviews({
    ...terms,
    contract: { ...contract, duties: [], holds: { maxPeriods: NEVER_DECIDED } },
    definitions: withMetricsGiven(terms.definitions),
  });
  const asOf = period.inForce.to;
  const evidence: EvidencePeriod = {
    period: period.id,
    inForce: period.inForce,
    calendar: recordCalendar(period.inForce, contract.calendar.timezone, []),
    terms: digest(tried),
    exclusions: [],
    facts: [GIVEN_FACT],
    measures: [...metrics.all].map(([id, value]) => givenMeasure(period, id, value)),
    variants: contract.kpis.flatMap(({ id, metric }) => {
      const value = metrics.byKpi.get(id);
      return value === undefined ? [] : [givenVariant(period, id, metric, value)];
    }),
    rates: [],
  };
  return settle({
    terms: tried,
    events: [],
    ledger: [],
    evidence: {
      apiVersion: 'concord/v1',
      kind: 'Evidence',
      contract: contract.id,
      period: period.id,
      asOf,
      periods: [evidence],
      spans: [],
    },
    asOf,
    run: 1,
    timeline: timeline(contract, []),
    target: { period: period.id, inForce: period, dueOn: asOf },
  }).lines;
}
