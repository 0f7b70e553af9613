import { dayNumber } from '../../src/kernel/calendar.js';
import type { DailySeries } from '../../src/outlook/daily-series.js';

/** A series of the given days; rows as many as there are days, unless said. */
export function seriesOf(from: string, values: readonly number[], events: readonly number[] = []): DailySeries {
  return {
    start: dayNumber(from),
    values: Float64Array.from(values),
    rows: Float64Array.from(values, () => 10),
    events: Uint8Array.from(values, (_, place) => (events.includes(place) ? 1 : 0)),
  };
}

/** A linear congruence: the same numbers on every machine, between 0 and 1. */
function numbersFrom(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A year of a shop: a level, a week, noise. */
export function shopDays(days: number, seed = 7): number[] {
  const next = numbersFrom(seed);
  const week = [1.3, 1.1, 1, 0.9, 0.9, 0.8, 1];
  return Array.from({ length: days }, (_, day) => 1000 * (week[day % 7] ?? 1) * (0.8 + 0.4 * next()));
}
