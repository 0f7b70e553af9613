import { type Column, type Inline, inlineText, type Row, type Table, type Tone } from '../blocks.js';
import { pageText } from '../escape.js';
import { holdsDate, isDate, isSeen, spansHtml } from './spans.js';

/**
 * A table. Where there is little room each row becomes a card, its values below their columns' titles; a column that has nothing but
 * drawings in characters is left out.
 */
export function tableHtml({ columns, rows }: Table): string {
  const kept = columns.flatMap((_, index) => (isDrawn(index, rows) ? [] : [index]));
  const shown = kept.map((index): Placed => placed(index, columns[index] ?? UNNAMED));
  const head = shown.map(({ title, align }) =>
    title === '' ? '<td></td>' : `<th scope="col"${align === '' ? '' : ` class="${align}"`}>${title}</th>`,
  );
  let body = '';
  for (const row of rows) body += rowHtml(row, shown);
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Whether a column has drawings and nothing else. */
function isDrawn(index: number, rows: readonly Row[]): boolean {
  let drawn = false;
  for (const { cells } of rows) {
    const cell = cells[index] ?? [];
    if (isSeen(cell)) return false;
    drawn ||= cell.some(({ drawing }) => drawing === true);
  }
  return drawn;
}

/** A column as each of its cells needs it: which of a row's it is, and markup that is the same in all of them. */
interface Placed {
  readonly index: number;
  readonly title: string;
  readonly align: string;
  /** Its title beside a value, for a card. */
  readonly beside: string;
}

const UNNAMED: Column = { title: '', align: 'left' };

/** A title may break where a zone has its stroke: `America/New_York`. */
function placed(index: number, { title, align, speaks }: Column): Placed {
  const html = pageText(title).replaceAll('/', '/&#8203;');
  return {
    index,
    title: html,
    align: align === 'right' ? 'number' : '',
    beside: speaks === true ? '' : ` data-title="${html}"`,
  };
}

/** A state in a word or two of Chinese: between its signs a browser would break it. */
const SHORT = /^[\u4E00-\u9FFF]{2,5}$/;
const LONGEST_SHORT = 5;

function rowHtml({ cells, notes, sum }: Row, columns: readonly Placed[]): string {
  let html = sum === true ? '<tr class="sum">' : '<tr>';
  for (const [place, column] of columns.entries()) html += cellHtml(cells[column.index] ?? [], column, place === 0);
  html += '</tr>';
  const told = notes.filter(isSeen);
  if (told.length === 0) return html;
  return `${html}<tr class="note"><td colspan="${columns.length}">${told.map((note) => `<p>${spansHtml(note)}</p>`).join('')}</td></tr>`;
}

/** A word that no column has room for breaks anywhere; others stay whole. */
const LONG = /[^\s\u2E80-\u9FFF]{25}/;

/** The first cell names the row. */
function cellHtml(cell: Inline, { align, beside }: Placed, isFirst: boolean): string {
  const { said, tone } = tonedWhole(cell);
  const layout = layoutOf(inlineText(cell), align);
  const names = layout === '' || tone === null ? `${layout}${tone ?? ''}` : `${layout} ${tone}`;
  const classes = names === '' ? '' : ` class="${names}"`;
  const told = spansHtml(said);
  if (isFirst) return `<th scope="row"${classes}>${told}</th>`;
  if (!isSeen(cell)) return '<td class="empty"></td>';
  // A card sets the title and one value beside each other.
  const isOne = beside === '' || (cell.length === 1 && !holdsDate(told));
  const value = isOne ? told : `<div>${told}</div>`;
  return `<td${classes}${beside}>${value}</td>`;
}

function layoutOf(said: string, align: string): string {
  if (isDate(said)) return 'date';
  if (said.length <= LONGEST_SHORT && SHORT.test(said)) return 'whole';
  return said.length > 24 && LONG.test(said) ? 'long' : align;
}

/** A tone that all of a cell has is the cell's: tables have hundreds of them. */
function tonedWhole(cell: Inline): { readonly said: Inline; readonly tone: Tone | null } {
  const [only] = cell;
  if (only?.tone === undefined || cell.length > 1 || only.tone === 'strong' || only.code === true || only.href !== undefined)
    return { said: cell, tone: null };
  const { tone, ...plain } = only;
  return { said: [plain], tone };
}
