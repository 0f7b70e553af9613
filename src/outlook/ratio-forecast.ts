import type { DaysAhead } from './daily-series.js';
import { median } from './numbers.js';
import { DAYS_BEFORE, MOST_ORIGINS, widenedApart } from './origins.js';

/** The two sides of a ratio, day by day, and which days are those of events. */
export interface RatioSeries {
  readonly start: number;
  readonly over: Float64Array;
  readonly under: Float64Array;
  readonly events: Uint8Array;
}

/** What the ratio of the days left is, and how often the same rule was wrong by how much. */
export interface RatioForecast {
  readonly ratio: number;
  /** By the number of a past day, as of {@link import('./rest-forecast.js').RestForecast}. */
  readonly factors: ReadonlyMap<number, number>;
}

/** Half-lives of 3, 7, 14 and 28 days: λ to the power of the half-life is ½. */
const FADINGS = [0.7937, 0.90572, 0.9517, 0.97554];
const DAYS = 120;
/** A later rule takes the place of an earlier one only where its mean error was 2% smaller, on six weeks of past days or more. */
const BETTER = 0.98;
const ENOUGH_ORIGINS = 42;

/** A ratio as of a day, of the days before it; null where there is nothing to divide by. */
type RatioRule = (series: RatioSeries, until: number) => number | null;

/**
 * A ratio is forecast as a ratio, never from two forecast flows (outlook, § 3, 5): as it is to date, or faded with one of four
 * half-lives, whichever erred less on past days.
 * @param until the place after the last day that is known.
 * @param gone days of the period that are known.
 * @param left days of it that are not.
 * @param skipped days between what is known and the period's first.
 */
export function forecastRatio(series: RatioSeries, until: number, gone: number, left: number, skipped = 0): RatioForecast | null {
  const ahead = { skipped, count: left };
  const rules: RatioRule[] = [
    (each, at) => recent(each, at, gone),
    ...FADINGS.map(
      (fading): RatioRule =>
        (each, at) =>
          faded(each, at, fading),
    ),
  ];
  const tried = rules.map((rule) => ({ rule, errors: errorsOf(series, rule, until, ahead) }));
  const [first, ...others] = tried;
  if (first === undefined) return null;
  const known = first.rule(series, until) === null ? others : tried;
  const best = known.reduce((kept, other) => (isBetter(other.errors, kept.errors) ? other : kept), known[0] ?? first);
  const ratio = best.rule(series, until);
  return ratio === null ? null : { ratio, factors: widenedApart(best.errors, median([...best.errors.values()])) };
}

function recent(series: RatioSeries, until: number, days: number): number | null {
  return ratioOf(series, Math.max(0, until - days), until);
}

function ratioOf({ over, under, events }: RatioSeries, from: number, until: number): number | null {
  let [top, bottom] = [0, 0];
  for (let place = from; place < until; place += 1) {
    if (events[place] === 1) continue;
    top += over[place] ?? 0;
    bottom += under[place] ?? 0;
  }
  return bottom > 0 ? top / bottom : null;
}

function faded({ over, under, events }: RatioSeries, until: number, fading: number): number | null {
  let [top, bottom, weight] = [0, 0, 1];
  for (let place = until - 1; place >= Math.max(0, until - DAYS); place -= 1) {
    if (events[place] !== 1) {
      top += weight * (over[place] ?? 0);
      bottom += weight * (under[place] ?? 0);
    }
    weight *= fading;
  }
  return bottom > 0 ? top / bottom : null;
}

/** What the ratio of as many days, as far ahead, was, over what a rule said before them. */
function errorsOf(series: RatioSeries, rule: RatioRule, until: number, { skipped, count }: DaysAhead): Map<number, number> {
  const errors = new Map<number, number>();
  if (count === 0) return errors;
  const last = until - skipped - count;
  const earliest = Math.max(DAYS_BEFORE, last - MOST_ORIGINS + 1);
  for (let origin = last; origin >= earliest; origin -= 1) {
    const came = ratioOf(series, origin + skipped, origin + skipped + count);
    const said = rule(series, origin);
    if (came !== null && said !== null && said > 0) errors.set(series.start + origin, came / said);
  }
  return errors;
}

function isBetter(errors: ReadonlyMap<number, number>, than: ReadonlyMap<number, number>): boolean {
  return errors.size >= ENOUGH_ORIGINS && meanError(errors) < BETTER * meanError(than);
}

function meanError(errors: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const error of errors.values()) total += error > 1 ? error - 1 : 1 - error;
  return errors.size === 0 ? Number.POSITIVE_INFINITY : total / errors.size;
}
