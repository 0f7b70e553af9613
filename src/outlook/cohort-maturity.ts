import { dailyValues, type Vocabulary } from '../attainment/measures.js';
import type { Measure } from '../contract/model.js';
import type { EvidenceMeasure, EvidencePeriod } from '../evidence/model.js';
import { type DateRange, dayNumber, daysInclusive } from '../kernel/calendar.js';
import { type Cohorts, matured, maturedRange, trials } from './cohorts.js';
import { toDouble } from './doubles.js';
import { daysByPart, type Spelled } from './measure-parts.js';

/** A measure of a period as it will be when all is booked, by how days before came in. */
export interface CohortMaturity {
  readonly final: number;
  readonly range: { readonly low: number; readonly high: number } | null;
  /** The mean size of the rule's errors on past days; null where it could be tried on none. */
  readonly error: number | null;
}

/** Fewer days than these say nothing of how days come in. */
const LEAST_DAYS = 90;

/**
 * What a measure that is told by days of lag will come to over some days (outlook, § 5, b); null where it is not told so, or of too few days.
 * @param periods as measured last, ascending: the days asked about among them, and as many before as there are.
 */
export function cohortMaturity(
  words: Vocabulary,
  periods: readonly EvidencePeriod[],
  id: string,
  { from, to }: DateRange,
): CohortMaturity | null {
  const measure = words.measures.get(id);
  const told = measure === undefined ? null : cohortsIn(words, periods, measure);
  if (told === null) return null;
  const { cohorts, start, until } = told;
  const [first, last] = [dayNumber(from) - start, dayNumber(to) - start];
  if (first < 0 || until < LEAST_DAYS) return null;
  const days = daysInclusive(from, to);
  const tried = trials(cohorts, days, until - 1 - last, until);
  const now = matured(cohorts, first, last, until);
  return { final: now.final, range: maturedRange(now, tried), error: tried.factors.length === 0 ? null : tried.error };
}

interface ToldCohorts {
  readonly cohorts: Cohorts;
  /** The number of the first day. */
  readonly start: number;
  /** The place after the last day on which anything was booked. */
  readonly until: number;
}

function cohortsIn(words: Vocabulary, periods: readonly EvidencePeriod[], { id, by = [] }: Measure): ToldCohorts | null {
  const [dimension] = by;
  const [first, last] = [periods[0], periods.at(-1)];
  if (dimension === undefined || !('lag' in dimension) || first === undefined || last === undefined) return null;
  const { column, lag } = dimension;
  const start = dayNumber(first.inForce.from);
  const size = dayNumber(last.inForce.to) - start + 1;
  const lags = lag.days + 1;
  const cohorts: Cohorts = { exposure: new Float64Array(size), booked: new Float64Array(size * lags), lags };
  let until = 0;
  for (const evidence of periods) {
    const entryOf = (measure: string): EvidenceMeasure | undefined => evidence.measures.find((each) => each.id === measure);
    const [own, exposure] = [entryOf(id), entryOf(lag.of)];
    if (own === undefined || exposure === undefined) return null;
    for (const { day, value } of dailyValues(exposure, words, evidence)) cohorts.exposure[dayNumber(day) - start] = toDouble(value);
    const spelled: Spelled = new Map();
    for (const [name, days] of daysByPart(words, own, [column], spelled) ?? []) {
      const late = Number(spelled.get(name)?.[0] ?? Number.NaN);
      if (!Number.isInteger(late)) continue;
      for (const { day, value } of dailyValues({ ...own, days }, words, evidence)) {
        const place = dayNumber(day) - start;
        cohorts.booked[place * lags + late] = toDouble(value);
        until = Math.max(until, Math.min(size, place + late + 1));
      }
    }
  }
  return { cohorts, start, until };
}
