import { measureValue, type Vocabulary } from '../attainment/measures.js';
import type { EvidenceDay, EvidenceMeasure, EvidencePeriod } from '../evidence/model.js';
import { addDays, type DateRange, instantText, type LocalDate, startOfDay } from '../kernel/calendar.js';
import { maximum, type Rational, rational, toExact, ZERO } from '../kernel/rational.js';
import type { Rests } from './scenarios.js';

/** The period's evidence as far as it is known: what every scenario begins with. */
export interface ScenarioGround {
  readonly words: Vocabulary;
  /** The whole period in force, its facts as complete as they will be, its measures up to the last day that is known. */
  readonly known: EvidencePeriod;
}

/**
 * Cuts a running period's evidence after the last day that is known; what came before it is one sum of each measure, in the contract's
 * currency, so that many scenarios cost little.
 */
export function scenarioGround(words: Vocabulary, evidence: EvidencePeriod, inForce: DateRange, through: LocalDate): ScenarioGround {
  const freshAt = instantText(startOfDay(addDays(inForce.to, 1), words.contract.calendar.timezone));
  const upTo = (measure: EvidenceMeasure): EvidenceMeasure => knownPart(words, evidence, measure, through);
  return {
    words,
    known: {
      ...evidence,
      inForce,
      facts: evidence.facts.map((fact) => ({ ...fact, freshAt, complete: true })),
      measures: evidence.measures.map(upTo),
      variants: evidence.variants.map(({ kpi, ...measure }) => ({ kpi, ...upTo(measure) })),
    },
  };
}

function knownPart(words: Vocabulary, evidence: EvidencePeriod, measure: EvidenceMeasure, through: LocalDate): EvidenceMeasure {
  const days = measure.days.filter(({ day }) => day <= through);
  const rows = days.reduce((total, day) => total + day.rows, 0);
  const nulls = days.reduce((total, day) => total + (day.nulls ?? 0), 0);
  const { id, distinct } = measure;
  if (distinct !== undefined) return { id, rows, nulls, days, distinct };
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
