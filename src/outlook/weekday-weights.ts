import { type DailySeries, weekdayAt } from './daily-series.js';
import { middleOf } from './numbers.js';

/** A weekday is what it was in half a year, the ends of a quarter and a summer among it. */
const WEEKS = 26;
/** As many days of an ordinary weekday are counted in, so that few days say little. */
const ORDINARY_DAYS = 4;

/** Each day over the mean of the seven days around it; NaN where one of them is missing, or an event's. */
export function dayRatios({ values, events }: DailySeries): Float64Array {
  return Float64Array.from(values, (value, place) => {
    if (place < 3 || place + 3 >= values.length) return Number.NaN;
    let total = 0;
    for (let day = place - 3; day <= place + 3; day += 1) {
      if (events[day] === 1) return Number.NaN;
      total += values[day] ?? 0;
    }
    return total > 0 ? value / (total / 7) : Number.NaN;
  });
}

/**
 * What a weekday is beside an ordinary day, by the days before one: w = (n · median + 4) ÷ (n + 4), scaled to a mean of 1 (outlook, § 3, 1).
 * @param ratios of {@link dayRatios}; those of the last three days before `until` look ahead of it and are left out.
 * @returns seven weights, by {@link weekdayAt}.
 */
export function weekdayWeights(series: DailySeries, ratios: Float64Array, until: number): Float64Array {
  const weights = new Float64Array(7);
  let sum = 0;
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const own = ratiosOf(series, ratios, until, weekday);
    const weight = (own.length * middleOf(own) + ORDINARY_DAYS) / (own.length + ORDINARY_DAYS);
    weights[weekday] = weight;
    sum += weight;
  }
  return weights.map((weight) => weight / (sum / 7));
}

function ratiosOf(series: DailySeries, ratios: Float64Array, until: number, weekday: number): Float64Array {
  const own = new Float64Array(WEEKS);
  const earliest = Math.max(0, until - 7 * WEEKS);
  let count = 0;
  const last = until - 4;
  const back = (weekdayAt(series, last) - weekday + 7) % 7;
  for (let place = last - back; place >= earliest; place -= 7) {
    const ratio = ratios[place] ?? Number.NaN;
    if (Number.isNaN(ratio)) continue;
    own[count] = ratio;
    count += 1;
  }
  return own.subarray(0, count).sort();
}
