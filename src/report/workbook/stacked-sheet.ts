import { type FlatColumn, headRow, styled, textWidth, widthOf } from './flat-sheet.js';
import type { Cell, Look, SheetRow, WorkSheet } from './model.js';

const TITLE: Look = { bold: true, size: 12 };

/** A table below others on a sheet. */
export interface Stacked {
  readonly title: string;
  readonly columns: readonly FlatColumn[];
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** A last row that adds up. */
  readonly sum?: readonly (Cell | null)[];
}

/** Tables one below the other, an empty row between them. @returns the sheet, and for each table the row of its first record, from 1 */
export function stackedSheet(name: string, tables: readonly Stacked[]): { readonly sheet: WorkSheet; readonly first: readonly number[] } {
  const rows: SheetRow[] = [];
  const first: number[] = [];
  for (const { title, columns, rows: records, sum } of tables) {
    if (rows.length > 0) rows.push({ cells: [] });
    rows.push({ cells: [{ text: title, look: TITLE }] }, headRow(columns));
    first.push(rows.length + 1);
    rows.push(...records.map((cells) => ({ cells: styled(cells, columns) })));
    if (sum !== undefined) rows.push({ cells: styled(sum, columns) });
  }
  const most = Math.max(...tables.map(({ columns }) => columns.length));
  const columns = Array.from({ length: most }, (_, at) => ({ width: Math.max(...tables.map((table) => columnWidth(table, at))) }));
  return { sheet: { name, columns, rows, merged: [], print: { repeatedRow: 1 } }, first };
}

function columnWidth({ columns, rows, sum = [] }: Stacked, at: number): number {
  const column = columns[at];
  if (column === undefined) return 0;
  const head = { text: textWidth(column.title) > 24 ? '' : column.title };
  return widthOf(column, [head, ...rows.map((row) => row[at] ?? null), sum[at] ?? null]);
}
