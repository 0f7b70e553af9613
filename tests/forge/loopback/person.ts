import { spawnSync } from 'node:child_process';
import {
  addLabels,
  comment,
  dismiss,
  editComment,
  editPull,
  editText,
  mergePull,
  type NewPull,
  openIssue,
  openPull,
  type ReviewEvent,
  review,
  setDraft,
} from './discussion.js';
import type { Signature, TreeEdit } from './git-objects.js';
import { requirePushAllowed } from './rules.js';
import type { Actor, World } from './world.js';

/** A file as it shall be: its text, null where it goes, or any entry of a tree (a symlink has mode 120000). */
export type FileChange = string | null | { readonly mode: string; readonly text: string };
export type Changes = Readonly<Record<string, FileChange>>;

export interface PushOptions {
  readonly message?: string;
  /** Where a new branch starts, or where a forced push begins again: a branch or a commit. By default the branch itself, else the default branch. */
  readonly from?: string;
  /** Whether what the branch had may be lost. */
  readonly force?: boolean;
  /** Whoever the commit says wrote it; anybody can write anything there. */
  readonly author?: Partial<Signature>;
}

/** What somebody does on GitHub's pages and with git, without the API's rules of shape. Everything is done as them. */
export class Person {
  constructor(
    private readonly world: World,
    private readonly actor: Actor,
  ) {}

  get id(): number {
    return this.actor.account.id;
  }

  get login(): string {
    return this.actor.account.login;
  }

  /** Commits and pushes changes to a branch, which is made where it is not there. @returns the new head */
  push(branch: string, changes: Changes, options: PushOptions = {}): string {
    return this.pushTo(branch, null, changes, options);
  }

  /** Pushes to a branch of one's own fork, which is made where it is not there. */
  pushFork(branch: string, changes: Changes, options: PushOptions = {}): string {
    const { state } = this.world;
    const own = state.forks.find(({ ownerId, deleted }) => ownerId === this.id && !deleted);
    const fork = own ?? { id: this.world.nextId(), ownerId: this.id, deleted: false };
    if (own === undefined) state.forks.push(fork);
    return this.pushTo(branch, fork.id, changes, options);
  }

  deleteFork(): void {
    for (const fork of this.world.state.forks) if (fork.ownerId === this.id) fork.deleted = true;
  }

  private pushTo(branch: string, forkId: number | null, changes: Changes, options: PushOptions): string {
    const { world } = this;
    world.tick();
    const ref = world.branchRef(branch, forkId);
    const before = world.git.ref(ref);
    const start = options.from ?? (before === null ? world.state.repository.defaultBranch : null);
    const named = start === null ? before : (world.branchTip(start) ?? start);
    // the very first commit of all has nothing to start from
    const parent = named === null || world.git.typeOf(named) === null ? null : named;
    if (before !== null && parent !== null && options.force !== true && !world.git.isAncestor(before, parent)) {
      throw new Error(`${branch}: a push that loses commits needs force`);
    }
    const author = { ...world.signature(this.actor.account), ...options.author };
    const message = options.message ?? `Change ${Object.keys(changes).join(', ') || 'nothing'}`;
    const edits = Object.entries(changes).map(([path, change]) => this.edit(path, change));
    const commit = world.commitOn(parent, edits, message, author);
    requirePushAllowed(world, this.actor, ref, before, commit);
    world.moveRef(ref, commit, this.actor);
    return commit;
  }

  /**
   * Pushes a commit whose tree has one more entry of any name in a folder, made by hand: GitHub, as git, warns of such names in a
   * push and takes it.
   */
  pushEntry(branch: string, folder: string, name: string, change: FileChange | { readonly tree: string }): string {
    const { world } = this;
    world.tick();
    const { git } = world;
    const tip = world.branchTip(world.state.repository.defaultBranch) ?? '';
    const { sha } = typeof change === 'object' && change !== null && 'tree' in change ? { sha: change.tree } : this.edit(name, change);
    const mode = typeof change === 'object' && change !== null && 'tree' in change ? '040000' : '100644';
    const withEntry = (tree: string, parts: readonly string[]): string => {
      const items = git.tree(tree, false).map((item) => ({ path: item.path, mode: item.mode, sha: item.sha }));
      const [first, ...rest] = parts;
      if (first === undefined) return git.writeTree([...items, { path: name, mode, sha: sha ?? '' }]);
      return git.writeTree(items.map((item) => (item.path === first ? { ...item, sha: withEntry(item.sha, rest) } : item)));
    };
    const tree = withEntry(git.commit(tip).tree, folder === '' ? [] : folder.split('/'));
    const who = world.signature(this.actor.account);
    const commit = git.writeCommit(tree, [tip], `Add ${JSON.stringify(name)}`, who, who);
    world.moveRef(world.branchRef(branch, null), commit, this.actor);
    return commit;
  }

  private edit(path: string, change: FileChange): TreeEdit {
    if (change === null) return { path, mode: '0', sha: null };
    const { mode, text } = typeof change === 'string' ? { mode: '100644', text: change } : change;
    // a submodule is a commit of another repository, whose id is its text
    return { path, mode, sha: mode === '160000' ? text : this.world.git.writeBlob(Buffer.from(text)) };
  }

  /** Moves a branch to a commit that is there already, forwards or not. */
  moveBranch(branch: string, commit: string): void {
    this.world.tick();
    const ref = `refs/heads/${branch}`;
    requirePushAllowed(this.world, this.actor, ref, this.world.git.ref(ref), commit);
    this.world.moveRef(ref, commit, this.actor);
  }

  deleteBranch(branch: string): void {
    this.world.tick();
    const ref = `refs/heads/${branch}`;
    requirePushAllowed(this.world, this.actor, ref, this.world.git.ref(ref), null);
    this.world.moveRef(ref, null, this.actor);
  }

  /** Merges the base into a pull request's branch, as the button does. @returns the new head */
  updateBranch(number: number): string {
    const { world } = this;
    world.tick();
    const { pull } = world.pull(number);
    const base = world.baseTip(world.pull(number));
    const tree = world.git.mergeTree(pull.headSha, base);
    if (tree === null) throw new Error(`#${number} conflicts with ${pull.baseBranch}`);
    const message = `Merge branch '${pull.baseBranch}' into ${pull.headBranch}`;
    const commit = world.git.writeCommit(tree, [pull.headSha, base], message, world.signature(this.actor.account), {
      name: 'GitHub',
      email: 'noreply@github.com',
      at: world.now,
    });
    world.moveRef(world.branchRef(pull.headBranch, pull.headForkId), commit, this.actor);
    return commit;
  }

  /** Runs git in a folder as this person; branches of the repository that it moved are recorded as their push. */
  git(folder: string, ...args: string[]): string {
    const { world } = this;
    world.tick();
    const before = world.git.readRefs();
    const { name, email } = world.signature(this.actor.account);
    const date = new Date(world.now).toISOString();
    const who = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
    const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, ...who };
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    const after = world.git.readRefs();
    for (const ref of new Set([...before.keys(), ...after.keys()])) {
      const [old, young] = [before.get(ref) ?? null, after.get(ref) ?? null];
      if (old !== young && ref.startsWith('refs/heads/')) world.moved(ref, old, young, this.actor);
    }
    return stdout;
  }

  /** @returns its number */
  openPullRequest(wanted: { readonly head: string; readonly title?: string } & Partial<Omit<NewPull, 'head' | 'title'>>): number {
    this.world.tick();
    const { head, title = 'A change', body = null, draft = false, base = this.world.state.repository.defaultBranch } = wanted;
    return openPull(this.world, this.actor, { head, title, body, draft, base }).number;
  }

  editPullRequest(number: number, change: { readonly title?: string; readonly body?: string; readonly base?: string }): void {
    this.world.tick();
    editPull(this.world, this.actor, this.world.pull(number), change);
  }

  closePullRequest(number: number): void {
    this.world.tick();
    editPull(this.world, this.actor, this.world.pull(number), { state: 'closed' });
  }

  reopenPullRequest(number: number): void {
    this.world.tick();
    editPull(this.world, this.actor, this.world.pull(number), { state: 'open' });
  }

  markReady(number: number): void {
    this.world.tick();
    setDraft(this.world, this.actor, this.world.pull(number), false);
  }

  convertToDraft(number: number): void {
    this.world.tick();
    setDraft(this.world, this.actor, this.world.pull(number), true);
  }

  /** Reviews the head, or the commit that is named. @returns the review's id */
  review(number: number, event: ReviewEvent, commit?: string, body = ''): number {
    this.world.tick();
    return review(this.world, this.actor, number, event, body, commit).id;
  }

  approve(number: number, commit?: string): number {
    return this.review(number, 'APPROVE', commit);
  }

  requestChanges(number: number, commit?: string): number {
    return this.review(number, 'REQUEST_CHANGES', commit);
  }

  dismiss(number: number, reviewId: number, message = 'Dismissed.'): void {
    this.world.tick();
    dismiss(this.world, this.actor, number, reviewId, message);
  }

  /** @returns the merge's commit */
  mergePullRequest(number: number, method: 'merge' | 'squash' | 'rebase' = 'merge'): string {
    this.world.tick();
    return mergePull(this.world, this.actor, number, { method });
  }

  /** @returns its id */
  comment(number: number, body: string): number {
    this.world.tick();
    return comment(this.world, this.actor, number, body).id;
  }

  /** Anybody who can write may edit anybody's comment. */
  editComment(id: number, body: string): void {
    this.world.tick();
    const found = this.world.state.comments.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no comment ${id}`);
    editComment(this.world, this.actor, found, body);
  }

  /** @returns its number */
  openIssue(title: string, body: string, labels: readonly string[] = []): number {
    this.world.tick();
    return openIssue(this.world, this.actor, title, body, labels).number;
  }

  editIssue(number: number, change: { readonly title?: string; readonly body?: string }): void {
    this.world.tick();
    editText(this.world, this.actor, this.world.issue(number), change);
  }

  closeIssue(number: number): void {
    this.world.tick();
    this.world.closeIssue(this.world.issue(number), this.actor.account, 'completed');
  }

  reopenIssue(number: number): void {
    this.world.tick();
    this.world.reopenIssue(this.world.issue(number), this.actor.account);
  }

  label(number: number, ...names: string[]): void {
    this.world.tick();
    addLabels(this.world, this.actor, this.world.issue(number), names);
  }

  /** Locks the thread of an issue or a pull request. */
  lock(number: number): void {
    this.world.tick();
    this.world.issue(number).locked = true;
    this.world.note(number, 'locked', this.actor.account);
  }

  deleteComment(id: number): void {
    this.world.tick();
    this.world.state.comments = this.world.state.comments.filter((one) => one.id !== id);
  }

  /** A commit with parents of anybody's choice and the tree of one of them, or of a merge; what `ours` and crossing merges make. */
  pushMerge(branch: string, parents: readonly string[], tree: 'merged' | string): string {
    const { world } = this;
    world.tick();
    const [ours = '', theirs = ''] = parents;
    const made = tree === 'merged' ? world.git.mergeTree(ours, theirs) : world.git.commit(tree).tree;
    if (made === null) throw new Error(`${ours} and ${theirs} conflict`);
    const commit = world.git.writeCommit(made, parents, 'Merge', world.signature(this.actor.account), world.signature(this.actor.account));
    const ref = `refs/heads/${branch}`;
    requirePushAllowed(world, this.actor, ref, world.git.ref(ref), commit);
    world.moveRef(ref, commit, this.actor);
    return commit;
  }

  /** Posts a status, as whoever may write can. */
  setStatus(sha: string, context: string, state: 'pending' | 'success' | 'failure' | 'error', description = ''): void {
    const { world } = this;
    world.tick();
    world.state.statuses.push({ id: world.nextId(), sha, context, state, description, targetUrl: null, creatorId: this.id, at: world.now });
  }
}
