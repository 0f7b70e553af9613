import { decide, type GateFacts } from '../gate/decide.js';
import { namesOf, ownerOf } from '../gate/paths.js';
import type { MergedPullRequest } from '../gate/ratify.js';
import type { Micros } from '../kernel/calendar.js';
import type { Forge, ForgeFile, ForgeList, ForgePullRequest, Push } from '../ports.js';
import { readPullRequestFacts } from './gate-facts.js';
import { readPolicy } from './gate-policy.js';

/** A pull request that was merged, as the list of them has it. */
export interface Merged extends ForgePullRequest {
  readonly mergedAt: Micros;
  readonly mergeCommit: string;
}

/** Every pull request that was merged into the default branch, newest first, and the record of pushes to that branch. */
export interface MergeRecord {
  readonly branch: string;
  readonly merged: ForgeList<Merged>;
  readonly pushes: ForgeList<Push>;
  readonly filesOf: (pullRequest: number) => Promise<ForgeList<ForgeFile>>;
}

/** Reads what was merged; the files of a pull request only when somebody asks for them, and once. */
export async function readMergeRecord(forge: Forge): Promise<MergeRecord> {
  const { id, defaultBranch: branch } = await forge.repository();
  const closed = await forge.pullRequests('closed');
  const merged = closed.items
    .flatMap((each): Merged[] => {
      const { mergedAt, mergeCommit, base } = each;
      const ours = base.branch === branch && base.repositoryId === id;
      return ours && mergedAt !== null && mergeCommit !== null ? [{ ...each, mergedAt, mergeCommit }] : [];
    })
    .sort((a, b) => (a.mergedAt === b.mergedAt ? b.number - a.number : a.mergedAt > b.mergedAt ? -1 : 1));
  const files = new Map<number, Promise<ForgeList<ForgeFile>>>();
  return {
    branch,
    merged: { items: merged, complete: closed.complete },
    pushes: await forge.pushes(branch),
    filesOf: (number) => {
      const read = files.get(number) ?? forge.files(number);
      files.set(number, read);
      return read;
    },
  };
}

/** Whether a file, by either of its names, lies in a contract's folder. */
export function isIn(contract: string, path: string): boolean {
  const owner = ownerOf(path);
  return owner.kind === 'contract' && owner.contract === contract;
}

/**
 * A merged pull request with the gate's verdict as it would have been when it was merged: by the policy of the default branch
 * as it was right before, and by the reviews that had been given until then.
 * @param commit the commit of the default branch whose text is in question.
 */
export async function judgeMerged(
  forge: Forge,
  record: MergeRecord,
  merged: Merged,
  { commit, contract }: { readonly commit: string; readonly contract: string },
): Promise<MergedPullRequest | null> {
  const whole = await forge.pullRequest(merged.number);
  const before = await commitBefore(forge, record, merged);
  if (whole === null || before === null) return null;
  const { mergedAt, mergeCommit } = merged;
  const then = forgeAt(forge, mergedAt);
  const policy = await readPolicy(then, before);
  const read = await readPullRequestFacts(then, policy, { ...whole, state: 'open', draft: false });
  const entries = await policy.files.entries();
  const facts: GateFacts = {
    repository: { now: mergedAt, paths: { items: entries.items.map(({ path }) => path), complete: entries.complete, count: null } },
    pullRequest: read,
    sameHead: [],
  };
  const names = read.files.items.flatMap(namesOf).filter((path) => isIn(contract, path));
  const added = read.files.items.filter(({ status, path }) => status === 'added' && isIn(contract, path)).map(({ path }) => path);
  return {
    number: merged.number,
    mergedAt,
    mergeCommit,
    head: whole.head.sha,
    touched: new Set(names),
    added: new Set(added),
    files: await blobsIn(forge, whole.head.sha, contract),
    verdict: decide(policy.result, facts),
    reached: (await forge.compare(mergeCommit, commit)).mergeBase === mergeCommit,
  };
}

/** A contract's folder at a commit: path → blob. */
export async function blobsIn(forge: Forge, commit: string, contract: string): Promise<ReadonlyMap<string, string>> {
  const { items } = await (await forge.filesAt(commit)).entries();
  return new Map(items.flatMap(({ path, sha }) => (isIn(contract, path) ? [[path, sha] as const] : [])));
}

/** Commits that a rebase puts onto a branch at most: as many as a pull request may have. */
const MOST_STEPS = 250;

/**
 * The default branch right before a pull request was merged: by the forge's record of pushes, which nobody can write. Only where
 * that does not go back so far, the merge's own parents are believed: past every commit that came with the pull request.
 */
async function commitBefore(forge: Forge, { pushes }: MergeRecord, { number, mergedAt, mergeCommit }: Merged): Promise<string | null> {
  const push = pushes.items.find(({ after }) => after === mergeCommit);
  if (push !== undefined) return push.before;
  if (pushes.items.some(({ at }) => at <= mergedAt)) return null;
  let commit = await forge.commit(mergeCommit);
  for (let step = 0; commit !== null && step < MOST_STEPS; step++) {
    const [parent] = commit.parents;
    if (parent === undefined) return null;
    const came = commit.parents.length > 1 ? [] : (await forge.pullRequestsOf(parent)).items;
    if (!came.some((each) => each.number === number)) return parent;
    commit = await forge.commit(parent);
  }
  return null;
}

/** The forge as it was at an instant, as far as a verdict depends on it. */
function forgeAt(forge: Forge, instant: Micros): Forge {
  const until = <T>(list: ForgeList<T>, timeOf: (item: T) => Micros | null): ForgeList<T> => ({
    ...list,
    items: list.items.filter((item) => (timeOf(item) ?? instant) <= instant),
  });
  return {
    ...forge,
    now: async () => instant,
    reviews: async (number) => until(await forge.reviews(number), ({ submittedAt }) => submittedAt),
    timeline: async (number) => until(await forge.timeline(number), ({ at }) => at),
    pullRequests: async (state, branch) => {
      if (state !== 'open') return forge.pullRequests(state, branch);
      // What was merged later was open then; when something was closed without being merged, the list does not say.
      const { items, complete } = await forge.pullRequests('all', branch);
      const open = items.filter(
        (each) => each.createdAt <= instant && (each.mergedAt === null ? each.state === 'open' : each.mergedAt > instant),
      );
      return { items: open, complete };
    },
  };
}
