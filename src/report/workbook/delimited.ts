import { CSV_MARK, type CsvValue, csvText } from '../csv-text.js';
import { plainText } from '../escape.js';
import type { Cell, Workbook, WorkSheet } from './model.js';

/** The sheets of a workbook that delimited text has, one below the other: amounts exact, so that none stands twice. */
export function workbookCsv({ sheets }: Workbook): string {
  const texts = sheets.filter(({ inText }) => inText === true).map((sheet) => csvText(sheetRows(sheet)));
  return `${CSV_MARK}${texts.join('\r\n')}`;
}

function sheetRows({ columns, rows }: WorkSheet): (readonly CsvValue[])[] {
  return rows
    .filter(({ onPaper }) => onPaper !== true)
    .map(({ cells }) => {
      const fields = cells.filter((_, at) => columns[at]?.exact !== true).map(fieldOf);
      return fields.slice(0, fields.findLastIndex((each) => each !== null) + 1);
    });
}

function fieldOf(of: Cell | null): CsvValue {
  if (of === null || 'blank' in of) return null;
  if ('number' in of) return of.number;
  if ('date' in of) return of.date;
  return 'text' in of ? plainText(of.text) : of.cached;
}
