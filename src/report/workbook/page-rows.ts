import { address, type Cell, type SheetRow } from './model.js';
import { LINE_HEIGHT, PADDING, textHeight } from './widths.js';

/** A cell of a page that reaches from one column to another. */
export interface Spanned {
  readonly from: number;
  readonly to: number;
  readonly cell: Cell;
}

/** The rows of a page for paper, one after the other, each as high as its texts need: no spreadsheet fits merged cells by itself. */
export class PageRows {
  readonly rows: SheetRow[] = [];
  readonly merged: string[] = [];

  /** @param widths of the page's columns, in signs */
  constructor(readonly widths: readonly number[]) {}

  /** The number of the next row, from 0. */
  get next(): number {
    return this.rows.length;
  }

  /** @param beside a cell right of what is printed @returns the row's number, from 0 */
  add(
    spans: readonly Spanned[],
    { height, beside = null, onPaper }: { readonly height?: number; readonly beside?: Cell | null; readonly onPaper?: true } = {},
  ): number {
    const row = this.next;
    const cells: (Cell | null)[] = this.widths.map(() => null);
    for (const { from, to, cell } of spans) {
      cells[from] = cell;
      for (let at = from + 1; at <= to; at++) cells[at] = cell.look === undefined ? null : { blank: true, look: cell.look };
      if (to > from) this.merged.push(`${address(from, row)}:${address(to, row)}`);
    }
    this.rows.push({
      cells: beside === null ? cells : [...cells, null, beside],
      ...(onPaper === undefined ? {} : { onPaper }),
      height: height ?? Math.max(...spans.map((span) => this.#height(span)), LINE_HEIGHT) + PADDING,
    });
    return row;
  }

  /** An empty row, as high as half a line. */
  gap(height = 7): void {
    this.rows.push({ cells: [], height });
  }

  #height({ from, to, cell }: Spanned): number {
    return textHeight(
      cell,
      this.widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0),
    );
  }
}

/** A cell over several columns. @param from the first column, from 0 @param to the last one, included */
export function span(from: number, to: number, cell: Cell): Spanned {
  return { from, to, cell };
}
