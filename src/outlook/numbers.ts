/*
 * Order statistics of doubles. Only +, −, ×, ÷ and comparisons in a fixed order, so that every machine gives the same bytes; a
 * forecast pays nothing (outlook, § 3).
 */

/** The nearest whole number, a half away from zero. */
export function nearestWhole(value: number): number {
  return value < 0 ? -Math.floor(0.5 - value) : Math.floor(value + 0.5);
}

/** How far a number lies from 0. */
export function sizeOf(value: number): number {
  return value < 0 ? -value : value;
}

/** Ascending copy; typed arrays sort by number, on every machine alike. */
export function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/** The middle of values, or the mean of the two in the middle; 0 of none. */
export function median(values: readonly number[]): number {
  return middleOf(ascending(values));
}

/** The median of values that are sorted. */
export function middleOf(sorted: Float64Array): number {
  const { length } = sorted;
  const upper = sorted[(length - (length % 2)) / 2] ?? 0;
  return length % 2 === 1 ? upper : ((sorted[length / 2 - 1] ?? 0) + upper) / 2;
}

/**
 * The value below which a share of sorted values lies, between the two nearest.
 * @param share from 0 to 1.
 */
export function quantileOf(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (place - below) * (high - low);
}

/** A share of n scenarios as a probability: never 0 or 1, since what has not been seen in n may still be (§ 3, 6). */
export function chanceOf(hits: number, n: number): number {
  const least = 1 / (n + 1);
  const share = hits / n;
  if (share < least) return least;
  const most = n / (n + 1);
  return share > most ? most : share;
}
