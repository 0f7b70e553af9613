import type { RestEndpointMethodTypes } from '@octokit/rest';
import { type Micros, parseInstant } from '../../kernel/calendar.js';
import type {
  Account,
  Comment,
  CommitStatus,
  ForgeCommit,
  ForgeFile,
  ForgePullRequest,
  ForgeRepository,
  ForgeReview,
  ForgeTimelineEvent,
  Push,
  StatusState,
} from '../../ports/forge.js';

/*
 * GitHub's answers as the port has them. What GitHub's description calls optional is null where it is not there; nothing is
 * made up.
 */

type Data<
  Group extends keyof RestEndpointMethodTypes,
  Name extends keyof RestEndpointMethodTypes[Group],
> = RestEndpointMethodTypes[Group][Name] extends { response: { data: infer T } } ? T : never;
type Item<T> = T extends readonly (infer U)[] ? U : never;

interface GithubAccount {
  readonly id: number;
  readonly login: string;
  readonly type: string;
}

/** Null for an account that was deleted, and for an answer that names none (`{}`). */
export function accountOf(account: Partial<GithubAccount> | null | undefined): Account | null {
  if (account?.id === undefined || account.login === undefined) return null;
  const kind = account.type === 'User' ? 'user' : account.type === 'Bot' ? 'bot' : 'other';
  return { id: account.id, login: account.login, kind };
}

/** @throws RangeError where the forge says a time in no form that it uses. */
function timeOf(text: string): Micros {
  const time = parseInstant(text);
  if (time === null) throw new RangeError(`no time: ${text}`);
  return time;
}

function timeOrNull(text: string | null | undefined): Micros | null {
  return text == null ? null : parseInstant(text);
}

/** A repository, of GitHub's answer. */
export function repositoryOf(data: Data<'repos', 'get'>): ForgeRepository {
  return {
    id: data.id,
    ownerId: data.owner.id,
    owner: data.owner.login,
    name: data.name,
    url: data.html_url,
    defaultBranch: data.default_branch,
    private: data.private,
    organisation: data.owner.type === 'Organization',
  };
}

type FullPullRequest = Data<'pulls', 'get'>;
type ListedPullRequest = Item<Data<'pulls', 'list'>>;

/** A pull request, of GitHub's answer: one of a list knows less. */
export function pullRequestOf(data: FullPullRequest | ListedPullRequest): ForgePullRequest {
  const mergedAt = timeOrNull(data.merged_at);
  return {
    number: data.number,
    nodeId: data.node_id,
    state: data.state,
    draft: data.draft ?? false,
    mergedAt,
    // Of an open one this names a trial merge that is part of no branch.
    mergeCommit: mergedAt === null ? null : data.merge_commit_sha,
    createdAt: timeOf(data.created_at),
    title: data.title,
    body: data.body ?? '',
    url: data.html_url,
    author: accountOf(data.user),
    labels: data.labels.map(({ name }) => name),
    base: { branch: data.base.ref, sha: data.base.sha, repositoryId: data.base.repo.id },
    // A fork that was deleted leaves null, whatever the description says.
    head: { branch: data.head.ref, sha: data.head.sha, repositoryId: repositoryIdOf(data.head.repo) },
    trial: 'mergeable' in data && data.mergeable !== null ? { mergeable: data.mergeable, commit: data.merge_commit_sha } : null,
    changedFiles: 'changed_files' in data ? data.changed_files : null,
    commits: 'commits' in data ? data.commits : null,
  };
}

function repositoryIdOf(repository: { readonly id: number } | null): number | null {
  return repository?.id ?? null;
}

/** A file of a pull request, of GitHub's answer. */
export function fileOf(data: Item<Data<'pulls', 'listFiles'>>): ForgeFile {
  return { path: data.filename, previousPath: data.previous_filename ?? null, status: data.status, sha: data.sha };
}

/** A commit, of GitHub's answer. */
export function commitOf(data: Item<Data<'repos', 'listCommits'>>): ForgeCommit {
  return {
    sha: data.sha,
    parents: data.parents.map(({ sha }) => sha),
    message: data.commit.message,
    author: accountOf(data.author),
    committer: accountOf(data.committer),
    committedAt: timeOrNull(data.commit.committer?.date),
  };
}

/** A review, of GitHub's answer. */
export function reviewOf(data: Item<Data<'pulls', 'listReviews'>>): ForgeReview {
  return {
    id: data.id,
    user: accountOf(data.user),
    state: data.state,
    commit: data.commit_id,
    submittedAt: timeOrNull(data.submitted_at),
  };
}

/** Events of a timeline have some forty shapes; these are the fields that some of them have. */
interface AnyEvent {
  readonly event?: string;
  readonly created_at?: string | null;
  readonly actor?: Partial<GithubAccount> | null;
  readonly dismissed_review?: { readonly review_id: number; readonly state: string };
}

/** An entry of a pull request's timeline, of GitHub's answer. */
export function timelineEventOf(data: AnyEvent): ForgeTimelineEvent {
  return {
    event: data.event ?? '',
    at: timeOrNull(data.created_at),
    actor: accountOf(data.actor),
    review: data.dismissed_review?.review_id ?? null,
    ...(data.dismissed_review === undefined ? {} : { dismissed: data.dismissed_review.state.toUpperCase() }),
  };
}

/** A push, of the repository's activity. */
export function pushOf(data: Item<Data<'repos', 'listActivities'>>): Push {
  return {
    branch: data.ref.replace(/^refs\/heads\//, ''),
    before: data.before,
    after: data.after,
    actor: accountOf(data.actor),
    at: timeOf(data.timestamp),
    forced: data.activity_type === 'force_push',
  };
}

/** A comment, of GitHub's answer. */
export function commentOf(data: Item<Data<'issues', 'listComments'>>): Comment {
  return {
    id: data.id,
    author: accountOf(data.user),
    body: data.body ?? '',
    createdAt: timeOf(data.created_at),
    updatedAt: timeOf(data.updated_at),
  };
}

const STATES: readonly StatusState[] = ['pending', 'success', 'failure', 'error'];

/** A commit status, of GitHub's answer. */
export function statusOf(data: Item<Data<'repos', 'listCommitStatusesForRef'>>): CommitStatus {
  return {
    context: data.context,
    // A state that nobody knows is no success.
    state: STATES.find((state) => state === data.state) ?? 'error',
    description: data.description ?? '',
    creator: accountOf(data.creator),
    createdAt: timeOf(data.created_at),
  };
}
