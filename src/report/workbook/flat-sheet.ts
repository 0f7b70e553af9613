import type { LocalDate } from '../../kernel/calendar.js';
import { rational, toDecimal, toExact } from '../../kernel/rational.js';
import { type Cell, type ColumnSpan, columnName, type Look, type SheetRow, type TableColumn, type WorkSheet } from './model.js';
import type { Scene } from './pages.js';
import { widthOf, wrapped } from './widths.js';

/** A column of a flat table. */
export interface FlatColumn extends TableColumn {
  readonly title: string;
  readonly look?: Look;
  /** Signs at most, in a column of long texts. */
  readonly most?: number;
}

const HEAD: Look = { bold: true, fill: 'head', border: 'all' };

/**
 * What a program takes over: titles in the first row, one record a row, no sum that would be counted twice.
 *
 * @param repeatedColumns by which a row is known on every page of paper
 */
export function flatSheet(
  name: string,
  columns: readonly FlatColumn[],
  records: readonly (readonly (Cell | null)[])[],
  repeatedColumns: ColumnSpan,
): WorkSheet {
  const rows = tableRows(columns, records);
  const widths = columns.map(({ most }, at) => ({
    width: widthOf(
      rows.map(({ cells }) => cells[at] ?? null),
      most,
    ),
  }));
  return {
    name,
    columns: widths,
    rows: wrapped(rows, widths),
    merged: [],
    frozen: 1,
    filtered: `A1:${columnName(columns.length - 1)}${rows.length}`,
    print: { repeatedRow: 1, repeatedColumns },
  };
}

/** A table's titles and its records. */
export function tableRows(columns: readonly FlatColumn[], records: readonly (readonly (Cell | null)[])[]): SheetRow[] {
  return [headRow(columns), ...records.map((cells) => ({ cells: styled(cells, columns), table: columns }))];
}

/** Titles of columns, each on the side where its cells stand. */
function headRow(columns: readonly FlatColumn[]): SheetRow {
  const isRight = ({ exact, look }: FlatColumn) => exact === true || look?.align === 'right';
  const cells = columns.map((column): Cell => ({ text: column.title, look: isRight(column) ? { ...HEAD, align: 'right' } : HEAD }));
  return { cells, table: columns };
}

/** Cells as their columns look, where they say nothing of it themselves. */
function styled(cells: readonly (Cell | null)[], columns: readonly FlatColumn[]): (Cell | null)[] {
  return cells.map((cell, at) => {
    const look = columns[at]?.look;
    return cell === null || look === undefined || cell.look !== undefined ? cell : { ...cell, look };
  });
}

/** A cell with text; none where there is no text. */
export function textCell(text: string | null, look?: Look): Cell | null {
  if (text === null || text === '') return null;
  return look === undefined ? { text } : { text, look };
}

/** A cell with a day, as a spreadsheet keeps days; none where there is none. */
export function dateCell(date: LocalDate | null): Cell | null {
  return date === null ? null : { date, look: { format: 'yyyy-mm-dd', align: 'left' } };
}

/** A number, and its exact text in the next column. @param exact where the number holds not all of it */
export function withExact(number: string | null, look?: Look, exact?: string): (Cell | null)[] {
  if (number === null) return [null, null];
  return [look === undefined ? { number } : { number, look }, { text: exact ?? number, look: { align: 'right', dim: true } }];
}

/** A column of numbers, and beside it that of their exact texts, named after it. */
export function withExactColumn(title: string, say: Scene['say'], look?: Look): [FlatColumn, FlatColumn] {
  return [
    { title, look: { align: 'right', ...look } },
    { title: say('exact-of', { column: title }), exact: true },
  ];
}

/** A number of evidence, decimal or a fraction, with its exact text. */
export function evidenceNumber(exact: string | null): (Cell | null)[] {
  if (exact === null) return [null, null];
  const value = rational(exact);
  return withExact(toDecimal(value), undefined, toExact(value));
}
