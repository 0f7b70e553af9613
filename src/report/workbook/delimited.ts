import { CSV_MARK, type CsvValue, csvText } from '../csv-text.js';
import { plainText } from '../escape.js';
import type { Cell, TableColumn, Workbook, WorkSheet } from './model.js';

/**
 * The sheets of a workbook that delimited text has, one below the other: amounts exact, so that none stands twice. Every row of a table has
 * all of its columns; rows of the page for paper end with the last thing that they say.
 */
export function workbookCsv({ sheets }: Workbook): string {
  const texts = sheets.filter(({ inText }) => inText === true).map((sheet) => csvText(sheetRows(sheet)));
  return `${CSV_MARK}${texts.join('\r\n')}`;
}

function sheetRows({ columns, rows }: WorkSheet): (readonly CsvValue[])[] {
  return rows
    .filter(({ onPaper }) => onPaper !== true)
    .map(({ cells, table }) => {
      const shown = (of: readonly TableColumn[], values: readonly (Cell | null)[]) =>
        values.filter((_, at) => of[at]?.exact !== true).map(fieldOf);
      if (table !== undefined)
        return shown(
          table,
          table.map((_, at) => cells[at] ?? null),
        );
      const fields = shown(columns, cells);
      return fields.slice(0, fields.findLastIndex((each) => each !== null) + 1);
    });
}

function fieldOf(of: Cell | null): CsvValue {
  if (of === null || 'blank' in of) return null;
  if ('number' in of) return of.number;
  if ('date' in of) return of.date;
  return 'text' in of ? plainText(of.text) : of.cached;
}
