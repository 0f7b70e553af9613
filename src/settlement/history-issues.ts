import { type ContractEvent, eventKindOf } from '../contract/event-kinds/event-kinds.js';
import { CONTRACT_NAME, contractFolder } from '../contract/paths.js';
import { addDays, type PeriodId } from '../kernel/calendar.js';
import { gitBlobId, sameBytes } from '../kernel/git-blob.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { PARTIES } from '../kernel/party.js';
import { remembered } from '../kernel/remembered.js';
import { issue } from '../words/issue.js';
import type { LedgerEntry } from './ledger-entry.js';
import { isWrittenName } from './ledger-files.js';
import { settledContract, takenAway } from './taken-away.js';
import type { Unproved } from './unproved.js';

/*
 * What the order of commits says of a ledger: which events a statement had to count, and what was changed or taken away after it
 * had come in. Only the order counts: dates of commits are what their writers' clocks said.
 */

/** A file that a commit brought, changed or removed; the path is from the root. */
export interface FolderChange {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** The id of its bytes as the commit leaves them. */
  readonly blob: string;
}

/** Commits of a contract's folder, oldest first. */
export type FolderCommits = readonly { readonly commit: string; readonly files: readonly FolderChange[] }[];

interface Settled {
  readonly folder: string;
  readonly entries: readonly LedgerEntry[];
  readonly events: readonly ContractEvent[];
}

export interface HistoryFindings {
  readonly issues: readonly Issue[];
  readonly unproved: readonly Unproved[];
}

/**
 * The place in the history of the commit that brought a period's statement as it stands, the first that did: one that was taken away or
 * overwritten and put back is as old as it was. Null where it is not committed.
 */
export function broughtAt(folder: string, commits: FolderCommits, period: PeriodId): number | null {
  const path = `${folder}/ledger/${period}/statement.json`;
  const brought = ({ files }: FolderCommits[number]) => files.find((file) => file.path === path && file.change === 'added')?.blob;
  const last = commits.map(brought).findLast((blob) => blob !== undefined);
  return last === undefined ? null : commits.findIndex((commit) => brought(commit) === last);
}

/** Without a history nothing says whether an event that is not counted had come before its statement. */
export function withoutHistory(what: 'no-history' | 'short-history', settled: Settled): HistoryFindings {
  const { entries } = settled;
  const unproved: Unproved[] = [{ what, periods: entries.map(({ statement }) => statement.period), params: {} }];
  for (const entry of entries) {
    for (const { file } of uncounted(settled, entry)) {
      unproved.push({ what: 'event-uncounted', periods: [entry.statement.period], params: { event: file } });
    }
  }
  return { issues: [], unproved: entries.length === 0 ? [] : unproved };
}

/** What is known beside the commits. */
interface Beside {
  /** Whether the bytes of a statement, by git's id, came at another place before they came here. */
  readonly isCopy: (path: string, blob: string) => boolean;
  /** The text of a file as it stands in the folder; undefined where it is not there. */
  readonly here: (path: string) => string | undefined;
}

const NOTHING_BESIDE: Beside = { isCopy: () => false, here: () => undefined };

/** Git's ids of the bytes with which files first came in, by their paths. */
export function firstBlobs(commits: FolderCommits): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { files } of commits)
    for (const { path, change, blob } of files) if (change === 'added' && !first.has(path)) first.set(path, blob);
  return first;
}

/** Where the bytes of each statement first came, of all contracts: where they stand besides they are a copy. */
const firstPlaces = remembered((commits: FolderCommits): ReadonlyMap<string, string> => {
  const places = new Map<string, string>();
  for (const { files } of commits)
    for (const { path, change, blob } of files)
      if (change === 'added' && settledContract(path) !== null && !places.has(blob)) places.set(blob, path);
  return places;
});

/** Whether a statement's bytes came at another place before they came where they are, by the commits of all contracts. */
export function copiesAmong(commits: FolderCommits): Beside['isCopy'] {
  const first = firstPlaces(commits);
  return (path, blob) => (first.get(blob) ?? path) !== path;
}

/**
 * Contracts that were settled by the commits of all contracts, and of which no folder is left.
 * @param ids those that are there
 */
export function settledAndGone(commits: FolderCommits, ids: readonly string[]): readonly string[] {
  const settled = [...firstPlaces(commits).values()].flatMap((path) => settledContract(path) ?? []);
  return [...new Set(settled)].filter((id) => !ids.includes(id)).sort();
}

/**
 * Of what the order of commits disproves, that which nothing may be settled on: what was taken away of what was settled and nobody has put
 * back, and events dated back. One that a statement has counted already counts on, as everything that a statement names.
 */
export function againstSettling(settled: Settled, commits: FolderCommits, beside: Beside): Issue[] {
  const counted = new Set(
    settled.entries.flatMap(({ statement }) => statement.events.map(({ file }) => eventFileIn(settled.folder, file))),
  );
  return judgeHistory(settled, commits, beside).issues.filter(
    ({ code, at }) => code === 'ledger-removed' || (DATED_BACK.has(code) && !counted.has(at.path)),
  );
}

const DATED_BACK: ReadonlySet<string> = new Set(['event-dated-back', 'event-dated-back-here']);

function eventFileIn(folder: string, file: string): string {
  return `${folder}/events/${file}`;
}

/** What the order of commits proves and disproves. */
export function judgeHistory(settled: Settled, commits: FolderCommits, beside: Beside = NOTHING_BESIDE): HistoryFindings {
  const { folder, entries } = settled;
  const issues: Issue[] = rewritten(folder, commits, beside);
  const unproved: Unproved[] = [];
  for (const entry of entries) {
    const { period } = entry.statement;
    const at = broughtAt(folder, commits, period);
    if (at === null) unproved.push({ what: 'not-committed', periods: [period], params: {} });
    else unproved.push(...countedLater(folder, commits, entry, at));
    for (const event of uncounted(settled, entry)) {
      const judged = at === null ? 'unknown' : judgeUncounted(folder, commits, { event, entry, at });
      const known = judged === 'unknown' || judged === null || !DATED_BACK.has(judged.code) ? null : settledBetween(settled, event);
      if (known !== null) unproved.push({ what: 'event-dated-back', periods: [period], params: { event: event.file, answer: known } });
      else if (judged === 'unknown') unproved.push({ what: 'event-uncounted', periods: [period], params: { event: event.file } });
      // An event that came too late for one statement was too late for those before it.
      else if (judged !== null && !issues.some(({ code, at: { path } }) => code === judged.code && path === judged.at.path))
        issues.push(judged);
    }
  }
  return { issues, unproved };
}

/**
 * Events that a statement has counted and that this history brings only after it. What it counted has these very bytes, so nothing of it is
 * wrong; but the order is not the one in which things happened, or the event lay in a folder uncommitted.
 */
function countedLater(folder: string, commits: FolderCommits, { statement }: LedgerEntry, at: number): Unproved[] {
  return statement.events.flatMap(({ file }): Unproved[] => {
    const path = eventFileIn(folder, file);
    const came = commits.findIndex(({ files }) => files.some((each) => each.path === path && each.change === 'added'));
    const commit = commits[came]?.commit.slice(0, 12);
    if (came <= at || commit === undefined) return [];
    return [{ what: 'event-later', periods: [statement.period], params: { event: file, commit } }];
  });
}

/** Events dated no later than a statement that it has not counted. The bytes of one that was counted are that one, whatever they are called. */
function uncounted({ folder, events, entries }: Settled, { statement }: LedgerEntry): ContractEvent[] {
  // A statement of another contract that stands here had not to count what was filed for this one.
  if (folder !== contractFolder(statement.contract)) return [];
  const counted = new Set(statement.events.map(({ file }) => file));
  const names = namesByBytes(entries);
  const here = new Set(events.map(({ file }) => file));
  const isOther = (event: ContractEvent) =>
    (names.get(event.digest) ?? []).some((file) => file !== event.file && (eventKindOf(event).again !== 'anew' || !here.has(file)));
  return events.filter((event) => event.date <= statement.asOf && !counted.has(event.file) && !isOther(event));
}

/** The names under which statements have counted events, by the digest of their bytes. */
const namesByBytes = remembered((entries: readonly LedgerEntry[]): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, Set<string>>();
  for (const { statement } of entries)
    for (const { file, digest } of statement.events) names.set(digest, (names.get(digest) ?? new Set()).add(file));
  return new Map([...names].map(([digest, files]) => [digest, [...files]]));
});

/** Days by which the date in an event's name may differ from the day of its merge. */
const LEEWAY = 1;

/** Whether an event that comes after a statement has a date that would let it come before it. */
export function isDatedBack({ date }: Pick<ContractEvent, 'date'>, { asOf }: LedgerEntry['statement']): boolean {
  return date < addDays(asOf, -LEEWAY);
}

/** What every check would say of an event that is to be written now, beside the statements of a ledger; null where its date is right. */
export function datedBackNow(path: string, event: ContractEvent, ledger: readonly LedgerEntry[]): Issue | null {
  const before = ledger.find(({ statement }) => isDatedBack(event, statement));
  if (before === undefined) return null;
  const { period, asOf } = before.statement;
  return issue('event-dated-back-here', inFile(path), { period, asOf, event: event.file });
}

function judgeUncounted(
  folder: string,
  commits: FolderCommits,
  { event, entry, at }: { readonly event: ContractEvent; readonly entry: LedgerEntry; readonly at: number },
): Issue | 'unknown' | null {
  const { period, asOf } = entry.statement;
  const path = eventFileIn(folder, event.file);
  const isBack = isDatedBack(event, entry.statement);
  const brings = ({ files }: FolderCommits[number]) => files.some((file) => file.path === path && file.change === 'added');
  const came = commits.findLastIndex(brings);
  const commit = commits[came]?.commit.slice(0, 12) ?? '-';
  // What no commit has yet comes after a statement that one has.
  if (came === -1 && !commits.some(({ files }) => files.some((file) => file.path === path)))
    return isBack ? issue('event-dated-back-here', inFile(path), { period, asOf, event: event.file }) : null;
  if (came === -1 || came === at) return 'unknown';
  // There before the statement, gone when it came and back after it: whether it had come by right a clone cannot know.
  if (came > at && commits.findIndex(brings) < at) return 'unknown';
  const params = { period, asOf, event: event.file, commit };
  if (came < at) return issue('ledger-event-ignored', inFile(`${folder}/ledger/${period}/statement.json`), params);
  return isBack ? issue('event-dated-back', inFile(path), params) : null;
}

/**
 * The event by which the parties have settled between them what an event dated back has moved: a correction, which takes both, whose reason
 * names its file, or reviews of both whose words do. Only what a statement has counted: it cannot be taken away again. Null where there is
 * none.
 */
function settledBetween({ entries, events }: Settled, { file }: ContractEvent): string | null {
  const counted = new Set(entries.at(-1)?.statement.events.map((each) => each.file));
  if (!counted.has(file)) return null;
  const naming = events.filter((event) => counted.has(event.file) && wordsOf(event).some((words) => words.includes(file)));
  const corrected = naming.find(({ kind }) => kind === 'correction');
  const reviewed = PARTIES.map((party) => naming.find((event) => event.kind === 'review' && event.party === party));
  return (corrected ?? (reviewed.every((review) => review !== undefined) ? reviewed.at(-1) : undefined))?.file ?? null;
}

function wordsOf(event: ContractEvent): readonly string[] {
  if (event.kind === 'correction') return [event.reason];
  return event.kind === 'review' ? [...event.findings, ...event.actions] : [];
}

/**
 * Files of the ledger, and of events that a statement may have counted, that were changed or removed after they had come in. One whose
 * bytes have been put back since is what it was: nothing is left to mend but to commit it, and the ledger is judged by what it holds. Of several changes
 * the first is told: what stood before it is what is to be put back. What never belonged there is taken away by right: files that settlement
 * does not write, and a copy of a period that stands elsewhere.
 */
function rewritten(folder: string, commits: FolderCommits, { isCopy, here }: Beside): Issue[] {
  const issues = new Map<string, Issue>();
  const removed = new Map<string, string>();
  const came = new Map<string, { readonly at: number; readonly blob: string }>();
  const last = new Map<string, string>();
  let lastStatement = -1;
  for (const [at, { commit, files }] of commits.entries()) {
    for (const { path, change, blob } of files) {
      last.set(path, blob);
      const first = came.get(path);
      const isLedger = path.startsWith(`${folder}/ledger/`) && isWrittenName(path.slice(`${folder}/ledger/`.length));
      const isCounted = path.startsWith(`${folder}/events/`) && (first?.at ?? at) < lastStatement;
      if (!(isLedger || isCounted)) {
        if (change === 'removed') came.delete(path);
        else came.set(path, { at: first?.at ?? at, blob });
      } else if (first === undefined && change === 'added') came.set(path, { at, blob });
      else if (blob === first?.blob) {
        issues.delete(path);
        removed.delete(path);
      } else if (change !== 'added' && !issues.has(path) && !removed.has(path)) {
        if (change === 'removed') removed.set(path, commit.slice(0, 12));
        else issues.set(path, issue('ledger-rewritten', inFile(path), { file: path, commit: commit.slice(0, 12) }));
      }
    }
    if (files.some(({ path, change }) => change === 'added' && /\/ledger\/[^/]+\/statement\.json$/.test(path))) lastStatement = at;
  }
  const left = [...came.keys()].filter((path) => !removed.has(path));
  const statementBeside = (path: string) => `${path.slice(0, path.lastIndexOf('/'))}/statement.json`;
  const [ledger, events] = [`${folder}/ledger/`, `${folder}/events/`];
  const isIn = (root: string) => (path: string) => path.startsWith(root) && (root === events || path.endsWith('/statement.json'));
  const blobsIn = (root: string) => new Set(left.filter(isIn(root)).map((path) => came.get(path)?.blob));
  const standsIn = (root: string, blobs = blobsIn(root)) =>
    [...removed.keys()].filter((path) => isIn(root)(path) && blobs.has(came.get(path)?.blob));
  // Whole folders whose statement stands in another one of the ledger were copies, or have been renamed; so were those of another contract.
  const others = [...removed.keys()].filter((path) => isIn(ledger)(path) && isCopy(path, came.get(path)?.blob ?? ''));
  const copies = new Set([...standsIn(ledger), ...others].map(statementBeside));
  for (const path of [...removed.keys()]) if (copies.has(statementBeside(path))) removed.delete(path);
  // So were events whose bytes stand among the events: of one that was counted its statement tells.
  for (const path of standsIn(events)) removed.delete(path);
  const gone = [...new Set(removed.values())].flatMap((commit) => {
    const paths = [...removed].flatMap(([path, by]) => (by === commit ? [path] : []));
    // What another commit removed is not there before this one: from this one only its own files come back.
    const others = [...removed].flatMap(([path, by]) => (by === commit ? [] : [path]));
    // With the text of the contract beside them it was all of that.
    const isWithText = commits.some((each) => each.commit.startsWith(commit) && each.files.some((file) => isText(folder, file)));
    const roots = [...(isWithText ? [folder] : []), `${folder}/ledger`, `${folder}/events`];
    const places = takenAway(roots, paths, [...left, ...others]);
    return places.map((at) => {
      const isBack = paths
        .filter((path) => path === at.path || path.startsWith(`${at.path}/`))
        .every((path) => isAgain(here(path), came.get(path)));
      return issue(isBack ? 'ledger-put-back' : 'ledger-removed', at, { file: at.path, commit });
    });
  });
  const changed = [...issues].flatMap(([path, found]) => {
    const [text, first] = [here(path), came.get(path)];
    if (isAgain(text, first)) return [issue('ledger-put-back', found.at, { file: path, commit: String(found.params.commit) })];
    // Line ends mean nothing in an event: its digest is the same with either.
    const isSame = path.startsWith(events) && sameBytes(text, last.get(path) ?? '') !== null && sameBytes(text, first?.blob ?? '') !== null;
    return isSame ? [] : [found];
  });
  return [...changed, ...gone];
}

/** Whether a file stands in the folder with the very bytes that first came in, whatever commits have made of it. */
function isAgain(text: string | undefined, first: { readonly blob: string } | undefined): boolean {
  return text !== undefined && first !== undefined && gitBlobId(text, first.blob.length === 64 ? 'sha256' : 'sha1') === first.blob;
}

/** Whether a change takes away a contract's own text. */
function isText(folder: string, { path, change }: FolderChange): boolean {
  return change === 'removed' && path === `${folder}/${CONTRACT_NAME}`;
}
