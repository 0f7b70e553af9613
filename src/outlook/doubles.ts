import { type Exact, type Rational, rational } from '../kernel/rational.js';

/** The double nearest to the quotient of the nearest doubles: what forecasts reckon with. Nothing that is paid comes from it. */
export function toDouble(value: Rational | Exact): number {
  const { s, n, d } = typeof value === 'string' ? rational(value) : value;
  return Number(s * n) / Number(d);
}

/** Digits that a reckoning in doubles leaves certain: what it comes to lies closer than this to what exact numbers come to. */
const CERTAIN_DIGITS = 12;

/** A double as the number that it is meant to be: a ratio that comes out as 2.9999999999999996 is 3. */
export function meantBy(value: number): Rational {
  return rational(value.toPrecision(CERTAIN_DIGITS));
}

/**
 * A double as an exact decimal of so many digits after the point: what a scenario is settled on.
 * Not finite, or beyond what a double holds exactly in those digits, is an error of the caller.
 */
export function toExactDigits(value: number, digits: number): Exact {
  const size = value < 0 ? -value : value;
  const scaled = BigInt(Math.floor(size * 10 ** digits + 0.5));
  const text = scaled.toString().padStart(digits + 1, '0');
  const cut = text.length - digits;
  const body = digits === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`;
  return value < 0 && scaled !== 0n ? `-${body}` : body;
}
