import type { FileDiff } from './git-diff.js';
import type { Signature, TreeEdit } from './git-objects.js';
import { GitError, type GitStore, type StoredCommit } from './git-store.js';
import { type Account, type Activity, ApiError, type Issue, NO_COMMIT, type Pull, type Role, type State } from './model.js';
import { rulesOf } from './rules.js';

/** Whether a rule of the branch dismisses approvals that were given before a push; who may pass it by changes nothing of that. */
function dismissesStale(world: World, branch: string): boolean {
  return rulesOf(world, branch, null).some(
    ({ rule }) => rule.type === 'pull_request' && rule.parameters?.dismiss_stale_reviews_on_push === true,
  );
}

/** An issue that is a pull request. */
export type PullRequest = Issue & { pull: Pull };

/** Who does something: an account, and the app through which it acts. */
export interface Actor {
  readonly account: Account;
  readonly appId: number | null;
}

const RANK: readonly Role[] = ['read', 'triage', 'write', 'maintain', 'admin'];
export const GHOST = { id: 10137, login: 'ghost' } as const;
export const WEB_FLOW = { id: 19864447, login: 'web-flow' } as const;

/** What the loopback knows and the few things that happen to all of it: accounts, time, refs and the record of pushes. */
export class World {
  constructor(
    readonly git: GitStore,
    public state: State,
    /** Where the API is, for the addresses in answers. */
    public url: string,
  ) {}

  nextId(): number {
    this.state.lastId += 1;
    return this.state.lastId;
  }

  /** GitHub's times have whole seconds. */
  get now(): number {
    return Math.floor(this.state.now / 1000) * 1000;
  }

  /** Whatever changes something takes a second, so that times tell an order. */
  tick(): void {
    this.state.now += 1000;
  }

  account(id: number): Account | null {
    return this.state.accounts.find((account) => account.id === id && !account.deleted) ?? null;
  }

  byLogin(login: string): Account | null {
    return this.state.accounts.find((account) => !account.deleted && account.login.toLowerCase() === login.toLowerCase()) ?? null;
  }

  /** Git knows e-mail addresses only; GitHub finds an account by them, whoever wrote them. */
  byEmail(email: string): Account | null {
    if (email === 'noreply@github.com') return this.account(WEB_FLOW.id);
    const id = /^(\d+)\+[^@]+@users\.noreply\.github\.com$/.exec(email)?.[1];
    return id === undefined ? null : this.account(Number(id));
  }

  signature(account: Account): Signature {
    return { name: account.login, email: `${account.id}+${account.login}@users.noreply.github.com`, at: this.now };
  }

  roleOf(account: Account): Role | null {
    if (account.id === this.state.repository.ownerId) return 'admin';
    return this.state.roles[account.id] ?? (this.state.repository.private ? null : 'read');
  }

  hasRole(account: Account, wanted: Role): boolean {
    const role = this.roleOf(account);
    return role !== null && RANK.indexOf(role) >= RANK.indexOf(wanted);
  }

  /** Private repositories have no drafts on the free plan. */
  get hasDrafts(): boolean {
    return !this.state.repository.private || this.state.plan !== 'free';
  }

  branchRef(branch: string, forkId: number | null): string {
    return forkId === null ? `refs/heads/${branch}` : `refs/forks/${forkId}/${branch}`;
  }

  branchTip(branch: string, forkId: number | null = null): string | null {
    return this.git.ref(this.branchRef(branch, forkId));
  }

  get defaultTip(): string {
    const tip = this.branchTip(this.state.repository.defaultBranch);
    if (tip === null) throw new Error('the default branch has no commit');
    return tip;
  }

  pulls(): PullRequest[] {
    return this.state.issues.filter((issue): issue is PullRequest => issue.pull !== null);
  }

  issue(number: number): Issue {
    const issue = this.state.issues.find((one) => one.number === number);
    if (issue === undefined) throw new ApiError(404, 'Not Found');
    return issue;
  }

  pull(number: number): PullRequest {
    const found = this.pulls().find((one) => one.number === number);
    if (found === undefined) throw new ApiError(404, 'Not Found');
    return found;
  }

  note(number: number, event: string, actor: Account, more: Readonly<Record<string, unknown>> = {}): void {
    this.state.timeline.push({ id: this.nextId(), number, event, actorId: actor.id, at: this.now, more });
  }

  /** The tip that a pull request is compared with. */
  baseTip({ pull }: PullRequest): string {
    if (pull.mergedAt !== null) return pull.baseSha;
    return this.branchTip(pull.baseBranch) ?? pull.baseSha;
  }

  pullCommits(pr: PullRequest): StoredCommit[] {
    const base = this.baseTip(pr);
    return this.git.revisionsBetween(pr.pull.headSha, [base]).map((sha) => this.git.commit(sha));
  }

  pullFiles(pr: PullRequest): readonly FileDiff[] {
    const base = this.git.mergeBase(this.baseTip(pr), pr.pull.headSha);
    return this.git.diff(base, pr.pull.headSha);
  }

  /** Writes a commit on a parent; the author's name and address are whatever the writer says. */
  commitOn(parent: string | null, edits: readonly TreeEdit[], message: string, author: Signature, committer = author): string {
    const base = parent === null ? null : this.git.commit(parent).tree;
    return this.git.writeCommit(this.git.editTree(base, edits), parent === null ? [] : [parent], message, author, committer);
  }

  /**
   * Moves, makes or removes (`after` null) a ref and everything that follows: the record of pushes, pull requests from and to the
   * branch, what is merged by being there.
   */
  moveRef(ref: string, after: string | null, actor: Actor, type?: Activity['type']): void {
    const before = this.git.ref(ref);
    if (before === after) return;
    try {
      this.git.setRef(ref, after);
    } catch (error) {
      // a branch cannot be below another one's name
      if (error instanceof GitError) throw new ApiError(422, 'Reference update failed');
      throw error;
    }
    this.moved(ref, before, after, actor, type);
  }

  /** What follows from a ref that has been moved already. */
  moved(ref: string, before: string | null, after: string | null, actor: Actor, type?: Activity['type']): void {
    const forced = before !== null && after !== null && !this.git.isAncestor(before, after);
    const kind = type ?? (before === null ? 'branch_creation' : after === null ? 'branch_deletion' : forced ? 'force_push' : 'push');
    const fork = /^refs\/forks\/(\d+)\/(.+)$/.exec(ref);
    const forkId = fork === null ? null : Number(fork[1]);
    const branch = fork?.[2] ?? ref.replace(/^refs\/heads\//, '');
    if (forkId === null && ref.startsWith('refs/heads/')) {
      this.state.activity.push({
        id: this.nextId(),
        ref,
        before: before ?? NO_COMMIT,
        after: after ?? NO_COMMIT,
        actorId: actor.account.id,
        at: this.now,
        type: kind,
      });
    }
    for (const pr of this.pulls()) {
      if (pr.state !== 'open') continue;
      if (pr.pull.headBranch === branch && pr.pull.headForkId === forkId) this.headMoved(pr, before, after, forced, actor);
      if (forkId === null && pr.pull.baseBranch === branch && pr.state === 'open') this.baseMoved(pr, after, actor);
    }
  }

  private headMoved(pr: PullRequest, before: string | null, after: string | null, forced: boolean, { account }: Actor): void {
    pr.updatedAt = this.now;
    if (after === null) {
      this.note(pr.number, 'head_ref_deleted', account);
      this.closeIssue(pr, account);
      return;
    }
    if (forced) this.note(pr.number, 'head_ref_force_pushed', account, { before, after });
    pr.pull.headSha = after;
    if (dismissesStale(this, pr.pull.baseBranch)) this.dismissApprovals(pr, account);
    const base = this.branchTip(pr.pull.baseBranch);
    if (base !== null) pr.pull.baseSha = base;
    this.git.setRef(`refs/pull/${pr.number}/head`, after);
    this.noteCommits(pr, before);
  }

  /** Where a rule says so, whoever pushes dismisses what was approved before. */
  private dismissApprovals({ number }: PullRequest, account: Account): void {
    for (const review of this.state.reviews) {
      if (review.number !== number || review.state !== 'APPROVED') continue;
      review.state = 'DISMISSED';
      this.note(number, 'review_dismissed', account, { state: 'approved', review_id: review.id, dismissal_message: null });
    }
  }

  /** Commits that came with a push, in the timeline. */
  noteCommits(pr: PullRequest, before: string | null): void {
    const shas = this.git.revisionsBetween(pr.pull.headSha, [pr.pull.baseSha, ...(before === null ? [] : [before])]);
    for (const sha of shas) {
      this.state.timeline.push({ id: this.nextId(), number: pr.number, event: 'committed', actorId: 0, at: this.now, more: { sha } });
    }
  }

  private baseMoved(pr: PullRequest, after: string | null, actor: Actor): void {
    if (after === null) this.closeIssue(pr, actor.account);
    // a head that the base contains is merged, however it came there
    else if (this.git.isAncestor(pr.pull.headSha, after)) this.markMerged(pr, pr.pull.headSha, actor.account);
  }

  markMerged(pr: PullRequest, commit: string, account: Account): void {
    Object.assign(pr.pull, { mergedAt: this.now, mergedById: account.id, mergeCommit: commit });
    this.note(pr.number, 'merged', account, { commit_id: commit });
    this.closeIssue(pr, account);
  }

  closeIssue(issue: Issue, account: Account, reason: Issue['stateReason'] = null): void {
    Object.assign(issue, { state: 'closed', stateReason: reason, closedAt: this.now, closedById: account.id, updatedAt: this.now });
    this.note(issue.number, 'closed', account);
  }

  reopenIssue(issue: Issue, account: Account): void {
    const reason = issue.pull === null ? 'reopened' : null;
    Object.assign(issue, { state: 'open', stateReason: reason, closedAt: null, closedById: null, updatedAt: this.now });
    this.note(issue.number, 'reopened', account);
  }
}
