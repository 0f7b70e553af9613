import { grouped } from '../kernel/grouped.js';
import { excerptOf, type Locale } from '../kernel/text.js';
import { amendmentText } from '../words/amendment.js';
import type { Block, Branch, Inline, ListItem, Row } from './blocks.js';

/** What a comment shows of one text: enough to know it, too little to push the others out. */
export const MOST_TEXT = 240;

/** At most `most` characters of a text, and how many more there are. */
function clipped(text: string, most: number, locale: Locale): string {
  const shown = excerptOf(text, most);
  if (shown.length === text.length || !Number.isFinite(most)) return shown;
  const count = [...text].length - most + 1;
  return count <= 1 ? shown : `${shown}${amendmentText('more-characters', locale, { count: grouped(String(count)) })}`;
}

/** A block whose every span has at most `most` characters: one text must not take the room of all others. */
export function clipBlock(block: Block, most: number, locale: Locale): Block {
  const short = (text: string): string => clipped(text, most, locale);
  const inline = (spans: Inline): Inline => spans.map((span) => (span.own === true ? span : { ...span, text: short(span.text) }));
  const row = (each: Row): Row => ({ ...each, cells: each.cells.map(inline), notes: each.notes.map(inline) });
  const branch = ({ label, children }: Branch): Branch => ({ label: inline(label), children: children.map(branch) });
  switch (block.kind) {
    case 'title':
      return { ...block, text: inline(block.text), subtitle: inline(block.subtitle) };
    case 'chapter':
    case 'heading':
      return { ...block, text: short(block.text) };
    case 'figure':
      return { ...block, label: short(block.label), value: short(block.value), notes: block.notes.map(inline) };
    case 'paragraph':
      return { ...block, text: inline(block.text) };
    case 'pairs':
      return { ...block, pairs: block.pairs.map(({ label, value }) => ({ label, value: inline(value) })) };
    case 'table':
      return { ...block, rows: block.rows.map(row) };
    case 'chart':
      return { ...block, table: { ...block.table, rows: block.table.rows.map(row) } };
    case 'list':
      return { ...block, items: block.items.map(({ text, notes }): ListItem => ({ text: inline(text), notes: notes.map(inline) })) };
    case 'tree':
      return { ...block, root: branch(block.root) };
    case 'lines':
      return { ...block, lines: block.lines.map((line) => ({ ...line, text: inline(line.text) })) };
    case 'commands':
      return { ...block, commands: block.commands.map((each) => ({ ...each, command: short(each.command) })) };
    case 'code':
      return { ...block, text: short(block.text) };
    case 'issues':
    case 'markdown':
    case 'break':
      return block;
  }
}
