import { money, moneyText } from '../../kernel/money.js';
import { payByOf } from '../../settlement/balance.js';
import { lastDayToResolve } from '../../settlement/disputes.js';
import type { LineState } from '../../settlement/model.js';
import { filedBy, paymentsUntil } from '../balance-section.js';
import { holdsOf } from '../held-groups.js';
import { earlierDisputes, type OpenDispute, ownDisputes } from '../open-disputes.js';
import { dateCell, type FlatColumn, textCell, withExact, withExactColumn } from './flat-sheet.js';
import type { Cell, Look, WorkSheet } from './model.js';
import { netAndTax, type Scene } from './pages.js';
import { balanceUntil, countedTo, paidBetween, positionOf, statementsOf } from './position.js';
import { type Stacked, stackedSheet } from './stacked-sheet.js';

/** Where formulas find what is owed and paid; a range is null where its table is empty. */
export interface PaymentPlaces {
  readonly totals: string;
  readonly paidByStatement: string;
  readonly balance: string;
  readonly payments: string | null;
  readonly open: string | null;
  /** The row of each statement's total, from 1. */
  readonly totalRow: ReadonlyMap<string, number>;
}

const TOTAL_COLUMN = 'D';

/** Every statement up to the last with what was paid on it, every payment, and what is open. */
export function paymentsSheet(scene: Scene): { readonly sheet: WorkSheet; readonly places: PaymentPlaces } {
  const tables = [statementTable(scene), paymentTable(scene), openTable(scene), withheldTable(scene)];
  const { sheet, first } = stackedSheet(scene.say('sheet.payments'), tables);
  const [statements = 0, payments = 0, open = 0] = first;
  const [statementCount = 0, paymentCount = 0, openCount = 0] = tables.map(({ rows }) => rows.length);
  const last = statements + statementCount - 1;
  const rows = chained(sheet, statements, last);
  const range = (column: string, from: number, count: number) => (count === 0 ? null : `${column}${from}:${column}${from + count - 1}`);
  return {
    sheet: { ...sheet, rows, inText: true },
    places: {
      totals: `${TOTAL_COLUMN}${statements}:${TOTAL_COLUMN}${last}`,
      paidByStatement: `F${statements}:F${last}`,
      balance: `H${last}`,
      payments: range('B', payments, paymentCount),
      open: range('B', open, openCount),
      totalRow: new Map(statementsOf(scene).map(({ period }, at) => [period, statements + at])),
    },
  };
}

/** Each balance is the one above it and its own row's total less its payments. */
function chained(sheet: WorkSheet, first: number, last: number): WorkSheet['rows'] {
  return sheet.rows.map((row, at) => {
    const line = at + 1;
    if (line < first || line > last) return row;
    const before = line === first ? '' : `H${line - 1}+`;
    const cells = row.cells.map((cell, column): Cell | null =>
      column === 7 && cell !== null && 'number' in cell
        ? {
            formula: `${before}${TOTAL_COLUMN}${line}-F${line}`,
            cached: cell.number,
            ...(cell.look === undefined ? {} : { look: cell.look }),
          }
        : cell,
    );
    return { ...row, cells };
  });
}

function statementTable(scene: Scene): Stacked {
  const { say, moneyFormat } = scene;
  const money: Look = { format: moneyFormat };
  const columns: FlatColumn[] = [
    { title: say('period') },
    { title: say('part.net'), look: money },
    { title: say('part.tax'), look: money },
    ...withExactColumn(say('total'), say, money),
    ...withExactColumn(say('column.paid'), say, money),
    ...withExactColumn(say('balance'), say, money),
    { title: say('column.due-on') },
    { title: say('digest'), most: 30 },
  ];
  const statements = statementsOf(scene);
  const rows = statements.map((statement, at) => {
    const { net, tax } = netAndTax(statement);
    const payBy = payByOf(statement);
    const paid = moneyText(paidBetween(statements[at - 1] ?? null, statement, scene));
    return [
      textCell(statement.period),
      { number: moneyText(net) },
      { number: moneyText(tax) },
      ...withExact(statement.total, money),
      ...withExact(paid, money),
      ...withExact(balanceUntil(statement, scene), money),
      dateCell('on' in payBy ? payBy.on : null),
      textCell(statement.digest),
    ];
  });
  return { title: say('statements'), columns, rows };
}

function paymentTable(scene: Scene): Stacked {
  const { say, last, words, moneyFormat, currency } = scene;
  const { entry, context } = last;
  const names = { brand: words.party('brand'), provider: words.party('provider') };
  const columns: FlatColumn[] = [
    { title: say('column.on') },
    ...withExactColumn(say('amount'), say, { format: moneyFormat }),
    { title: say('currency') },
    { title: say('column.who') },
    { title: say('column.reference') },
    { title: say('column.filed-by') },
  ];
  const rows = paymentsUntil(context, countedTo(entry.statement, scene)).map(({ payment, byBoth }) => {
    const amount = moneyText(money(payment.amount, currency));
    return [
      dateCell(payment.on),
      ...withExact(amount, { format: moneyFormat }),
      textCell(currency),
      textCell(words.say(amount.startsWith('-') ? 'repayment' : 'payment', names)),
      textCell(payment.reference),
      textCell(filedBy(payment, byBoth, words)),
    ];
  });
  return { title: say('payments'), columns, rows };
}

/** What is open or to be paid back, oldest first, and what is of no statement: together the balance. */
function openTable(scene: Scene): Stacked {
  const { say, moneyFormat, words } = scene;
  const { on, items, rest } = positionOf(scene);
  const names = { brand: words.party('brand'), provider: words.party('provider') };
  const columns: FlatColumn[] = [
    { title: say('period') },
    ...withExactColumn(say('amount'), say, { format: moneyFormat }),
    { title: say('column.due-on') },
    { title: say('state') },
  ];
  const rows = items.map(({ period, amount, dueOn }): (Cell | null)[] => [
    textCell(period),
    ...withExact(amount, { format: moneyFormat }),
    dateCell(dueOn),
    textCell(dueOn === null ? say('due-unknown') : dueOn < on ? say('overdue-on', { on: dueOn }) : say('not-due')),
  ]);
  const isCredit = rest?.startsWith('-') === true;
  const other =
    rest === null
      ? []
      : [
          [
            textCell(say(isCredit ? 'advance' : 'repaid')),
            ...withExact(rest, { format: moneyFormat }),
            null,
            textCell(isCredit ? words.say('credit', names) : null),
          ],
        ];
  return { title: say('open-items'), columns, rows: [...rows, ...other] };
}

/** What is not paid after the last statement although it may come to be: disputes that set a part aside, and lines that are held. */
function withheldTable(scene: Scene): Stacked {
  const { say, moneyFormat, last, words } = scene;
  const { statement } = last.entry;
  const money: Look = { format: moneyFormat };
  const columns: FlatColumn[] = [
    { title: say('column.line') },
    { title: say('state') },
    ...(['column.computed', 'column.claimed', 'column.meanwhile', 'column.aside'] as const).flatMap((key) =>
      withExactColumn(say(key), say, money),
    ),
    { title: say('column.resolve-by') },
  ];
  const rowOf = (each: OpenDispute | Held, state: LineState): (Cell | null)[] => [
    textCell(words.lineTitle(each.line)),
    textCell(words.say(`line.${state}`)),
    ...[each.computed, each.claimed, each.paid, each.aside].flatMap((amount) => withExact(amount, money)),
    dateCell(each.lapsesOn === null ? null : lastDayToResolve(each.lapsesOn)),
  ];
  const disputes = [...ownDisputes(statement), ...earlierDisputes(statement, last.context)];
  return {
    title: say('disputed-and-held'),
    columns,
    rows: [...disputes.map((each) => rowOf(each, 'disputed')), ...heldLines(scene).map((each) => rowOf(each, 'held'))],
  };
}

type Held = { readonly [K in keyof OpenDispute]: OpenDispute[K] | null } & { readonly line: string };

/** Lines that wait for data or a review: nobody knows yet what they come to; a large true-up waits with what it would move. */
function heldLines({ last, words }: Scene): Held[] {
  const { statement } = last.entry;
  return holdsOf(statement, last.context, words).map(({ line, waits, held }) => ({
    line,
    computed: null,
    claimed: null,
    paid: statement.lines.find(({ id }) => id === line)?.amount ?? held?.life.amount ?? null,
    aside: waits?.life.moves ?? null,
    lapsesOn: null,
  }));
}
