import type { Locale } from '../kernel/text.js';
import { statusText } from '../words/status.js';
import { type Block, text } from './blocks.js';

/** A contract that cannot be read, and how many errors keep it from that. */
export interface Unread {
  readonly contract: string;
  readonly errors: number;
}

/** Which contracts a page says nothing of because they cannot be read: it would else look as if there were nothing to say of them. */
export function unreadBlocks(unread: readonly Unread[], locale: Locale): Block[] {
  return unread.map(({ contract, errors }) => ({
    kind: 'paragraph',
    text: text(statusText('unread', locale, { contract, errors }), 'bad'),
  }));
}
