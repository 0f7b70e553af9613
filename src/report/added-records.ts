import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { eventFile } from '../contract/paths.js';
import type { Locale } from '../kernel/text.js';
import { commentText } from '../words/comment.js';
import { type Block, code, dotted, type ListItem, text } from './blocks.js';
import { eventWords } from './event-words.js';

/** What a proposal adds to the record of contracts, which moves money without a word of their terms. */
export interface AddedRecords {
  /** By contract, whose currency is null where it cannot be read. */
  readonly events: readonly { readonly contract: string; readonly event: ContractEvent; readonly currency: string | null }[];
  /** Paths of the files that are new in a ledger. */
  readonly ledger: readonly string[];
}

/** Each event that is added with what it says, then what is added to a ledger, a folder a line. */
export function addedBlocks({ events, ledger }: AddedRecords, locale: Locale): Block[] {
  const folders = new Map<string, string[]>();
  for (const path of ledger) {
    const end = path.lastIndexOf('/');
    const folder = path.slice(0, end);
    folders.set(folder, [...(folders.get(folder) ?? []), path.slice(end + 1)]);
  }
  return [
    ...listBlocks(
      commentText('records', locale, { count: events.length }),
      events.map(({ contract, event, currency }) => ({
        text: dotted([text(commentText(`event.${event.kind}`, locale), 'strong'), code(eventFile(contract, event.file))]),
        notes: [text(eventWords(event, currency, locale))],
      })),
    ),
    ...listBlocks(
      commentText('records-ledger', locale, { count: ledger.length }),
      [...folders].map(([folder, names]) => ({ text: code(folder), notes: [text(names.join(' · '))] })),
    ),
    ...(ledger.length === 0 ? [] : [{ kind: 'paragraph' as const, text: text(commentText('records-ledger-note', locale)) }]),
  ];
}

function listBlocks(heading: string, items: readonly ListItem[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items },
  ];
}
