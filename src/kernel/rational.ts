// fraction.js keeps numerator and denominator as bigint, so every operation here is exact.
import Fraction from 'fraction.js';
import { kept } from './kept.js';

/** An exact rational number. Immutable: every operation returns a new one. */
export type Rational = Fraction;

/**
 * Exact number as text, the form in which numbers cross every boundary: a decimal
 * (`-12.5`) or a fraction in lowest terms (`7/30`).
 */
export type Exact = string;

/** How a value is brought to a number of digits; `half_up` takes ties away from zero. */
export type Rounding = 'half_even' | 'half_up';

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?$/;
const RATIO = /^(-?\d+)\/(\d+)$/;

/** Digits after the point that numbers other than money keep in JSON (contract language, section 6). */
export const PLACES = 12;

/**
 * Reads decimal text (`1.5`, `1e3`) or a fraction (`7/30`).
 * @throws RangeError when the text is neither; callers check text from outside with {@link isDecimal} first.
 */
export function rational(text: Exact | number | bigint): Rational {
  if (typeof text === 'bigint') return ratio(text, 1n);
  if (typeof text === 'number') {
    if (!Number.isInteger(text)) throw new RangeError(`not exact: ${text}`);
    return ratio(BigInt(text), 1n);
  }
  return text.length > FEW_DIGITS && !text.includes('/') ? read(text) : rationalOf(text);
}

/** Numbers as short as levels, rates and fees come again and again, and ratios cost most to read; amounts of days are told once. */
const FEW_DIGITS = 6;

const rationalOf = kept(read);

function read(text: Exact): Rational {
  const short = SHORT.exec(text);
  if (short !== null) return shortDecimal(short[1] === '-', short[2] ?? '', short[3] ?? '');
  const parts = RATIO.exec(text);
  if (parts?.[1] !== undefined && parts[2] !== undefined) return new Fraction(BigInt(parts[1]), BigInt(parts[2]));
  if (!DECIMAL.test(text)) throw new RangeError(`not a decimal: ${text}`);
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', part = ''] = mantissa.replace('+', '').split('.');
  const shift = Number(exponent) - part.length;
  const digits = BigInt(whole + part);
  return shift >= 0 ? new Fraction(digits * 10n ** BigInt(shift)) : new Fraction(digits, 10n ** BigInt(-shift));
}

/** A decimal of so few digits that its parts are whole numbers for a double: nearly every amount there is. */
const SHORT = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/;

/** Exactly what fraction.js makes of it, without its search for a common divisor among big integers: evidence holds many of these. */
function shortDecimal(isNegative: boolean, whole: string, part: string): Rational {
  const top = Number(whole + part);
  return reduced(isNegative && top !== 0, top, 10 ** part.length);
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** `n ÷ d`, `d` above 0: the very number that fraction.js makes of the two, whose common divisor is looked for among doubles where both fit. */
export function ratio(n: bigint, d: bigint): Rational {
  const top = n < 0n ? -n : n;
  return top <= LARGEST && d <= LARGEST ? reduced(n < 0n, Number(top), Number(d)) : new Fraction(n, d);
}

/** Of whole numbers that doubles hold, `bottom` above 0. */
function reduced(isNegative: boolean, top: number, bottom: number): Rational {
  const common = commonDivisor(top, bottom);
  const number: { s: bigint; n: bigint; d: bigint } = Object.create(Fraction.prototype);
  number.s = isNegative ? -1n : 1n;
  number.n = BigInt(top / common);
  number.d = BigInt(bottom / common);
  return number as Rational;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** The greatest whole number that divides both; one of them is above 0. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** Whether text is a plain decimal that {@link rational} reads. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

export const ZERO: Rational = rational('0');
export const ONE: Rational = rational('1');

/** The quotient, or undefined when the divisor is zero: SQL's and floats' answers to 1/0 are never wanted. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  return isZero(b) ? undefined : a.div(b);
}

/** Whether it is exactly 0. */
export function isZero(a: Rational): boolean {
  return a.n === 0n;
}

/** -1, 0 or 1. */
export function sign(a: Rational): -1 | 0 | 1 {
  return a.n === 0n ? 0 : a.s < 0n ? -1 : 1;
}

/** -1 where the first is less, 0 where they are the same number, 1 where it is more: an order for `sort`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = [a.s * a.n * b.d, b.s * b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The lesser of two numbers. */
export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

/** The greater of two numbers. */
export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** The sum: numbers of one denominator are added up as whole numbers first, since every fraction that is made costs a reduction. */
export function sum(values: Iterable<Rational>): Rational {
  const byDenominator = new Map<bigint, bigint>();
  for (const { s, n, d } of values) byDenominator.set(d, (byDenominator.get(d) ?? 0n) + s * n);
  let total: Rational | null = null;
  for (const [d, n] of byDenominator) {
    const part = ratio(n, d);
    total = total === null ? part : total.add(part);
  }
  return total ?? ZERO;
}

/**
 * Rounds to `digits` after the point and returns the scaled integer (12.345, 2 → 1234n half_even).
 * This is the only place where a value loses digits.
 */
export function roundScaled(value: Rational, digits: number, rounding: Rounding): bigint {
  const scaled = value.n * 10n ** BigInt(digits);
  const quotient = scaled / value.d;
  const twice = (scaled % value.d) * 2n;
  const up = twice > value.d || (twice === value.d && (rounding === 'half_up' || quotient % 2n === 1n));
  const magnitude = up ? quotient + 1n : quotient;
  return value.s < 0n ? -magnitude : magnitude;
}

/** A scaled integer as decimal text with exactly `digits` digits (-1234n, 2 → `-12.34`). */
export function scaledText(scaled: bigint, digits: number): string {
  const negative = scaled < 0n;
  const text = (negative ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const cut = text.length - digits;
  const body = digits === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`;
  return negative ? `-${body}` : body;
}

/** Decimal text with exactly `digits` digits after the point. */
export function toFixed(value: Rational, digits: number, rounding: Rounding = 'half_even'): string {
  return scaledText(roundScaled(value, digits, rounding), digits);
}

/** Decimal text of at most {@link PLACES} digits, half_even, without trailing zeros. */
export function toDecimal(value: Rational): string {
  return toFixed(value, PLACES).replace(/\.?0+$/, '');
}

/** Lossless text: the decimal where {@link PLACES} digits hold the value, else `n/d`. */
export function toExact(value: Rational): Exact {
  return exactOf(value) ?? toDecimal(value);
}

/** `n/d` when {@link toDecimal} is not exact, else undefined: the value of a sibling `…Exact` field. */
export function exactOf(value: Rational): string | undefined {
  if ((value.n * 10n ** BigInt(PLACES)) % value.d === 0n) return undefined;
  return `${value.s < 0n ? '-' : ''}${value.n}/${value.d}`;
}
