import type { Season } from '../contract/model.js';
import { type DateRange, dayNumber } from '../kernel/calendar.js';
import type { DailySeries } from './daily-series.js';
import type { NoRange } from './model.js';
import { forecastRest } from './rest-forecast.js';
import { factorOf, seasonOn } from './seasons.js';

/** A measure of the running period: what it has, what the days left bring, and in which scenarios how much of that. */
export interface MeasureForecast {
  readonly toDate: number;
  readonly rest: number;
  /** By past day: what the rest is multiplied by. */
  readonly factors: ReadonlyMap<number, number>;
  /** Null where there are scenarios. */
  readonly none: NoMeasureRange | null;
  readonly series: DailySeries;
}

/** Why one measure has no scenarios; whose it is knows who asks. */
type NoMeasureRange =
  | { readonly code: 'no-history'; readonly days: number }
  | { readonly code: 'few-origins'; readonly origins: number }
  | { readonly code: 'few-rows'; readonly rows: number }
  | Extract<NoRange, { code: 'unknown-event' }>;

/** Less than this is no history (outlook, § 3). */
export const LEAST_DAYS = 56;
export const LEAST_ORIGINS = 14;
const LEAST_ROWS = 20;
const ROWS_OF_DAYS = 28;

/** Forecasts one measure to the end of a period, which may begin later than the days that are known end. */
export function forecastMeasure(series: DailySeries, period: DateRange, seasons: readonly Season[]): MeasureForecast {
  const until = series.values.length;
  const [first, last] = [dayNumber(period.from), dayNumber(period.to)];
  let toDate = 0;
  for (let place = Math.max(0, first - series.start); place < until; place += 1) toDate += series.values[place] ?? 0;
  const next = series.start + until;
  const start = Math.max(first, next);
  const ahead = Array.from({ length: Math.max(0, last - start + 1) }, (_, step) => seasonOn(seasons, start + step));
  const factors = new Map(distinctSeasons(ahead).map((season) => [season, factorOf(season, series)] as const));
  const left = ahead.map((season) => ordinaryDays(season, factors));
  const forecast = forecastRest(series, until, left, start - next);
  const unknown = [...factors].find(([, factor]) => factor === null)?.[0];
  const none = unknown === undefined ? noRange(series, forecast.factors.size) : { code: 'unknown-event' as const, event: unknown.name };
  return { toDate, ...forecast, series, none };
}

/** How many ordinary days a day counts as; an event of which nothing is known as one, and then there is no range. */
function ordinaryDays(season: Season | null, factors: ReadonlyMap<Season, number | null>): number {
  return season === null ? 1 : (factors.get(season) ?? 1);
}

function distinctSeasons(ahead: readonly (Season | null)[]): Season[] {
  return [...new Set(ahead.filter((season) => season !== null))];
}

function noRange(series: DailySeries, origins: number): NoMeasureRange | null {
  const days = series.values.length;
  if (days < LEAST_DAYS) return { code: 'no-history', days };
  let rows = 0;
  for (let place = Math.max(0, days - ROWS_OF_DAYS); place < days; place += 1) rows += series.rows[place] ?? 0;
  if (rows < LEAST_ROWS) return { code: 'few-rows', rows };
  return origins < LEAST_ORIGINS ? { code: 'few-origins', origins } : null;
}
