import { type Money, money, sumMoney } from '../kernel/money.js';
import type { Line } from '../settlement/model.js';

/**
 * Whether a line is what a period itself earns under terms that are tried: no tax, no true-up, no correction; and what waits for a
 * review by its nature is nobody's yet.
 */
export function isTriedFee({ kind }: Pick<Line, 'kind'>): boolean {
  return kind !== 'tax' && kind !== 'true-up' && kind !== 'correction' && kind !== 'excess';
}

/** What lines pay together, in the currency of their statement. */
export function sumOfLines(lines: readonly Line[], currency: string): Money {
  return sumMoney(
    lines.map(({ amount }) => money(amount, currency)),
    currency,
  );
}
