import type { Contract } from '../contract/model.js';
import { type Money, money, sumMoney } from '../kernel/money.js';
import { excessIn } from '../settlement/excess.js';
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

/** What of a line waits for a review of the brand, and for nothing else; null of any other line. */
export function waitingOf({ held, reason }: Pick<Line, 'held' | 'reason'>, contract: Contract): Money | null {
  return held && reason !== null ? excessIn(reason, contract) : null;
}
