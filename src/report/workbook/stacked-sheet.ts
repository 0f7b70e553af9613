import { type FlatColumn, tableRows } from './flat-sheet.js';
import type { Cell, Look, SheetRow, WorkSheet } from './model.js';
import { textWidth, widthOf, wrapped } from './widths.js';

const TITLE: Look = { bold: true, size: 12 };
/** A title of more signs stands on several lines where nothing in its column is as wide. */
const WIDEST_TITLE = 24;

/** A table below others on a sheet. */
export interface Stacked {
  readonly title: string;
  readonly columns: readonly FlatColumn[];
  readonly rows: readonly (readonly (Cell | null)[])[];
}

/** Tables one below the other, an empty row between them. @returns the sheet, and for each table the row of its first record, from 1 */
export function stackedSheet(name: string, tables: readonly Stacked[]): { readonly sheet: WorkSheet; readonly first: readonly number[] } {
  const rows: SheetRow[] = [];
  const first: number[] = [];
  for (const { title, columns, rows: records } of tables) {
    if (rows.length > 0) rows.push({ cells: [] });
    rows.push({ cells: [{ text: title, look: TITLE }] });
    first.push(rows.length + 2);
    rows.push(...tableRows(columns, records));
  }
  const most = Math.max(...tables.map(({ columns }) => columns.length));
  const columns = Array.from({ length: most }, (_, at) => ({ width: Math.max(...tables.map((table) => columnWidth(table, at))) }));
  return {
    sheet: { name, columns, rows: wrapped(rows, columns), merged: [], print: { repeatedRow: 1, repeatedColumns: [0, 0] } },
    first,
  };
}

function columnWidth({ columns, rows }: Stacked, at: number): number {
  const column = columns[at];
  if (column === undefined) return 0;
  const [head, ...records] = tableRows(columns, rows).map(({ cells }) => cells[at] ?? null);
  return widthOf(textWidth(column.title) > WIDEST_TITLE ? records : [head ?? null, ...records], column.most);
}
