import { type LocalDate, minDate } from '../../kernel/calendar.js';
import { type Money, money, moneyText, subtractMoney, sumMoney, zeroMoney } from '../../kernel/money.js';
import { paymentsIn } from '../../settlement/balance.js';
import type { Statement } from '../../settlement/model.js';
import { openOn } from '../../settlement/open-again.js';
import { madeIn, refundsOf } from '../../settlement/refunds.js';
import { openItems } from '../balance-section.js';
import type { Scene } from './pages.js';

/*
 * Up to which day payments count, and what is owed then. A statement counts those up to its own day. A workbook of a year is held against
 * a year's books and bank statements: what its periods come to is the year's, whenever it was settled, and a payment is of the year in
 * which it was made, also where the year's last statement, made in the next one, counts it.
 */

/** What is owed on a day: of which statements, and what is of none. */
export interface Position extends ReturnType<typeof openItems> {
  readonly on: LocalDate;
  readonly balance: string;
}

/** The last day of which a statement's row has payments. */
export function countedTo({ period, asOf }: Pick<Statement, 'period' | 'asOf'>, { year }: Pick<Scene, 'year'>): LocalDate {
  return year === null ? asOf : minDate(asOf, `${period.slice(0, 4)}-12-31`);
}

/** How things stand where the workbook ends. */
export function positionOf(scene: Scene): Position {
  const { last, currency, year } = scene;
  const { statement } = last.entry;
  const on = countedTo(statement, scene);
  if (year === null) return { on, balance: statement.balance, ...openItems(statement, last.context) };
  const days = new Map(statementsOf(scene).map((each) => [each.period, countedTo(each, scene)]));
  const made = madeIn(entriesOf(scene)).map((each) => ({ ...each, asOf: days.get(each.period) ?? each.asOf }));
  const { events } = last.context;
  const { balance, open } = openOn(made, events, on, last.entry.terms.contract);
  const refunds = refundsOf(made, events, on, currency);
  return { on, balance, ...openItems({ open, balance, currency }, { refunds }) };
}

function entriesOf({ before, pages }: Pick<Scene, 'before' | 'pages'>) {
  return [...before, ...pages.map(({ entry }) => entry)];
}

/** Every statement up to the last, ascending. */
export function statementsOf(scene: Pick<Scene, 'before' | 'pages'>): Statement[] {
  return entriesOf(scene).map(({ statement }) => statement);
}

/** All payments that a statement counts up to its row's last day, those before it included. */
export function paidUntil(statement: Statement | null, { events, currency, year }: Pick<Scene, 'events' | 'currency' | 'year'>): Money {
  if (statement === null) return zeroMoney(currency);
  const counted = new Set(statement.events.map(({ file }) => file));
  const until = countedTo(statement, { year });
  const payments = paymentsIn(events.filter(({ file }) => counted.has(file))).filter(({ on }) => on <= until);
  return sumMoney(
    payments.map(({ amount }) => money(amount, currency)),
    currency,
  );
}

/** What became known of payments between two statements. */
export function paidBetween(before: Statement | null, after: Statement, scene: Pick<Scene, 'events' | 'currency' | 'year'>): Money {
  return subtractMoney(paidUntil(after, scene), paidUntil(before, scene));
}

/** What is owed after a statement's row: what it and those before it come to, less what is paid until then. */
export function balanceUntil(statement: Statement | null, scene: Scene): string {
  const { currency } = scene;
  const totals = statementsOf(scene).filter(({ period }) => statement !== null && period <= statement.period);
  const total = sumMoney(
    totals.map((each) => money(each.total, currency)),
    currency,
  );
  return moneyText(subtractMoney(total, paidUntil(statement, scene)));
}
