import { compare, isDecimal, maximum, ONE, type Rational, rational, toDecimal } from '../kernel/rational.js';

/*
 * A threshold or a stretch that is a plain number and was probably meant as a multiple of its target: `threshold: 0.8` beside a target of 3.5 is
 * what 0.8x was to be, and `stretch: 120` is 120% of it.
 */

/** Multiples that people write: from half the target to twice it. */
const LEAST = rational('0.5');
const MOST = rational(2);
/** How often a level that is itself meant may lie within its target, or its target within it, before it is asked about. */
const FAR = rational(2);
/** The same of what would be a percentage: 80 beside 250 may be meant. */
const FAR_FOR_PERCENT = rational(5);

/** Which side of its target a level lies on. */
export function sideOf(field: 'threshold' | 'stretch', better: 'higher' | 'lower'): -1 | 1 {
  return (field === 'threshold') === (better === 'higher') ? -1 : 1;
}

/**
 * The multiple that a level was probably meant to be; null where it is none, or lies so near to one of its targets that it may be meant.
 * @param side of the target on which the level has to lie
 */
export function multipleMeant(text: string, targets: readonly string[], side: -1 | 1): string | null {
  const reading = readingOf(text, side);
  const known = targets.filter(isDecimal).map(rational);
  if (reading === null || known.length < targets.length) return null;
  const least = reading.isPercent ? FAR_FOR_PERCENT : FAR;
  return known.every((target) => compare(target, rational(0)) > 0 && compare(farness(rational(text), target), least) >= 0)
    ? reading.written
    : null;
}

function readingOf(text: string, side: -1 | 1): { readonly written: string; readonly isPercent: boolean } | null {
  if (!isDecimal(text)) return null;
  for (const isPercent of [false, true]) {
    const times = isPercent ? rational(text).div(100) : rational(text);
    if (compare(times, LEAST) < 0 || compare(times, MOST) > 0 || compare(times, ONE) !== side) continue;
    return { written: `${isPercent ? toDecimal(times) : text}x`, isPercent };
  }
  return null;
}

/** How many times one of two numbers above 0 is the other, whichever is more. */
function farness(level: Rational, target: Rational): Rational {
  return maximum(level.div(target), target.div(level));
}
