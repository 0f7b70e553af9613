import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { CONTRACTS, contractFolder, ledgerFolder } from '../contract/paths.js';
import { sameBytes } from '../kernel/git-blob.js';
import { type Issue, inFile, type Position } from '../kernel/issue.js';
import { linesEndAlike } from '../kernel/text.js';
import type { History } from '../ports/files.js';
import { causesOf } from '../settlement/findings.js';
import {
  againstSettling,
  copiesAmong,
  datedBackNow,
  type FolderCommits,
  firstBlobs,
  settledAndGone,
} from '../settlement/history-issues.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { firstDifference } from '../settlement/replay-entry.js';
import { takenAway } from '../settlement/taken-away.js';
import { withdrawnEvents, withdrawnIssues } from '../settlement/withdrawn-events.js';
import { issue } from '../words/issue.js';
import { ledgerTextsOf, type ReadContract } from './repository.js';

/*
 * What of a ledger is otherwise in the folder that somebody works in than in the commit that is checked out. What is settled stands in
 * commits: a period of which only the folder is gone is settled all the same, and nothing may be settled in its place.
 */

/**
 * A contract as it was read, and refused where something of its ledger is not as the commit has it, or where the order of commits speaks
 * against settling on it.
 * @param history null without git: then nothing is known.
 * @param look {@link removedHere} or, for whoever has read all texts, {@link changedHere}
 */
export async function asCommitted(
  history: History | null,
  contract: ReadContract,
  look: (history: History, contract: Here) => Promise<Issue[]> = removedHere,
): Promise<ReadContract> {
  const local = history === null ? [] : [...(await look(history, contract)), ...(await disproved(history, contract))];
  return local.length === 0 ? contract : { ...contract, folder: null, issues: causesOf([...contract.issues, ...local]) };
}

/** Events that commits have withdrawn since the last statement, see {@link withdrawnEvents}; none without git or a whole history. */
export async function withdrawnHere(history: History | null, { id, texts, ledger }: ReadContract): Promise<Issue[]> {
  const folder = contractFolder(id);
  const found = await history?.of(folder);
  if (found?.whole !== true) return [];
  return withdrawnIssues(
    folder,
    withdrawnEvents(folder, found.commits, (path) => texts.get(path)),
    ledger,
  );
}

/** What everybody would be told of an event that is about to be written, once it is there: its date is older than a statement that is committed. */
export async function datedBackHere(
  history: History | null,
  { id, ledger }: Pick<ReadContract, 'id' | 'ledger'>,
  { path, event }: { readonly path: string; readonly event: ContractEvent },
): Promise<Issue | null> {
  const found = await history?.of(contractFolder(id));
  const committed = new Set(filesAfter(found?.commits ?? []));
  const isCommitted = ({ statement }: LedgerEntry) => committed.has(`${ledgerFolder(id)}/${statement.period}/statement.json`);
  return datedBackNow(path, event, ledger.filter(isCommitted));
}

/** What is looked at of a contract. */
type Here = Pick<ReadContract, 'id' | 'ledgerFolders' | 'texts' | 'ledger' | 'later' | 'events'>;

/** Ledger files that the commit has and the folder has not; of a contract of which nothing is left, that. */
async function removedHere(history: History, contract: Here): Promise<Issue[]> {
  const committed = await history.of(contractFolder(contract.id));
  const ledger = `${ledgerFolder(contract.id)}/`;
  const paths = filesAfter(committed?.commits ?? []).filter((path) => path.startsWith(ledger));
  return placesGone(contract, paths).map(notAsCommitted);
}

/**
 * What a commit has taken away of the ledger or of what it counted, which is settled all the same and is to come back; and what came too
 * late for the ledger under an older date.
 */
async function disproved(history: History, contract: Here): Promise<Issue[]> {
  const folder = contractFolder(contract.id);
  const found = await history.of(folder);
  if (found === null || !found.whole) return [];
  const here = new Map([...contract.texts, ...ledgerTextsOf(contract)]);
  const isCopy = copiesAmong((await history.of(CONTRACTS))?.commits ?? []);
  const settled = { folder, entries: [...contract.ledger, ...(contract.later ?? [])], events: contract.events };
  return againstSettling(settled, found.commits, { isCopy, here: (path) => here.get(path) });
}

/**
 * Of all contracts those that were settled and of which no folder is left.
 * @param history null without git: then nothing is known.
 * @param ids those that are there
 * @param found what is wrong with them: one whose folder was renamed is told of there
 */
export async function contractsRemovedHere(history: History | null, ids: readonly string[], found: readonly Issue[]): Promise<Issue[]> {
  if (history === null) return [];
  const homes = new Set(found.flatMap(({ params }) => params.home ?? []));
  const committed = await history.of(CONTRACTS);
  const gone = settledAndGone(committed?.commits ?? [], ids);
  const told = await Promise.all(
    gone.map(async (id): Promise<Issue[]> => {
      const nothing: Here = { id, ledgerFolders: [], texts: new Map(), ledger: [], events: [] };
      return [...(await removedHere(history, nothing)), ...(await disproved(history, nothing))];
    }),
  );
  return told.flat().filter(({ at }) => !homes.has(at.path));
}

/** Ledger files that are otherwise than in the commit that is checked out, or are not there. */
export async function changedHere(history: History, contract: Here): Promise<Issue[]> {
  const here = ledgerTextsOf(contract);
  const head = await history.of(ledgerFolder(contract.id));
  const tip = head?.commits.at(-1)?.commit;
  if (tip === undefined) return [];
  const first = firstBlobs(head?.commits ?? []);
  const committed = await history.texts(tip, [`${ledgerFolder(contract.id)}/`], here);
  const places = [...committed].flatMap(([path, text]) => {
    const found = here.get(path);
    // Where the commit itself holds a change, what first came in is right here.
    if (sameBytes(found, first.get(path) ?? '') !== null) return [];
    const line = found === undefined || found === text ? null : firstDifference(linesEndAlike(found), linesEndAlike(text));
    return line === null ? [] : [inFile(path, line)];
  });
  return [...placesGone(contract, [...committed.keys()]), ...places].map(notAsCommitted);
}

function placesGone(contract: Here, committed: readonly string[]): Position[] {
  const here = ledgerTextsOf(contract);
  const folder = contractFolder(contract.id);
  const gone = committed.filter((path) => !here.has(path));
  return takenAway([folder, ledgerFolder(contract.id)], gone, [...here.keys(), ...contract.texts.keys()]);
}

function notAsCommitted(at: Position): Issue {
  return issue('ledger-not-as-committed', at, { file: at.path });
}

/** The files that stand after some commits. */
function filesAfter(commits: FolderCommits): string[] {
  const present = new Set<string>();
  for (const { files } of commits) {
    for (const { path, change } of files) {
      if (change === 'removed') present.delete(path);
      else present.add(path);
    }
  }
  return [...present];
}
