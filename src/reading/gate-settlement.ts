import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { readableEvents } from '../contract/load-contract.js';
import { eventsFolder } from '../contract/paths.js';
import type { ChangedFile, SettlementFacts } from '../gate/facts.js';
import { eventDate, ledgerFile, ownerOf } from '../gate/paths.js';
import { partyOf } from '../gate/policy.js';
import { addDays, localDate, type Micros, type PeriodId } from '../kernel/calendar.js';
import type { CommitFiles, ForgePullRequest } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import { replayProposed } from '../running/replay-proposed.js';
import type { ReadContract } from '../running/repository.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { LedgerFolder } from '../settlement/ledger-files.js';
import { newEvents } from '../settlement/proposal.js';
import { isAside, isLately, newestOfEach } from './aside.js';
import { unreadable } from './gate-faults.js';
import type { PolicyReading } from './gate-policy.js';
import { ledgerFilesOf, ledgerFolder } from './settlement-branch.js';

/** The contract and period whose ledger a pull request adds to; null where it adds to none that is known. */
function subjectOf({ contracts }: PolicyReading, files: readonly ChangedFile[]): { contract: ReadContract; period: PeriodId } | null {
  for (const { path } of files) {
    const owner = ownerOf(path);
    const period = ledgerFile(path)?.period;
    const contract = owner.kind === 'contract' ? contracts.get(owner.contract) : undefined;
    if (contract !== undefined && period !== undefined) return { contract, period };
  }
  return null;
}

/**
 * What the trusted engine finds of a proposed statement (rule 10): replayed on the ledger and the events of the default branch,
 * whatever the pull request's own branch has of them.
 * @param passes whether an open pull request would pass today: one that would not holds nothing (rule 18).
 * @returns null where the files belong to no contract of the default branch.
 */
export async function readSettlement(
  forge: ForgeReads,
  policy: PolicyReading,
  pullRequest: ForgePullRequest,
  head: CommitFiles,
  files: readonly ChangedFile[],
  passes: (other: ForgePullRequest) => Promise<boolean>,
): Promise<SettlementFacts | null> {
  const subject = subjectOf(policy, files);
  if (subject === null) return null;
  const { contract, period } = subject;
  const folder = await proposedFolder(head, contract.id, period);
  const now = await forge.now();
  const today = localDate(now, zoneOf(contract));
  const proposed = folder === null || !folder.files.has('statement.json') ? null : replayProposed(contract, folder);
  const replay = proposed === null ? 'not-run' : proposed.replay;
  const outdated = proposed?.entry != null && newEvents(proposed.entry, { events: contract.events, asOf: today }).length > 0;
  return {
    contract: contract.id,
    period,
    replay: replay === 'same' && outdated ? 'outdated' : replay,
    unhandledDisputes: await unhandledDisputes(forge, policy, {
      contract,
      period,
      pullRequest,
      now,
      entry: proposed?.entry ?? null,
      passes,
    }),
  };
}

function zoneOf({ folder }: ReadContract): string {
  return folder?.terms.contract.calendar.timezone ?? 'UTC';
}

/** The period's folder at the head; null where one of its files is no text. */
async function proposedFolder(head: CommitFiles, contract: string, period: PeriodId): Promise<LedgerFolder | null> {
  try {
    return { period, path: ledgerFolder(contract, period), files: await ledgerFilesOf(head, contract, period) };
  } catch (error) {
    if (unreadable(error) === null) throw error;
    return null;
  }
}

interface Disputed {
  readonly contract: ReadContract;
  readonly period: PeriodId;
  readonly pullRequest: ForgePullRequest;
  readonly now: Micros;
  readonly entry: LedgerEntry | null;
  readonly passes: (other: ForgePullRequest) => Promise<boolean>;
}

/** Disputes of a line of the statement that it has not counted: merged ones, and open ones that would pass today. */
async function unhandledDisputes(forge: ForgeReads, policy: PolicyReading, disputed: Disputed): Promise<string[]> {
  const { contract, period, entry } = disputed;
  const counted = new Set(entry?.statement.events.map(({ file }) => file) ?? []);
  const isOne = (event: ContractEvent) =>
    event.kind === 'dispute' && event.period === period && !counted.has(event.file) && isOfLine(event, entry);
  const merged = contract.events.filter(isOne).map(({ file }) => file);
  const open: string[] = [];
  for (const other of await filedLately(forge, policy, disputed.now)) {
    if (other.number !== disputed.pullRequest.number) {
      const found = (await openEvents(forge, other, disputed)).filter(isOne);
      if (found.length > 0 && (await disputed.passes(other))) open.push(...found.map(({ file }) => file));
    }
  }
  return [...new Set([...merged, ...open])].sort();
}

function isOfLine(event: ContractEvent, entry: LedgerEntry | null): boolean {
  return event.kind === 'dispute' && (entry === null || entry.statement.lines.some(({ id }) => id === event.line));
}

/**
 * Pull requests of those who may file events (nobody else can stop what silence accepts): open ones, and the newest that are put aside,
 * of which it is asked later by whom.
 */
async function filedLately(forge: ForgeReads, { result, repository }: PolicyReading, now: Micros): Promise<readonly ForgePullRequest[]> {
  const { policy } = result;
  if (policy === null) return [];
  const { items } = await forge.pullRequests('all');
  const isFilers = ({ author }: ForgePullRequest) =>
    author !== null && (author.id === policy.appUserId || partyOf(policy, author.id) !== null);
  const open = items.filter(
    (each) => each.state === 'open' && !each.draft && each.base.branch === repository.defaultBranch && isFilers(each),
  );
  return [
    ...open,
    ...newestOfEach(
      policy,
      items.filter((each) => isAside(repository, each) && isLately(each, now)),
    ),
  ];
}

/** The events that an open pull request would add today; one whose date has passed must be renewed before it counts. */
async function openEvents(
  forge: ForgeReads,
  { number, head }: ForgePullRequest,
  { contract, now }: Disputed,
): Promise<readonly ContractEvent[]> {
  const today = localDate(now, zoneOf(contract));
  const isCurrent = (date: string | null) => date !== null && addDays(today, -1) <= date && date <= addDays(today, 1);
  const paths = (await forge.files(number)).items
    .filter(({ path, status }) => status === 'added' && path.startsWith(`${eventsFolder(contract.id)}/`) && isCurrent(eventDate(path)))
    .map(({ path }) => path);
  if (paths.length === 0) return [];
  const files = await forge.filesAt(head.sha);
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = await textAt(files, path);
    if (text !== null) texts.set(path, text);
  }
  return readableEvents(contract.id, texts);
}

/** A text of somebody's pull request, as data; null where it is none. */
export async function textAt(files: CommitFiles, path: string): Promise<string | null> {
  try {
    return await files.read(path);
  } catch (error) {
    if (unreadable(error) === null) throw error;
    return null;
  }
}
