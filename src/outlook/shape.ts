import type { Vocabulary } from '../attainment/measures.js';
import type { Expression } from '../contract/model.js';
import { isZero, ONE, type Rational, rational, ZERO } from '../kernel/rational.js';

/** Measures with what each counts times: a sum of them. */
export type Sum = ReadonlyMap<string, Rational>;

/** A metric as one sum of measures, or one over another; so that parts of the measures are parts of it. */
export interface Shape {
  readonly top: Sum;
  /** Null: nothing divides. */
  readonly bottom: Sum | null;
}

/** While a formula is read: a number beside the measures is not yet one of a sum. */
interface Reading {
  readonly top: Sum;
  readonly constant: Rational;
  readonly bottom: Sum | null;
}

/** @returns null where the formula is no sum of measures and no ratio of two: a product, a least or most of several. */
export function shapeOf(words: Vocabulary, metric: string): Shape | null {
  const read = readingOf(words, { metric });
  if (read === null) return null;
  const { top, constant, bottom } = read;
  if (isZero(constant)) return { top, bottom };
  // 1 − a ÷ b is (b − a) ÷ b; a number beside a sum has no parts
  return bottom === null ? null : { top: added(top, bottom, constant), bottom };
}

function readingOf(words: Vocabulary, part: Expression): Reading | null {
  if ('number' in part) return { top: new Map(), constant: rational(part.number), bottom: null };
  if ('measure' in part) return { top: new Map([[part.measure, ONE]]), constant: ZERO, bottom: null };
  if ('metric' in part) {
    const formula = words.metrics.get(part.metric)?.formula;
    return formula === undefined ? null : readingOf(words, formula);
  }
  if ('negate' in part) return times(readingOf(words, part.negate), rational(-1));
  const [left, right] = [readingOf(words, part.left), readingOf(words, part.right)];
  if (left === null || right === null) return null;
  switch (part.op) {
    case '+':
      return sumOf(left, right, ONE);
    case '-':
      return sumOf(left, right, rational(-1));
    case '*':
      return isNumber(left) ? times(right, left.constant) : isNumber(right) ? times(left, right.constant) : null;
    case '/':
      return quotient(left, right);
    case 'min':
    case 'max':
      return null;
  }
}

function isNumber({ top, bottom }: Reading): boolean {
  return top.size === 0 && bottom === null;
}

function times(reading: Reading | null, by: Rational): Reading | null {
  if (reading === null) return null;
  return { ...reading, top: new Map([...reading.top].map(([id, count]) => [id, count.mul(by)])), constant: reading.constant.mul(by) };
}

function sumOf(left: Reading, right: Reading, sign: Rational): Reading | null {
  const other = times(right, sign);
  if (other === null) return null;
  const bottom = left.bottom ?? other.bottom;
  // a ÷ b + c has no common bottom unless c is a number
  if (left.bottom !== null && !(isNumber(other) || isSame(left.bottom, other.bottom))) return null;
  if (left.bottom === null && other.bottom !== null && !isNumber(left)) return null;
  return { top: added(left.top, other.top, ONE), constant: left.constant.add(other.constant), bottom };
}

function quotient(left: Reading, right: Reading): Reading | null {
  if (isNumber(right)) return isZero(right.constant) ? null : times(left, right.constant.inverse());
  if (left.bottom !== null || right.bottom !== null || !isZero(right.constant) || !isZero(left.constant)) return null;
  return { top: left.top, constant: ZERO, bottom: right.top };
}

function added(a: Sum, b: Sum, by: Rational): Sum {
  const all = new Map(a);
  for (const [id, count] of b) all.set(id, (all.get(id) ?? ZERO).add(count.mul(by)));
  return all;
}

function isSame(a: Sum, b: Sum | null): boolean {
  return b !== null && a.size === b.size && [...a].every(([id, count]) => b.get(id)?.equals(count) === true);
}
