import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { type Money, money, moneyText, subtractMoney, sumMoney, zeroMoney } from '../kernel/money.js';
import { rational } from '../kernel/rational.js';
import type { StatementBody } from './model.js';

/** A statement's total and when it is due; null without payment terms. */
export interface Owed {
  readonly period: PeriodId;
  readonly dueOn: LocalDate | null;
  readonly total: Money;
}

/** The same reference, day and amount, whoever filed them. */
export function isSamePayment(a: EventOf<'payment'>, b: EventOf<'payment'>): boolean {
  return a.reference === b.reference && a.on === b.on && rational(a.amount).equals(rational(b.amount));
}

/** The payments that events tell of: the same reference, day and amount filed by both parties are one. */
export function paymentsIn(events: readonly ContractEvent[]): EventOf<'payment'>[] {
  const payments = events.filter((event): event is EventOf<'payment'> => event.kind === 'payment');
  return payments.filter((payment, index) => {
    const same = payments.slice(0, index).filter((other) => isSamePayment(other, payment));
    const mine = same.filter(({ party }) => party === payment.party).length;
    return same.length - mine <= mine;
  });
}

/** A payment that counts, and whether both parties have filed it: the same day, amount and reference. */
export interface Counted {
  readonly payment: EventOf<'payment'>;
  readonly byBoth: boolean;
}

/** Of n equal payments of one party and m of the other, the larger number counts, and the smaller number of them is both's. */
export function countedPayments(filed: readonly EventOf<'payment'>[]): Counted[] {
  const counted = paymentsIn(filed);
  return counted.map((payment, index) => {
    const same = filed.filter((other) => isSamePayment(other, payment));
    const byBrand = same.filter(({ party }) => party === 'brand').length;
    const byProvider = same.filter(({ party }) => party === 'provider').length;
    const nth = counted.slice(0, index).filter((other) => isSamePayment(other, payment)).length;
    return { payment, byBoth: nth < Math.min(byBrand, byProvider) };
  });
}

/**
 * What of a statement in the brand's favour is set against what the brand owes by then, and what is left for the provider to pay back; of one
 * that is not in its favour neither is anything.
 */
export function setOffOf({ total, balance, currency }: Pick<StatementBody, 'total' | 'balance' | 'currency'>): {
  readonly setOff: Money;
  readonly left: Money;
} {
  const none = zeroMoney(currency);
  const [favour, owed] = [subtractMoney(none, money(total, currency)), subtractMoney(none, money(balance, currency))];
  if (favour.minor <= 0n) return { setOff: none, left: none };
  const left = owed.minor <= 0n ? none : owed.minor < favour.minor ? owed : favour;
  return { setOff: subtractMoney(favour, left), left };
}

/** What of a statement's own total is still to be paid; null where nothing is, as of one in the brand's favour. */
export function leftOpen({ period, open }: Pick<StatementBody, 'period' | 'open'>): string | null {
  return open.find((each) => each.period === period)?.amount ?? null;
}

/** Whether anything of a statement's own total is to be paid or paid back, and if so by when; null without payment terms. */
export type PayBy =
  | { readonly state: 'zero' | 'covered' | 'set-off' }
  | { readonly state: 'pay' | 'refund'; readonly on: LocalDate | null; readonly left: Money };

/** By when a statement's total is to be paid or paid back, as the statement itself knows: what every medium tells of it. */
export function payByOf(statement: Pick<StatementBody, 'period' | 'total' | 'balance' | 'open' | 'dueOn' | 'currency'>): PayBy {
  const { total, dueOn: on, currency } = statement;
  const { minor } = money(total, currency);
  if (minor === 0n) return { state: 'zero' };
  if (minor < 0n) {
    const { left } = setOffOf(statement);
    return left.minor === 0n ? { state: 'set-off' } : { state: 'refund', on, left };
  }
  const left = leftOpen(statement);
  return left === null ? { state: 'covered' } : { state: 'pay', on, left: money(left, currency) };
}

/**
 * Σ totals − Σ payments dated up to `asOf` (positive: the brand owes), and which totals are still open: the oldest clears
 * first, by payments and by statements in the brand's favour.
 */
export function balanceOf(
  owed: readonly Owed[],
  events: readonly ContractEvent[],
  asOf: LocalDate,
  currency: string,
): Pick<StatementBody, 'balance' | 'open'> {
  const payments = paymentsIn(events).filter((payment) => payment.on <= asOf);
  const paid = sumMoney(
    payments.map((payment) => money(payment.amount, currency)),
    currency,
  );
  const total = sumMoney(
    owed.map((entry) => entry.total),
    currency,
  );
  let credit = paid.minor;
  for (const entry of owed) if (entry.total.minor < 0n) credit -= entry.total.minor;
  const open: { period: PeriodId; amount: string; dueOn: LocalDate | null }[] = [];
  for (const entry of owed) {
    if (entry.total.minor <= 0n) continue;
    const cleared = credit < entry.total.minor ? (credit > 0n ? credit : 0n) : entry.total.minor;
    credit -= cleared;
    const left = entry.total.minor - cleared;
    if (left > 0n) open.push({ period: entry.period, amount: moneyText({ minor: left, currency }), dueOn: entry.dueOn });
  }
  return { balance: moneyText(subtractMoney(total, paid)), open };
}
