import { grouped } from '../../kernel/grouped.js';
import type { Cell, Look, SheetColumn, SheetRow } from './model.js';

const NARROWEST = 8;
const WIDEST = 40;
/** What a cell keeps free on both sides of what stands in it. */
const AROUND = 2;
/** A number without a format is cut to its column by whoever shows it. */
const MOST_DIGITS = 18;
/** Points that a line of the usual font takes, and what a row keeps free. */
export const LINE_HEIGHT = 13.5;
export const PADDING = 4;

/**
 * Wide enough for what is in a column: all of every figure, since one that does not fit is shown as `###`, and texts within reason.
 *
 * @param most signs that texts may take
 */
export function widthOf(cells: readonly (Cell | null)[], most: number = WIDEST): number {
  const widest = (width: (cell: Cell) => number, least: number) =>
    AROUND + cells.reduce((known, cell) => Math.max(known, cell === null ? 0 : width(cell)), least);
  return Math.max(Math.min(most, widest(textSigns, NARROWEST)), widest(figureSigns, 0));
}

function textSigns(cell: Cell): number {
  return 'text' in cell ? textWidth(cell.text) : 0;
}

function figureSigns(cell: Cell): number {
  if ('date' in cell) return cell.date.length;
  const figure = 'number' in cell ? cell.number : 'formula' in cell ? String(cell.cached) : null;
  if (figure === null) return 0;
  const format = cell.look?.format;
  return format === undefined ? Math.ceil(Math.min(figure.length, MOST_DIGITS) * 1.3) : formattedSigns(figure, format);
}

/** A share is shown as percent, two digits more before its point and the sign behind; other figures are set apart by thousands. */
function formattedSigns(decimal: string, format: string): number {
  const [whole = ''] = decimal.split('.');
  const places = /\.(0+)/.exec(format)?.[0].length ?? 0;
  return places + (format.includes('%') ? whole.length + 3 : grouped(whole).length);
}

/** How many of the usual font's signs a text is wide; what Chinese is set in takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return width;
}

/** How high a cell's text is when it is set on as many lines as it needs, in points. */
export function textHeight(cell: Cell, width: number): number {
  const { size = 10, bold }: Look = cell.look ?? {};
  const signs = textSigns(cell) * (size / 10) * (bold === true ? 1.1 : 1);
  return Math.max(Math.ceil(signs / (width - AROUND)), 1) * LINE_HEIGHT * (size / 10);
}

/**
 * Rows of tables, whose texts stand on several lines where they are wider than their columns: on paper nothing may be cut off. Not every
 * spreadsheet makes such a row higher by itself.
 */
export function wrapped(rows: readonly SheetRow[], columns: readonly SheetColumn[]): SheetRow[] {
  return rows.map((row) => (row.table === undefined ? row : wrappedRow(row, columns)));
}

function wrappedRow(row: SheetRow, columns: readonly SheetColumn[]): SheetRow {
  const heights: number[] = [];
  const cells = row.cells.map((cell, at): Cell | null => {
    const width = columns[at]?.width ?? 0;
    if (cell === null || textSigns(cell) + AROUND <= width) return cell;
    heights.push(textHeight(cell, width) + PADDING);
    return { ...cell, look: { ...cell.look, wrap: true } };
  });
  return heights.length === 0 ? row : { ...row, cells, height: Math.max(...heights) };
}
