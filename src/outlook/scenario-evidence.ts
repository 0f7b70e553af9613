import { measureValue, type Vocabulary } from '../attainment/measures.js';
import { distinctUpTo } from '../attainment/running.js';
import type { EvidenceDay, EvidenceMeasure, EvidencePeriod, EvidenceSpan } from '../evidence/model.js';
import { addDays, type DateRange, instantText, type LocalDate, startOfDay } from '../kernel/calendar.js';
import { maximum, type Rational, rational, toExact, ZERO } from '../kernel/rational.js';
import type { Rests } from './scenarios.js';

/** The period's evidence as far as it is known: what every scenario begins with. */
export interface ScenarioGround {
  readonly words: Vocabulary;
  /** The whole period in force, its facts as complete as they will be, its measures up to the last day that is known. */
  readonly known: EvidencePeriod;
}

/** A running period's evidence, and the last day of it that is known. */
export interface KnownEvidence {
  readonly words: Vocabulary;
  readonly evidence: EvidencePeriod;
  /** Distinct counts to some days of it. */
  readonly spans: readonly EvidenceSpan[];
  readonly through: LocalDate;
}

/** What becomes of a distinct count that nobody counted to the last known day. */
type Uncounted = 'forecast' | 'unknown';

/**
 * Cuts a running period's evidence after the last day that is known; what came before it is one sum of each measure, in the contract's
 * currency, so that many scenarios cost little. A distinct count that nobody counted to that day is forecast by its rows, and is not there
 * where only what is known counts.
 */
export function scenarioGround(
  { words, evidence, spans, through }: KnownEvidence,
  inForce: DateRange,
  uncounted: Uncounted,
): ScenarioGround {
  const freshAt = instantText(startOfDay(addDays(inForce.to, 1), words.contract.calendar.timezone));
  const upTo = (measure: EvidenceMeasure, counts: readonly EvidenceSpan[]): EvidenceMeasure[] => {
    const distinct = distinctUpTo(evidence, counts, measure, through);
    if (measure.distinct !== undefined && distinct === undefined && uncounted === 'unknown') return [];
    return [knownPart(words, evidence, measure, { through, distinct })];
  };
  return {
    words,
    known: {
      ...evidence,
      inForce,
      facts: evidence.facts.map((fact) => ({ ...fact, freshAt, complete: true })),
      measures: evidence.measures.flatMap((measure) => upTo(measure, spans)),
      variants: evidence.variants.flatMap(({ kpi, ...measure }) =>
        // counts to a day are of all rows
        upTo(measure, []).map((each) => ({ kpi, ...each })),
      ),
    },
  };
}

function knownPart(
  words: Vocabulary,
  evidence: EvidencePeriod,
  measure: EvidenceMeasure,
  { through, distinct }: { readonly through: LocalDate; readonly distinct: number | undefined },
): EvidenceMeasure {
  const days = measure.days.filter(({ day }) => day <= through);
  const rows = days.reduce((total, day) => total + day.rows, 0);
  const nulls = days.reduce((total, day) => total + (day.nulls ?? 0), 0);
  const { id } = measure;
  if (measure.distinct !== undefined) {
    const forecast = measure.rows === 0 ? 0 : Math.round((measure.distinct * rows) / measure.rows);
    return { id, rows, nulls, days, distinct: distinct ?? forecast };
  }
  const value = measureValue(words, evidence, id, measure, through);
  const sum: readonly EvidenceDay[] = value.known && rows > 0 ? [{ day: through, rows, value: toExact(value.value) }] : days;
  return { id, rows, nulls, days: sum };
}

/** The evidence of a period that is over: what is known, and the rest on one day more. */
export function scenarioEvidence(ground: ScenarioGround, rests: Rests): EvidencePeriod {
  const whole = (measure: EvidenceMeasure): EvidenceMeasure => withRest(ground, measure, rests.get(measure.id) ?? ZERO);
  const { known } = ground;
  return {
    ...known,
    measures: known.measures.map(whole),
    variants: known.variants.map(({ kpi, ...measure }) => ({ kpi, ...whole(measure) })),
  };
}

/**
 * A measure with what the days left bring, on the last of them. Of a distinct count as many are new as were among the rows so far, and what
 * follows from a ratio need not be whole: the count and the rest of it are told as values then, since evidence counts in whole numbers.
 */
function withRest(ground: ScenarioGround, { distinct, ...measure }: EvidenceMeasure, rest: Rational): EvidenceMeasure {
  const rows = measure.rows + 1;
  const day = ground.known.inForce.to;
  if (distinct === undefined) return { ...measure, rows, days: [...measure.days, { day, rows: 1, value: toExact(rest) }] };
  const whole = rational(distinct).add(maximum(rest, ZERO));
  return { ...measure, rows, days: [{ day, rows, value: toExact(whole) }] };
}
