import { documentShape } from '../contract/document-shape.js';
import { eventDigest } from '../contract/normalize-event.js';
import { eventsFolder, LEDGER_FILES, PAGE_FILE } from '../contract/paths.js';
import { causesOf } from '../settlement/findings.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { LedgerFolder } from '../settlement/ledger-files.js';
import { type ReplayTools, replayLedger } from '../settlement/replay.js';
import { countedEvents, type EventFiles } from '../settlement/replay-entry.js';
import { ledgerRenderer } from './report-context.js';
import type { ReadContract } from './repository.js';

/**
 * What a replay of a contract's ledger in this repository uses.
 * @param engine this engine's version, so that the pages it wrote are written again; null: they are not looked at.
 */
export function replayTools(contract: ReadContract, engine: string | null): ReplayTools {
  const { events } = contract;
  const files = eventFilesOf(contract);
  return { events, files, own: contract.own, render: ledgerRenderer(events), shape: documentShape, engine };
}

/**
 * A contract as it was read, and refused where an event that a statement has counted is not there as it was counted: under another name it
 * would count once more, and what is told of it would be another's. Nothing is replayed.
 */
export function asCounted(contract: ReadContract): ReadContract {
  const { ledger, later = [], ledgerFolders, events } = contract;
  const files = eventFilesOf(contract);
  const folders = new Map(ledgerFolders.map((folder) => [folder.period, folder]));
  const changed = [...ledger, ...later].flatMap((entry) => {
    const folder = folders.get(entry.statement.period);
    // The events of another contract are not missing here.
    return folder === undefined || entry.statement.contract !== contract.id ? [] : countedEvents(folder, entry, events, files).issues;
  });
  if (changed.length === 0) return contract;
  // Told once, of the first statement that has counted it.
  const first = new Map(changed.toReversed().map((each) => [each.at.path, each]));
  return { ...contract, folder: null, issues: causesOf([...contract.issues, ...first.values()]) };
}

function eventFilesOf({ id, events, ledger, texts }: ReadContract): EventFiles {
  const folder = `${eventsFolder(id)}/`;
  const read = new Set(events.map(({ file }) => file));
  const names = [...texts.keys()].flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));
  const counted = new Map(
    ledger.flatMap(({ statement }) => statement.events.map(({ file, digest }) => [`${folder}${file}`, digest] as const)),
  );
  // An event that is missing may stand anywhere in the contract's folder, also under a name that no event has.
  const others = [...texts].filter(([path]) => !counted.has(path));
  const renamed = (wanted: string) => others.find(([, text]) => eventDigest(text) === wanted)?.[0] ?? null;
  const unreadable = new Set(names.filter((name) => !read.has(name)));
  return { unreadable, renamed, together: takenTogether([...counted], texts, renamed) };
}

/** What became of several events of which none is where it was, with one hand: all are gone, or stand in another folder by their names. */
function takenTogether(
  counted: readonly (readonly [string, string])[],
  texts: ReadonlyMap<string, string>,
  renamed: EventFiles['renamed'],
): EventFiles['together'] {
  if (counted.length < 2 || counted.some(([path]) => texts.has(path))) return null;
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/'));
  const places = counted.map(([path, digest]) => {
    const found = renamed(digest);
    if (found === null) return null;
    return nameOf(found) === nameOf(path) ? found.slice(0, -nameOf(found).length) : found;
  });
  const [found = null] = places;
  return places.every((each) => each === found) ? { files: counted.length, found } : null;
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
