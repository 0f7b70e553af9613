import { minorDigits, money, moneyText, sumMoney } from '../../kernel/money.js';
import type { DailySum } from './daily-sheet.js';
import type { LinesPlaces } from './lines-sheet.js';
import { type Cell, type Look, rangeOf, type SheetRow, type WorkSheet } from './model.js';
import type { Scene } from './pages.js';
import type { PaymentPlaces } from './payments-sheet.js';
import { paidUntil, positionOf } from './position.js';
import type { StatementPlaces } from './statement-sheet.js';
import { widthOf, wrapped } from './widths.js';

/** Where the other sheets have what is checked. */
export interface Places {
  readonly lines: LinesPlaces;
  readonly statement: StatementPlaces;
  readonly payments: PaymentPlaces;
  readonly daily: readonly DailySum[];
}

/** Two figures that are the same, each as a formula and as what the engine says of it. */
interface Check {
  readonly title: string;
  readonly one: readonly [formula: string, cached: string];
  readonly other: readonly [formula: string, cached: string];
  /** Cells that make up one side: the digits that a spreadsheet keeps are counted by them. */
  readonly parts: string | null;
  /** The smallest difference that is one. */
  readonly unit: string;
  readonly holds: boolean;
  readonly look?: Look;
}

const HEAD: Look = { bold: true, fill: 'head', border: 'all' };
const FIRST_ROW = 2;
const FIGURE_WIDTH = 22;

/** What must be the same, reckoned anew by whatever opens the file: TRUE or FALSE in the last column, all of it in the first row. */
export function checkSheet(scene: Scene, places: Places): WorkSheet {
  const { say } = scene;
  const checks = [...moneyChecks(scene, places), ...dailyChecks(scene, places.daily)];
  const end = FIRST_ROW + checks.length;
  const all: SheetRow = {
    cells: [
      { text: say('check.all'), look: { bold: true } },
      null,
      null,
      { formula: `AND(D${FIRST_ROW + 1}:D${end})`, cached: checks.every(({ holds }) => holds), look: { bold: true, align: 'center' } },
    ],
  };
  const titles = [say('column.check'), say('column.one'), say('column.other'), say('column.holds')];
  const table = titles.map(() => ({}));
  const rows: SheetRow[] = [
    { cells: titles.map((text) => ({ text, look: HEAD })), table },
    all,
    ...checks.map((check, at) => ({ cells: cellsOf(check, FIRST_ROW + at + 1), table })),
  ];
  const figures = (column: number) => ({
    width: Math.max(FIGURE_WIDTH, widthOf(rows.map(({ cells }) => cells[column] ?? null))),
  });
  const columns = [{ width: 58 }, figures(1), figures(2), { width: 14 }];
  return {
    name: say('sheet.check'),
    columns,
    rows: [
      ...wrapped(rows, columns),
      { cells: [] },
      { cells: [{ text: say('check.note'), look: { dim: true, wrap: true } }], height: 42 },
      { cells: [{ text: say('exact-counts'), look: { dim: true, wrap: true } }], height: 42 },
    ],
    merged: [`A${end + 2}:D${end + 2}`, `A${end + 3}:D${end + 3}`],
    frozen: 1,
    print: { repeatedRow: 1, repeatedColumns: [0, 0] },
    judged: `D${FIRST_ROW}:D${end}`,
  };
}

/** A double keeps 15 digits: what lies beyond them, of the largest figures that were added, is no difference. */
function cellsOf({ title, one, other, parts, unit, holds, look }: Check, row: number): Cell[] {
  const figure = ([formula, cached]: Check['one']): Cell => ({ formula, cached, ...(look === undefined ? {} : { look }) });
  const beyond = parts === null ? `ABS(C${row})` : `SUMPRODUCT(ABS(${parts}))`;
  return [
    { text: title },
    figure(one),
    figure(other),
    { formula: `ABS(B${row}-C${row})<=MAX(${unit},${beyond}*1E-14)`, cached: holds, look: { align: 'center' } },
  ];
}

function moneyChecks(scene: Scene, { lines, statement, payments }: Places): Check[] {
  const { say, currency, moneyFormat, pages, last, before } = scene;
  const digits = minorDigits(currency);
  const unit = digits === 0 ? '0.5' : `0.${'0'.repeat(digits)}5`;
  const look: Look = { format: moneyFormat };
  const page = (cell: string) => rangeOf(say('sheet.statement'), cell);
  const paid = (range: string) => rangeOf(say('sheet.payments'), range);
  const line = (range: string) => rangeOf(say('sheet.lines'), range);
  const added = (range: string | null) => (range === null ? '0' : `SUM(${range})`);
  const amounts = (texts: readonly string[]) =>
    moneyText(
      sumMoney(
        texts.map((text) => money(text, currency)),
        currency,
      ),
    );
  const check = (title: string, one: Check['one'], other: Check['other'], parts: string | null): Check => ({
    title,
    one,
    other,
    parts,
    unit,
    holds: one[1] === other[1],
    look,
  });
  const linesSum = amounts(pages.flatMap(({ entry }) => entry.statement.lines.map(({ amount }) => amount)));
  const total = amounts(pages.map(({ entry }) => entry.statement.total));
  const { balance, items, rest } = positionOf(scene);
  const allTotals = amounts([...before, ...pages.map(({ entry }) => entry)].map((each) => each.statement.total));
  const paidAll = moneyText(paidUntil(last.entry.statement, scene));
  const settled = amounts([allTotals, negated(paidAll)]);
  const allLines = lines.amounts === null ? null : line(lines.amounts);
  const openRange = payments.open === null ? null : paid(payments.open);
  const paymentRange = payments.payments === null ? null : paid(payments.payments);
  return [
    check(say('check.lines'), [added(allLines), linesSum], [page(statement.total), total], allLines),
    check(say('check.parts'), [`${page(statement.net)}+${page(statement.tax)}`, linesSum], [page(statement.total), total], allLines),
    ...(scene.year === null ? [] : periodChecks(scene, { lines, payments }, check)),
    check(
      say(scene.year === null ? 'check.chain' : 'check.chain-year'),
      [`${page(statement.before)}+${page(statement.total)}-${page(statement.paid)}`, settled],
      [paid(payments.balance), balance],
      paid(payments.totals),
    ),
    check(
      say('check.statements'),
      [`SUM(${paid(payments.totals)})-${added(paymentRange)}`, settled],
      [page(statement.balance), balance],
      paid(payments.totals),
    ),
    check(say('check.payments'), [`SUM(${paid(payments.paidByStatement)})`, paidAll], [added(paymentRange), paidAll], paymentRange),
    check(
      say('check.open'),
      [added(openRange), amounts([...items.map(({ amount }) => amount), ...(rest === null ? [] : [rest])])],
      [page(statement.balance), balance],
      openRange,
    ),
  ];
}

type MakeCheck = (title: string, one: Check['one'], other: Check['other'], parts: string | null) => Check;

function periodChecks({ say, pages, currency }: Scene, { lines, payments }: Pick<Places, 'lines' | 'payments'>, check: MakeCheck): Check[] {
  return pages.map(({ entry: { statement } }) => {
    const range = lines.byPeriod.get(statement.period) ?? null;
    const place = range === null ? null : rangeOf(say('sheet.lines'), range);
    const sum = moneyText(
      sumMoney(
        statement.lines.map(({ amount }) => money(amount, currency)),
        currency,
      ),
    );
    const row = payments.totalRow.get(statement.period) ?? 0;
    const title = say('check.period', { period: statement.period });
    return check(title, [place === null ? '0' : `SUM(${place})`, sum], [rangeOf(say('sheet.payments'), `D${row}`), statement.total], place);
  });
}

function dailyChecks({ say }: Scene, sums: readonly DailySum[]): Check[] {
  return sums.map(({ measure, period, range, value, holds }) => {
    const place = rangeOf(say('sheet.daily'), range);
    return {
      title: say('check.daily', { measure, period }),
      one: [`SUM(${place})`, value],
      other: [value, value],
      parts: place,
      unit: '0.000000001',
      holds,
    };
  });
}

function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
