import { documentShape } from '../contract/document-shape.js';
import { eventsFolder, LEDGER_FILES, PAGE_FILE } from '../contract/paths.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { LedgerFolder } from '../settlement/ledger-files.js';
import { type ReplayTools, replayLedger } from '../settlement/replay.js';
import { ledgerRenderer } from './report-context.js';
import type { ReadContract } from './repository.js';

/**
 * What a replay of a contract's ledger in this repository uses.
 * @param engine this engine's version, so that the pages it wrote are written again; null: they are not looked at.
 */
export function replayTools({ id, events, texts }: Pick<ReadContract, 'id' | 'events' | 'texts'>, engine: string | null): ReplayTools {
  const [folder, read] = [`${eventsFolder(id)}/`, new Set(events.map(({ file }) => file))];
  const names = [...texts.keys()].flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));
  const unreadable = new Set(names.filter((name) => !read.has(name)));
  return { events, unreadable, render: ledgerRenderer(events), shape: documentShape, engine };
}

/**
 * A statement that is not in the ledger yet, replayed at its end: whether it is byte for byte what this engine writes, its page
 * included, whatever engine it says it comes from.
 */
export function replayProposed(
  contract: ReadContract,
  folder: LedgerFolder,
): { readonly replay: 'same' | 'differs'; readonly entry: LedgerEntry | null } {
  const { ledgerFolders, events } = contract;
  const isLast = ledgerFolders.every(({ period }) => period < folder.period);
  const isWhole = LEDGER_FILES.every((file) => folder.files.has(file)) && folder.files.size === LEDGER_FILES.length;
  if (!isLast || !isWhole) return { replay: 'differs', entry: null };
  const { entries, issues } = replayLedger([...ledgerFolders, folder], replayTools(contract, null));
  const entry = entries.find(({ statement }) => statement.period === folder.period) ?? null;
  if (issues.length > 0 || entry === null) return { replay: 'differs', entry };
  const before = entries.filter((each) => each !== entry);
  const isOurs = folder.files.get(PAGE_FILE) === ledgerRenderer(events)(entry, before);
  return { replay: isOurs ? 'same' : 'differs', entry };
}
