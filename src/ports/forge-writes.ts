import type { Comment, ForgePullRequest, NewPullRequest, StatusState, TreeChange } from './forge.js';
import type { ForgeReads } from './forge-reads.js';

/** What changes a repository's content and its conversations. A creation is never repeated. */
export interface ForgeWrites {
  readonly setStatus: (
    commit: string,
    status: { context: string; state: StatusState; description: string; url: string | null },
  ) => Promise<void>;
  readonly createComment: (number: number, body: string) => Promise<Comment>;
  readonly updateComment: (id: number, body: string) => Promise<void>;
  /** Deleting what is gone already is no failure. */
  readonly deleteComment: (id: number) => Promise<void>;
  readonly addLabels: (number: number, labels: readonly string[]) => Promise<void>;
  /**
   * Writes blobs, a tree and a commit; no branch points to it yet. The same changes on the same parent may be written twice.
   * @param merged a second parent, of whose files nothing is taken over: the commit follows it without being built on it.
   */
  readonly createCommit: (parent: string, changes: readonly TreeChange[], message: string, merged?: string) => Promise<string>;
  /** False where there is such a branch already. */
  readonly createBranch: (branch: string, commit: string) => Promise<boolean>;
  /** Moves a branch forward only; false where it is elsewhere by now. */
  readonly moveBranch: (branch: string, commit: string) => Promise<boolean>;
  readonly deleteBranch: (branch: string) => Promise<void>;
  /** The new one; null where the forge says that there is one already. */
  readonly openPullRequest: (wanted: NewPullRequest) => Promise<ForgePullRequest | null>;
  readonly editPullRequest: (
    number: number,
    change: { title?: string; body?: string; base?: string; state?: 'open' | 'closed' },
  ) => Promise<void>;
  readonly markReady: (pullRequest: ForgePullRequest) => Promise<void>;
  /** Takes the effect of a review away, with a word why. */
  readonly dismissReview: (number: number, review: number, message: string) => Promise<void>;
  /** Merges only while the head is this commit; the reason where the forge refuses. */
  readonly merge: (
    number: number,
    head: string,
    title: string,
  ) => Promise<{ readonly merged: true; readonly commit: string } | { readonly merged: false; readonly reason: string }>;
}

/** Whoever writes looks first. */
export interface Forge extends ForgeReads, ForgeWrites {}
