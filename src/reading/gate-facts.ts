import { CONTRACT_NAME, CONTRACTS } from '../contract/paths.js';
import { readFormPin } from '../forms/form-pin.js';
import { formBranch } from '../forms/forms.js';
import { filerOf, judgeFiledAlone } from '../gate/alone.js';
import { decide, type GateFacts } from '../gate/decide.js';
import type { Actor, ChangedFile, Head, Listed, PullRequestFacts, TimelineEvent } from '../gate/facts.js';
import { isFormPage } from '../gate/listed-forms.js';
import { eventDate, namesOf } from '../gate/paths.js';
import { partyOf } from '../gate/policy.js';
import { isSettlement } from '../gate/settlement.js';
import { addDays, localDate, type Micros } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import { inNoFile } from '../kernel/issue.js';
import { ShellError } from '../ports/failure.js';
import type {
  Account,
  CommitFiles,
  ForgeCommit,
  ForgeFile,
  ForgeList,
  ForgePullRequest,
  ForgeReview,
  ForgeTimelineEvent,
  Push,
} from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import { formsOf } from '../running/form-pages.js';
import { issue } from '../words/issue.js';
import { isAside } from './aside.js';
import { readFaults } from './gate-faults.js';
import { readAddition, readLanding } from './gate-landing.js';
import type { PolicyReading } from './gate-policy.js';
import { readSettlement, textAt } from './gate-settlement.js';
import { firstReady, standingSince } from './settlement-standing.js';
import { differingPaths } from './tree-difference.js';

/** How a pull request is read: as it stands, or as it would if nobody had put it aside. */
export type Standing = 'as it is' | 'brought back';

/** A pull request as it would stand if nobody had put it aside. */
function broughtBack({ repository }: PolicyReading, whole: ForgePullRequest): ForgePullRequest {
  return { ...whole, state: 'open', draft: false, base: { ...whole.base, branch: repository.defaultBranch } };
}

/**
 * Everything that a decision about a pull request needs, as the forge has it now. The pull request's files are read by their
 * hashes, as data.
 * @param policy read at the tip of the default branch.
 * @throws ShellError where there is no such pull request or the forge refuses.
 */
export async function readGateFacts(
  forge: ForgeReads,
  policy: PolicyReading,
  number: number,
  standing: Standing = 'as it is',
): Promise<GateFacts> {
  const pullRequest = await forge.pullRequest(number);
  if (pullRequest === null) throw new ShellError([missing(policy, number)]);
  const open = await forge.pullRequests('open');
  const twins = open.items.filter((other) => other.head.sha === pullRequest.head.sha && other.number !== number);
  const sameHead: PullRequestFacts[] = [];
  for (const twin of twins) {
    // Only asked for alone does a pull request say how many files and commits it has.
    const whole = await forge.pullRequest(twin.number);
    if (whole !== null) sameHead.push(await readPullRequestFacts(forge, policy, whole));
  }
  const facts = await readPullRequestFacts(forge, policy, pullRequest, standing);
  const entries = await policy.files.entries();
  const paths = { items: entries.items.map(({ path }) => path), complete: entries.complete && open.complete, count: null };
  return { repository: { now: await forge.now(), paths }, pullRequest: facts, sameHead };
}

function missing({ repository }: PolicyReading, number: number): Issue {
  const name = `${repository.owner}/${repository.name}`;
  return issue('forge-no-pull-request', inNoFile('--pr'), { repository: name, number });
}

/** The facts of one pull request. */
export async function readPullRequestFacts(
  forge: ForgeReads,
  policy: PolicyReading,
  found: ForgePullRequest,
  standing: Standing = 'as it is',
): Promise<PullRequestFacts> {
  const isBack = standing === 'brought back';
  const pullRequest = isBack ? broughtBack(policy, found) : found;
  const { number, head } = pullRequest;
  const atHead = await forge.filesAt(head.sha);
  const since = await forge.compare(head.sha, policy.files.commit);
  const files = await readFiles(forge, pullRequest, atHead);
  const unlisted = await readUnlisted(forge, policy, pullRequest, { mergeBase: since.mergeBase, files: files.items });
  const commits = await forge.commits(number);
  const reviews = await forge.reviews(number);
  const timeline = await forge.timeline(number);
  const settles = isSettlement({ files });
  const pushes = await pushesOf(forge, policy, pullRequest);
  const app = policy.result.policy?.appUserId ?? null;
  const stands = settles ? await standingSince(forge, pullRequest, atHead, pushes?.items ?? [], app) : null;
  const known = { atHead, files: files.items, commits: commits.items, mergeBase: since.mergeBase };
  return {
    number,
    state: pullRequest.state,
    draft: pullRequest.draft,
    author: actorOf(pullRequest.author),
    formAuthor: formAuthorOf(policy, pullRequest, commits.items),
    base: { repositoryId: pullRequest.base.repositoryId, branch: pullRequest.base.branch },
    head: headOf(pullRequest, pushes),
    readySince: await firstReady(forge, policy, found, stands),
    files: { items: files.items, complete: files.complete && unlisted.complete, count: pullRequest.changedFiles },
    unlisted: unlisted.items,
    commits: { items: commits.items.map(({ sha }) => ({ sha })), complete: commits.complete, count: pullRequest.commits },
    reviews: listed(reviews, ({ id, user, state, commit, submittedAt }) => ({ id, user: actorOf(user), state, commit, submittedAt })),
    timeline: { items: timelineOf(found, timeline.items, reviews.items), complete: timeline.complete, count: null },
    changedOnDefault: bothNames(since.files),
    landing: await (isBack ? readAddition(forge, policy, known) : readLanding(forge, policy, pullRequest, known)),
    settlement: settles
      ? await readSettlement(forge, policy, pullRequest, atHead, files.items, (other) => passesToday(forge, policy, other))
      : null,
    strays: [],
    writtenForms: await readWrittenForms(forge, policy, atHead, files.items),
    // What settles is replayed byte for byte, which checks all of it.
    faults: settles ? [] : await readFaults(policy.repository, policy.trusted, atHead, files.items),
  };
}

/**
 * Whether a pull request that settles nothing would pass as it is; of one that the other party has put aside, whether it was filed by
 * right: what is objected to is not freed by whoever wants it settled.
 */
async function passesToday(forge: ForgeReads, policy: PolicyReading, { number }: ForgePullRequest): Promise<boolean> {
  const whole = await forge.pullRequest(number);
  if (whole === null || isSettlement({ files: { items: (await forge.files(number)).items.map(unread) } })) return false;
  if (isAside(policy.repository, whole)) {
    const filed = await filedAlone(forge, policy, whole);
    return filed !== null && (await isPutAsideByOther(forge, policy, { number, filer: filed }));
  }
  const { items, complete } = await policy.files.entries();
  const paths = { items: items.map(({ path }) => path), complete, count: null };
  const pullRequest = await readPullRequestFacts(forge, policy, whole);
  return decide(policy.result, { repository: { now: await forge.now(), paths }, pullRequest, sameHead: [] }).state === 'success';
}

/** Whose numeric id files a pull request that would be filed alone if nobody had put it aside; null where it would not. */
export async function filedAlone(forge: ForgeReads, reading: PolicyReading, whole: ForgePullRequest): Promise<number | null> {
  const { policy } = reading.result;
  if (policy === null) return null;
  const facts = await readPullRequestFacts(forge, reading, whole, 'brought back');
  const isFiled = facts.faults.length === 0 && judgeFiledAlone(policy, facts, { now: await forge.now() }).state === 'passed';
  return isFiled ? filerOf(policy, facts) : null;
}

const ASIDE: ReadonlySet<string> = new Set(['closed', 'convert_to_draft', 'base_ref_changed']);

/** Whether whoever put it aside last speaks for the other party than the one that files it. */
async function isPutAsideByOther(
  forge: ForgeReads,
  { result: { policy } }: PolicyReading,
  { number, filer }: { readonly number: number; readonly filer: number },
): Promise<boolean> {
  const last = (await forge.timeline(number)).items.findLast(({ event }) => ASIDE.has(event));
  const by = policy === null ? null : partyOf(policy, last?.actor?.id ?? null);
  return policy !== null && by !== null && by !== partyOf(policy, filer);
}

function unread({ path, previousPath, status, sha }: ForgeFile): ChangedFile {
  return { path, previousPath, status, sha, mode: null, text: null };
}

function actorOf(account: Account | null): Actor | null {
  return account === null ? null : { id: account.id, kind: account.kind };
}

function listed<T, U>({ items, complete }: ForgeList<T>, of: (item: T) => U): Listed<U> {
  return { items: items.map(of), complete, count: null };
}

/** Which texts the decision reads: who signs a contract, and what somebody files. */
function isRead(path: string): boolean {
  return path.startsWith(`${CONTRACTS}/`) && (path.endsWith(`/${CONTRACT_NAME}`) || eventDate(path) !== null);
}

/** The changed files with their modes and the texts that matter. */
async function readFiles(forge: ForgeReads, { number }: ForgePullRequest, atHead: CommitFiles): Promise<ForgeList<ChangedFile>> {
  const { items, complete } = await forge.files(number);
  const tree = await atHead.entries();
  const entries = new Map(tree.items.map((entry) => [entry.path, entry]));
  const files: ChangedFile[] = [];
  for (const { path, previousPath, status, sha } of items) {
    const entry = status === 'removed' ? undefined : entries.get(path);
    // A mode that belongs to other bytes than the list names is none.
    const mode = entry?.sha === sha ? (entry?.mode ?? null) : null;
    const text = mode !== null && isRead(path) ? await textAt(atHead, path) : null;
    files.push({ path, previousPath, status, mode, sha: status === 'removed' ? null : sha, text });
  }
  return { items: files, complete: complete && tree.complete };
}

/** What was written the evening before is read after midnight. */
const DAYS_OF_FORMS = [0, 1];

/** The pages of forms that the head has as the engine writes them today, or wrote them a day ago; null where anything else is changed. */
async function readWrittenForms(
  forge: ForgeReads,
  { contracts }: PolicyReading,
  atHead: CommitFiles,
  files: readonly ChangedFile[],
): Promise<readonly string[] | null> {
  if (!files.every(({ path, previousPath }) => previousPath === null && isFormPage(path))) return null;
  const now = await forge.now();
  const dated = DAYS_OF_FORMS.map((days) => formsOf([...contracts.values()], (zone) => addDays(localDate(now, zone), -days)).pages);
  const texts = new Map<string, string | null>();
  for (const { path, mode } of files) texts.set(path, mode === '100644' ? await textAt(atHead, path) : null);
  const writtenOn = (pages: ReadonlyMap<string, string>) =>
    [...texts].flatMap(([path, text]) => (text !== null && text === pages.get(path) ? [path] : []));
  const written = dated.map(writtenOn);
  // all of one day
  return written.find((paths) => paths.length === files.length) ?? written[0] ?? [];
}

/**
 * Every path that the head has otherwise than the commit at which it left the default branch, and that the list of files does not
 * name: the forge makes its list a moment after a push. Against another branch nothing is decided, and what it has is not known here.
 */
async function readUnlisted(
  forge: ForgeReads,
  { repository }: PolicyReading,
  { head, base }: ForgePullRequest,
  { mergeBase, files }: { readonly mergeBase: string; readonly files: readonly ChangedFile[] },
): Promise<ForgeList<string>> {
  if (base.branch !== repository.defaultBranch) return { items: [], complete: true };
  const names = new Set(files.flatMap(namesOf));
  const { paths, complete } = await differingPaths(forge, mergeBase, head.sha);
  return { items: paths.filter((path) => !names.has(path)), complete };
}

/**
 * Who sent the form that a branch is named after, as the head's commit says it; null where it says nothing. Whether the app wrote
 * that commit is for the decision: what has become of the issue since, and of its author's account, is not asked for.
 */
function formAuthorOf({ repository }: PolicyReading, { head }: ForgePullRequest, commits: readonly ForgeCommit[]): Actor | null {
  if (head.repositoryId !== repository.id) return null;
  const pin = readFormPin(commits.find(({ sha }) => sha === head.sha)?.message ?? '');
  return pin === null || head.branch !== formBranch(pin.issue) ? null : { id: pin.author, kind: 'user' };
}

/** The record of pushes to the head's branch; null for a branch of another repository. */
async function pushesOf(forge: ForgeReads, { repository }: PolicyReading, { head }: ForgePullRequest): Promise<ForgeList<Push> | null> {
  return head.repositoryId === repository.id ? forge.pushes(head.branch) : null;
}

const NOTHING = /^0+$/;

/** The push that made the head the head, the latest of them where it has been there more than once. */
function headPush(sha: string, pushes: ForgeList<Push> | null): Push | null {
  return latestOf((pushes?.items ?? []).filter(({ after }) => after === sha));
}

function latestOf(pushes: readonly Push[]): Push | null {
  return pushes.reduce<Push | null>((latest, each) => (latest === null || each.at > latest.at ? each : latest), null);
}

function headOf({ head }: ForgePullRequest, pushes: ForgeList<Push> | null): Head {
  const push = headPush(head.sha, pushes);
  return { ...head, pushedBy: actorOf(push?.actor ?? null), pushers: push === null ? null : pushersOf(push, pushes?.items ?? []) };
}

/** Everybody who has added to what a push made, back to where the branch was made or overwritten; null where that is not known. */
function pushersOf(last: Push, pushes: readonly Push[]): readonly Actor[] | null {
  const people = new Map<number, Actor>();
  let push: Push | null = last;
  for (let step = 0; step <= pushes.length && push !== null; step++) {
    const actor = actorOf(push.actor);
    if (actor === null) return null;
    people.set(actor.id, actor);
    if (push.forced || NOTHING.test(push.before)) return [...people.values()];
    const { before, at }: Push = push;
    push = latestOf(pushes.filter((each) => each.after === before && each.at <= at && each !== push));
  }
  return null;
}

/** Names that GitHub gives to what moves a pull request to another base, or its branch to another commit. */
const BASE_CHANGES: ReadonlySet<string> = new Set(['base_ref_changed', 'automatic_base_change_succeeded', 'base_ref_force_pushed']);
const HEAD_CHANGES: ReadonlySet<string> = new Set(['head_ref_force_pushed', 'head_ref_restored']);
/** Later than everything: what happened at no known time is taken to have happened last. */
const LAST = 253_402_300_799_000_000n;

const PUT_ASIDE: ReadonlySet<string> = new Set(['closed', 'convert_to_draft']);
const BROUGHT_BACK: ReadonlySet<string> = new Set(['reopened', 'ready_for_review']);

function timelineOf(pullRequest: ForgePullRequest, items: readonly ForgeTimelineEvent[], reviews: readonly ForgeReview[]): TimelineEvent[] {
  const { createdAt, author, draft, mergedAt } = pullRequest;
  const first = items.find(({ event }) => event === 'convert_to_draft' || event === 'ready_for_review');
  const isDraftAtFirst = first === undefined ? draft : first.event === 'ready_for_review';
  const opened: TimelineEvent[] = isDraftAtFirst ? [{ kind: 'put_aside', at: createdAt, by: author?.id ?? null }] : [];
  // Merging closes what was open, so the closing of what was merged that nobody has undone is the merge.
  const last = items.findLastIndex(({ event }) => event === 'closed' || event === 'reopened');
  const merged = mergedAt !== null && items[last]?.event === 'closed' ? last : -1;
  const events = items.map((each, index) => timelineEvent(index === merged ? { ...each, event: 'merged' } : each, createdAt));
  return [...opened, ...events, ...items.flatMap((each) => objectionLifted(each, reviews, createdAt))];
}

/**
 * Whoever asked for changes had put it aside, until they, or somebody of their party, lift that: another one's dismissal only takes
 * the review away.
 */
function objectionLifted(
  { event, at, actor, review, dismissed }: ForgeTimelineEvent,
  reviews: readonly ForgeReview[],
  createdAt: Micros,
): TimelineEvent[] {
  if (event !== 'review_dismissed' || dismissed !== 'CHANGES_REQUESTED') return [];
  const by = reviews.find(({ id }) => id === review)?.user?.id ?? null;
  // Whoever has approved since lifted it already.
  if (review !== null && reviews.some(({ id, user, state }) => id > review && user?.id === by && state === 'APPROVED')) return [];
  const when = at ?? createdAt;
  return [
    { kind: 'put_aside', at: when, by },
    { kind: 'brought_back', at: when, by: actor?.id ?? null },
  ];
}

function timelineEvent({ event, at, review, actor }: ForgeTimelineEvent, createdAt: Micros): TimelineEvent {
  if (PUT_ASIDE.has(event)) return { kind: 'put_aside', at: at ?? createdAt, by: actor?.id ?? null };
  if (BROUGHT_BACK.has(event)) return { kind: 'brought_back', at: at ?? createdAt, by: actor?.id ?? null };
  if (BASE_CHANGES.has(event)) return { kind: 'base_changed', at: at ?? LAST };
  if (HEAD_CHANGES.has(event)) return { kind: 'force_pushed', at: at ?? LAST };
  if (event === 'review_dismissed' && review !== null) return { kind: 'review_dismissed', at: at ?? LAST, review };
  return { kind: 'other', at: at ?? createdAt };
}

/** Both names of what the default branch has changed since the pull request left it. */
function bothNames({ items, complete }: ForgeList<ForgeFile>): Listed<string> {
  return { items: items.flatMap(namesOf), complete, count: null };
}
