import { type DailySeries, type DaysAhead, type DaysLeft, weekdayAt } from './daily-series.js';
import { levelAt } from './level.js';
import { median } from './numbers.js';
import { apartFrom, DAYS_BEFORE, MOST_ORIGINS, spreadOf, widenedApart } from './origins.js';
import { dayRatios, weekdayWeights } from './weekday-weights.js';

/** What the days left of a period bring, and how often the same rule was wrong by how much. */
export interface RestForecast {
  /** Expected of the days left together. */
  readonly rest: number;
  /** By the number of a past day: what came after it ÷ what the rule said on it, beside the usual of that, widened. */
  readonly factors: ReadonlyMap<number, number>;
}

/** How much of its usual error the rule takes back: more where its errors lie close together. */
const DRIFT = { share: 0.4, spread: 0.02 };
/**
 * The rule of the outlook (§ 3, 1 to 3; docs/decisions.md says what was tried): weekday weights and a level say what the days left
 * bring; the same rule on past days says how wrong that may be.
 * @param until the place after the last day that is known.
 * @param skipped days between it and the first of those left: a period that has not begun. Its errors are those of days as far ahead.
 */
export function forecastRest(series: DailySeries, until: number, left: DaysLeft, skipped = 0): RestForecast {
  const ratios = dayRatios(series);
  const errors = errorsOf(series, ratios, until, { skipped, count: left.length });
  const usual = errors.size === 0 ? 1 : median([...errors.values()]);
  const spread = spreadOf(apartFrom(errors, usual));
  const drift = errors.size === 0 ? 0 : (DRIFT.share * DRIFT.spread) / (DRIFT.spread + spread * spread);
  const rest = expectedOf(series, ratios, until, left, skipped) * (1 + drift * (usual - 1));
  return { rest, factors: widenedApart(errors, usual) };
}

function expectedOf(series: DailySeries, ratios: Float64Array, until: number, left: DaysLeft, skipped: number): number {
  const weights = weekdayWeights(series, ratios, until);
  let days = 0;
  for (const [ahead, factor] of left.entries()) days += (weights[weekdayAt(series, until + skipped + ahead)] ?? 1) * factor;
  return levelAt(series, weights, until) * days;
}

/** What came in as many days, as far ahead, over what the rule said before them, for each past day; days of events count on neither side. */
function errorsOf(series: DailySeries, ratios: Float64Array, until: number, { skipped, count }: DaysAhead): Map<number, number> {
  const errors = new Map<number, number>();
  if (count === 0) return errors;
  const last = until - skipped - count;
  const earliest = Math.max(DAYS_BEFORE, last - MOST_ORIGINS + 1);
  for (let origin = last; origin >= earliest; origin -= 1) {
    const weights = weekdayWeights(series, ratios, origin);
    let [came, days] = [0, 0];
    for (let place = origin + skipped; place < origin + skipped + count; place += 1) {
      if (series.events[place] === 1) continue;
      came += series.values[place] ?? 0;
      days += weights[weekdayAt(series, place)] ?? 1;
    }
    const said = levelAt(series, weights, origin) * days;
    if (days > 0) errors.set(series.start + origin, said > 0 ? came / said : 1);
  }
  return errors;
}
