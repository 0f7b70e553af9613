import { dailyValues, type Vocabulary } from '../attainment/measures.js';
import type { EvidenceMeasure, EvidencePeriod } from '../evidence/model.js';
import { type DateRange, dayNumber, type LocalDate } from '../kernel/calendar.js';
import { isZero, rational } from '../kernel/rational.js';
import type { DailySeries } from './daily-series.js';
import { toDouble } from './doubles.js';

/** What some days brought, by their numbers. */
interface Days {
  readonly values: Map<number, number>;
  readonly rows: Map<number, number>;
  /** The last day whose value is not known: without a rate. What lies before it is no history. */
  unknownUpTo: number;
}

/**
 * The measures of evidence as daily series, from the first day that their fact has rows on to the last day that is known. A distinct
 * count has no values by day: its rows stand for it.
 * @param periods ascending, without gaps.
 * @param events days that are not like others.
 */
export function dailyHistory(
  words: Vocabulary,
  periods: readonly EvidencePeriod[],
  through: LocalDate,
  events: readonly DateRange[],
): ReadonlyMap<string, DailySeries> {
  const last = dayNumber(through);
  const found = new Map([...words.measures.keys()].map((id) => [id, daysOf(words, periods, id, last)] as const));
  const starts = new Map<string, number>();
  for (const [id, { rows }] of found) {
    const fact = words.measures.get(id)?.of ?? '';
    for (const day of rows.keys()) starts.set(fact, Math.min(day, starts.get(fact) ?? day));
  }
  const isEvent = eventDays(events);
  return new Map(
    [...found].flatMap(([id, days]) => {
      const begun = starts.get(words.measures.get(id)?.of ?? '');
      // a fact without any row has nothing to tell, and is 0 where it is complete
      if (begun === undefined) return [[id, seriesOf(days, last + 1, last, isEvent)] as const];
      const start = Math.max(begun, days.unknownUpTo + 1);
      return start > last ? [] : [[id, seriesOf(days, start, last, isEvent)] as const];
    }),
  );
}

function daysOf(words: Vocabulary, periods: readonly EvidencePeriod[], id: string, last: number): Days {
  const days: Days = { values: new Map(), rows: new Map(), unknownUpTo: Number.NEGATIVE_INFINITY };
  for (const evidence of periods) {
    const entry = evidence.measures.find((candidate) => candidate.id === id);
    if (entry !== undefined) addDays(days, words, evidence, entry, last);
  }
  return days;
}

function addDays(days: Days, words: Vocabulary, evidence: EvidencePeriod, entry: EvidenceMeasure, last: number): void {
  const known = new Map(dailyValues(entry, words, evidence).map(({ day, value }) => [day, toDouble(value)]));
  for (const { day, rows, value } of entry.days) {
    const number = dayNumber(day);
    if (number > last) continue;
    days.rows.set(number, (days.rows.get(number) ?? 0) + rows);
    if (value !== undefined && !known.has(day) && !isZero(rational(value))) days.unknownUpTo = Math.max(days.unknownUpTo, number);
    days.values.set(number, entry.distinct === undefined ? (known.get(day) ?? 0) : (days.rows.get(number) ?? 0));
  }
}

function seriesOf(days: Days, start: number, last: number, isEvent: (day: number) => boolean): DailySeries {
  const size = last - start + 1;
  const each = (of: (day: number) => number): Float64Array => Float64Array.from({ length: size }, (_, place) => of(start + place));
  return {
    start,
    values: each((day) => days.values.get(day) ?? 0),
    rows: each((day) => days.rows.get(day) ?? 0),
    events: Uint8Array.from({ length: size }, (_, place) => (isEvent(start + place) ? 1 : 0)),
  };
}

/** Whether a day, by its number, is one of some ranges. */
function eventDays(ranges: readonly DateRange[]): (day: number) => boolean {
  const spans = ranges.map(({ from, to }) => [dayNumber(from), dayNumber(to)] as const);
  return (day) => spans.some(([from, to]) => day >= from && day <= to);
}
