import type { PeriodId } from '../../kernel/calendar.js';
import { inlineText } from '../blocks.js';
import { lineState } from '../line-state.js';
import { whyOf } from '../money-sections.js';
import { ownDisputes } from '../open-disputes.js';
import { dateCell, type FlatColumn, flatSheet, textCell, withExact, withExactColumn } from './flat-sheet.js';
import { columnName, type Look, type WorkSheet } from './model.js';
import { formulaOf, isTax, type Page, pageWords, periodOfLine, type Scene } from './pages.js';

/** Where formulas find the lines. */
export interface LinesPlaces {
  /** Their amounts; null where there is no line. */
  readonly amounts: string | null;
  readonly parts: string | null;
  readonly byPeriod: ReadonlyMap<PeriodId, string | null>;
}

const AMOUNT_COLUMN = 12;
const PART_COLUMN = 8;

/** Every line, one a row, for a ledger: the columns are the same whatever was settled. */
export function linesSheet(scene: Scene): { readonly sheet: WorkSheet; readonly places: LinesPlaces } {
  const { say, pages } = scene;
  const rows = pages.flatMap((page) => rowsOf(page, scene));
  const sheet = flatSheet(say('sheet.lines'), columnsOf(scene), rows, [4, 5]);
  const range = (column: number, from: number, count: number) =>
    count === 0 ? null : `${columnName(column)}${from + 2}:${columnName(column)}${from + count + 1}`;
  let at = 0;
  const byPeriod = new Map<PeriodId, string | null>();
  for (const { entry } of pages) {
    const { lines, period } = entry.statement;
    byPeriod.set(period, range(AMOUNT_COLUMN, at, lines.length));
    at += lines.length;
  }
  return {
    sheet: { ...sheet, inText: true },
    places: { amounts: range(AMOUNT_COLUMN, 0, at), parts: range(PART_COLUMN, 0, at), byPeriod },
  };
}

function columnsOf({ say, moneyFormat }: Scene): FlatColumn[] {
  const money: Look = { format: moneyFormat };
  return [
    { title: say('column.contract') },
    { title: say('period') },
    { title: say('column.from') },
    { title: say('column.to') },
    { title: say('number') },
    { title: say('column.line-id') },
    { title: say('column.line') },
    { title: say('column.kind') },
    { title: say('column.part') },
    { title: say('column.of-period') },
    { title: say('state') },
    { title: say('currency') },
    ...withExactColumn(say('amount'), say, { format: moneyFormat }),
    { title: say('column.unrounded') },
    { title: say('column.formula'), most: 60 },
    { title: say('column.why'), most: 60 },
    { title: say('column.clause'), most: 60 },
    ...(['column.computed', 'column.claimed', 'column.aside'] as const).flatMap((key) => withExactColumn(say(key), say, money)),
  ];
}

function rowsOf(page: Page, { locale, say, moneyFormat }: Scene) {
  const { entry, context } = page;
  const { statement } = entry;
  const words = pageWords(page, locale);
  const disputes = new Map(ownDisputes(statement).map((each) => [each.line, each]));
  return statement.lines.map((line) => {
    const dispute = disputes.get(line.id);
    const why = inlineText(whyOf(line, statement, context, words));
    const { clause, unrounded } = line.trace;
    return [
      textCell(statement.contract),
      textCell(statement.period),
      dateCell(statement.from),
      dateCell(statement.to),
      textCell(statementNumber(page)),
      textCell(line.id),
      textCell(words.lineTitle(line.id)),
      textCell(words.say(`kind.${line.kind}`)),
      textCell(say(isTax(line, statement) ? 'is.tax' : 'is.net')),
      textCell(periodOfLine(line, statement.period)),
      textCell(lineState(line, words)),
      textCell(statement.currency),
      ...withExact(line.amount, { format: moneyFormat }),
      textCell(unrounded),
      textCell(formulaOf(line)),
      textCell(why),
      textCell(clause === null ? null : `${clause.file}:${clause.line}`),
      ...[dispute?.computed, dispute?.claimed, dispute?.aside].flatMap((each) => withExact(each ?? null, { format: moneyFormat })),
    ];
  });
}

/** By what a statement is called on paper: its contract, period and computation. */
export function statementNumber({ entry: { statement } }: Page): string {
  return `${statement.contract}/${statement.period}/${statement.run}`;
}
