import type { Definitions } from '../contract/model.js';
import type { EvidenceMeasure, EvidencePeriod, EvidenceSpan } from '../evidence/model.js';
import { addDays, type LocalDate, localDate, minDate, parseInstant } from '../kernel/calendar.js';
import { measuresOf, type Vocabulary } from './measures.js';
import { countedIn, metricToDate, partOn } from './to-date.js';
import { undefinedBy, type Value } from './value.js';

/** A metric of a period that is not over, up to the last day that all its data covers. */
export interface RunningValue {
  /** The last day that every fact of the metric covers; null where one of them does not cover the first day yet. */
  readonly through: LocalDate | null;
  readonly value: Value;
}

/**
 * A metric of a running period to date: freshness decides through which day, not the calendar. A distinct count is known where no row of a later
 * day was counted with it, or where it was counted to just that day.
 * @param spans distinct counts to some days of the period.
 * @param kpi the KPI whose exclusions' rows leave; null: all rows.
 */
export function runningValue(
  words: Vocabulary,
  evidence: EvidencePeriod,
  rules: Definitions['reconcile'],
  spans: readonly EvidenceSpan[],
  metric: string,
  kpi: string | null,
): RunningValue {
  const used = measuresOf(words, { metric });
  const { through: covered } = coverageOf(words, evidence, used);
  const through = covered === null || covered < evidence.inForce.from ? null : covered;
  return { through, value: through === null ? undefinedBy([]) : valueUpTo({ words, evidence, rules, spans }, metric, kpi, through) };
}

/** What a metric of a running period is read from. */
export interface RunningEvidence {
  readonly words: Vocabulary;
  readonly evidence: EvidencePeriod;
  readonly rules: Definitions['reconcile'];
  readonly spans: readonly EvidenceSpan[];
}

/** The metric up to a day that all its data cover. */
export function valueUpTo(
  { words, evidence, rules, spans }: RunningEvidence,
  metric: string,
  kpi: string | null,
  through: LocalDate,
): Value {
  const kept = kpi === null ? evidence : keptBy(evidence, kpi);
  const { inForce } = evidence;
  // counts to a day are of all rows
  const counted = kept === evidence ? spans : [];
  const part = partOn(() => kept, { words, inForce, rules });
  const days = { from: inForce.from, to: through };
  return metricToDate(words, [part], countedIn([...counted, ...countedThrough(kept, through)]), metric, days);
}

/** The evidence with the rows that a KPI keeps after its exclusions in place of all rows. */
function keptBy(evidence: EvidencePeriod, kpi: string): EvidencePeriod {
  const variants = new Map(evidence.variants.flatMap((each) => (each.kpi === kpi ? [[each.id, each] as const] : [])));
  return variants.size === 0 ? evidence : { ...evidence, measures: evidence.measures.map((entry) => variants.get(entry.id) ?? entry) };
}

/** A fact that reaches no further than another, and the last day whose end it reaches; null where nothing tells of any. */
export interface FactBehind {
  readonly fact: string;
  readonly through: LocalDate | null;
}

/** How far the facts of some measures reach together. */
export interface Coverage {
  /** The last day, at most the last in force, whose end every fact reaches; it may lie before the period. Null where nothing tells of one. */
  readonly through: LocalDate | null;
  /** The facts that reach no further than that where others do, by their names; empty where all reach equally far. */
  readonly behind: readonly FactBehind[];
}

/** How far the facts of some measures reach, and which of them hold the others back. */
export function coverageOf(words: Vocabulary, evidence: EvidencePeriod, measures: readonly string[]): Coverage {
  const ids = [...new Set(measures.flatMap((id) => words.measures.get(id)?.of ?? []))].sort();
  const reached = ids.map((fact) => ({ fact, through: reachedBy(fact, words, evidence) }));
  const known = reached.flatMap(({ through }) => through ?? []);
  const through = known.length < ids.length ? null : known.reduce(minDate, evidence.inForce.to);
  const behind = reached.filter((each) => each.through === through);
  return { through, behind: behind.length === reached.length ? [] : behind };
}

/** The last day, at most the last in force, whose end a fact reaches; null where nothing tells of one. */
function reachedBy(fact: string, { contract }: Vocabulary, { facts, inForce }: EvidencePeriod): LocalDate | null {
  const freshAt = parseInstant(facts.find(({ id }) => id === fact)?.freshAt ?? '');
  return freshAt === null ? null : minDate(inForce.to, addDays(localDate(freshAt, contract.calendar.timezone), -1));
}

/**
 * What a distinct count comes to up to a day; undefined where nobody counted to it.
 * @param spans counts of the same rows to some days of the period.
 */
export function distinctUpTo(
  { inForce }: EvidencePeriod,
  spans: readonly EvidenceSpan[],
  { id, distinct, days }: EvidenceMeasure,
  through: LocalDate,
): number | undefined {
  if (!days.some(({ day }) => day > through)) return distinct;
  return spans.find((each) => each.measure === id && each.from === inForce.from && each.to === through)?.distinct;
}

/** Distinct counts of the period so far that have no row of a later day: they are counts up to the day. */
function countedThrough(evidence: EvidencePeriod, through: LocalDate): EvidenceSpan[] {
  const { terms, calendar, inForce } = evidence;
  return evidence.measures.flatMap((measure) => {
    const distinct = measure.distinct === undefined ? undefined : distinctUpTo(evidence, [], measure, through);
    return distinct === undefined ? [] : [{ measure: measure.id, terms, from: inForce.from, to: through, calendar, distinct }];
  });
}
