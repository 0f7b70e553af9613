import type { Block, Inline } from './blocks.js';

/*
 * What one A4 sheet takes. Nobody knows a page's height before it is set, so lines are counted generously by their letters: a section that
 * may not fit is shown on the screen only, below the others.
 */

/** Lines of text that a sheet has, the foot left out. */
const LINES = 57;
/** Letters of a line, of which a Chinese one takes two. */
const LETTERS = 108;
/** The same of a title, which is set larger. */
const TITLE_LETTERS = 60;
/** Drawings that stand beside each other, and lines that a row of them takes. */
const BESIDE = 3;
const DRAWN_LINES = 3;

/** The sections that go on the sheet, in their order, and those that do not; the first one always does. */
export function oneSheet(sections: readonly (readonly Block[])[]): { readonly sheet: readonly Block[]; readonly over: readonly Block[] } {
  const sheet: Block[] = [];
  const over: Block[] = [];
  let left = LINES;
  for (const section of sections) {
    const lines = section.reduce((sum, block) => sum + linesOf(block), 0);
    const fits = sheet.length === 0 || lines <= left;
    (fits ? sheet : over).push(...section);
    if (fits) left -= lines;
  }
  return { sheet, over };
}

function linesOf(block: Block): number {
  switch (block.kind) {
    case 'title':
      return 1.4 + 1.6 * wrapped(block.text, TITLE_LETTERS);
    case 'heading':
    case 'chapter':
      return 1.6;
    case 'figure':
      return 3 + block.notes.reduce((sum, note) => sum + wrapped(note, LETTERS), 0);
    case 'paragraph':
      return 0.5 + wrapped(block.text, LETTERS);
    case 'pairs':
      // two stand beside each other, and the longer one takes the room of both
      return (
        1 +
        block.pairs.reduce(
          (sum, { value }, at) =>
            sum + (at % 2 === 0 ? Math.max(...[value, block.pairs[at + 1]?.value ?? []].map((each) => wrapped(each, LETTERS / 4))) : 0),
          0,
        )
      );
    case 'list':
      return (
        0.5 + block.items.reduce((sum, { text, notes }) => sum + [text, ...notes].reduce((all, each) => all + wrapped(each, LETTERS), 0), 0)
      );
    case 'table': {
      const room = LETTERS / Math.max(1, block.columns.length);
      const rows = block.rows.map(({ cells, notes }) => {
        const tallest = Math.max(1, ...cells.map((cell) => wrapped(cell, room * 1.4)));
        return 1.15 * tallest + 0.85 * notes.reduce((sum, note) => sum + wrapped(note, LETTERS), 0);
      });
      return rows.reduce((sum, each) => sum + each, 1.8);
    }
    case 'chart':
      return linesOf(block.table) + drawingLines(block);
    case 'break':
      return 1.5;
    default:
      return LINES;
  }
}

function drawingLines({ chart }: Extract<Block, { kind: 'chart' }>): number {
  if (chart.shape === 'bars') return Math.ceil(chart.bars.length / BESIDE) * DRAWN_LINES;
  if (chart.shape === 'band') return Math.ceil(chart.bands.length / BESIDE) * DRAWN_LINES;
  if (chart.shape === 'fan') return chart.fans.length * 10;
  return chart.shape === 'lines' ? 8 : chart.steps.length * 2;
}

/** Lines that a text takes in a column of some letters. */
function wrapped(inline: Inline, room: number): number {
  const said = inline.filter(({ drawing }) => drawing !== true).map(({ text }) => text);
  let letters = 0;
  for (const sign of said.join('')) letters += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return Math.ceil(letters / room);
}
