import type { Cause, Reason } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { type Money, moneyText, roundMoney } from '../kernel/money.js';
import { compare, maximum, type Rational, type Rounding, rational, toDecimal, ZERO } from '../kernel/rational.js';
import { isUnacknowledged } from './holds.js';
import { carriedLines, type LedgerEntry } from './ledger-entry.js';
import { basisOf, type LineLife } from './line-life.js';

/** What the brand has acknowledged of what a pass-through exceeds its limit by, in one period. */
export interface AcknowledgedExcess {
  /** The largest amount that it was told; null where it agreed ahead of any statement, and none has told one yet. */
  readonly upTo: Rational | null;
  readonly covers: (excess: Rational) => boolean;
}

/** The line of a contract that it is about, and how its money is rounded. */
export interface ExcessLine {
  readonly period: PeriodId;
  readonly fee: string;
  readonly currency: string;
  readonly rounding: Rounding;
}

/** What a review acknowledges. */
export function excessId(period: PeriodId, fee: string): string {
  return `excess/${period}/${fee}`;
}

/**
 * A review of the brand acknowledges what the last statement before it told (the first one, where it was filed ahead of any): what
 * the cost grows by afterwards nobody has seen, and it waits for another review. Null without a review.
 */
export function acknowledgedExcess(
  { events, ledger }: { readonly events: readonly ContractEvent[]; readonly ledger: readonly LedgerEntry[] },
  line: ExcessLine,
): AcknowledgedExcess | null {
  const id = excessId(line.period, line.fee);
  const reviews = events.flatMap((event) =>
    event.kind === 'review' && event.party === 'brand' && event.acknowledges.includes(id) ? [event.date] : [],
  );
  if (reviews.length === 0) return null;
  const told = ledger.flatMap((entry) => {
    const amount = toldBy(entry, line);
    return compare(amount, ZERO) > 0 ? [{ asOf: entry.statement.asOf, amount }] : [];
  });
  const first = told[0];
  if (first === undefined) return { upTo: null, covers: () => true };
  const seen = (date: LocalDate) => told.filter(({ asOf }) => asOf <= date).at(-1) ?? first;
  const upTo = reviews.map((date) => seen(date).amount).reduce(maximum);
  return { upTo, covers: (excess) => compare(asTold(excess), upTo) <= 0 || compare(asPaid(excess, line), upTo) <= 0 };
}

/** What a statement told of it: while it waits, what it comes to; else what is paid. */
function toldBy({ statement }: LedgerEntry, { period, fee }: ExcessLine): Rational {
  const life = statement.carried.lines.find((line) => line.period === period && line.line === `${fee}/excess`)?.life;
  if (life === undefined) return ZERO;
  return rational(waitingIn(life)?.reason.with.excess ?? basisOf(life));
}

/** What waits for a review of the brand, as the reason of a line that is held says it; null where it waits for anything else. */
export function excessIn(reason: Reason, { currency, rounding }: Pick<ExcessLine, 'currency' | 'rounding'>): Money | null {
  const { excess } = reason.with;
  return isUnacknowledged(reason) && excess !== undefined ? roundMoney(rational(excess), currency, rounding) : null;
}

/** Why a line waits for a review of the brand; undefined where it does not. */
function waitingIn(life: LineLife): Cause | undefined {
  return life.state === 'held' ? life.causes.find(({ reason }) => isUnacknowledged(reason)) : undefined;
}

/** What waits for a review of the brand after the last statement, by the ids under which one acknowledges it. */
export function waitingExcesses(ledger: readonly LedgerEntry[]): string[] {
  return carriedLines(ledger).flatMap(({ period, line, kind, life }) =>
    kind === 'excess' && waitingIn(life) !== undefined ? [excessId(period, line.slice(0, -'/excess'.length))] : [],
  );
}

/** Statements tell an excess that waits as a decimal, and one that is paid in the currency's digits. */
function asTold(excess: Rational): Rational {
  return rational(toDecimal(excess));
}

function asPaid(excess: Rational, { currency, rounding }: ExcessLine): Rational {
  return rational(moneyText(roundMoney(excess, currency, rounding)));
}
