import type { Cause, Reason } from '../attainment/value.js';
import { reason } from '../attainment/value.js';
import type { Contract } from '../contract/model.js';
import { addDays, type Every, type LocalDate, maxDate, type PeriodId } from '../kernel/calendar.js';
import { type Money, money, moneyValue, roundMoney } from '../kernel/money.js';
import type { Party } from '../kernel/party.js';
import { maximum, minimum, type Rational, type Rounding, rational, sum, ZERO } from '../kernel/rational.js';
import type { ReasonCode } from '../words/reasons.js';
import { type CarriedLine, type HeldLife, usualAmount } from './line-life.js';
import { type Timeline, targetAfter } from './timeline.js';

/** Whose facts caused a hold: one party's alone, else null (both, or nobody's). */
export function partyOf(causes: readonly Cause[]): Party | null {
  const parties = new Set(causes.map((cause) => cause.party));
  const [only] = parties;
  return parties.size === 1 && only !== undefined ? only : null;
}

/** Whose review releases what is held for want of one. */
export const REVIEWED: ReadonlyMap<ReasonCode, Party | 'either'> = new Map([
  ['unreviewed', 'either'],
  ['over-limit', 'brand'],
  ['over-acknowledged', 'brand'],
]);

/** Whom something held waits for: whoever is to review it, else whose data it lacks, whoever keeps the data that a review is of. */
export function waitsFor({ reason: { code }, party }: Cause): Party | 'either' | null {
  return REVIEWED.get(code) ?? party;
}

/** Whether something waits for the brand alone, which is to acknowledge what is above a limit. */
export function isUnacknowledged({ code }: Reason): boolean {
  return REVIEWED.get(code) === 'brand';
}

/**
 * Whether a review may turn out not to be needed: what it would acknowledge cannot be compared for want of a party's data, which hold the
 * line besides. With these data it agrees, or it is known by then what there is to acknowledge.
 */
export function waitsForData({ reason: { code }, party }: Cause, causes: readonly Cause[]): boolean {
  return code === 'unreviewed' && party !== null && causes.some((other) => other.party === party && !REVIEWED.has(other.reason.code));
}

const DAYS: Readonly<Record<Every, number>> = { week: 7, month: 30, quarter: 91 };

/** The first asOf on which a statement may decide a hold: nobody gains by letting statements pile up and settling them at once. */
export function decidedFrom(since: LocalDate, maxPeriods: number, every: Every): LocalDate {
  return addDays(since, (maxPeriods - 1) * DAYS[every]);
}

/**
 * The day from which a statement decides a hold that goes on: of those that follow `settled`, the first that `maxPeriods` statements have
 * held the line before, and that is made late enough. Each is taken to be made when it is due, or on `asOf` where it is due by then.
 */
export function decidingDay(
  contract: Contract,
  line: Timeline,
  { since, statements }: Pick<HeldLife, 'since' | 'statements'>,
  settled: PeriodId,
  asOf: LocalDate,
): LocalDate {
  const { maxPeriods } = contract.holds;
  const earliest = decidedFrom(since, maxPeriods, contract.calendar.every);
  let target = targetAfter(contract, line, settled);
  for (let held = statements; target !== null; held += 1) {
    if (held >= maxPeriods && maxDate(target.dueOn, asOf) >= earliest) return maxDate(target.dueOn, earliest);
    target = targetAfter(contract, line, target.period);
  }
  return earliest;
}

/**
 * The mean that stands in for a line nobody can compute (section 6): of its settled amounts in the up to three latest other
 * periods in which it was neither held nor decided nor 0 by a rule, each ÷ its share of days in force × this period's share.
 * Waiting and resolved amounts are settled ones; of a disputed line it is what was computed.
 */
export function meanOf(
  carried: readonly CarriedLine[],
  line: string,
  period: PeriodId,
  shares: ReadonlyMap<PeriodId, Rational>,
  currency: string,
): Rational {
  const usable = carried
    .filter((entry) => entry.line === line && entry.period !== period)
    .flatMap((entry) => {
      const amount = usualAmount(entry.life);
      const share = shares.get(entry.period);
      return amount === null || share === undefined ? [] : [{ period: entry.period, amount, share }];
    })
    .sort((a, b) => (a.period < b.period ? 1 : -1))
    .slice(0, 3);
  if (usable.length === 0) return ZERO;
  const whole = usable.map(({ amount, share }) => moneyValue(money(amount, currency)).div(share));
  return sum(whole)
    .div(rational(whole.length))
    .mul(shares.get(period) ?? ZERO);
}

/** A hold that expired, decided for good. */
export interface Decision {
  readonly amount: Money;
  readonly why: Reason;
}

/** What a line would be, as far as that is known, when it is decided. */
export interface Candidates {
  /** Recomputed against the party at fault, by every way in which unknown gates may count; null where only the mean can stand in. */
  readonly against: readonly (Rational | null)[];
  /** What the line may come to where nothing but a gate is undefined; empty otherwise. */
  readonly gateAlone: readonly Rational[];
}

/** Decides an expired hold: for the other party where one caused it (and it never costs that party anything), else the mean. */
export function decide(party: Party | null, candidates: Candidates, mean: Rational, currency: string, rounding: Rounding): Decision {
  const { against, gateAlone } = candidates;
  const better = party === 'brand' ? maximum : minimum;
  const value = party === null ? mean : [...against.map((each) => each ?? mean), ...gateAlone].reduce(better, against[0] ?? mean);
  const isMean = party === null || ![...against, ...gateAlone].some((each) => each?.equals(value) === true);
  const code = isMean ? 'decided-mean' : party === 'brand' ? 'decided-for-provider' : 'decided-for-brand';
  return { amount: roundMoney(value, currency, rounding), why: reason(code) };
}

const DECIDED: ReadonlySet<ReasonCode> = new Set([
  'decided-mean',
  'decided-at-least',
  'decided-for-provider',
  'decided-for-brand',
  'decided-as-settled',
]);

/** Whether a line says that an expired hold has decided it. */
export function isDecision(why: Reason | null): boolean {
  return why !== null && DECIDED.has(why.code);
}
