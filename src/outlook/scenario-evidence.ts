import { measureValue, type Vocabulary } from '../attainment/measures.js';
import type { EvidenceDay, EvidenceMeasure, EvidencePeriod } from '../evidence/model.js';
import { addDays, type DateRange, instantText, type LocalDate, startOfDay } from '../kernel/calendar.js';
import { toExact } from '../kernel/rational.js';
import { toExactDigits } from './doubles.js';
import { measureDigits } from './measure-digits.js';
import type { Rests } from './scenarios.js';

/** The period's evidence as far as it is known: what every scenario begins with. */
export interface ScenarioGround {
  readonly words: Vocabulary;
  readonly digitsOf: (measure: string) => number;
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
    digitsOf: measureDigits(words),
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
  const whole = (measure: EvidenceMeasure): EvidenceMeasure => withRest(ground, measure, rests.get(measure.id) ?? 0);
  const { known } = ground;
  return {
    ...known,
    measures: known.measures.map(whole),
    variants: known.variants.map(({ kpi, ...measure }) => ({ kpi, ...whole(measure) })),
  };
}

/** A measure with what the days left bring, on the last of them. Of a distinct count as many are new as were among the rows so far. */
function withRest(ground: ScenarioGround, measure: EvidenceMeasure, rest: number): EvidenceMeasure {
  const { rows, distinct } = measure;
  if (distinct !== undefined) return { ...measure, distinct: distinct + Math.floor(Math.max(0, rest) + 0.5) };
  const day: EvidenceDay = { day: ground.known.inForce.to, rows: 1, value: toExactDigits(rest, ground.digitsOf(measure.id)) };
  return { ...measure, rows: rows + 1, days: [...measure.days, day] };
}
