import { contractFile, WORKSPACE_FILE } from '../contract/paths.js';
import { type Issue, inFile, type Position } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import {
  acceptedLedger,
  agreedTerms,
  differing,
  type FolderRecord,
  lostEvents,
  type MergedPullRequest,
  rightfulLedger,
  unprovenEvents,
} from './came-by-right.js';

/** The latest commit that changed a file, and the pull request that it came with; null where it came with none. */
export interface FileChange {
  readonly commit: string;
  /** The login of whoever pushed or merged it, as far as the forge tells. */
  readonly by: string | null;
  readonly pullRequest: number | null;
}

/** What is known of a contract's text and of how it came about. */
export interface RatificationFacts extends FolderRecord {
  readonly contract: string;
  /** The commit of the default branch whose text is in question. */
  readonly commit: string;
  /** Whether every list of the forge was read to its end. */
  readonly complete: boolean;
  /** Whether the workspace at that commit, which says who signs, is the one that was agreed last. */
  readonly peopleAgreed: boolean;
  readonly changeOf: (path: string) => FileChange;
}

/** Whether a contract's text is what both parties agreed to, and if not, what is missing. */
export interface Ratification {
  readonly contract: string;
  readonly commit: string;
  readonly state: 'ratified' | 'unratified';
  /** The pull request by which both parties agreed to the terms as they stand. */
  readonly agreedBy: number | null;
  /** Empty exactly where it is ratified; each names what is missing and how it is mended. */
  readonly issues: readonly Issue[];
}

/**
 * Whether everything in a contract's folder came about by right. Pure; the proof is in the contents, so it does not depend on
 * how a pull request was merged:
 * - the terms are, byte for byte, those at the head of the newest pull request that changed terms and had both parties'
 *   approval of that head; an approval approves the whole text, so it ratifies what came before;
 * - every event that no accepted statement has counted came with a pull request that was agreed or filed alone by right, or stood
 *   there when the terms were agreed;
 * - the ledger is that of the newest accepted settlement.
 */
export function ratify(facts: RatificationFacts): Ratification {
  const agreed = agreedTerms(facts.merged);
  const issues = [
    ...(facts.complete ? [] : [issue('history-incomplete', contractOf(facts), { contract: facts.contract })]),
    ...(facts.peopleAgreed ? [] : [peopleIssue(facts)]),
    ...termsIssues(facts, agreed),
    ...eventIssues(facts),
    ...ledgerIssues(facts),
  ];
  const state = issues.length === 0 ? 'ratified' : 'unratified';
  return { contract: facts.contract, commit: facts.commit, state, agreedBy: agreed?.number ?? null, issues };
}

/** Whether older pull requests could still change the judgement; then more of them must be read. */
export function needsOlder(facts: FolderRecord, everSettled: boolean): boolean {
  if (agreedTerms(facts.merged) === null) return true;
  if (everSettled && acceptedLedger(facts.merged) === null) return true;
  return unprovenEvents(facts).length > 0;
}

function termsIssues(facts: RatificationFacts, agreed: MergedPullRequest | null): Issue[] {
  if (agreed === null) return [issue('terms-never-agreed', contractOf(facts), changeParams(facts, contractFile(facts.contract)))];
  const params = { pullRequest: agreed.number };
  const lost = agreed.reached ? [] : [issue('agreed-text-lost', contractOf(facts), { ...params, contract: facts.contract })];
  const changed = differing(facts.files, agreed.files, 'terms');
  const unproven = changed.map((path): Issue => {
    const { change, came } = unagreed(facts, path);
    if (came === null) return issue('terms-pushed', inFile(path), { ...params, ...change });
    return issue('terms-merged', inFile(path), { ...params, ...change, ...came });
  });
  return [...lost, ...unproven];
}

function eventIssues(facts: RatificationFacts): Issue[] {
  const unproven = unprovenEvents(facts).map((path): Issue => {
    const { change, came } = unagreed(facts, path);
    return came === null ? issue('event-pushed', inFile(path), change) : issue('event-merged', inFile(path), { ...change, ...came });
  });
  const gone = lostEvents(facts).map(({ path, cameWith }) => {
    const params = { file: path, pullRequest: cameWith.number, ...changeParams(facts, path) };
    return issue('event-removed', inFile(path), params);
  });
  return [...unproven, ...gone];
}

function ledgerIssues(facts: RatificationFacts): Issue[] {
  const accepted = rightfulLedger(facts);
  const changed = differing(facts.files, accepted?.files ?? new Map(), 'ledger');
  const params = { pullRequest: accepted?.number ?? '-' };
  return changed.map((path): Issue => {
    const { change, came } = unagreed(facts, path);
    if (came === null) return issue('ledger-pushed', inFile(path), { ...params, ...change });
    return issue('ledger-merged', inFile(path), { ...params, ...change, ...came });
  });
}

/** A file as it stands was agreed by nobody: it came with a pull request that had no consent, or with none at all. */
interface Unagreed {
  readonly change: ReturnType<typeof changeParams> & { readonly file: string };
  /** Null where it came with no pull request. */
  readonly came: { readonly cameWith: number; readonly missing: string } | null;
}

function unagreed(facts: RatificationFacts, path: string): Unagreed {
  const { pullRequest } = facts.changeOf(path);
  const change = { file: path, ...changeParams(facts, path) };
  if (pullRequest === null) return { change, came: null };
  return { change, came: { cameWith: pullRequest, missing: missingParties(facts.merged.find(({ number }) => number === pullRequest)) } };
}

/** The parties that had not agreed, as far as the verdict names them. */
function missingParties(pullRequest: MergedPullRequest | undefined): string {
  const parties = new Set(
    pullRequest?.verdict.parties.flatMap(({ party, approved, required }) => (approved.length < required ? [party] : [])),
  );
  return parties.size === 2 || parties.size === 0 ? '@parties' : parties.has('brand') ? '@brand' : '@provider';
}

function changeParams(facts: RatificationFacts, path: string): { readonly contract: string; readonly commit: string; readonly by: string } {
  const { commit, by } = facts.changeOf(path);
  return { contract: facts.contract, commit: shortCommit(commit), by: by ?? '@somebody' };
}

/** Who approves stands in the workspace: while that was changed by nobody's agreement, no approval proves anything. */
function peopleIssue(facts: RatificationFacts): Issue {
  const { commit, by } = facts.changeOf(WORKSPACE_FILE);
  return issue('people-unagreed', inFile(WORKSPACE_FILE), { file: WORKSPACE_FILE, commit: shortCommit(commit), by: by ?? '@somebody' });
}

function shortCommit(sha: string): string {
  return sha.slice(0, 12);
}

/** Where the contract is. */
function contractOf({ contract }: RatificationFacts): Position {
  return inFile(contractFile(contract));
}
