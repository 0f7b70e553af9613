import { divide, isZero, type Rational, ZERO } from '../kernel/rational.js';

/** Sums of a ratio, of all and of one channel. */
export interface Sums {
  readonly top: Rational;
  readonly bottom: Rational;
}

/** What moved money would have to come to in its new place. */
export interface BreakEven {
  /** What keeps the ratio as it is: the average of the place that it leaves. */
  readonly keeps: Rational;
  /** What brings the ratio to its target; null where there is none, or whatever the moved money brings does. */
  readonly reaches: Rational | null;
}

/**
 * What an amount of spend that moves from one channel to another must come to there, where what leaves is taken to have come to the average
 * of the channel that it leaves. Algebra of sums alone: it says nothing of what the money will bring.
 * @param amount in the ratio's own terms: what is moved × how often the formula counts the spend.
 * @returns null where the channel has no average.
 */
export function breakEven(
  whole: Sums,
  from: Sums,
  amount: Rational,
  { spendIs, target }: { readonly spendIs: 'under' | 'over'; readonly target: Rational | null },
): BreakEven | null {
  const average = divide(from.top, from.bottom);
  if (average === undefined || isZero(amount)) return null;
  if (spendIs === 'under') {
    // (top − amount × average + amount × x) ÷ bottom = target
    const reaches = target === null ? null : average.add(target.mul(whole.bottom).sub(whole.top).div(amount));
    return { keeps: average, reaches };
  }
  const leaves = divide(amount, average);
  const wanted = target === null ? undefined : divide(whole.top, target);
  if (leaves === undefined) return null;
  // top ÷ (bottom − amount ÷ average + amount ÷ x) = target
  const brought = wanted === undefined ? null : wanted.sub(whole.bottom).add(leaves);
  return { keeps: average, reaches: brought === null || brought.compare(ZERO) <= 0 ? null : amount.div(brought) };
}
