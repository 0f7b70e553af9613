import { compare, divide, isDecimal, maximum, ONE, type Rational, rational, sign } from '../kernel/rational.js';
import { exactOfText } from './normalize-value.js';

/*
 * What a level with % of a metric that is no share was probably meant to be, the likeliest first: `3.0%` is hardly ever 0.03, `300%` may
 * well be 3, and `2.4%` beside a target of 3.0 is 2.4 and no 0.024 of it.
 */

/** A level is hardly meant further from its target than this many times, either way. */
const FURTHEST = rational(5);

/** Of a level that stands beside no target. */
export function percentAlone(text: string): readonly string[] {
  const [bare, value] = [bareOf(text), exactOfText(text)];
  return compare(rational(value), ONE) < 0 ? [bare, value] : [value, bare];
}

/**
 * Of a threshold or stretch: as it can be written that comes nearest to the target first.
 * @param otherwise what else is named where less than two readings lie near the target
 */
export function percentBeside(text: string, targets: readonly string[], otherwise: readonly string[]): readonly string[] {
  const [bare, value] = [bareOf(text), exactOfText(text)];
  const known = targets.filter(isDecimal).map(rational);
  const nearest = (timesOf: (target: Rational) => Rational | undefined) =>
    known.map((target) => farness(timesOf(target))).reduce((a, b) => (a === null || (b !== null && compare(b, a) < 0) ? b : a), null);
  // of readings that are as near, which are the same amount, the multiple first
  const readings = [
    { written: `${value}x`, far: nearest(() => rational(value)) },
    { written: bare, far: nearest((target) => divide(rational(bare), target)) },
    { written: value, far: nearest((target) => divide(rational(value), target)) },
  ];
  const near = readings
    .flatMap(({ written, far }) => (far === null || compare(far, FURTHEST) > 0 ? [] : [{ written, far }]))
    .sort((a, b) => compare(a.far, b.far))
    .map(({ written }) => written);
  return [...new Set([...near, ...otherwise])].slice(0, 2);
}

function bareOf(text: string): string {
  return text.slice(0, -1);
}

/** How many times a level is its target, or its target the level, whichever is more; null where they lie on two sides of 0. */
function farness(times: Rational | undefined): Rational | null {
  return times === undefined || sign(times) <= 0 ? null : maximum(times, ONE.div(times));
}
