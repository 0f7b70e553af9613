import { ApiError, type Comment, type Issue, type Pull, type Review } from './model.js';
import { requireMergeable, requireMethod, requireWorkflowsPermission } from './rules.js';
import type { Actor, PullRequest, World } from './world.js';

/* What people and apps do with issues and pull requests. The API and the tests' own actors do the same things. */

export interface NewPull {
  readonly title: string;
  readonly body: string | null;
  readonly draft: boolean;
  readonly base: string;
  /** `branch`, or `login:branch` of a fork. */
  readonly head: string;
}

const invalid = (resource: string, field: string) => new ApiError(422, 'Validation Failed', [{ resource, field, code: 'invalid' }]);
const custom = (resource: string, message: string) => new ApiError(422, 'Validation Failed', [{ resource, code: 'custom', message }]);

const MOST_TITLE = 256;
export const MOST_BODY = 65_536;
const MOST_LABEL = 50;

/** Titles and texts of issues and pull requests have their limits; a title is never empty. */
function requireTexts(resource: string, { title, body }: { title?: string | undefined; body?: string | null | undefined }): void {
  const refuse = (field: string, message: string) => new ApiError(422, 'Validation Failed', [{ resource, field, code: 'custom', message }]);
  if (title !== undefined && title.trim() === '')
    throw new ApiError(422, 'Validation Failed', [{ resource, field: 'title', code: 'missing_field' }]);
  if (title !== undefined && [...title].length > MOST_TITLE)
    throw refuse('title', `title is too long (maximum is ${MOST_TITLE} characters)`);
  if ([...(body ?? '')].length > MOST_BODY) throw refuse('body', `body is too long (maximum is ${MOST_BODY} characters)`);
}

export function openIssue(world: World, actor: Actor, title: string, body: string | null, labels: readonly string[] = []): Issue {
  requireTexts('Issue', { title, body });
  world.state.lastNumber += 1;
  const issue: Issue = {
    id: world.nextId(),
    number: world.state.lastNumber,
    title,
    body,
    authorId: actor.account.id,
    appId: actor.appId,
    createdAt: world.now,
    updatedAt: world.now,
    state: 'open',
    stateReason: null,
    closedAt: null,
    closedById: null,
    labels: [],
    assigneeIds: [],
    locked: false,
    edits: [],
    pull: null,
  };
  world.state.issues.push(issue);
  addLabels(world, actor, issue, labels);
  return issue;
}

/** Labels that are not there yet are made, as GitHub does. */
export function addLabels(world: World, actor: Actor, issue: Issue, names: readonly string[]): void {
  for (const name of names) {
    if (name.trim() === '' || [...name].length > MOST_LABEL) throw invalid('Label', 'name');
    if (!world.state.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
      world.state.labels.push({ id: world.nextId(), name, color: 'ededed', description: null });
    }
    if (issue.labels.some((label) => label.toLowerCase() === name.toLowerCase())) continue;
    issue.labels.push(name);
    world.note(issue.number, 'labeled', actor.account, { label: name });
  }
}

export function openPull(world: World, actor: Actor, wanted: NewPull): PullRequest {
  const { forkId, branch } = headOf(world, wanted.head);
  const headSha = world.branchTip(branch, forkId);
  if (headSha === null) throw invalid('PullRequest', 'head');
  const baseSha = world.branchTip(wanted.base);
  if (baseSha === null) throw invalid('PullRequest', 'base');
  if (openTwin(world, { headBranch: branch, headForkId: forkId, baseBranch: wanted.base }) !== undefined)
    throw custom('PullRequest', `A pull request already exists for ${labelOf(world, forkId, branch)}.`);
  if (world.git.isAncestor(headSha, baseSha)) throw custom('PullRequest', `No commits between ${wanted.base} and ${branch}`);
  if (wanted.draft && !world.hasDrafts) throw new ApiError(422, 'Draft pull requests are not supported in this repository.');
  const issue = openIssue(world, actor, wanted.title, wanted.body);
  const pull = {
    draft: wanted.draft,
    baseBranch: wanted.base,
    baseSha,
    headBranch: branch,
    headForkId: forkId,
    headSha,
    mergedAt: null,
    mergedById: null,
    mergeCommit: null,
    rebased: [],
    requestedReviewerIds: [],
  };
  const pr = Object.assign(issue, { pull });
  world.git.setRef(`refs/pull/${pr.number}/head`, headSha);
  world.noteCommits(pr, null);
  return pr;
}

/** The open pull request of a branch into a base: GitHub has no two. */
function openTwin(world: World, wanted: Pick<Pull, 'headBranch' | 'headForkId' | 'baseBranch'>, except?: number): PullRequest | undefined {
  const { headBranch, headForkId, baseBranch } = wanted;
  return world
    .pulls()
    .find(
      ({ number, state, pull }) =>
        state === 'open' &&
        number !== except &&
        pull.headBranch === headBranch &&
        pull.headForkId === headForkId &&
        pull.baseBranch === baseBranch,
    );
}

export function labelOf(world: World, forkId: number | null, branch: string): string {
  const ownerId = world.state.forks.find((fork) => fork.id === forkId)?.ownerId ?? world.state.repository.ownerId;
  return `${world.account(ownerId)?.login ?? 'unknown repository'}:${branch}`;
}

function headOf(world: World, head: string): { forkId: number | null; branch: string } {
  const colon = head.indexOf(':');
  if (colon < 0) return { forkId: null, branch: head };
  const owner = world.byLogin(head.slice(0, colon));
  const branch = head.slice(colon + 1);
  if (owner?.id === world.state.repository.ownerId) return { forkId: null, branch };
  const fork = world.state.forks.find(({ ownerId, deleted }) => ownerId === owner?.id && !deleted);
  if (fork === undefined) throw invalid('PullRequest', 'head');
  return { forkId: fork.id, branch };
}

export interface PullChange {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  readonly base?: string | undefined;
}

export function editPull(world: World, actor: Actor, pr: PullRequest, change: PullChange): void {
  requireTexts('PullRequest', change);
  editText(world, actor, pr, change);
  if (change.base !== undefined && change.base !== pr.pull.baseBranch) {
    if (pr.state !== 'open') throw custom('PullRequest', 'Cannot change the base branch of a closed pull request.');
    const tip = world.branchTip(change.base);
    if (tip === null) throw invalid('PullRequest', 'base');
    const { headBranch } = pr.pull;
    if (openTwin(world, { ...pr.pull, baseBranch: change.base }, pr.number) !== undefined)
      throw custom('PullRequest', `A pull request already exists for base branch '${change.base}' and head branch '${headBranch}'`);
    if (world.git.isAncestor(pr.pull.headSha, tip))
      throw custom('PullRequest', `There are no new commits between base branch '${change.base}' and head branch '${headBranch}'`);
    pr.pull.baseBranch = change.base;
    pr.pull.baseSha = tip;
    world.note(pr.number, 'base_ref_changed', actor.account);
  }
  if (change.state === 'closed' && pr.state === 'open') world.closeIssue(pr, actor.account);
  if (change.state === 'open' && pr.state === 'closed') reopenPull(world, actor, pr);
  pr.updatedAt = world.now;
}

function reopenPull(world: World, actor: Actor, pr: PullRequest): void {
  const tip = world.branchTip(pr.pull.headBranch, pr.pull.headForkId);
  if (pr.pull.mergedAt !== null || tip === null) throw custom('PullRequest', 'state cannot be changed. The branch was deleted.');
  const { baseBranch, headBranch, headSha } = pr.pull;
  if (world.branchTip(baseBranch) === null) {
    throw custom('PullRequest', `state cannot be changed. The ${baseBranch} branch has been deleted.`);
  }
  if (!world.git.isAncestor(headSha, tip)) {
    throw custom('PullRequest', `state cannot be changed. The ${headBranch} branch was force-pushed or recreated.`);
  }
  const twin = openTwin(world, pr.pull, pr.number);
  if (twin !== undefined) {
    throw custom('PullRequest', `state cannot be changed. There is already an open pull request (#${twin.number}) for ${headBranch}.`);
  }
  world.reopenIssue(pr, actor.account);
  // pushes to the branch of a closed pull request are seen when it opens again
  if (tip !== pr.pull.headSha) {
    const before = pr.pull.headSha;
    pr.pull.headSha = tip;
    world.git.setRef(`refs/pull/${pr.number}/head`, tip);
    world.noteCommits(pr, before);
  }
}

export function editText(
  world: World,
  actor: Actor,
  issue: Issue,
  change: { title?: string | undefined; body?: string | null | undefined },
): void {
  if (change.title !== undefined && change.title !== issue.title) {
    world.note(issue.number, 'renamed', actor.account, { rename: { from: issue.title, to: change.title } });
    issue.title = change.title;
  }
  if (change.body !== undefined && change.body !== issue.body) {
    issue.body = change.body;
    issue.edits.push({ editorId: actor.account.id, at: world.now });
  }
  issue.updatedAt = world.now;
}

export function setDraft(world: World, actor: Actor, pr: PullRequest, draft: boolean): void {
  if (pr.pull.draft === draft) return;
  pr.pull.draft = draft;
  pr.updatedAt = world.now;
  world.note(pr.number, draft ? 'convert_to_draft' : 'ready_for_review', actor.account);
}

const MOST_COMMENTS = 2500;

export function comment(world: World, actor: Actor, number: number, body: string): Comment {
  const issue = world.issue(number);
  if (issue.locked && !(actor.appId === null && world.hasRole(actor.account, 'write'))) {
    throw new ApiError(403, 'Unable to create comment because issue is locked.');
  }
  if (world.state.comments.filter((one) => one.number === number).length >= MOST_COMMENTS) {
    throw new ApiError(403, `Commenting is disabled on issues with more than ${MOST_COMMENTS} comments`);
  }
  const made = {
    id: world.nextId(),
    number,
    userId: actor.account.id,
    appId: actor.appId,
    body,
    edits: [],
    createdAt: world.now,
    updatedAt: world.now,
  };
  world.state.comments.push(made);
  issue.updatedAt = world.now;
  return made;
}

/** Whoever edits a comment, its author included, is in its history. */
export function editComment(world: World, actor: Actor, found: Comment, body: string): void {
  found.body = body;
  found.edits.push({ editorId: actor.account.id, at: world.now });
  found.updatedAt = world.now;
}

export type ReviewEvent = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';

export function review(world: World, actor: Actor, number: number, event: ReviewEvent, body: string, commit?: string): Review {
  const pr = world.pull(number);
  if (event !== 'COMMENT' && pr.authorId === actor.account.id) {
    throw new ApiError(422, `Can not ${event === 'APPROVE' ? 'approve' : 'request changes on'} your own pull request`);
  }
  if (commit !== undefined && world.git.typeOf(commit) !== 'commit') throw new ApiError(422, 'Unprocessable Entity');
  const made: Review = {
    id: world.nextId(),
    number,
    userId: actor.account.id,
    body,
    state: event === 'APPROVE' ? 'APPROVED' : event === 'REQUEST_CHANGES' ? 'CHANGES_REQUESTED' : 'COMMENTED',
    commit: commit ?? pr.pull.headSha,
    submittedAt: world.now,
  };
  world.state.reviews.push(made);
  pr.updatedAt = world.now;
  return made;
}

export function dismiss(world: World, actor: Actor, number: number, id: number, message: string): Review {
  const found = world.state.reviews.find((one) => one.number === number && one.id === id);
  if (found === undefined) throw new ApiError(404, 'Not Found');
  if (message.trim() === '')
    throw new ApiError(422, 'Validation Failed', [{ resource: 'PullRequestReview', field: 'message', code: 'missing_field' }]);
  if (found.state !== 'APPROVED' && found.state !== 'CHANGES_REQUESTED')
    throw new ApiError(422, 'Can not dismiss a commented pull request review');
  const state = found.state.toLowerCase();
  found.state = 'DISMISSED';
  world.note(number, 'review_dismissed', actor.account, { state, review_id: id, dismissal_message: message });
  return found;
}

/** Merges with a commit of its own, a squashed one, or none. */
export function mergePull(
  world: World,
  actor: Actor,
  number: number,
  wanted: {
    sha?: string | undefined;
    title?: string | undefined;
    message?: string | undefined;
    method?: 'merge' | 'squash' | 'rebase' | undefined;
  } = {},
): string {
  const pr = world.pull(number);
  const { pull } = pr;
  if (pr.state !== 'open' || pull.draft)
    throw new ApiError(405, pull.draft ? 'Pull Request is still a draft' : 'Pull Request is not mergeable');
  if (wanted.sha !== undefined && wanted.sha !== pull.headSha)
    throw new ApiError(409, 'Head branch was modified. Review and try the merge again.');
  const base = world.branchTip(pull.baseBranch);
  if (base === null) throw new ApiError(405, 'Base branch does not exist');
  const tree = world.git.mergeTree(base, pull.headSha);
  if (tree === null) throw new ApiError(405, 'Pull Request is not mergeable');
  requireMergeable(world, actor, pr);
  requireMethod(world, actor, pr, wanted.method ?? 'merge');
  requireWorkflowsPermission(world, actor, world.git.mergeBase(base, pull.headSha) ?? base, pull.headSha);
  pull.baseSha = base;
  if (wanted.method === 'rebase') return finishMerge(world, actor, pr, rebase(world, actor, pr, base));
  const author = world.signature(actor.account);
  const committer = { name: 'GitHub', email: 'noreply@github.com', at: world.now };
  const label = labelOf(world, pull.headForkId, pull.headBranch).replace(':', '/');
  const title = wanted.title ?? (wanted.method === 'squash' ? `${pr.title} (#${number})` : `Merge pull request #${number} from ${label}`);
  const message = [title, wanted.message ?? (wanted.method === 'squash' ? '' : pr.title)].filter((part) => part !== '').join('\n\n');
  const parents = wanted.method === 'squash' ? [base] : [base, pull.headSha];
  return finishMerge(world, actor, pr, world.git.writeCommit(tree, parents, `${message}\n`, author, committer));
}

/** Makes the commits anew on the base. @returns the last */
function rebase(world: World, actor: Actor, pr: PullRequest, base: string): string {
  let tip = base;
  for (const { sha, message, author } of world.pullCommits(pr)) {
    const tree = world.git.replay(sha, tip);
    if (tree === null) throw new ApiError(405, 'This branch cannot be rebased due to conflicts');
    tip = world.git.writeCommit(tree, [tip], `${message}\n`, author, world.signature(actor.account));
    pr.pull.rebased.push(tip);
  }
  return tip;
}

function finishMerge(world: World, actor: Actor, pr: PullRequest, commit: string): string {
  const { pull } = pr;
  world.markMerged(pr, commit, actor.account);
  world.moveRef(`refs/heads/${pull.baseBranch}`, commit, actor, 'pr_merge');
  if (world.state.repository.settings.delete_branch_on_merge === true && pull.headForkId === null) {
    world.moveRef(`refs/heads/${pull.headBranch}`, null, actor);
  }
  return commit;
}
