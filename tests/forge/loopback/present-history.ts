import { labelOf } from './discussion.js';
import type { FileDiff } from './git-diff.js';
import type { StoredCommit } from './git-store.js';
import type { Activity, TimelineEntry } from './model.js';
import { nodeId, type Present, type Shape, time, timeOrNull } from './present.js';
import { presentRepository } from './present-repository.js';
import type { Actor, PullRequest } from './world.js';

/* Commits, diffs, pull requests and their timelines in the shapes of GitHub's answers. */

const unverified = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

export function presentGitCommit(present: Present, commit: StoredCommit): Shape {
  const { sha, tree, message } = commit;
  const person = ({ name, email, at }: StoredCommit['author']) => ({ name, email, date: time(at) });
  return {
    sha,
    node_id: nodeId('C', sha),
    url: present.api(`/git/commits/${sha}`),
    html_url: present.html(`/commit/${sha}`),
    author: person(commit.author),
    committer: person(commit.committer),
    tree: { sha: tree, url: present.api(`/git/trees/${tree}`) },
    message,
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: present.api(`/git/commits/${parent}`),
      html_url: present.html(`/commit/${parent}`),
    })),
    verification: unverified,
  };
}

export function presentCommit(present: Present, commit: StoredCommit, files?: readonly FileDiff[]): Shape {
  const { sha } = commit;
  const git = presentGitCommit(present, commit);
  const account = (email: string) => {
    const found = present.world.byEmail(email);
    return found === null ? null : present.account(found);
  };
  const sum = (of: 'additions' | 'deletions') => (files ?? []).reduce((total, file) => total + file[of], 0);
  const stats = { additions: sum('additions'), deletions: sum('deletions'), total: sum('additions') + sum('deletions') };
  return {
    sha,
    node_id: nodeId('C', sha),
    commit: {
      author: git.author,
      committer: git.committer,
      message: git.message,
      tree: git.tree,
      url: git.url,
      comment_count: 0,
      verification: git.verification,
    },
    url: present.api(`/commits/${sha}`),
    html_url: git.html_url,
    comments_url: present.api(`/commits/${sha}/comments`),
    author: account(commit.author.email),
    committer: account(commit.committer.email),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: present.api(`/commits/${parent}`),
      html_url: present.html(`/commit/${parent}`),
    })),
    ...(files === undefined ? {} : { stats, files: files.slice(0, 300).map((file) => presentFile(present, file, sha)) }),
  };
}

export function presentFile(present: Present, file: FileDiff, at: string): Shape {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: present.html(`/blob/${at}/${path}`),
    raw_url: present.html(`/raw/${at}/${path}`),
    contents_url: present.api(`/contents/${path}?ref=${at}`),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}

/** A pull request as lists have it. */
export function presentPullSimple(present: Present, actor: Actor, pr: PullRequest): Shape {
  const { world } = present;
  const { number, pull } = pr;
  const url = present.api(`/pulls/${number}`);
  const issueUrl = present.api(`/issues/${number}`);
  const html = present.html(`/pull/${number}`);
  const statuses = present.api(`/statuses/${pull.headSha}`);
  const fork = world.state.forks.find(({ id }) => id === pull.headForkId);
  const headOwner = fork?.ownerId ?? world.state.repository.ownerId;
  const headRepo = fork?.deleted === true ? null : presentRepository(present, actor, pull.headForkId);
  return {
    ...present.talk(pr),
    url,
    node_id: nodeId('PR', pr.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issueUrl,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: present.api('/pulls/comments{/number}'),
    statuses_url: statuses,
    merged_at: timeOrNull(pull.mergedAt),
    merge_commit_sha: pull.mergeCommit ?? trialMerge(present, pr),
    requested_reviewers: pull.requestedReviewerIds.map((id) => present.user(id)),
    requested_teams: [],
    head: {
      label: labelOf(world, pull.headForkId, pull.headBranch),
      ref: pull.headBranch,
      sha: pull.headSha,
      user: world.account(headOwner) === null ? null : present.user(headOwner),
      repo: headRepo,
    },
    base: {
      label: labelOf(world, null, pull.baseBranch),
      ref: pull.baseBranch,
      sha: pull.baseSha,
      user: present.user(world.state.repository.ownerId),
      repo: presentRepository(present, actor),
    },
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: present.api('/pulls/comments{/number}') },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    auto_merge: null,
    draft: pull.draft,
  };
}

/** Of an open pull request GitHub names a merge that it has only tried and that is part of no branch. */
function trialMerge({ world }: Present, { number, state, pull }: PullRequest): string | null {
  const base = world.branchTip(pull.baseBranch);
  const tree = state !== 'open' || base === null ? null : world.git.mergeTree(base, pull.headSha);
  if (tree === null || base === null) return null;
  const who = { name: 'GitHub', email: 'noreply@github.com', at: 0 };
  return world.git.writeCommit(tree, [base, pull.headSha], `Merge ${pull.headSha} into ${base}\n\n#${number}`, who, who);
}

export function presentPull(present: Present, actor: Actor, pr: PullRequest): Shape {
  const { world } = present;
  const { pull, number } = pr;
  const base = world.branchTip(pull.baseBranch);
  const computing = pr.state === 'open' && world.state.computing > 0;
  if (computing) world.state.computing -= 1;
  const mergeable = computing || pr.state !== 'open' || base === null ? null : world.git.mergeTree(base, pull.headSha) !== null;
  const files = world.pullFiles(pr);
  return {
    ...presentPullSimple(present, actor, pr),
    ...(computing ? { merge_commit_sha: null } : {}),
    merged: pull.mergedAt !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : pull.draft ? 'draft' : mergeable ? 'clean' : 'dirty',
    merged_by: pull.mergedById === null ? null : present.user(pull.mergedById),
    comments: world.state.comments.filter((comment) => comment.number === number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: world.pullCommits(pr).length,
    additions: files.reduce((total, file) => total + file.additions, 0),
    deletions: files.reduce((total, file) => total + file.deletions, 0),
    changed_files: files.length,
  };
}

export function presentActivity(present: Present, activity: Activity): Shape {
  return {
    id: activity.id,
    node_id: nodeId('PSH', activity.id),
    before: activity.before,
    after: activity.after,
    ref: activity.ref,
    timestamp: time(activity.at),
    activity_type: activity.type,
    actor: present.world.account(activity.actorId) === null ? null : present.user(activity.actorId),
  };
}

/** The timeline of an issue or a pull request, comments and reviews among it, oldest first. */
export function presentTimeline(present: Present, number: number): Shape[] {
  const { state } = present.world;
  const comments = state.comments
    .filter((comment) => comment.number === number)
    .map((comment) => {
      const user = present.user(comment.userId);
      return { order: comment.id, shape: { ...present.comment(comment), event: 'commented', actor: user, user } };
    });
  const reviews = state.reviews
    .filter((review) => review.number === number && review.submittedAt !== null)
    .map((review) => {
      const shape = present.review(review);
      return {
        order: review.id,
        shape: { ...shape, user: present.user(review.userId), event: 'reviewed', state: review.state.toLowerCase() },
      };
    });
  const others = state.timeline
    .filter((entry) => entry.number === number)
    .map((entry) => ({ order: entry.id, shape: presentEntry(present, entry) }));
  return [...comments, ...reviews, ...others].sort((a, b) => a.order - b.order).map(({ shape }) => shape);
}

function presentEntry(present: Present, entry: TimelineEntry): Shape {
  const { event, more } = entry;
  if (event === 'committed') return { ...presentGitCommit(present, present.world.git.commit(String(more.sha))), event };
  const common = {
    id: entry.id,
    node_id: nodeId('E', entry.id),
    url: present.api(`/issues/events/${entry.id}`),
    actor: present.world.account(entry.actorId) === null ? null : present.user(entry.actorId),
    event,
    commit_id: null,
    commit_url: null,
    created_at: time(entry.at),
    performed_via_github_app: null,
  };
  if (event === 'review_dismissed') return { ...common, dismissed_review: more };
  if (event === 'labeled' || event === 'unlabeled') {
    const label = present.world.state.labels.find(({ name }) => name === more.label);
    return { ...common, label: { name: String(more.label), color: label?.color ?? 'ededed' } };
  }
  if (event === 'renamed') return { ...common, rename: more.rename };
  if (event === 'merged') {
    const commit = String(more.commit_id);
    return { ...common, commit_id: commit, commit_url: present.api(`/commits/${commit}`) };
  }
  if (event === 'head_ref_force_pushed') {
    const after = String(more.after);
    return { ...common, commit_id: after, commit_url: present.api(`/commits/${after}`) };
  }
  return common;
}
