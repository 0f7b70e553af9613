import { documentShape } from '../contract/document-shape.js';
import { periodFolder } from '../contract/paths.js';
import type { PeriodId } from '../kernel/calendar.js';
import { inFile } from '../kernel/issue.js';
import { ShellError } from '../ports/failure.js';
import type { ReadableFiles } from '../ports/files.js';
import type { Account, ForgePullRequest, ForgeRepository, Push } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import { previewedOn } from '../report/settlement-proposal.js';
import { replayProposed } from '../running/replay-proposed.js';
import type { ReadContract } from '../running/repository.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { readEntry } from '../settlement/ledger-files.js';
import type { BranchState, ProposalState, PullRequestState } from '../settlement/proposal.js';
import { issue } from '../words/issue.js';
import { isBehind } from './behind.js';
import { latestOf, pullRequestsOfBranch } from './branch-pull-requests.js';

/** Where settlements are proposed: everything of it that stays the same during a run. */
export interface ProposalScene {
  readonly forge: ForgeReads;
  readonly repository: ForgeRepository;
  /** The tip of the default branch, of which everything is read. */
  readonly tip: string;
  /** The account that proposes. */
  readonly bot: Account;
  /** The commit that this run has last pushed to a branch: the forge's record of pushes may lag behind. */
  readonly pushed: Map<string, string>;
}

export const SETTLEMENT_LABEL = 'settlement';
export const PREVIEW_FILE = 'preview.md';

/** The branch that a settlement is proposed on. */
export function settlementBranch(contract: string, period: PeriodId): string {
  return `settlement/${contract}/${period}`;
}

/** The contract and period that an open pull request's branch is named after; null where it is named otherwise. */
export function settlementOn(branch: string): { readonly contract: string; readonly period: PeriodId } | null {
  const [, contract, period] = /^settlement\/([a-z0-9-]+)\/([\w-]+)$/.exec(branch) ?? [];
  return contract === undefined || period === undefined ? null : { contract, period };
}

/** Root-relative path of what that branch writes. */
export function ledgerFolder(contract: string, period: PeriodId): string {
  return periodFolder(contract, period);
}

/** What there is of one period's proposal. */
export interface FoundProposal {
  readonly state: ProposalState;
  readonly pullRequest: ForgePullRequest | null;
  /** Open pull requests of the branch that somebody else has opened. */
  readonly others: readonly ForgePullRequest[];
  /** The period's ledger files as this account last pushed them; by file name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads the branch and pull request of a period. What others have pushed onto the branch is not read as ours.
 * @throws ShellError where the forge refuses, or does not know who pushed the branch.
 */
export async function findProposal(scene: ProposalScene, contract: ReadContract, period: PeriodId): Promise<FoundProposal> {
  const { forge, repository } = scene;
  const name = settlementBranch(contract.id, period);
  const head = await forge.tip(name);
  const all = await pullRequestsOfBranch(forge, repository, name);
  const pullRequest = latestOf(all.filter(({ author }) => author?.id === scene.bot.id));
  const others = all.filter(({ author, state }) => author?.id !== scene.bot.id && state === 'open');
  const own = head === null ? null : await ownPush(scene, name, head);
  const gone = head === null && all.length > 0 ? await lastOwn(scene, name) : null;
  const commit = own?.commit ?? null;
  const files = commit === null ? new Map<string, string>() : await ledgerFilesAt(scene, commit, contract.id, period);
  const branch = head === null || own === null ? null : await branchState(scene, contract, period, { head, own: own.isHead, files });
  const shown = pullRequest === null ? null : await pullRequestState(scene, pullRequest);
  return { state: { branch, pullRequest: shown, occupied: others.length > 0, gone }, pullRequest, others, files };
}

/**
 * How a pull request stands. One that was merged before the tip that is read, although the tip's ledger has no such period, is
 * lost: another branch has swallowed its commit.
 */
async function pullRequestState({ forge, tip }: ProposalScene, pullRequest: ForgePullRequest): Promise<PullRequestState> {
  const { state, mergedAt, mergeCommit, draft, head, labels } = pullRequest;
  const isBefore = mergeCommit !== null && (await forge.compare(mergeCommit, tip)).mergeBase === mergeCommit;
  const ended = mergedAt === null ? 'closed' : isBefore ? 'lost' : 'merged';
  return { state: state === 'open' ? 'open' : ended, draft, head: head.sha, labelled: labels.includes(SETTLEMENT_LABEL) };
}

async function branchState(
  scene: ProposalScene,
  contract: ReadContract,
  period: PeriodId,
  { head, own, files }: { readonly head: string; readonly own: boolean; readonly files: ReadonlyMap<string, string> },
): Promise<BranchState> {
  const proposed = proposedEntry(contract.id, period, files);
  const preview = files.get(PREVIEW_FILE);
  return {
    head,
    own,
    proposed,
    previewedOn: preview === undefined ? null : previewedOn(preview),
    behind: proposed !== null && (await isBehind(scene.forge, head, scene.tip, new Set([contract.id]))),
    replays: proposed === null || replayProposed(contract, { period, path: ledgerFolder(contract.id, period), files }).replay === 'same',
  };
}

/** The proposed statement with its evidence; null where there is none yet. */
export function proposedEntry(contract: string, period: PeriodId, files: ReadonlyMap<string, string>): LedgerEntry | null {
  return readEntry({ period, path: ledgerFolder(contract, period), files }, documentShape).entry;
}

/** The ledger files of one period at a commit, by file name. */
export async function ledgerFilesAt(
  { forge }: Pick<ProposalScene, 'forge'>,
  commit: string,
  contract: string,
  period: PeriodId,
): Promise<ReadonlyMap<string, string>> {
  return ledgerFilesOf(await forge.filesAt(commit), contract, period);
}

/** The ledger files of one period, by file name. */
export async function ledgerFilesOf(at: ReadableFiles, contract: string, period: PeriodId): Promise<ReadonlyMap<string, string>> {
  const folder = ledgerFolder(contract, period);
  const files = new Map<string, string>();
  for (const { name, directory } of await at.list(folder)) {
    const text = directory ? null : await at.read(`${folder}/${name}`);
    if (text !== null) files.set(name, text);
  }
  return files;
}

/** What this account last pushed to a branch; null where the record knows nothing of it. */
async function lastOwn({ forge, bot }: ProposalScene, branch: string): Promise<string | null> {
  return commitsBy((await forge.pushes(branch)).items, bot.id)[0] ?? null;
}

async function ownPush({ forge, bot, pushed }: ProposalScene, branch: string, head: string): Promise<OwnPush> {
  const made = pushed.get(branch) ?? null;
  if (made === head) return { commit: head, isHead: true };
  const found = lastPush((await forge.pushes(branch)).items, bot.id, head);
  if (found === null) throw new ShellError([issue('proposal-push-unknown', inFile(branch), { branch, commit: head.slice(0, 12) })]);
  return { ...found, commit: made ?? found.commit };
}

export interface OwnPush {
  /** What the account last pushed to the branch; null where nothing is its own. */
  readonly commit: string | null;
  /** Whether the head is what it is by a push of that account. */
  readonly isHead: boolean;
}

/**
 * What an account last pushed to a branch, by the forge's record, whatever others have pushed since.
 * @param pushes newest first.
 * @returns null where the record does not know the head.
 */
function lastPush(pushes: readonly Push[], account: number, head: string): OwnPush | null {
  const last = pushes.find(({ after }) => after === head);
  return last === undefined ? null : { commit: commitsBy(pushes, account)[0] ?? null, isHead: last.actor?.id === account };
}

/** What an account has pushed, in the order of the record; a branch that was deleted was pushed nothing. */
export function pushesBy(pushes: readonly Push[], account: number): Push[] {
  return pushes.filter(({ actor, after }) => actor?.id === account && !/^0*$/.test(after));
}

/** The commits of {@link pushesBy}. */
export function commitsBy(pushes: readonly Push[], account: number): string[] {
  return pushesBy(pushes, account).map(({ after }) => after);
}
