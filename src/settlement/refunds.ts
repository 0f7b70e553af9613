import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { type Money, money, moneyText } from '../kernel/money.js';
import { type Owed, paymentsIn } from './balance.js';
import type { StatementBody } from './model.js';

/** A statement's total, the day that it was made, and when it is due. */
export interface MadeOn extends Owed {
  readonly asOf: LocalDate;
}

/** The totals of a ledger, with their days. */
export function madeIn(ledger: readonly { readonly statement: StatementBody }[]): MadeOn[] {
  return ledger.map(({ statement: { period, asOf, dueOn, total, currency } }) => ({ period, asOf, dueOn, total: money(total, currency) }));
}

/** What of a statement in the brand's favour is still to be paid back, positive, and by when; null without payment terms. */
export interface Refund {
  readonly period: PeriodId;
  readonly amount: string;
  readonly dueOn: LocalDate | null;
}

/** What the brand has in its favour; of no statement where it has paid ahead. */
interface Credit {
  readonly of: MadeOn | null;
  left: bigint;
}

/**
 * What of statements in the brand's favour is neither set off nor paid back by a day, oldest first. In the order in which things came: a
 * statement in its favour first lowers what the brand owes by then; a later one that is not uses up the oldest in its favour, payments
 * ahead included; what is paid back is paid of what has a day. What is left besides of a balance in its favour was paid ahead, and has none.
 */
export function refundsOf(made: readonly MadeOn[], events: readonly ContractEvent[], asOf: LocalDate, currency: string): Refund[] {
  const credits: Credit[] = [];
  let owed = 0n;
  const take = (from: readonly Credit[], charged: bigint) =>
    from.reduce((rest, credit) => {
      const taken = rest < credit.left ? rest : credit.left;
      credit.left -= taken;
      return rest - taken;
    }, charged);
  const give = (amount: bigint, of: MadeOn | null) => {
    const cleared = amount < owed ? amount : owed;
    owed -= cleared;
    credits.push({ of, left: amount - cleared });
  };
  for (const { total, of } of inOrder(made, events, asOf, currency)) {
    if (total.minor < 0n) give(-total.minor, of);
    else if (of === null)
      owed += take([...credits.filter((each) => each.of !== null), ...credits.filter((each) => each.of === null)], total.minor);
    else owed += take(credits, total.minor);
  }
  return credits.flatMap(({ of, left }) =>
    of === null || left === 0n ? [] : [{ period: of.period, amount: moneyText({ minor: left, currency }), dueOn: of.dueOn }],
  );
}

/** Statements and payments up to a day as they came, a payment before a statement of its day, which counts it; negative: in the brand's favour. */
function inOrder(made: readonly MadeOn[], events: readonly ContractEvent[], asOf: LocalDate, currency: string) {
  const paid = paymentsIn(events).map(({ on, amount }): { readonly on: LocalDate; readonly total: Money; readonly of: MadeOn | null } => {
    const { minor } = money(amount, currency);
    return { on, total: { minor: -minor, currency }, of: null };
  });
  const settled = made.map((of) => ({ on: of.asOf, total: of.total, of }));
  return [...paid, ...settled].filter(({ on }) => on <= asOf).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
