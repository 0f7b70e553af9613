import type { LocalDate } from '../../kernel/calendar.js';

/*
 * A workbook before it is a file: sheets of cells that say what they are. A text is a text whatever it begins with; a number carries its
 * exact text, which a spreadsheet may not hold; a formula carries what the engine says it comes to.
 */

/** How a cell looks. Cells of one look share one style of the file. */
export interface Look {
  readonly bold?: true;
  readonly dim?: true;
  /** Points; 10 where nothing is said. */
  readonly size?: number;
  readonly fill?: 'head' | 'sum' | 'label';
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: true;
  readonly border?: 'all' | 'top' | 'bottom';
  /** A number format of spreadsheets: `#,##0.00`. */
  readonly format?: string;
  /** For a cell that says whether something holds: red where it does not. */
  readonly judged?: true;
}

export type Cell =
  | { readonly text: string; readonly look?: Look }
  /** Decimal text. */
  | { readonly number: string; readonly look?: Look }
  | { readonly date: LocalDate; readonly look?: Look }
  /** A formula without its equals sign, and what it comes to: decimal text, or whether something holds. */
  | { readonly formula: string; readonly cached: string | boolean; readonly look?: Look }
  /** Nothing, within a frame or a colour. */
  | { readonly blank: true; readonly look: Look };

export interface SheetRow {
  /** By column; null is an empty cell. */
  readonly cells: readonly (Cell | null)[];
  /** Points; as high as its texts need where nothing is said. */
  readonly height?: number;
  /** Only for paper: delimited text has no signatures. */
  readonly onPaper?: true;
  /** The columns of the table whose row it is: delimited text has a field for each, also where nothing stands in the last ones. */
  readonly table?: readonly TableColumn[];
}

export interface TableColumn {
  /** Repeats the number before it, as exact text. */
  readonly exact?: true;
}

export interface SheetColumn extends TableColumn {
  /** In signs of the usual font. */
  readonly width: number;
}

export interface WorkSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** `A1:E1`. */
  readonly merged: readonly string[];
  /** Rows that stay in sight, from the top. */
  readonly frozen?: number;
  /** What may be filtered, its header the first row: `A1:P20`. */
  readonly filtered?: string;
  /** What is printed: a part of the sheet on one upright A4 page, or all of it on as many pages as it is long and wide. */
  readonly print: { readonly area: string; readonly onOnePage: true } | RepeatedPrint | null;
  /** A range of cells that say whether something holds. */
  readonly judged?: string;
  /** Whether delimited text has it, too. */
  readonly inText?: true;
}

/** The first and the last of columns, from 0. */
export type ColumnSpan = readonly [from: number, to: number];

/** What every page begins with: the first row, and columns by which rows are known. */
export interface RepeatedPrint {
  readonly repeatedRow: 1;
  readonly repeatedColumns: ColumnSpan;
}

export interface Workbook {
  readonly sheets: readonly WorkSheet[];
}

/** A column's letters: 0 → `A`, 27 → `AB`. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}

/** A cell's address by its column and row, both from 0. */
export function address(column: number, row: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** A range of another sheet, as formulas name it. */
export function rangeOf(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
