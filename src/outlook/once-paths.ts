import { compare, maximum, minimum, type Rational, sum } from '../kernel/rational.js';
import { NOTHING, type Range } from './exposure-range.js';

/**
 * What is paid once in a term may be paid in any of its periods, but in one. So a path is told twice: with it in every period, and in
 * none, with how far it moves each.
 */
export interface OncePaths {
  readonly every: Range;
  readonly none: Range;
  readonly moved: readonly { readonly least: Rational; readonly most: Rational }[];
  /** The most of each line that is paid once. */
  readonly amounts: ReadonlyMap<string, Rational>;
}

/** Before the first period. */
export const NO_PATHS: OncePaths = { every: NOTHING, none: NOTHING, moved: [], amounts: new Map() };

/**
 * Paths on which each line that is paid once moves one period. No floor, cap or share makes more of a unit than a unit, so it moves a
 * path by no more than its period, nor up by more than itself.
 */
export function eachOnce({ every, none, moved, amounts }: OncePaths): Range {
  const farthest = (values: readonly Rational[]) => sum([...values].sort((a, b) => compare(b, a)).slice(0, amounts.size));
  const up = minimum(farthest(moved.map(({ most }) => most)), sum(amounts.values()));
  const down = farthest(moved.map(({ least }) => least));
  return {
    least: { ...every.least, amount: maximum(every.least.amount, none.least.amount.sub(down)) },
    most: { ...every.most, amount: minimum(every.most.amount, none.most.amount.add(up)) },
  };
}
