import { inlineText } from '../blocks.js';
import { lineState } from '../line-state.js';
import { whyOf } from '../money-sections.js';
import { dateCell, evidenceNumber, textCell, withExact, withExactColumn } from './flat-sheet.js';
import type { Cell, WorkSheet } from './model.js';
import { formulaOf, type Page, pageWords, periodOfLine, type Scene } from './pages.js';
import { type Stacked, stackedSheet } from './stacked-sheet.js';

/** Lines that earlier periods still brought, and what changed in their data. */
export function trueUpsSheet(scene: Scene): WorkSheet {
  const { say, moneyFormat } = scene;
  const lines: Stacked = {
    title: say('true-up-lines'),
    columns: [
      { title: say('period') },
      { title: say('column.of-period') },
      { title: say('column.line-id') },
      { title: say('column.line') },
      { title: say('column.kind') },
      { title: say('state') },
      ...withExactColumn(say('amount'), say, { format: moneyFormat }),
      { title: say('column.formula'), most: 60 },
      { title: say('column.why'), most: 60 },
    ],
    rows: scene.pages.flatMap((page) => lineRows(page, scene)),
  };
  const changes: Stacked = {
    title: say('changes'),
    columns: [
      { title: say('period') },
      { title: say('column.of-period') },
      { title: say('column.measure') },
      { title: say('column.measure-title') },
      { title: say('column.day') },
      ...withExactColumn(say('column.before'), say),
      ...withExactColumn(say('column.after'), say),
      { title: say('column.rows-before') },
      { title: say('column.rows-after') },
    ],
    rows: scene.pages.flatMap((page) => changeRows(page, scene)),
  };
  return stackedSheet(say('sheet.true-ups'), [lines, changes]).sheet;
}

function lineRows(page: Page, { locale, moneyFormat }: Scene): (Cell | null)[][] {
  const { entry, context } = page;
  const { statement } = entry;
  const words = pageWords(page, locale);
  return statement.lines
    .filter(({ kind }) => kind === 'true-up' || kind === 'correction')
    .map((line) => [
      textCell(statement.period),
      textCell(periodOfLine(line, statement.period)),
      textCell(line.id),
      textCell(words.lineTitle(line.id)),
      textCell(words.say(`kind.${line.kind}`)),
      textCell(lineState(line, words)),
      ...withExact(line.amount, { format: moneyFormat }),
      textCell(formulaOf(line)),
      textCell(inlineText(whyOf(line, statement, context, words))),
    ]);
}

function changeRows(page: Page, { locale }: Scene): (Cell | null)[][] {
  const { statement } = page.entry;
  const words = pageWords(page, locale);
  return statement.changes.map(({ period, measure, day, before, after, rowsBefore, rowsAfter }) => [
    textCell(statement.period),
    textCell(period),
    textCell(measure),
    textCell(words.measureTitle(measure)),
    dateCell(day),
    ...evidenceNumber(before),
    ...evidenceNumber(after),
    { number: String(rowsBefore) },
    { number: String(rowsAfter) },
  ]);
}
