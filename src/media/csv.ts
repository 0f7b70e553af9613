import type { Block, Sheet } from '../report/blocks.js';
import { CSV_MARK, type CsvValue, csvText } from '../report/csv-text.js';
import { plainText } from '../report/escape.js';
import type { Medium } from './outcome.js';

/**
 * For spreadsheets: the tables of a report that they can take. Those with the same columns are one; others follow after an empty line. Of
 * nothing the header stands alone.
 */
export const medium: Medium = {
  print: ({ blocks, titles }, { locale }) => {
    const tables = [...tablesOf(blocks(locale)).values()];
    const texts = (tables.length === 0 && titles !== undefined ? [[titles(locale)]] : tables).map(csvText);
    return texts.length === 0 ? '' : `${CSV_MARK}${texts.join('\r\n')}`;
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
