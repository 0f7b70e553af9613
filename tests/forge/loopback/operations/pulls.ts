import { created, type Handlers, ok, reads, writes } from '../call.js';
import { dismiss, editPull, labelOf, mergePull, openPull, type ReviewEvent, review } from '../discussion.js';
import { ApiError } from '../model.js';
import { presentCommit, presentFile, presentPull, presentPullSimple } from '../present-history.js';

/* Pull requests and reviews. */

/** As many as GitHub shows. */
const MOST = { files: 3000, commits: 250 } as const;

export const pulls: Handlers = {
  'pulls/list': reads('pull_requests', (call) => {
    const state = call.asked('state') ?? 'open';
    const head = call.asked('head');
    const base = call.asked('base');
    const found = call.world.pulls().filter(
      (pr) =>
        (state === 'all' || pr.state === state) &&
        (base === null || pr.pull.baseBranch === base) &&
        // only `owner:branch` filters; GitHub overlooks a plain branch
        (head === null || !head.includes(':') || labelOf(call.world, pr.pull.headForkId, pr.pull.headBranch) === head),
    );
    const sort = call.asked('sort') ?? 'created';
    found.sort((a, b) => (sort === 'updated' ? a.updatedAt - b.updatedAt : a.number - b.number));
    if (call.asked('direction') !== 'asc') found.reverse();
    return call.page(found, (pr) => presentPullSimple(call.present, call.actor, pr));
  }),
  'pulls/create': writes('pull_requests', 'read', (call) => {
    const body = call.body<{ title?: string; head: string; base: string; body?: string | null; draft?: boolean }>();
    const { world, actor } = call;
    if (!body.head.includes(':') && actor.appId === null && !world.hasRole(actor.account, 'write'))
      throw new ApiError(403, 'Must have push access to Repository.');
    const isActions = world.state.apps.find(({ id }) => id === actor.appId)?.slug === 'github-actions';
    if (isActions && world.state.actions.workflow?.can_approve_pull_request_reviews !== true) {
      throw new ApiError(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    }
    const pr = openPull(world, actor, {
      title: body.title ?? '',
      body: body.body ?? null,
      draft: body.draft ?? false,
      base: body.base,
      head: body.head,
    });
    return created(presentPull(call.present, actor, pr));
  }),
  'pulls/get': reads('pull_requests', (call) => ok(presentPull(call.present, call.actor, call.world.pull(call.number('pull_number'))))),
  'pulls/update': writes('pull_requests', 'read', (call) => {
    const pr = call.world.pull(call.number('pull_number'));
    const { actor, world } = call;
    if (actor.appId === null && pr.authorId !== actor.account.id && !world.hasRole(actor.account, 'write'))
      throw new ApiError(403, 'Must have push access to Repository.');
    editPull(world, actor, pr, call.body());
    return ok(presentPull(call.present, actor, pr));
  }),
  'pulls/merge': writes('contents', 'write', (call) => {
    const body = call.body<{
      sha?: string;
      commit_title?: string;
      commit_message?: string;
      merge_method?: 'merge' | 'squash' | 'rebase';
    }>();
    const sha = mergePull(call.world, call.actor, call.number('pull_number'), {
      sha: body.sha,
      title: body.commit_title,
      message: body.commit_message,
      method: body.merge_method,
    });
    return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
  }),
  'pulls/list-files': reads('pull_requests', (call) => {
    const pr = call.world.pull(call.number('pull_number'));
    const files = call.world.pullFiles(pr).slice(0, MOST.files);
    return call.page(files, (file) => presentFile(call.present, file, pr.pull.headSha));
  }),
  'pulls/list-commits': reads('pull_requests', (call) => {
    const commits = call.world.pullCommits(call.world.pull(call.number('pull_number'))).slice(0, MOST.commits);
    return call.page(commits, (commit) => presentCommit(call.present, commit));
  }),
  'pulls/list-reviews': reads('pull_requests', (call) => {
    const { number } = call.world.pull(call.number('pull_number'));
    const found = call.world.state.reviews.filter(
      (one) => one.number === number && (one.state !== 'PENDING' || one.userId === call.actor.account.id),
    );
    return call.page(found, (one) => call.present.review(one));
  }),
  'pulls/get-review': reads('pull_requests', (call) => {
    const found = call.world.state.reviews.find(
      ({ number, id }) => number === call.number('pull_number') && id === call.number('review_id'),
    );
    if (found === undefined) throw new ApiError(404, 'Not Found');
    return ok(call.present.review(found));
  }),
  'pulls/create-review': writes('pull_requests', 'read', (call) => {
    const body = call.body<{ event?: ReviewEvent; body?: string; commit_id?: string }>();
    // an approval needs no words
    if (body.event === undefined || (body.event !== 'APPROVE' && (body.body ?? '').trim() === ''))
      throw new ApiError(422, 'Unprocessable Entity');
    return ok(call.present.review(review(call.world, call.actor, call.number('pull_number'), body.event, body.body ?? '', body.commit_id)));
  }),
  'pulls/dismiss-review': writes('pull_requests', 'write', (call) => {
    const { message } = call.body<{ message: string }>();
    return ok(call.present.review(dismiss(call.world, call.actor, call.number('pull_number'), call.number('review_id'), message)));
  }),
  'pulls/request-reviewers': writes('pull_requests', 'write', (call) => {
    const pr = call.world.pull(call.number('pull_number'));
    for (const login of call.body<{ reviewers?: readonly string[] }>().reviewers ?? []) {
      const account = call.world.byLogin(login);
      if (account === null || !call.world.hasRole(account, 'read'))
        throw new ApiError(422, 'Reviews may only be requested from collaborators.');
      if (account.id === pr.authorId) throw new ApiError(422, 'Review cannot be requested from pull request author.');
      if (!pr.pull.requestedReviewerIds.includes(account.id)) pr.pull.requestedReviewerIds.push(account.id);
    }
    return created(presentPullSimple(call.present, call.actor, pr));
  }),
};
