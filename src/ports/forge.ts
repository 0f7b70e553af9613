import type { Micros } from '../kernel/calendar.js';
import type { ReadableFiles } from './files.js';

/*
 * What a forge that holds a repository (GitHub) has, as types only: who reads it takes ForgeReads, who writes Forge, whoever sets a
 * repository up its settings as well. Lists say whether they were read to their end;
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
  /** Its page, for people; without a slash at its end. */
  readonly url: string;
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

/** A comment and who edited it last, as far as the forge says: null where nobody has; an editor whose account is gone is null. */
export interface CommentEdit {
  readonly id: number;
  readonly edited: { readonly by: Account | null } | null;
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
