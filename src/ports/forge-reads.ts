import type { Micros } from '../kernel/calendar.js';
import type {
  Account,
  Comment,
  CommentEdit,
  CommitFiles,
  CommitStatus,
  ForgeCommit,
  ForgeFile,
  ForgeList,
  ForgePullRequest,
  ForgeRepository,
  ForgeReview,
  ForgeTimelineEvent,
  IssueText,
  Push,
} from './forge.js';

/** One repository on a forge, seen with one token. What fails is repeated. Whatever the forge refuses is a `ShellError`. */
export interface ForgeReads {
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

  /** Comments of an issue or a pull request, oldest first. */
  readonly comments: (number: number) => Promise<ForgeList<Comment>>;

  /** Who edited an issue's comments last, of its first hundred: the author of a comment need not have written what it says now. */
  readonly commentEdits: (number: number) => Promise<ForgeList<CommentEdit>>;

  /** An issue's text with who wrote it last, read at one moment; null where there is no such issue. */
  readonly issueText: (number: number) => Promise<IssueText | null>;
}
