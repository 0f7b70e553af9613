import { WORKSPACE_FILE } from '../contract/load-workspace.js';
import { contractOf, namesOf, ownerOf } from '../gate/paths.js';
import { distinctIssues, errorIn, type Issue } from '../kernel/issue.js';
import type { CommitFiles, Forge, ForgePullRequest } from '../ports.js';
import { type Pair, readPairs } from './comparison.js';
import { unreadable } from './gate-faults.js';
import { mergedFiles } from './merged-files.js';
import { differingPaths } from './tree-difference.js';

/** The contracts that a pull request changes, as the default branch has them and as they would be once merged. */
export interface PullRequestTexts {
  readonly pairs: readonly Pair[];
  /** Ids of the contracts of which it changes a file; a change of the workspace alone touches none. */
  readonly touched: readonly string[];
  /** Errors of the merged text. */
  readonly errors: readonly Issue[];
  /** Contracts whose text on the default branch has errors, so that nothing can be compared with it. */
  readonly broken: readonly string[];
  /** Contracts that the default branch has changed since the pull request left it. */
  readonly behind: readonly string[];
  readonly base: CommitFiles;
  readonly merged: Awaited<ReturnType<typeof mergedFiles>>;
}

/** What a pull request is about, by the files that it changes since it left the default branch. */
export type Subject =
  | {
      /** `other`: nothing under `contracts/` changes. */
      readonly kind: 'contracts' | 'other';
      readonly changed: ReadonlySet<string>;
      /** Contracts that the default branch has changed meanwhile. */
      readonly moved: readonly string[];
    }
  /** It only adds to a ledger: a settlement has comments of its own. */
  | { readonly kind: 'settlement' }
  /** The forge does not list all of its files. */
  | { readonly kind: 'unknown' };

/** @param tip the default branch's commit. */
export async function subjectOf(forge: Forge, pullRequest: ForgePullRequest, tip: string): Promise<Subject> {
  const head = pullRequest.head.sha;
  const since = await forge.compare(head, tip);
  const { paths, complete } = await differingPaths(forge, since.mergeBase, head);
  if (!complete) return { kind: 'unknown' };
  const owners = paths.map(ownerOf);
  if (owners.length > 0 && owners.every((owner) => owner.kind === 'contract' && owner.part === 'ledger')) return { kind: 'settlement' };
  const changed = new Set(paths);
  const kind = changed.has(WORKSPACE_FILE) || owners.some((owner) => owner.kind === 'contract') ? 'contracts' : 'other';
  return { kind, changed, moved: contractsOf(since.files.items.flatMap(namesOf)) };
}

/**
 * Reads both texts by their commits; the pull request's is data and is never run.
 * @param tip the default branch's commit.
 */
export async function readTexts(
  forge: Forge,
  pullRequest: ForgePullRequest,
  tip: string,
  { changed, moved }: Extract<Subject, { readonly changed: ReadonlySet<string> }>,
): Promise<PullRequestTexts> {
  const base = await forge.filesAt(tip);
  const merged = await mergedFiles(base, await forge.filesAt(pullRequest.head.sha), changed);
  const touched = contractsOf(changed);
  // Who is known and which warnings count stands in the workspace: a change of it can break any contract.
  const concerned = changed.has(WORKSPACE_FILE) ? () => true : (id: string) => touched.includes(id);
  const rest = { touched, behind: touched.filter((id) => moved.includes(id)), base, merged };
  try {
    const pairs = await readPairs(base, merged, concerned);
    const issues = pairs.flatMap(({ after }) => after?.issues ?? []);
    const broken = pairs.flatMap(({ before }) => (before !== null && before.folder === null ? [before.id] : []));
    return { ...rest, pairs, broken, errors: distinctIssues(issues.filter(({ severity }) => severity === 'error')) };
  } catch (error) {
    const issue = unreadable(error);
    if (issue === null) throw error;
    // It stands in a file, as every other error of the text.
    return { ...rest, pairs: [], broken: [], errors: [errorIn(issue.code, String(issue.params.path), issue.params)] };
  }
}

function contractsOf(paths: Iterable<string>): string[] {
  return [...new Set([...paths].flatMap((path) => contractOf(path) ?? []))].sort();
}
