import { isDistinct, measuresOf, type Vocabulary, vocabulary } from '../attainment/measures.js';
import type { Terms } from '../contract/model.js';
import type { EvidenceFact, EvidenceMeasure, EvidencePeriod, EvidenceVariant } from '../evidence/model.js';
import { type DateRange, intersect } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
import { compare, type Rational, toExact } from '../kernel/rational.js';
import { type PaidLine, payTerm } from '../settlement/pay-term.js';
import { shapeOf } from './shape.js';

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

/** A period with its metrics as they are given, and the terms that it is paid by. */
export interface GivenPeriod {
  readonly terms: Terms;
  readonly period: TermPeriod;
  readonly metrics: GivenMetrics;
}

/**
 * The lines of a period on given metrics after others, from the term's first on: what adds up over the term goes on from those, and with
 * none before it the period is as if it were the first. No event, no duty late, nothing waiting for a review; a milestone is accepted as
 * soon as its metric reaches it. A line that needs a figure which is not given is not known.
 */
export function linesGiven(earlier: readonly GivenPeriod[], last: GivenPeriod): readonly PaidLine[] {
  const { contract } = last.terms;
  const periods = [...earlier, last];
  const reached = contract.fees.filter((fee) => fee.kind === 'milestone' && fee.reach !== null);
  const lines = payTerm(
    triedTerms(last.terms),
    periods.map(({ terms, period, metrics }) => ({
      period: period.id,
      totals: metrics.all,
      ofKpi: totalsOfKpis(terms, metrics),
      terms: triedTerms(terms),
    })),
    { over: ratioOver(periods), accepted: new Map(reached.map(({ id }) => [id, contract.term.from])) },
  );
  return lines.filter(({ period }) => period === last.period.id);
}

function totalsOfKpis({ contract }: Terms, { byKpi }: GivenMetrics): ReadonlyMap<string, ReadonlyMap<string, Rational>> {
  return new Map(
    contract.kpis.flatMap(({ id, metric }) => {
      const value = byKpi.get(id);
      return value === undefined ? [] : [[id, new Map([[metric, value]])] as const];
    }),
  );
}

/** Metrics that do not add up from period to period are counted over each span of its own, as distinct counts are. */
function triedTerms(terms: Terms): Terms {
  const words = vocabulary(terms.contract, terms.definitions);
  const given = withMetricsGiven(terms.definitions);
  const measures = given.measures.map((measure) =>
    addsUp(words, measure.id) ? measure : { ...measure, aggregate: { countDistinct: 'value' } },
  );
  return withoutReviews({ ...terms, definitions: { ...given, measures } });
}

function addsUp(words: Vocabulary, metric: string): boolean {
  return shapeOf(words, metric)?.bottom === null && !measuresOf(words, { metric }).some((id) => isDistinct(words, id));
}

/** A ratio that is the same in every period is so over all of them; of any other figure that does not add up nothing is known. */
function ratioOver(periods: readonly GivenPeriod[]): (metric: string, span: DateRange) => Rational | undefined {
  const [first] = periods;
  if (first === undefined) return () => undefined;
  const words = vocabulary(first.terms.contract, first.terms.definitions);
  return (metric, span) => {
    const [value, ...others] = periods
      .filter(({ period }) => intersect(period.inForce, span) !== null)
      .map((each) => each.metrics.all.get(metric));
    const isRatio = (shapeOf(words, metric)?.bottom ?? null) !== null;
    return isRatio && value !== undefined && others.every((each) => each !== undefined && compare(each, value) === 0) ? value : undefined;
  };
}
