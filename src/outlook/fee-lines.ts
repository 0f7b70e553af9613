import { type Money, money, sumMoney } from '../kernel/money.js';
import type { Line } from '../settlement/model.js';

/** Whether a line is what the period itself earns: no tax, no true-up, no correction. */
export function isFee({ kind }: Pick<Line, 'kind'>): boolean {
  return kind !== 'tax' && kind !== 'true-up' && kind !== 'correction';
}

/** The same of terms that are tried: what waits for a review by its nature is nobody's yet. */
export function isTriedFee(line: Pick<Line, 'kind'>): boolean {
  return isFee(line) && line.kind !== 'excess';
}

/** What lines pay together, in the currency of their statement. */
export function sumOfLines(lines: readonly Line[], currency: string): Money {
  return sumMoney(
    lines.map(({ amount }) => money(amount, currency)),
    currency,
  );
}
