import type { Definitions } from '../contract/model.js';
import type { EvidencePeriod, EvidenceSpan } from '../evidence/model.js';
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
  const covered = coveredThrough(words, evidence, used);
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

/**
 * The last day, at most the last in force, whose end every fact of some measures reaches; it may lie before the period. Null where one was
 * never loaded.
 */
export function coveredThrough(words: Vocabulary, evidence: EvidencePeriod, measures: readonly string[]): LocalDate | null {
  const facts = new Set(measures.flatMap((id) => words.measures.get(id)?.of ?? []));
  let last = evidence.inForce.to;
  for (const id of facts) {
    const freshAt = parseInstant(evidence.facts.find((fact) => fact.id === id)?.freshAt ?? '');
    if (freshAt === null) return null;
    last = minDate(last, addDays(localDate(freshAt, words.contract.calendar.timezone), -1));
  }
  return last;
}

/** Distinct counts of the period so far that have no row of a later day: they are counts up to the day. */
function countedThrough(evidence: EvidencePeriod, through: LocalDate): EvidenceSpan[] {
  const { terms, calendar, inForce } = evidence;
  return evidence.measures.flatMap(({ id, distinct, days }) =>
    distinct === undefined || days.some(({ day }) => day > through)
      ? []
      : [{ measure: id, terms, from: inForce.from, to: through, calendar, distinct }],
  );
}
