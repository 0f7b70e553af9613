import type { Season } from '../contract/model.js';
import { type DateRange, dayNumber } from '../kernel/calendar.js';
import { type DailySeries, weekdayAt } from './daily-series.js';
import { toDouble } from './doubles.js';
import { levelAt } from './level.js';
import { DAYS_BEFORE } from './origins.js';
import { dayRatios, weekdayWeights } from './weekday-weights.js';

/** Every day that is an event's, now or before: it leaves weights, levels and errors. */
export function allEventDays(seasons: readonly Season[]): DateRange[] {
  return seasons.flatMap(({ dates, basis }) => [...dates, ...(basis ?? [])]);
}

/** How many ordinary days a day of an event is for a measure: as agreed, else as it was before; null where neither says. */
export function factorOf(season: Season, series: DailySeries): number | null {
  if (season.factor !== null) return toDouble(season.factor);
  return season.basis === null ? null : factorBefore(series, season.basis);
}

/** What the days of an event before brought, over what the rule said of them on the day before the first. */
function factorBefore(series: DailySeries, basis: readonly DateRange[]): number | null {
  const places = basis.flatMap(({ from, to }) => {
    const [first, last] = [dayNumber(from) - series.start, dayNumber(to) - series.start];
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  });
  const first = places.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (first < DAYS_BEFORE || places.some((place) => place >= series.values.length)) return null;
  const weights = weekdayWeights(series, dayRatios(series), first);
  let [came, days] = [0, 0];
  for (const place of places) {
    came += series.values[place] ?? 0;
    days += weights[weekdayAt(series, place)] ?? 1;
  }
  const said = levelAt(series, weights, first) * days;
  return said > 0 ? came / said : null;
}

/** The season that a day, by its number, belongs to. */
export function seasonOn(seasons: readonly Season[], day: number): Season | null {
  return seasons.find(({ dates }) => dates.some(({ from, to }) => day >= dayNumber(from) && day <= dayNumber(to))) ?? null;
}
