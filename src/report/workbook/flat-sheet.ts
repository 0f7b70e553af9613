import type { LocalDate } from '../../kernel/calendar.js';
import { rational, toDecimal, toExact } from '../../kernel/rational.js';
import { type Cell, columnName, type Look, type SheetRow, type WorkSheet } from './model.js';
import type { Scene } from './pages.js';

/** A column of a flat table. */
export interface FlatColumn {
  readonly title: string;
  readonly look?: Look;
  /** Repeats the number before it, as exact text. */
  readonly exact?: true;
  /** Signs at most, in a column of long texts. */
  readonly most?: number;
}

const HEAD: Look = { bold: true, fill: 'head', border: 'all' };
const NARROWEST = 8;
const WIDEST = 40;

/** What a program takes over: titles in the first row, one record a row, no sum that would be counted twice. */
export function flatSheet(name: string, columns: readonly FlatColumn[], rows: readonly (readonly (Cell | null)[])[]): WorkSheet {
  return {
    name,
    columns: columns.map((column, at) => ({
      width: widthOf(column, [{ text: column.title }, ...rows.map((row) => row[at] ?? null)]),
      ...(column.exact ? { exact: true } : {}),
    })),
    rows: [headRow(columns), ...rows.map((cells) => ({ cells: styled(cells, columns) }))],
    merged: [],
    frozen: 1,
    filtered: `A1:${columnName(columns.length - 1)}${rows.length + 1}`,
    print: { repeatedRow: 1 },
  };
}

/** Titles of columns, each on the side where its cells stand. */
export function headRow(columns: readonly FlatColumn[]): SheetRow {
  const isRight = ({ exact, look }: FlatColumn) => exact === true || look?.align === 'right';
  return { cells: columns.map((column) => ({ text: column.title, look: isRight(column) ? { ...HEAD, align: 'right' } : HEAD })) };
}

/** Cells as their columns look, where they say nothing of it themselves. */
export function styled(cells: readonly (Cell | null)[], columns: readonly FlatColumn[]): (Cell | null)[] {
  return cells.map((cell, at) => {
    const look = columns[at]?.look;
    return cell === null || look === undefined || cell.look !== undefined ? cell : { ...cell, look };
  });
}

/** Wide enough for what is in it, within reason. */
export function widthOf({ most = WIDEST }: FlatColumn, cells: readonly (Cell | null)[]): number {
  const widest = cells.reduce((width, cell) => Math.max(width, cellWidth(cell)), NARROWEST);
  return Math.min(most, widest + 2);
}

function cellWidth(cell: Cell | null): number {
  if (cell === null || 'blank' in cell) return 0;
  if ('text' in cell) return textWidth(cell.text);
  if ('date' in cell) return cell.date.length;
  const shown = 'number' in cell ? cell.number : String(cell.cached);
  return Math.ceil(Math.min(shown.length, 18) * 1.3);
}

/** How many of the usual font's signs a text is wide; what Chinese is set in takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return width;
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
