import { type Call, created, type Handlers, ok, reads, writes } from '../call.js';
import { ApiError, type Status } from '../model.js';
import type { Shape } from '../present.js';
import { presentActivity, presentCommit, presentFile, presentPullSimple } from '../present-history.js';
import { presentRepository } from '../present-repository.js';
import { rulesOf } from '../rules.js';
import type { PullRequest } from '../world.js';

/* Commits, what they changed, what is said of them, and who pushed them. */

/** Pull requests that a commit came with; once it is on the default branch, only merged ones. */
function pullsWith(call: Call, sha: string): PullRequest[] {
  const { world } = call;
  const landed = world.git.isAncestor(sha, world.defaultTip);
  return world.pulls().filter((pr) => {
    if (landed !== (pr.pull.mergedAt !== null) || (!landed && pr.state !== 'open')) return false;
    return pr.pull.mergeCommit === sha || pr.pull.rebased.includes(sha) || world.pullCommits(pr).some((commit) => commit.sha === sha);
  });
}

/** Of one commit and context. */
const MOST_STATUSES = 1000;

function latestByContext(statuses: readonly Status[]): Status[] {
  const latest = new Map(statuses.map((status) => [status.context, status]));
  return [...latest.values()];
}

function combinedState(statuses: readonly Status[]): string {
  if (statuses.some(({ state }) => state === 'failure' || state === 'error')) return 'failure';
  return statuses.length > 0 && statuses.every(({ state }) => state === 'success') ? 'success' : 'pending';
}

function presentBranch(call: Call, name: string, sha: string): Shape {
  const isProtected = rulesOf(call.world, name, null).length > 0;
  return { name, commit: { sha, url: call.present.api(`/commits/${sha}`) }, protected: isProtected };
}

const encoded = (name: string) => name.split('/').map(encodeURIComponent).join('/');

export const history: Handlers = {
  'repos/list-commits': reads('contents', (call) => {
    const { git, state } = call.world;
    const from = call.commitOf(call.asked('sha') ?? state.repository.defaultBranch);
    const limits = [...limit('--since', call.asked('since')), ...limit('--until', call.asked('until'))];
    const path = call.asked('path');
    const shas = git.revisions([...limits, from, '--', ...(path === null ? [] : [`:(top,literal)${path}`])]);
    return call.page(shas, (sha) => presentCommit(call.present, git.commit(sha)));
  }),
  'repos/get-commit': reads('contents', (call) => {
    const { git } = call.world;
    const name = call.text('ref');
    if (/^[0-9a-f]{40}$/.test(name) && git.typeOf(name) !== 'commit') throw new ApiError(422, `No commit found for SHA: ${name}`);
    const commit = git.commit(call.commitOf(name));
    return ok(presentCommit(call.present, commit, git.diff(commit.parents[0] ?? null, commit.sha)));
  }),
  'repos/compare-commits': reads('contents', (call) => compare(call)),
  'repos/list-pull-requests-associated-with-commit': reads('pull_requests', (call) => {
    const sha = call.text('commit_sha');
    if (call.world.git.typeOf(sha) !== 'commit') throw new ApiError(422, `No commit found for SHA: ${sha}`);
    return call.page(pullsWith(call, sha), (pr) => presentPullSimple(call.present, call.actor, pr));
  }),
  'repos/create-commit-status': writes('statuses', 'write', (call) => {
    const sha = call.text('sha');
    const body = call.body<{ state: string; context?: string; description?: string | null; target_url?: string | null }>();
    if (call.world.git.typeOf(sha) !== 'commit') throw new ApiError(422, `No commit found for SHA: ${sha}`);
    if ((body.description ?? '').length > 140)
      throw new ApiError(422, 'Validation Failed', [
        { resource: 'Status', field: 'description', code: 'custom', message: 'description is too long (maximum is 140 characters)' },
      ]);
    const context = body.context ?? 'default';
    if (call.world.state.statuses.filter((one) => one.sha === sha && one.context === context).length >= MOST_STATUSES) {
      throw new ApiError(422, 'Validation Failed', [
        { resource: 'Status', code: 'custom', message: 'This SHA and context has reached the maximum number of statuses.' },
      ]);
    }
    const status: Status = {
      id: call.world.nextId(),
      sha,
      context,
      state: body.state,
      description: body.description ?? null,
      targetUrl: body.target_url ?? null,
      creatorId: call.actor.account.id,
      at: call.world.now,
    };
    call.world.state.statuses.push(status);
    return created(call.present.status(status));
  }),
  'repos/list-commit-statuses-for-ref': reads('statuses', (call) => {
    const sha = call.commitOf(call.text('ref'));
    const found = call.world.state.statuses.filter((status) => status.sha === sha).reverse();
    return call.page(found, (status) => call.present.status(status));
  }),
  'repos/get-combined-status-for-ref': reads('statuses', (call) => {
    const sha = call.commitOf(call.text('ref'));
    const latest = latestByContext(call.world.state.statuses.filter((status) => status.sha === sha));
    return call.page(
      latest,
      (status) => call.present.status(status),
      (statuses, total_count) => ({
        state: combinedState(latest),
        statuses,
        sha,
        total_count,
        repository: presentRepository(call.present, call.actor),
        commit_url: call.present.api(`/commits/${sha}`),
        url: call.present.api(`/commits/${sha}/status`),
      }),
    );
  }),
  'repos/list-activities': reads('contents', (call) => {
    const wanted = { ref: call.asked('ref'), type: call.asked('activity_type'), actor: call.asked('actor') };
    const ref = wanted.ref === null || wanted.ref.startsWith('refs/') ? wanted.ref : `refs/heads/${wanted.ref}`;
    const found = call.world.state.activity.filter(
      (one) =>
        (ref === null || one.ref === ref) &&
        (wanted.type === null || one.type === wanted.type) &&
        (wanted.actor === null || call.world.account(one.actorId)?.login === wanted.actor),
    );
    if (call.asked('direction') !== 'asc') found.reverse();
    return call.pageAfter(found, (one) => presentActivity(call.present, one));
  }),
  'repos/list-branches': reads('contents', (call) => {
    const names = [...call.world.git.refs()].filter(([ref]) => ref.startsWith('refs/heads/'));
    return call.page(names, ([ref, sha]) => presentBranch(call, ref.slice('refs/heads/'.length), sha));
  }),
  'repos/get-branch': reads('contents', (call) => {
    const name = call.text('branch');
    const tip = call.world.branchTip(name);
    if (tip === null) throw new ApiError(404, 'Branch not found');
    const self = call.present.api(`/branches/${encoded(name)}`);
    const { protected: isProtected } = presentBranch(call, name, tip);
    return ok({
      name,
      commit: presentCommit(call.present, call.world.git.commit(tip)),
      _links: { self, html: call.present.html(`/tree/${encoded(name)}`) },
      protected: isProtected,
      protection: { enabled: false },
      protection_url: `${self}/protection`,
    });
  }),
  'repos/get-content': reads('contents', (call) => content(call)),
};

const limit = (option: string, value: string | null): string[] => (value === null ? [] : [`${option}=${value}`]);

function compare(call: Call) {
  const { git } = call.world;
  const base = call.commitOf(call.text('base'));
  const head = call.commitOf(call.text('head'));
  const mergeBase = git.mergeBase(base, head);
  if (mergeBase === null) throw new ApiError(404, `No common ancestor between ${base} and ${head}.`);
  const commits = git.revisionsBetween(head, [base]);
  const behind = git.countBetween(base, head);
  const status = commits.length === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged';
  const name = `${call.text('base')}...${call.text('head')}`;
  const files = git.diff(mergeBase, head).slice(0, 300);
  const page = Number(call.asked('page') ?? 1);
  return call.page(
    commits,
    (sha) => presentCommit(call.present, git.commit(sha)),
    (shown) => ({
      url: call.present.api(`/compare/${name}`),
      html_url: call.present.html(`/compare/${name}`),
      permalink_url: call.present.html(`/compare/${name}`),
      diff_url: call.present.html(`/compare/${name}.diff`),
      patch_url: call.present.html(`/compare/${name}.patch`),
      base_commit: presentCommit(call.present, git.commit(base)),
      merge_base_commit: presentCommit(call.present, git.commit(mergeBase)),
      status,
      ahead_by: commits.length,
      behind_by: behind,
      total_commits: commits.length,
      commits: shown,
      // at most 300 of them, and only with the first page
      files: page === 1 ? files.map((file) => presentFile(call.present, file, head)) : [],
    }),
  );
}

function content(call: Call) {
  const { git, state } = call.world;
  const path = call.text('path');
  const at = call.commitOf(call.asked('ref') ?? state.repository.defaultBranch);
  const entry = git.tree(git.commit(at).tree, true).find((item) => item.path === path);
  if (entry === undefined || entry.type !== 'blob') throw new ApiError(404, 'Not Found');
  const bytes = git.blob(entry.sha);
  const links = {
    self: call.present.api(`/contents/${encoded(path)}?ref=${at}`),
    git: call.present.api(`/git/blobs/${entry.sha}`),
    html: call.present.html(`/blob/${at}/${encoded(path)}`),
  };
  return ok({
    type: 'file',
    encoding: 'base64',
    size: bytes.length,
    name: path.split('/').at(-1) ?? path,
    path,
    content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
    sha: entry.sha,
    url: links.self,
    git_url: links.git,
    html_url: links.html,
    download_url: call.present.html(`/raw/${at}/${encoded(path)}`),
    _links: links,
  });
}
