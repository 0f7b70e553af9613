import type { Trust } from '../gate/agreed-text.js';
import { decide, type GateFacts, type GatePolicyResult } from '../gate/decide.js';
import type { ChangedFile, Review } from '../gate/facts.js';
import { hasLanded } from '../gate/landing.js';
import type { Verdict } from '../gate/verdict.js';
import type { Micros } from '../kernel/calendar.js';
import type { ForgeFile, ForgeList, ForgePullRequest, ForgeRepository, Push } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { Agreement } from '../settlement/model.js';
import { readPullRequestFacts } from './gate-facts.js';
import { treeOf } from './gate-landing.js';
import { readPolicy } from './gate-policy.js';

/** A pull request that was merged, as the list of them has it. */
export interface Merged extends ForgePullRequest {
  readonly mergedAt: Micros;
  readonly mergeCommit: string;
}

/** What the gate would have said of a merged pull request when it was merged. */
export interface JudgedMerge {
  readonly merged: Merged;
  /** The default branch right before. */
  readonly before: string;
  /** Whether all that it changed is in the tree of its merge: a commit that another branch swallowed has not landed (rule 17). */
  readonly landed: boolean;
  /** Whom the policy of that time names as the app; null where there is none. */
  readonly app: number | null;
  /** The accepted statement's word for an agreement that the forge's record does not show any more (rule 20). */
  readonly provenBy: Agreement | null;
  readonly verdict: Verdict;
  /** What the verdict was made of. */
  readonly policy: GatePolicyResult;
  readonly facts: GateFacts;
  readonly files: readonly ChangedFile[];
  /** Whether the forge still tells who pushed what a branch of this repository brought. */
  readonly pushersKnown: boolean;
  /** Those given until then. */
  readonly reviews: readonly Review[];
}

/** Everything that was merged into the default branch, read once for all contracts; more of it only when somebody asks. */
export interface MergeRecord {
  readonly forge: ForgeReads;
  readonly repository: ForgeRepository;
  readonly branch: string;
  /** Newest first. */
  readonly merged: ForgeList<Merged>;
  readonly pushes: ForgeList<Push>;
  readonly filesOf: (pullRequest: Merged) => Promise<ForgeList<ForgeFile>>;
  readonly memory: MergeMemory;
  /** The commit of the default branch with which it came: its merge, or where it was merged elsewhere what was pushed. */
  readonly arrivedAs: (pullRequest: Merged) => Promise<string>;
  /** Null where the default branch as it was right before is not known. */
  readonly commitBefore: (pullRequest: Merged) => Promise<string | null>;
}

/** What does not change any more once a pull request was merged, kept over several readings of the record. */
export interface MergeMemory {
  readonly files: Map<number, Promise<ForgeList<ForgeFile>>>;
  readonly before: Map<number, Promise<string | null>>;
  readonly judged: Map<number, JudgedMerge | null>;
  /** By the default branch's commit: every merge moves it. */
  readonly trust: Map<string, Trust>;
}

/** A memory that knows nothing yet, for one run. */
export function newMemory(): MergeMemory {
  return { files: new Map(), before: new Map(), judged: new Map(), trust: new Map() };
}

/** @throws ShellError where the forge refuses. */
export async function readMergeRecord(forge: ForgeReads, memory: MergeMemory = newMemory()): Promise<MergeRecord> {
  const repository = await forge.repository();
  const { id, defaultBranch: branch } = repository;
  const closed = await forge.pullRequests('closed');
  const merged = closed.items
    .flatMap((each): Merged[] => {
      const { mergedAt, mergeCommit, base } = each;
      const ours = base.branch === branch && base.repositoryId === id;
      return ours && mergedAt !== null && mergeCommit !== null ? [{ ...each, mergedAt, mergeCommit }] : [];
    })
    .sort((a, b) => (a.mergedAt === b.mergedAt ? b.number - a.number : a.mergedAt > b.mergedAt ? -1 : 1));
  const known = { forge, repository, branch, merged: { items: merged, complete: closed.complete }, pushes: await forge.pushes(branch) };
  return {
    ...known,
    memory,
    arrivedAs: async (each) => {
      if (each.mergeCommit !== each.head.sha) return each.mergeCommit;
      return (await pushOf(forge, known.pushes, each))?.after ?? each.mergeCommit;
    },
    filesOf: askedOnce(memory.files, ({ number }) => forge.files(number)),
    commitBefore: askedOnce(memory.before, (each) => readCommitBefore(known, each)),
  };
}

/** Asks once for each pull request. */
function askedOnce<T>(known: Map<number, Promise<T>>, read: (pullRequest: Merged) => Promise<T>): (pullRequest: Merged) => Promise<T> {
  return (pullRequest) => {
    const found = known.get(pullRequest.number) ?? read(pullRequest);
    known.set(pullRequest.number, found);
    return found;
  };
}

/**
 * By the policy of the default branch as it was right before, and by the reviews that had been given until then.
 * @param trust what was agreed then.
 * @param arrivedAs the commit with which it came.
 */
export async function judgeAsMerged(
  record: MergeRecord,
  merged: Merged,
  { before, arrivedAs, trust }: { readonly before: string; readonly arrivedAs: string; readonly trust: Trust },
): Promise<JudgedMerge | null> {
  const { forge } = record;
  const whole = await forge.pullRequest(merged.number);
  if (whole === null) return null;
  const { mergedAt } = merged;
  const then = forgeAt(record, merged);
  const policy = await readPolicy(then, before, trust);
  const pullRequest = await readPullRequestFacts(then, policy, { ...whole, state: 'open', draft: false });
  const { items, complete } = await policy.files.entries();
  const paths = { items: items.map(({ path }) => path), complete, count: null };
  // What landed is looked at in the merge itself.
  const facts: GateFacts = {
    repository: { now: mergedAt, paths },
    pullRequest: { ...pullRequest, landing: { kind: 'exact' } },
    sameHead: [],
  };
  const { files, reviews } = pullRequest;
  const landed = hasLanded(files.items, await treeOf(await forge.filesAt(merged.head.sha)), await treeOf(await forge.filesAt(arrivedAs)));
  const app = policy.result.policy?.appUserId ?? null;
  const { head } = pullRequest;
  const pushersKnown = head.pushers !== null || (head.repositoryId !== null && head.repositoryId !== policy.repository.id);
  const verdict = decide(policy.result, facts);
  const made = { verdict, policy: policy.result, facts };
  return { merged, before, landed, app, provenBy: null, ...made, files: files.items, pushersKnown, reviews: reviews.items };
}

/** Commits that a rebase puts onto a branch at most: as many as a pull request may have. */
const MOST_STEPS = 250;

/**
 * The default branch right before a pull request was merged: by the forge's record of pushes, which nobody can write. Where that
 * does not go back so far, the merge's own parents are believed. Where it does not know the latest merges yet, they are believed
 * as far as they lead to a commit that it knows, or to another merge.
 */
async function readCommitBefore(
  record: Omit<MergeRecord, 'commitBefore' | 'memory' | 'filesOf' | 'arrivedAs'>,
  merged: Merged,
): Promise<string | null> {
  const { forge, pushes, merged: all } = record;
  const { mergedAt } = merged;
  if (!pushes.items.some(({ at }) => at <= mergedAt)) return parentBefore(forge, merged);
  const push = await pushOf(forge, pushes, merged);
  if (push !== null) return push.before;
  if (pushes.items.some(({ at }) => at > mergedAt)) return null;
  const parent = await parentBefore(forge, merged);
  const known = new Set([...pushes.items.map(({ after }) => after), ...all.items.map(({ mergeCommit }) => mergeCommit)]);
  return parent !== null && known.has(parent) ? parent : null;
}

/** By the parents of commits: past every commit that came with the pull request. */
async function parentBefore(forge: ForgeReads, { number, mergeCommit }: Merged): Promise<string | null> {
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

/** The push by which a merge came onto the default branch: its own, or that of somebody who merged elsewhere and pushed more. */
async function pushOf(forge: ForgeReads, pushes: ForgeList<Push>, { mergeCommit, createdAt }: Merged): Promise<Push | null> {
  // The first of them: a branch that is moved back comes to the same commit once more.
  const own = pushes.items.findLast(({ after }) => after === mergeCommit);
  if (own !== undefined) return own;
  const later = pushes.items.filter(({ at, after }) => at >= createdAt && !/^0*$/.test(after)).sort((a, b) => (a.at < b.at ? -1 : 1));
  const contains = async (commit: string) => (await forge.compare(mergeCommit, commit)).mergeBase === mergeCommit;
  for (const push of later) {
    if (!(await contains(push.after))) continue;
    // It was there before this push: the one that brought it is not in the record.
    return (await contains(push.before)) ? null : push;
  }
  return null;
}

/**
 * The forge as it was when a pull request was merged, as far as a verdict depends on it. What the record has read already, and what a
 * verdict asks twice, is asked once: a year has some twenty of them for each contract, and each costs a run a dozen calls.
 */
function forgeAt({ forge, repository, filesOf }: MergeRecord, merged: Merged): ForgeReads {
  const instant = merged.mergedAt;
  const wholeTimeline = askedOnce(new Map(), ({ number }) => forge.timeline(number));
  const timelineOf = (number: number) => (number === merged.number ? wholeTimeline(merged) : forge.timeline(number));
  const until = <T>(list: ForgeList<T>, timeOf: (item: T) => Micros | null): ForgeList<T> => ({
    ...list,
    items: list.items.filter((item) => (timeOf(item) ?? instant) <= instant),
  });
  return {
    ...forge,
    now: async () => instant,
    repository: async () => repository,
    files: (number) => (number === merged.number ? filesOf(merged) : forge.files(number)),
    trialMerge: async () => null,
    // What happens on a branch after it was merged changes nothing about what was merged.
    pushes: async (branch) => until(await forge.pushes(branch), ({ at }) => at),
    reviews: async (number) => {
      const later = (await timelineOf(number)).items.filter(({ review, at }) => review !== null && at !== null && at > instant);
      // A review that was dismissed since then said then what it said before.
      const undone = new Map(later.map(({ review, dismissed }) => [review, dismissed]));
      const given = until(await forge.reviews(number), ({ submittedAt }) => submittedAt);
      return { ...given, items: given.items.map((each) => ({ ...each, state: undone.get(each.id) ?? each.state })) };
    },
    timeline: async (number) => until(await timelineOf(number), ({ at }) => at),
    pullRequests: async (state, branch) => {
      if (state !== 'open') return forge.pullRequests(state, branch);
      // What was merged later was open then; when something was closed without being merged, the list does not say.
      const { items, complete } = await forge.pullRequests('all', branch);
      const wasOpen = ({ state: now, mergedAt }: ForgePullRequest) => (mergedAt === null ? now === 'open' : mergedAt > instant);
      return { items: items.filter((each) => each.createdAt <= instant && wasOpen(each)), complete };
    },
  };
}
