import type { Cause, Reason } from '../attainment/value.js';
import { reason } from '../attainment/value.js';
import type { PeriodId } from '../kernel/calendar.js';
import { type Money, money, moneyValue, roundMoney } from '../kernel/money.js';
import type { Party } from '../kernel/party.js';
import { type Rational, type Rounding, rational, sum, ZERO } from '../kernel/rational.js';
import type { Carried } from './model.js';

/** Whose facts caused a hold: one party's alone, else null (both, or nobody's). */
export function partyOf(causes: readonly Cause[]): Party | null {
  const parties = new Set(causes.map((cause) => cause.party));
  const [only] = parties;
  return parties.size === 1 && only !== undefined ? only : null;
}

/** In how many consecutive statements up to the last one a line was held. */
export function timesHeld(carried: Carried | null, period: PeriodId, line: string): number {
  return carried?.holds.find((hold) => hold.period === period && hold.line === line)?.statements ?? 0;
}

/**
 * The mean that stands in for a line nobody can compute (section 6): of its settled amounts in the up to three latest other
 * periods in which it was neither held nor decided nor 0 by a rule, each ÷ its share of days in force × this period's share.
 */
export function meanOf(
  carried: Carried | null,
  line: string,
  period: PeriodId,
  shares: ReadonlyMap<PeriodId, Rational>,
  digits: number,
): Rational {
  const decided = new Set((carried?.decided ?? []).filter((entry) => entry.line === line).map((entry) => entry.period));
  const usable = (carried?.settled ?? [])
    .filter((entry) => entry.line === line && entry.period !== period)
    .filter((entry) => entry.unheld && !entry.zeroByRule && !decided.has(entry.period))
    .sort((a, b) => (a.period < b.period ? 1 : -1))
    .slice(0, 3);
  const whole = usable.flatMap((entry) => {
    const share = shares.get(entry.period);
    return share === undefined ? [] : [moneyValue(money(entry.amount, digits)).div(share)];
  });
  if (whole.length === 0) return ZERO;
  return sum(whole)
    .div(rational(whole.length))
    .mul(shares.get(period) ?? ZERO);
}

/** A hold that expired, decided for good. */
export interface Decision {
  readonly amount: Money;
  readonly why: Reason;
}

/** `computed` is the line recomputed against the party at fault, null where only the mean can stand in. */
export function decide(party: Party | null, computed: Rational | null, mean: Rational, digits: number, rounding: Rounding): Decision {
  const value = party === null || computed === null ? mean : computed;
  const code = party === null || computed === null ? 'decided-mean' : party === 'brand' ? 'decided-for-provider' : 'decided-for-brand';
  return { amount: roundMoney(value, digits, rounding), why: reason(code) };
}
