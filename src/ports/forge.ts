import type { Micros } from '../kernel/calendar.js';
import type { ReadableFiles } from './files.js';

/*
 * What Concord asks of the forge that holds a repository (GitHub), as types only. Lists say whether they were read to their end;
 * texts of issues and pull requests are untrusted; times are the forge's own. Whatever the forge refuses is a `ShellError`.
 */

/** An account as the forge names it. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly kind: 'user' | 'bot' | 'other';
}

export interface ForgeRepository {
  readonly id: number;
  readonly ownerId: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly private: boolean;
  /** Whether the owner is an organisation; rules for users' private repositories differ. */
  readonly organisation: boolean;
}

/** A list with what the forge says of its length. */
export interface ForgeList<T> {
  readonly items: readonly T[];
  /** Whether every page was read. */
  readonly complete: boolean;
}

export interface TreeEntry {
  readonly path: string;
  /** Git's file mode: `100644`, `100755`, `120000`, `160000`. */
  readonly mode: string;
  readonly sha: string;
}

/** The files of one commit; nothing of it is checked out. */
export interface CommitFiles extends ReadableFiles {
  readonly commit: string;
  /** Every file, folders left out. */
  entries(): Promise<ForgeList<TreeEntry>>;
}

export interface ForgePullRequest {
  readonly number: number;
  /** The forge's global id, for what only its other interface can do. */
  readonly nodeId: string;
  readonly state: string;
  readonly draft: boolean;
  readonly mergedAt: Micros | null;
  readonly mergeCommit: string | null;
  readonly createdAt: Micros;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly author: Account | null;
  readonly labels: readonly string[];
  readonly base: { readonly branch: string; readonly sha: string; readonly repositoryId: number };
  readonly head: { readonly branch: string; readonly sha: string; readonly repositoryId: number | null };
  /** The forge's trial merge, and whether it merges at all; null where that is not computed, and in answers that do not say. */
  readonly trial: { readonly mergeable: boolean; readonly commit: string | null } | null;
  /** As the forge counts them; null in answers that do not say. */
  readonly changedFiles: number | null;
  readonly commits: number | null;
}

export interface ForgeFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: string;
  /** The blob at the head. */
  readonly sha: string | null;
}

export interface ForgeCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** Accounts that the forge has found for the e-mail addresses in the commit: a hint, never a proof. */
  readonly author: Account | null;
  readonly committer: Account | null;
  readonly committedAt: Micros | null;
}

export interface ForgeReview {
  readonly id: number;
  readonly user: Account | null;
  readonly state: string;
  readonly commit: string | null;
  readonly submittedAt: Micros | null;
}

export interface ForgeTimelineEvent {
  /** As the forge names it: `base_ref_changed`, `head_ref_force_pushed`, `review_dismissed`, `ready_for_review`, `closed` … */
  readonly event: string;
  readonly at: Micros | null;
  readonly actor: Account | null;
  /** Of `review_dismissed`: the review. */
  readonly review: number | null;
  /** Of `review_dismissed`: what the review said before, as reviews have it (`APPROVED` …). */
  readonly dismissed?: string;
}

/** One push to a branch, by the forge's own record: who did it and when, whatever the commits say. */
export interface Push {
  readonly branch: string;
  readonly before: string;
  readonly after: string;
  readonly actor: Account | null;
  readonly at: Micros;
  /** Whether what was there before need not be part of what is there after. */
  readonly forced: boolean;
}

export interface Comment {
  readonly id: number;
  readonly author: Account | null;
  readonly body: string;
  readonly createdAt: Micros;
  readonly updatedAt: Micros;
}

export type StatusState = 'pending' | 'success' | 'failure' | 'error';

export interface CommitStatus {
  readonly context: string;
  readonly state: StatusState;
  readonly description: string;
  readonly creator: Account | null;
  readonly createdAt: Micros;
}

/** The text of an issue and its edit history, as far as it says whose words these are. */
export interface IssueText {
  readonly body: string;
  readonly author: Account | null;
  /** Null where the text was never edited; an editor whose account is gone is null. */
  readonly edited: { readonly by: Account | null } | null;
}

export interface ForgeIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: Account | null;
  readonly labels: readonly string[];
  readonly state: string;
  readonly createdAt: Micros;
}

/** What a new commit changes: a text, or null for a file that goes. */
export type TreeChange = { readonly path: string; readonly text: string | null };

export interface NewPullRequest {
  readonly title: string;
  readonly body: string;
  readonly branch: string;
  readonly base: string;
  /** Where the repository has no drafts, it is opened as any other. */
  readonly draft: boolean;
}

/** A request to the forge's interface as it stands in its own documentation, for settings that nothing else needs. */
export interface ForgeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the repository, for example `/rulesets`; empty: the repository itself. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** One repository on a forge, seen with one token. Reads are repeated when they fail; a creation never is. */
export interface Forge {
  readonly repository: () => Promise<ForgeRepository>;
  /** Whose token this is: the account that its comments and statuses carry. Null where the forge does not say and nobody told. */
  readonly self: () => Promise<Account | null>;
  /** The forge's clock, as of its latest answer. */
  readonly now: () => Promise<Micros>;

  /** The commit at the tip of a branch; null where there is no such branch. */
  readonly tip: (branch: string) => Promise<string | null>;
  readonly filesAt: (commit: string) => Promise<CommitFiles>;
  /** Files that differ between two commits, by the merge base as the forge compares them, both names of a rename. */
  readonly compare: (base: string, head: string) => Promise<{ readonly mergeBase: string; readonly files: ForgeList<ForgeFile> }>;
  readonly commit: (sha: string) => Promise<ForgeCommit | null>;
  /** Commits reachable from a commit that touch a path, newest first. */
  readonly history: (from: string, path: string) => Promise<ForgeList<ForgeCommit>>;
  readonly pushes: (branch: string) => Promise<ForgeList<Push>>;

  readonly pullRequest: (number: number) => Promise<ForgePullRequest | null>;
  /** By state, and by branch of this repository where one is named; newest first. */
  readonly pullRequests: (state: 'open' | 'closed' | 'all', branch?: string) => Promise<ForgeList<ForgePullRequest>>;
  /** Pull requests that a commit came with. */
  readonly pullRequestsOf: (commit: string) => Promise<ForgeList<ForgePullRequest>>;
  readonly files: (pullRequest: number) => Promise<ForgeList<ForgeFile>>;
  readonly commits: (pullRequest: number) => Promise<ForgeList<ForgeCommit>>;
  readonly reviews: (pullRequest: number) => Promise<ForgeList<ForgeReview>>;
  /**
   * The commit that the forge's trial merge of exactly this head into exactly this tip made; `conflict` where they do not merge,
   * null where the forge has not computed it.
   */
  readonly trialMerge: (pullRequest: ForgePullRequest, tip: string, head: string) => Promise<string | 'conflict' | null>;
  readonly timeline: (pullRequest: number) => Promise<ForgeList<ForgeTimelineEvent>>;

  readonly statuses: (commit: string) => Promise<ForgeList<CommitStatus>>;
  readonly setStatus: (
    commit: string,
    status: { context: string; state: StatusState; description: string; url: string | null },
  ) => Promise<void>;

  /** Comments of an issue or a pull request, oldest first. */
  readonly comments: (number: number) => Promise<ForgeList<Comment>>;
  readonly createComment: (number: number, body: string) => Promise<Comment>;
  readonly updateComment: (id: number, body: string) => Promise<void>;
  /** Deleting what is gone already is no failure. */
  readonly deleteComment: (id: number) => Promise<void>;

  readonly issue: (number: number) => Promise<ForgeIssue | null>;
  /** An issue's text with who wrote it last, read at one moment; null where there is no such issue. */
  readonly issueText: (number: number) => Promise<IssueText | null>;
  readonly issues: (state: 'open' | 'closed' | 'all', label?: string) => Promise<ForgeList<ForgeIssue>>;
  readonly createIssue: (title: string, body: string, labels: readonly string[]) => Promise<ForgeIssue>;
  readonly closeIssue: (number: number) => Promise<void>;
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

  /** Settings of the repository: the answer's body, or null where there is none (404). */
  readonly settings: (request: ForgeRequest) => Promise<unknown>;
}
