import { compare, divide, isZero, type Rational, rational, sum, ZERO } from '../kernel/rational.js';

/** A ratio's two sides on one day. */
export interface DaySums {
  readonly top: Rational;
  readonly bottom: Rational;
}

/** Days with something below the line that a range needs. */
export const LEAST_DAYS = 14;

/** Of a normal spread, 80% lie within 1.2816; widened by 1.3, as an outlook's ranges are: days in a row are alike. */
const HALF_WIDTH = rational('1.66608');
const DIGITS = 6;

/**
 * Where 80% of periods with such days would have a ratio of sums R = Σtop ÷ Σbottom: R ± 1.66608 · √(n ÷ (n − 1) · Σ(top − R·bottom)²) ÷
 * Σbottom. Exact but for the root, which is taken down to its sixth digit in whole numbers, so that every machine says the same.
 * @returns null where fewer than {@link LEAST_DAYS} days have anything below the line, or all of them come to 0.
 */
export function ratioRange(days: readonly DaySums[]): { readonly low: Rational; readonly high: Rational } | null {
  const bottom = sum(days.map((day) => day.bottom));
  const ratio = divide(sum(days.map((day) => day.top)), bottom);
  if (ratio === undefined || days.filter((day) => !isZero(day.bottom)).length < LEAST_DAYS) return null;
  const squares = sum(
    days.map((day) => {
      const off = day.top.sub(ratio.mul(day.bottom));
      return off.mul(off);
    }),
  );
  const variance = squares
    .mul(days.length)
    .div(days.length - 1)
    .div(bottom.mul(bottom));
  const half = HALF_WIDTH.mul(rootOf(variance));
  const low = ratio.sub(half);
  const isPositive = days.every((day) => compare(day.top, ZERO) >= 0 && compare(day.bottom, ZERO) >= 0);
  return { low: isPositive && compare(low, ZERO) < 0 ? ZERO : low, high: ratio.add(half) };
}

/** The root of a number that is not negative, rounded down to so many digits. */
function rootOf(value: Rational): Rational {
  const scale = 10n ** BigInt(DIGITS);
  const scaled = value.mul(rational(scale * scale)).floor();
  return rational(wholeRoot(scaled.n)).div(rational(scale));
}

/** The largest whole number whose square is at most another (Newton). */
function wholeRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
