import { measureValue, type Vocabulary } from '../attainment/measures.js';
import type { EvidenceDay, EvidenceMeasure, EvidencePart, EvidencePeriod } from '../evidence/model.js';
import type { Rational } from '../kernel/rational.js';

/** What names of parts stand for. */
export type Spelled = Map<string, EvidencePart['of']>;

/** The columns that all of some measures are divided by, to be told apart by; days of lag are not. */
export function commonColumns(words: Vocabulary, ids: readonly string[]): readonly string[] {
  const divided = ids.map((id) => words.measures.get(id)?.by?.flatMap((each) => ('lag' in each ? [] : [each.column])) ?? []);
  return divided.length === 0 ? [] : divided.reduce((common, own) => common.filter((column) => own.includes(column)));
}

/**
 * The days of a measure by the names of its parts; without a column all of it is one part. Null where it is not divided by one of
 * the columns, or where its parts do not add up (distinct counts).
 */
export function daysByPart(
  words: Vocabulary,
  entry: EvidenceMeasure,
  columns: readonly string[],
  spelled: Spelled,
): ReadonlyMap<string, readonly EvidenceDay[]> | null {
  const places = columns.map((column) => words.measures.get(entry.id)?.by?.findIndex((each) => each.column === column) ?? -1);
  if (entry.distinct !== undefined || places.includes(-1)) return null;
  if (places.length === 0) return new Map([[nameOf([], spelled), entry.days]]);
  const days = new Map<string, EvidenceDay[]>();
  for (const { day, currency, parts = [] } of entry.days) {
    for (const { of, ...part } of parts) {
      const name = nameOf(
        places.map((place) => of[place] ?? null),
        spelled,
      );
      days.set(name, [...(days.get(name) ?? []), { ...part, day, ...(currency === undefined ? {} : { currency }) }]);
    }
  }
  return days;
}

/** A measure's entry of some of its days, or of parts of them. */
export function entryOfDays(id: string, days: readonly EvidenceDay[]): EvidenceMeasure {
  const rows = days.reduce((all, day) => all + day.rows, 0);
  const nulls = days.reduce((all, day) => all + (day.nulls ?? 0), 0);
  return { id, rows, nulls, days };
}

/** What a measure comes to on some of its days, or on parts of them; null where it is not known. */
export function valueOfDays(words: Vocabulary, evidence: EvidencePeriod, id: string, days: readonly EvidenceDay[]): Rational | null {
  const value = measureValue(words, evidence, id, entryOfDays(id, days));
  return value.known ? value.value : null;
}

const OTHER = null;

function nameOf(of: EvidencePart['of'], spelled: Spelled): string {
  // all others in one column are all others: parts of them are not told apart
  const told = of.includes(OTHER) ? of.map(() => OTHER) : of;
  const name = JSON.stringify(told);
  spelled.set(name, told);
  return name;
}

/**
 * Names that stand for themselves. Where anything is among all others, a name that is not everywhere may be among them there: it is put
 * to them everywhere.
 */
export function namesOf(parts: readonly ReadonlyMap<string, unknown>[], spelled: Spelled): (name: string) => string {
  const [other] = [...spelled].find(([, of]) => of.includes(OTHER)) ?? [];
  if (other === undefined) return (name) => name;
  return (name) => (parts.every((each) => each.has(name)) ? name : other);
}
