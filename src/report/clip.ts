import { excerptOf } from '../kernel/text.js';
import type { Block, Branch, Inline, ListItem, Row } from './blocks.js';

/** A block whose every span has at most `most` characters: one text must not take the room of all others. */
export function clipBlock(block: Block, most: number): Block {
  const inline = (spans: Inline): Inline => spans.map((span) => ({ ...span, text: excerptOf(span.text, most) }));
  const row = (each: Row): Row => ({ ...each, cells: each.cells.map(inline), notes: each.notes.map(inline) });
  const branch = ({ label, children }: Branch): Branch => ({ label: inline(label), children: children.map(branch) });
  switch (block.kind) {
    case 'title':
      return { ...block, text: inline(block.text), subtitle: inline(block.subtitle) };
    case 'heading':
      return { ...block, text: excerptOf(block.text, most) };
    case 'figure':
      return { ...block, label: excerptOf(block.label, most), value: excerptOf(block.value, most), notes: block.notes.map(inline) };
    case 'paragraph':
      return { ...block, text: inline(block.text) };
    case 'pairs':
      return { ...block, pairs: block.pairs.map(({ label, value }) => ({ label, value: inline(value) })) };
    case 'table':
      return { ...block, rows: block.rows.map(row) };
    case 'list':
      return { ...block, items: block.items.map(({ text, notes }): ListItem => ({ text: inline(text), notes: notes.map(inline) })) };
    case 'tree':
      return { ...block, root: branch(block.root) };
  }
}
