import { VIEW_FILE } from '../contract/load-contract.js';
import { contractFolder, eventFile, isTermsName, WORKSPACE_FILE } from '../contract/paths.js';
import { contractOf, namesOf, ownerOf } from '../gate/paths.js';
import { distinctIssues, type Issue, inFile } from '../kernel/issue.js';
import type { CommitFiles, ForgePullRequest } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import { type Pair, readPairs, recordTexts } from '../running/comparison.js';
import { ledgerTextsOf } from '../running/repository.js';
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
  /** Files that it changes and no comparison of the texts shows: notes, documents, programs. */
  readonly others: readonly string[];
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
export async function subjectOf(forge: ForgeReads, pullRequest: ForgePullRequest, tip: string): Promise<Subject> {
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
  forge: ForgeReads,
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
    return {
      ...rest,
      pairs,
      broken,
      others: notCompared(changed, pairs),
      errors: distinctIssues(issues.filter(({ severity }) => severity === 'error')),
    };
  } catch (error) {
    const unread = unreadable(error);
    if (unread === null) throw error;
    // It stands in a file, as every other error of the text.
    return { ...rest, pairs: [], broken: [], others: [], errors: [{ ...unread, at: inFile(String(unread.params.path)) }] };
  }
}

function contractsOf(paths: Iterable<string>): string[] {
  return [...new Set([...paths].flatMap((path) => contractOf(path) ?? []))].sort();
}

/** What no comparison shows: whatever is not a text of terms, an event that was read, or a record that was there before. */
function notCompared(changed: ReadonlySet<string>, pairs: readonly Pair[]): string[] {
  const shown = new Set([WORKSPACE_FILE, ...pairs.flatMap(comparedFiles)]);
  return [...changed].filter((path) => !shown.has(path)).sort();
}

/** The files of a contract whose changes are told; none of one that cannot be compared. */
function comparedFiles({ before, after }: Pair): string[] {
  if (after === null || before?.folder === null) return [];
  const sides = [after, ...(before === null ? [] : [before])];
  const texts = sides.flatMap(({ id, texts: all }) =>
    [...all.keys()].filter((path) => isTermsFile(path.slice(`${contractFolder(id)}/`.length))),
  );
  const events = after.events.map(({ file }) => eventFile(after.id, file));
  return [...texts, ...events, ...ledgerTextsOf(after).keys(), ...(before === null ? [] : recordTexts(before).keys())];
}

function isTermsFile(name: string): boolean {
  return isTermsName(name) && (!name.includes('/') || VIEW_FILE.test(name.slice(name.indexOf('/') + 1)));
}
