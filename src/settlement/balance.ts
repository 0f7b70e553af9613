import type { ContractEvent } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import { type Money, money, moneyText, subtractMoney, sumMoney } from '../kernel/money.js';
import type { StatementBody } from './model.js';

/** A statement's total and when it was settled. */
export interface Owed {
  readonly period: PeriodId;
  readonly asOf: LocalDate;
  readonly total: Money;
}

/**
 * Σ totals − Σ payments dated up to `asOf` (positive: the brand owes), and which totals are still open: the oldest clears
 * first, by payments and by statements in the brand's favour.
 */
export function balanceOf(
  owed: readonly Owed[],
  events: readonly ContractEvent[],
  asOf: LocalDate,
  dueDays: number | null,
  digits: number,
): Pick<StatementBody, 'balance' | 'open'> {
  const payments = events.flatMap((event) => (event.kind === 'payment' && event.on <= asOf ? [money(event.amount, digits)] : []));
  const paid = sumMoney(payments, digits);
  const total = sumMoney(
    owed.map((entry) => entry.total),
    digits,
  );
  let credit = paid.minor;
  for (const entry of owed) if (entry.total.minor < 0n) credit -= entry.total.minor;
  const open: { period: PeriodId; amount: string; dueOn: LocalDate | null }[] = [];
  for (const entry of owed) {
    if (entry.total.minor <= 0n) continue;
    const cleared = credit < entry.total.minor ? (credit > 0n ? credit : 0n) : entry.total.minor;
    credit -= cleared;
    const left = entry.total.minor - cleared;
    const dueOn = dueDays === null ? null : addDays(entry.asOf, dueDays);
    if (left > 0n) open.push({ period: entry.period, amount: moneyText({ minor: left, digits }), dueOn });
  }
  return { balance: moneyText(subtractMoney(total, paid)), open };
}
