import type { Locale } from '../kernel/text.js';
import { statusText } from '../words/status.js';
import { type Block, text } from './blocks.js';

/** A contract that cannot be read, and how many errors keep it from that. */
export interface Unread {
  readonly contract: string;
  readonly errors: number;
  /** Whether what its statements say is told all the same. */
  readonly settled: boolean;
}

/** Of which contracts a page says nothing, or what is settled alone, because they cannot be read: it would else look as if that were all. */
export function unreadBlocks(unread: readonly Unread[], locale: Locale): Block[] {
  return unread.map(({ contract, errors, settled }) => ({
    kind: 'paragraph',
    text: text(statusText(settled ? 'unread.settled' : 'unread', locale, { contract, errors }), 'bad'),
  }));
}
