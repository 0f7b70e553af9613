import type { ChangedFile } from '../gate/facts.js';
import { additionOf, type Landing, landingOf, type Tree } from '../gate/landing.js';
import type { CommitFiles, ForgeCommit, ForgePullRequest } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { PolicyReading } from './gate-policy.js';

/** What is known of the head already. */
export interface KnownHead {
  readonly atHead: CommitFiles;
  readonly files: readonly ChangedFile[];
  /** Those that the pull request brings. */
  readonly commits: readonly ForgeCommit[];
  /** Where the head left the default branch, as the forge compares them. */
  readonly mergeBase: string;
}

/**
 * What a merge would make, by the forge's own trial of it: only one whose parents are exactly the tip and the head says anything.
 * @throws ShellError where the forge refuses.
 */
export async function readLanding(
  forge: ForgeReads,
  policy: PolicyReading,
  pullRequest: ForgePullRequest,
  known: KnownHead,
): Promise<Landing> {
  const tip = policy.files.commit;
  const head = pullRequest.head.sha;
  // Against another branch nothing is decided, and what has ended makes no merge.
  if (pullRequest.state !== 'open' || pullRequest.base.branch !== policy.repository.defaultBranch) return { kind: 'exact' };
  const trial = await forge.trialMerge(pullRequest, tip, head);
  if (trial === 'conflict') return { kind: 'conflict' };
  if (trial === null) return { kind: 'computing' };
  if (await hasMoreBases(forge, tip, known)) return { kind: 'bases' };
  const merged = await forge.filesAt(trial);
  return landingOf({ tip: await treeOf(policy.files), head: await treeOf(known.atHead), merge: await treeOf(merged) }, known.files);
}

/**
 * The same of a pull request that somebody has put aside, of which the forge makes no trial: known for what only adds files.
 * @throws ShellError where the forge refuses.
 */
export async function readAddition(forge: ForgeReads, { files: tip }: PolicyReading, known: KnownHead): Promise<Landing> {
  if (await hasMoreBases(forge, tip.commit, known)) return { kind: 'bases' };
  return additionOf({ base: await treeOf(await forge.filesAt(known.mergeBase)), tip: await treeOf(tip) }, known.files);
}

/** Every entry of a commit's files: path → mode and blob. */
export async function treeOf(files: CommitFiles): Promise<Tree> {
  return new Map((await files.entries()).items.map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
}

/**
 * Whether tip and head have more than one last commit in common: each commit of the default branch that the head's own commits
 * grow from must be part of what the one base has.
 */
async function hasMoreBases(forge: ForgeReads, tip: string, { commits, mergeBase }: KnownHead): Promise<boolean> {
  if (mergeBase === tip) return false;
  const own = new Set(commits.map(({ sha }) => sha));
  const roots = new Set(commits.flatMap(({ parents }) => parents).filter((sha) => !own.has(sha) && sha !== mergeBase));
  for (const root of roots) {
    if ((await forge.compare(root, mergeBase)).mergeBase !== root) return true;
  }
  return false;
}
