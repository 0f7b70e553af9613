import type { Block, Sheet } from '../report/blocks.js';
import { type CsvValue, csvText } from '../report/csv-text.js';
import { plainText } from '../report/escape.js';
import type { Cell, Workbook, WorkSheet } from '../report/workbook/model.js';
import type { Medium } from './outcome.js';

/** By which spreadsheets know that a file is UTF-8: without it they show Chinese as they would an old code page. */
const MARK = '\uFEFF';

/** For spreadsheets: the tables of a report that they can take. Those with the same columns are one; others follow after an empty line. */
export const medium: Medium = {
  print: ({ blocks }, { locale }) => {
    const texts = [...tablesOf(blocks(locale)).values()].map(csvText);
    return texts.length === 0 ? '' : `${MARK}${texts.join('\r\n')}`;
  },
};

/** Rows by the header that they stand below, the header first. */
function tablesOf(blocks: readonly Block[]): ReadonlyMap<string, readonly (readonly CsvValue[])[]> {
  const tables = new Map<string, readonly (readonly CsvValue[])[]>();
  for (const { titles, rows } of blocks.flatMap(sheetOf)) {
    const header = JSON.stringify(titles);
    tables.set(header, [...(tables.get(header) ?? [titles]), ...rows.map((row) => row.map(cell))]);
  }
  return tables;
}

function sheetOf(block: Block): readonly Sheet[] {
  if (block.kind === 'chart') return sheetOf(block.table);
  return 'sheet' in block && block.sheet !== undefined ? [block.sheet()] : [];
}

/** One line, without what nobody sees. */
function cell(value: string | null): string | null {
  return value === null ? null : plainText(value);
}

/** The sheets of a workbook that delimited text has, one below the other: amounts exact, so that none stands twice. */
export function workbookCsv({ sheets }: Workbook): string {
  const texts = sheets.filter(({ inText }) => inText === true).map((sheet) => csvText(sheetRows(sheet)));
  return `${MARK}${texts.join('\r\n')}`;
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
  return 'text' in of ? cell(of.text) : of.cached;
}
