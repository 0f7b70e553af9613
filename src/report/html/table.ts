import { type Column, type Inline, inlineText, type Row, type Table } from '../blocks.js';
import { pageText } from '../escape.js';
import { isDate, isSeen, spansHtml } from './spans.js';

/**
 * A table. Where there is little room each row becomes a card, its values below their columns' titles; a column that has nothing but
 * drawings in characters is left out.
 */
export function tableHtml({ columns, rows }: Table): string {
  const kept = columns.flatMap((_, index) => (isDrawn(index, rows) ? [] : [index]));
  const shown = kept.flatMap((index) => columns[index] ?? []);
  const head = shown.map((column) => (column.title === '' ? '<td></td>' : `<th scope="col"${alignment(column)}>${titleHtml(column)}</th>`));
  const body = rows.flatMap((row) => rowHtml(row, kept, columns));
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Whether a column has drawings and nothing else. */
function isDrawn(index: number, rows: readonly Row[]): boolean {
  const cells = rows.map(({ cells: all }) => all[index] ?? []);
  return cells.some((cell) => cell.some(({ drawing }) => drawing === true)) && !cells.some(isSeen);
}

function alignment({ align }: Column): string {
  return align === 'right' ? ' class="number"' : '';
}

/** A title may break where a zone has its stroke: `America/New_York`. */
function titleHtml({ title }: Column): string {
  return pageText(title).replaceAll('/', '/&#8203;');
}

/** A state in a word or two of Chinese: between its signs a browser would break it. */
const SHORT = /^[\u4E00-\u9FFF]{2,5}$/;

function rowHtml({ cells, notes, sum }: Row, kept: readonly number[], columns: readonly Column[]): string[] {
  const set = kept.map((index, place) => cellHtml(cells[index] ?? [], columns[index], place === 0));
  const told = notes.filter(isSeen);
  const below =
    told.length === 0
      ? []
      : [`<tr class="note"><td colspan="${kept.length}">${told.map((note) => `<p>${spansHtml(note)}</p>`).join('')}</td></tr>`];
  return [`<tr${sum === true ? ' class="sum"' : ''}>${set.join('')}</tr>`, ...below];
}

/** A word that no column has room for breaks anywhere; others stay whole. */
const LONG = /[^\s\u2E80-\u9FFF]{25}/;

/** The first cell names the row. */
function cellHtml(cell: Inline, column: Column | undefined, isFirst: boolean): string {
  const said = inlineText(cell);
  const classes = isDate(said)
    ? ' class="date"'
    : SHORT.test(said)
      ? ' class="whole"'
      : said.length > 24 && LONG.test(said)
        ? ' class="long"'
        : column === undefined
          ? ''
          : alignment(column);
  if (isFirst) return `<th scope="row"${classes}>${spansHtml(cell)}</th>`;
  if (!isSeen(cell)) return '<td class="empty"></td>';
  // A card sets the title and one value beside each other.
  const told = spansHtml(cell);
  const isOne = cell.length === 1 && !told.includes('<span class="date">');
  const value = isOne ? told : `<div>${told}</div>`;
  return `<td${classes} data-title="${column === undefined ? '' : titleHtml(column)}">${value}</td>`;
}
