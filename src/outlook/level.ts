import { type DailySeries, weekdayAt } from './daily-series.js';

/** A day counts half as much as one that is 42 days younger; the double nearest to 2^(−1/42), written out. */
const FADING = 0.98363;
const DAYS = 120;

/**
 * An ordinary day as of a day: Σλy ÷ Σλw over the last 120 days, those of events left out (outlook, § 3, 2).
 * @param weights of weekdays, mean 1.
 */
export function levelAt(series: DailySeries, weights: Float64Array, until: number): number {
  let [brought, expected, fading] = [0, 0, 1];
  for (let place = until - 1; place >= Math.max(0, until - DAYS); place -= 1) {
    if (series.events[place] !== 1) {
      brought += fading * (series.values[place] ?? 0);
      expected += fading * (weights[weekdayAt(series, place)] ?? 1);
    }
    fading *= FADING;
  }
  return expected > 0 ? brought / expected : 0;
}
