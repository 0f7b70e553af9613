/*
 * What the loopback remembers, as plain data: a copy of it (with the refs of the git store) is a copy of the whole GitHub, so a
 * test can go back to it.
 */

export type Role = 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export interface Account {
  readonly id: number;
  login: string;
  readonly kind: 'User' | 'Bot' | 'Organization';
  /** Gone; what it wrote stays behind with nobody's name. */
  deleted: boolean;
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly botId: number;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
}

export interface Repository {
  readonly id: number;
  readonly ownerId: number;
  readonly name: string;
  readonly defaultBranch: string;
  private: boolean;
  /** Settings that calls read and change as they are. */
  settings: Record<string, unknown>;
}

export interface Fork {
  readonly id: number;
  readonly ownerId: number;
  deleted: boolean;
}

export interface Issue {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  readonly authorId: number;
  readonly appId: number | null;
  readonly createdAt: number;
  updatedAt: number;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'reopened' | 'not_planned' | 'duplicate' | null;
  closedAt: number | null;
  closedById: number | null;
  labels: string[];
  assigneeIds: number[];
  locked: boolean;
  /** Changes of the text, oldest first. */
  readonly edits: { readonly editorId: number; readonly at: number }[];
  /** Of a pull request. */
  pull: Pull | null;
}

export interface Pull {
  draft: boolean;
  baseBranch: string;
  /** The base's tip when head or base last changed. */
  baseSha: string;
  headBranch: string;
  /** Null: this repository. */
  headForkId: number | null;
  headSha: string;
  mergedAt: number | null;
  mergedById: number | null;
  mergeCommit: string | null;
  /** What its commits became on the base where they were made anew. */
  rebased: string[];
  requestedReviewerIds: number[];
}

export interface Review {
  readonly id: number;
  readonly number: number;
  readonly userId: number;
  body: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  readonly commit: string | null;
  readonly submittedAt: number | null;
}

export interface Comment {
  readonly id: number;
  readonly number: number;
  readonly userId: number;
  readonly appId: number | null;
  body: string;
  readonly edits: { readonly editorId: number; readonly at: number }[];
  readonly createdAt: number;
  updatedAt: number;
}

/** One line of a timeline; comments and reviews are in their own lists. */
export interface TimelineEntry {
  readonly id: number;
  readonly number: number;
  readonly event: string;
  readonly actorId: number;
  readonly at: number;
  /** What this kind of event tells besides. */
  readonly more: Readonly<Record<string, unknown>>;
}

export interface Status {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creatorId: number;
  readonly at: number;
}

export interface Activity {
  readonly id: number;
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly actorId: number;
  readonly at: number;
  readonly type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge';
}

export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number;
  waitTimer: number;
  reviewers: { readonly type: 'User' | 'Team'; readonly id: number }[];
  preventSelfReview: boolean;
  branchPolicy: { readonly protected_branches: boolean; readonly custom_branch_policies: boolean } | null;
  branchPolicies: { readonly id: number; readonly name: string; readonly type: 'branch' | 'tag' }[];
  variables: Variable[];
  secrets: string[];
}

export interface Variable {
  readonly name: string;
  value: string;
  readonly createdAt: number;
  updatedAt: number;
}

export interface Ruleset {
  readonly id: number;
  /** As it was sent. */
  sent: Record<string, unknown>;
  readonly createdAt: number;
  updatedAt: number;
}

export interface State {
  /** Milliseconds since 1970 of the forge's clock. */
  now: number;
  lastId: number;
  lastNumber: number;
  readonly repository: Repository;
  /** What the owner pays for: the free plan has fewer things for private repositories. */
  plan: 'free' | 'team';
  readonly accounts: Account[];
  readonly roles: Record<number, Role>;
  readonly apps: App[];
  readonly forks: Fork[];
  readonly issues: Issue[];
  readonly reviews: Review[];
  comments: Comment[];
  readonly timeline: TimelineEntry[];
  readonly statuses: Status[];
  readonly activity: Activity[];
  labels: Label[];
  environments: Environment[];
  variables: Variable[];
  readonly secrets: string[];
  rulesets: Ruleset[];
  /** Settings of Actions, by the last part of their path. */
  readonly actions: Record<string, Record<string, unknown>>;
  /** How many questions about a pull request are still answered without its trial merge. */
  computing: number;
  /** Trees are cut off at this many entries, as GitHub does with very large ones. */
  treeLimit: number;
}

/** What GitHub answers when it refuses. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: readonly Readonly<Record<string, unknown>>[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export const NO_COMMIT = '0'.repeat(40);
