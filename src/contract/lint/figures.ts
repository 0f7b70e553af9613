import { moneyText, roundMoney } from '../../kernel/money.js';
import { type Rational, rational, toDecimal, toFixed } from '../../kernel/rational.js';
import type { LintContext } from './lint-rule.js';

/** A share as people write it: 0.4 → `40%`. */
export function percent(value: Rational): string {
  return `${toDecimal(value.mul(rational(100)))}%`;
}

/** A share to one decimal, where an exact one would be endless: 1/3 → `33.3%`. */
export function aboutPercent(value: Rational): string {
  return `${toFixed(value.mul(rational(100)), 1).replace(/\.0$/, '')}%`;
}

/** A number to at most four decimals, where an exact one could be endless. */
export function about(value: Rational): string {
  return toDecimal(rational(toFixed(value, 4)));
}

/** An amount with the minor unit's digits, as the statement would print it. */
export function amount(context: LintContext, value: Rational): string {
  const { currency, rounding } = context.contract;
  return moneyText(roundMoney(value, currency, rounding));
}

/** Ids for a sentence. */
export function names(ids: Iterable<string>): readonly string[] {
  return [...new Set(ids)];
}
