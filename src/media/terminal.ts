import type { Locale } from '../kernel/text.js';
import type { Block, Branch, Column, Command, Inline, Row, Span, ToldLine } from '../report/blocks.js';
import { plainColumns, plainText } from '../report/escape.js';
import { issueLines } from '../report/issues.js';
import { painter } from '../report/paint.js';
import { labelled } from '../report/punctuation.js';
import { longestUnit, widthOf, wrap } from '../report/wrap.js';
import type { Medium, Reader } from './outcome.js';

const GAP = '  ';
/** Columns that are used at least. */
const MIN_WIDTH = 40;
/** A column of text is not made narrower than this; if that does not fit, the table is set row by row. */
const MIN_COLUMN = 10;
/** Words up to this are kept whole in a column. */
const MAX_WORD = 16;

/** A report for a terminal: aligned by display width, wrapped, never cut. */
export const medium: Medium = { print: ({ blocks }, reader) => renderTerminal(blocks(reader.locale), reader) };

function renderTerminal(blocks: readonly Block[], { width: columns, color, locale }: Reader): string {
  const width = Math.max(MIN_WIDTH, columns);
  const paint = painter(color);
  const lines = blocks.flatMap((block) => blockLines(block, { width, locale }).map((line) => textOf(block, line.map(paint))));
  return lines.map((line) => `${line}\n`).join('');
}

/** A text that is copied keeps the spaces at its lines' ends. */
function textOf({ kind }: Block, painted: readonly string[]): string {
  const line = painted.join('');
  return kind === 'code' || kind === 'markdown' || kind === 'commands' || kind === 'issues' ? line : line.trimEnd();
}

interface Setting {
  readonly width: number;
  readonly locale: Locale;
}

function blockLines(block: Block, { width, locale }: Setting): Inline[] {
  switch (block.kind) {
    case 'chapter':
      return [[], [plain(`== ${plainText(block.text)} ==`)], []];
    case 'title':
      return [...wrap(clean([...strong(block.text), plain(' · '), ...block.subtitle]), width), rule(width)];
    case 'heading':
      return [
        [],
        [
          { text: `── ${plainText(block.text)} `, tone: 'strong' },
          { text: restOfRule(block.text, width), tone: 'dim' },
        ],
      ];
    case 'figure': {
      const value = [{ text: `${block.label}  ${block.value}`, tone: 'strong' as const }];
      return [[], ...wrap(clean(value), width), ...block.notes.flatMap((note) => wrap(clean(note), width))];
    }
    case 'paragraph':
      return wrap(clean(block.text), width);
    case 'pairs':
      return pairLines(block.pairs, width);
    case 'table':
      return tableLines(block.columns, block.rows, width);
    case 'chart':
      return tableLines(block.table.columns, block.table.rows, width);
    case 'list':
      return block.items.flatMap((item) => [
        ...hanging([plain('• ')], clean(item.text), width),
        ...item.notes.flatMap((note) => hanging([plain('  ')], clean(note), width)),
      ]);
    case 'tree':
      return treeLines(block.root, width);
    case 'lines':
      return block.lines.map(toldLine);
    case 'code':
    case 'markdown':
      return codeLines(block.text);
    case 'commands':
      return block.commands.flatMap((command) => commandLines(command, locale));
    case 'issues':
      return issueLines(block.issues, { locale, sources: block.texts });
    case 'break':
      return [[]];
  }
}

function toldLine({ text, depth, point }: ToldLine): Inline {
  return [plain('  '.repeat(depth)), ...(point === true ? [plain('- ')] : []), ...clean(text)];
}

function commandLines({ about, name, command }: Command, locale: Locale): Inline[] {
  return [[plain(`# ${labelled(plainText(about), plainText(name), locale)}`)], [plain(plainText(command))]];
}

function codeLines(text: string): Inline[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => [plain(plainColumns(line))]);
}

function pairLines(pairs: Extract<Block, { kind: 'pairs' }>['pairs'], width: number): Inline[] {
  const labels = pairs.map((pair) => clean([{ text: pair.label, tone: 'dim' }]));
  const widest = Math.max(0, ...labels.map(widthOf));
  return pairs.flatMap((pair, index) => {
    const label = labels[index] ?? [];
    return hanging([...label, plain(' '.repeat(widest - widthOf(label) + GAP.length))], clean(pair.value), width);
  });
}

function tableLines(columns: readonly Column[], rows: readonly Row[], width: number): Inline[] {
  const titles = columns.map((column) => clean([{ text: column.title, tone: 'dim' }]));
  const cells = rows.map((row) => row.cells.map(clean));
  const widths = columnWidths(columns, [titles, ...cells], width);
  if (widths === null) return rows.flatMap((row, index) => stackedLines(titles, cells[index] ?? [], row, width));
  const line = ruleOf(widths);
  return [
    ...rowLines(columns, titles, widths),
    line,
    ...rows.flatMap((row, index) => [
      ...(row.sum === true ? [line] : []),
      ...rowLines(columns, cells[index] ?? [], widths),
      ...row.notes.flatMap((note) => hanging([plain('  ')], clean(note), width)),
    ]),
  ];
}

function ruleOf(widths: readonly number[]): Inline {
  return rule(widths.reduce((total, each) => total + each, (widths.length - 1) * GAP.length));
}

/** Natural widths where they fit, else the widest text columns made narrower, words kept; null where even that is too wide. */
function columnWidths(columns: readonly Column[], table: readonly (readonly Inline[])[], width: number): number[] | null {
  const widths = columns.map((_, index) => Math.max(...table.map((cells) => widthOf(cells[index] ?? []))));
  const floors = columns.map((_, index) => {
    const word = Math.max(...table.map((cells) => longestUnit(cells[index] ?? [])));
    return Math.max(MIN_COLUMN, Math.min(word, MAX_WORD));
  });
  let over = widths.reduce((total, each) => total + each, (columns.length - 1) * GAP.length) - width;
  while (over > 0) {
    let widest = -1;
    columns.forEach((column, index) => {
      const shrinks = column.align === 'left' && (widths[index] ?? 0) > (floors[index] ?? 0);
      if (shrinks && (widths[index] ?? 0) > (widths[widest] ?? 0)) widest = index;
    });
    if (widest < 0) return null;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}

function rowLines(columns: readonly Column[], cells: readonly Inline[], widths: readonly number[]): Inline[] {
  const wrapped = columns.map((_, index) => wrap(cells[index] ?? [], widths[index] ?? MIN_COLUMN));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns.flatMap((column, index) => {
      const content = wrapped[index]?.[line] ?? [];
      const padding = plain(' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(content))));
      const cell = column.align === 'right' ? [padding, ...content] : [...content, padding];
      return index === 0 ? cell : [plain(GAP), ...cell];
    }),
  );
}

/** A row where the terminal is too narrow for the table: one value per line. */
function stackedLines(titles: readonly Inline[], cells: readonly Inline[], row: Row, width: number): Inline[] {
  const [head = [], ...rest] = cells;
  const named = rest.flatMap((cell, index) => {
    const title = titles[index + 1] ?? [];
    if (cell.length === 0) return [];
    return hanging([plain('  '), ...title, plain(title.length === 0 ? '' : ' ')], cell, width);
  });
  return [...wrap(head, width), ...named, ...row.notes.flatMap((note) => hanging([plain('  ')], clean(note), width))];
}

function treeLines(root: Branch, width: number): Inline[] {
  const below = (children: readonly Branch[], indent: string): Inline[] =>
    children.flatMap((child, index) => {
      const last = index === children.length - 1;
      const deeper = `${indent}${last ? '   ' : '│  '}`;
      const head = hanging([dim(`${indent}${last ? '└─ ' : '├─ '}`)], clean(child.label), width, [dim(deeper)]);
      return [...head, ...below(child.children, deeper)];
    });
  return [...wrap(clean(root.label), width), ...below(root.children, '')];
}

/** Text after a lead, its further lines below its start. */
function hanging(lead: Inline, content: Inline, width: number, next?: Inline): Inline[] {
  const indent = widthOf(lead);
  return wrap(content, Math.max(MIN_COLUMN, width - indent)).map((line, index) => [
    ...(index === 0 ? lead : (next ?? [plain(' '.repeat(indent))])),
    ...line,
  ]);
}

/** Where a span leads is written out: a terminal has no links. */
function clean(inline: Inline): Inline {
  return inline.flatMap(({ href, ...span }) => [
    { ...span, text: span.quoted === true ? `\`${plainText(span.text)}\`` : plainText(span.text) },
    ...(href === undefined ? [] : [plain(` ${plainText(href)}`)]),
  ]);
}

function strong(inline: Inline): Inline {
  return inline.map((span) => ({ ...span, tone: 'strong' }));
}

function plain(text: string): Span {
  return { text };
}

function dim(text: string): Span {
  return { text, tone: 'dim' };
}

function rule(width: number): Inline {
  return [dim('─'.repeat(width))];
}

function restOfRule(title: string, width: number): string {
  return '─'.repeat(Math.max(0, width - widthOf(clean([plain(title)])) - 4));
}
