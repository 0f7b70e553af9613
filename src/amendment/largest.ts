import { compare, isDecimal, isZero, type Rational, rational, ZERO } from '../kernel/rational.js';
import { CHANGE_CLASSES, type ClassifiedChange } from './model.js';

/**
 * The changes that a reader must not miss, largest first: by class, then those that favour a party or may do so, then by the
 * relative size of the step. Changes that are equal in all of that stay in the order of the contract.
 */
export function largestChanges(changes: readonly ClassifiedChange[], count: number): ClassifiedChange[] {
  return [...changes]
    .sort((a, b) => classRank(b) - classRank(a) || favourRank(b) - favourRank(a) || compare(stepOf(b), stepOf(a)))
    .slice(0, count);
}

function classRank(change: ClassifiedChange): number {
  return CHANGE_CLASSES.indexOf(change.class);
}

function favourRank({ favours }: ClassifiedChange): number {
  return favours === 'neither' ? 0 : 1;
}

/** The relative step from one number to another; 0 where either is none, so that what has no size comes last. */
function stepOf({ before, after }: ClassifiedChange): Rational {
  const [from, to] = [numberOf(before), numberOf(after)];
  if (from === null || to === null || isZero(from)) return ZERO;
  return to.sub(from).div(from).abs();
}

/** A number as it is written, or the last value of a schedule of numbers. */
function numberOf(value: unknown): Rational | null {
  if (typeof value === 'string') return isDecimal(value) ? rational(value) : null;
  if (Array.isArray(value)) return numberOf(value.at(-1));
  return typeof value === 'object' && value !== null && 'value' in value ? numberOf(value.value) : null;
}
