import type { Locale } from '../kernel/text.js';
import { amendmentText } from '../words/amendment.js';
import { type Block, code, dotted, type Inline, text } from './blocks.js';

/** The tables that one text of a view reads. */
export interface ViewReads {
  readonly view: string;
  /** Root-relative. */
  readonly file: string;
  /** Ascending; `named` where a fact or a load log of the definitions is that table. */
  readonly tables: readonly { readonly table: string; readonly named: boolean }[];
}

/** Which tables the views read, those marked that only a view's text names: whoever agrees to the text lets it read them. */
export function viewReadsBlocks(reads: readonly ViewReads[], locale: Locale): Block[] {
  if (reads.length === 0) return [];
  const tableText = ({ table, named }: ViewReads['tables'][number]): Inline => [
    ...code(table),
    ...(named ? [] : text(amendmentText('only-by-view', locale), 'warn')),
  ];
  return [
    { kind: 'heading', text: amendmentText('view-reads', locale) },
    { kind: 'list', items: reads.map(({ file, tables }) => ({ text: code(file), notes: [dotted(tables.map(tableText))] })) },
  ];
}
