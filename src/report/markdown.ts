import type { Locale } from '../kernel/text.js';
import {
  type Block,
  type Branch,
  type Column,
  type Command,
  code,
  dotted,
  type Inline,
  type ListItem,
  type Row,
  type Span,
  type ToldLine,
  text,
} from './blocks.js';
import { markdownCode, markdownInline, markdownStart, plainColumns } from './escape.js';
import { issueItems } from './issue-list.js';
import { labelled } from './punctuation.js';

/** Sets blocks as GitHub-flavoured Markdown. Every span is escaped; tones other than strong leave no mark. */
export function renderMarkdown(blocks: readonly Block[], locale: Locale): string {
  const texts = blocks.map((block) => (block.kind === 'break' ? '' : blockText(block, locale))).filter((set) => set !== '');
  return texts.length === 0 ? '' : `${texts.join('\n\n')}\n`;
}

function blockText(block: Exclude<Block, { kind: 'break' }>, locale: Locale): string {
  const colon = { text: labelled('', '', locale) };
  switch (block.kind) {
    case 'chapter':
      return `# ${inlineText([{ text: block.text }])}`;
    case 'title':
      return `# ${inlineText([...block.text, { text: ' · ' }, ...block.subtitle])}`;
    case 'heading':
      return `## ${inlineText([{ text: block.text }])}`;
    case 'figure':
      return [
        inlineText([{ text: `${block.label}  ${block.value}`, tone: 'strong' }]),
        ...block.notes.map((note) => inlineText(note)),
      ].join('  \n');
    case 'paragraph':
      return inlineText(block.text);
    case 'pairs':
      return block.pairs.map((pair) => `- ${inlineText([{ text: pair.label, tone: 'strong' }, colon, ...pair.value])}`).join('\n');
    case 'table':
      return [tableText(block.columns, block.rows), ...notesText(block.rows, colon)].join('\n\n');
    case 'chart':
      return blockText(block.table, locale);
    case 'list':
      return listText(block.items);
    case 'tree':
      return treeText(block.root, '');
    case 'lines':
      return linesText(block.lines);
    case 'code':
      return codeText(block);
    case 'markdown':
      return block.text;
    case 'commands':
      return listText(block.commands.map(commandItem));
    case 'issues':
      return listText(issueItems(block.issues, locale));
  }
}

function listText(items: readonly ListItem[]): string {
  return items.map((item) => [`- ${inlineText(item.text)}`, ...item.notes.map((note) => `  - ${inlineText(note)}`)].join('\n')).join('\n');
}

function commandItem({ about, name, command }: Command): ListItem {
  return { text: dotted([text(about, 'strong'), code(name)]), notes: [code(command)] };
}

/** Lines that begin at the margin are a paragraph, the others points below them. */
function linesText(lines: readonly ToldLine[]): string {
  const isPoint = ({ depth, point }: ToldLine) => depth > 0 || point === true;
  return lines.reduce((set, line, index) => {
    const point = isPoint(line);
    const said = point ? `${'  '.repeat(Math.max(0, line.depth - 1))}- ${inlineText(line.text)}` : inlineText(line.text);
    const before = lines[index - 1];
    if (before === undefined) return said;
    const between = point !== isPoint(before) ? '\n\n' : point ? '\n' : '  \n';
    return `${set}${between}${said}`;
  }, '');
}

/** Fenced by more backticks than the text has anywhere. */
function codeText({ language, text }: Extract<Block, { kind: 'code' }>): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  const lines = text.replace(/\n$/, '').split('\n').map(plainColumns);
  return [`${fence}${language === 'text' ? '' : language}`, ...lines, fence].join('\n');
}

function tableText(columns: readonly Column[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => cellText([{ text: column.title }]))),
    line(columns.map((column) => (column.align === 'right' ? '--:' : ':--'))),
    ...rows.map((row) => line(row.cells.map(cellText))),
  ].join('\n');
}

/** Notes do not fit into a table's rows: they follow it, each under the name of its row. */
function notesText(rows: readonly Row[], colon: Span): string[] {
  const noted = rows.filter((row) => row.notes.length > 0);
  if (noted.length === 0) return [];
  const items = noted.map((row) => {
    const notes = row.notes.flatMap((note, index) => (index === 0 ? note : [{ text: ' · ' }, ...note]));
    return `- ${inlineText([...(row.about ?? row.cells[0] ?? []), colon, ...notes])}`;
  });
  return [items.join('\n')];
}

function treeText(branch: Branch, indent: string): string {
  return [`${indent}- ${inlineText(branch.label)}`, ...branch.children.map((child) => treeText(child, `${indent}  `))].join('\n');
}

function inlineText(inline: Inline): string {
  return markdownStart(cellText(inline));
}

/** Neighbouring spans of one look are escaped as one text, so that no link or mention arises where they meet. */
function cellText(inline: Inline): string {
  const merged: Span[] = [];
  for (const span of inline) {
    const last = merged.at(-1);
    if (last !== undefined && lookOf(last) === lookOf(span) && span.code !== true && last.href === undefined && span.href === undefined)
      merged.splice(-1, 1, { ...last, text: last.text + span.text });
    else merged.push(span);
  }
  return merged.map(spanText).join('').trim();
}

function lookOf(span: Span): 'code' | 'strong' | 'plain' {
  return span.code === true ? 'code' : span.tone === 'strong' ? 'strong' : 'plain';
}

function spanText(span: Span): string {
  if (span.code === true) return markdownCode(span.text);
  const escaped = markdownInline(span.text);
  if (span.href !== undefined) return `[${escaped}](${span.href.replace(/[()<>\s]/g, escapedSign)})`;
  if (span.tone !== 'strong' || escaped.trim() === '') return escaped;
  return escaped.replace(/^(\s*)(.*?)(\s*)$/u, '$1**$2**$3');
}

/** What would end a link's address, by its number. */
function escapedSign(sign: string): string {
  return `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
