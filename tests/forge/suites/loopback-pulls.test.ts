import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Github } from '../loopback/start-github.js';
import { at, clientWith, refusal, startSmall } from '../loopback-client.js';

let github: Github;
const octokit = (login: string) => clientWith(github, github.tokenOf(login));

beforeEach(async () => {
  github = await startSmall();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

describe('pull requests', () => {
  test.each(['merge', 'squash', 'rebase'] as const)('%s: what lands on the base is found again by its pull request', async (method) => {
    github.as('ana').push('topic', { one: '1\n' });
    github.as('ana').push('topic', { two: '2\n' });
    const number = github.as('ana').openPullRequest({ head: 'topic' });
    github.as('bo').push('main', { other: '3\n' });
    const tip = github.as('bo').mergePullRequest(number, method);
    expect(github.files('main')).toEqual(['README.md', 'contracts/a/contract.yaml', 'contracts/b/contract.yaml', 'one', 'other', 'two']);
    const app = octokit('concord[bot]');
    const of = async (commit_sha: string) =>
      (await app.rest.repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha })).data.map((pr) => pr.number);
    expect(await of(tip)).toEqual([number]);
    const { data: before } = await app.rest.repos.listCommits({ ...at, sha: tip, path: 'one' });
    expect(await Promise.all(before.map(({ sha }) => of(sha)))).toEqual([[number]]);
    expect(github.world.state.activity.filter(({ ref }) => ref === 'refs/heads/main').map(({ type }) => type)).toEqual([
      'branch_creation',
      'push',
      'pr_merge',
    ]);
  });

  test('a head that is pushed to the base is merged by that; one that conflicts is not mergeable', async () => {
    const head = github.as('ana').push('topic', { one: '1\n' });
    const number = github.as('ana').openPullRequest({ head: 'topic' });
    github.as('bo').moveBranch('main', head);
    expect(github.pull(number).pull).toMatchObject({ mergedById: 12, mergeCommit: head });
    github.as('ana').push('other', { 'README.md': 'a\n' });
    const conflicting = github.as('ana').openPullRequest({ head: 'other' });
    github.as('bo').push('main', { 'README.md': 'b\n' });
    expect((await octokit('bo').rest.pulls.get({ ...at, pull_number: conflicting })).data.mergeable).toBe(false);
    expect(await refusal(octokit('bo').rest.pulls.merge({ ...at, pull_number: conflicting }))).toBe(405);
  });

  test('GraphQL refuses as GitHub does: in the answer', async () => {
    github.as('ana').push('topic', { one: '1' });
    const number = github.as('ana').openPullRequest({ head: 'topic', draft: true });
    const id = (await octokit('ana').rest.pulls.get({ ...at, pull_number: number })).data.node_id;
    const ready = 'mutation($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }';
    await expect(octokit('stranger').graphql(ready, { id })).rejects.toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
    await expect(octokit('ana').graphql(ready, { id: 'PR_x' })).rejects.toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
    await expect(octokit('ana').graphql('mutation { nonsense }')).rejects.toThrow('Cannot query field');
    expect(github.pull(number).pull.draft).toBe(true);
  });

  test('from draft to merged, with reviews, statuses and timeline', async () => {
    const app = octokit('concord[bot]');
    github.as('concord[bot]').push('settlement/a/2026-01', { 'contracts/a/ledger/preview.md': 'x\n' });
    const opened = await app.rest.pulls.create({
      ...at,
      title: 'Settle',
      head: 'settlement/a/2026-01',
      base: 'main',
      draft: true,
      body: 'b',
    });
    const pull_number = opened.data.number;
    expect(opened.data).toMatchObject({
      draft: true,
      user: { login: 'concord[bot]', type: 'Bot' },
      changed_files: 1,
      commits: 1,
      mergeable: true,
    });
    expect(await refusal(app.rest.pulls.create({ ...at, title: 'Settle', head: 'settlement/a/2026-01', base: 'main' }))).toBe(422);
    expect(await refusal(app.rest.pulls.merge({ ...at, pull_number }))).toBe(405);
    const ready = await app.graphql(
      'mutation($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }',
      {
        id: opened.data.node_id,
      },
    );
    expect(ready).toEqual({ markPullRequestReadyForReview: { pullRequest: { isDraft: false } } });
    const first = github.tip('settlement/a/2026-01') ?? '';
    const approval = github.as('ana').approve(pull_number);
    github.as('bo').requestChanges(pull_number);
    github.as('root').dismiss(pull_number, approval);
    const second = github.as('ana').push('settlement/a/2026-01', { 'contracts/a/ledger/preview.md': 'y\n' });
    const reviews = await app.rest.pulls.listReviews({ ...at, pull_number });
    expect(reviews.data.map(({ user, state, commit_id }) => [user?.id, state, commit_id])).toEqual([
      [11, 'DISMISSED', first],
      [12, 'CHANGES_REQUESTED', first],
    ]);
    await app.rest.repos.createCommitStatus({ ...at, sha: second, state: 'success', context: 'concord/both-parties', description: 'd' });
    const statuses = await app.rest.repos.listCommitStatusesForRef({ ...at, ref: second });
    expect(statuses.data.map(({ context, state, creator }) => [context, state, creator?.id])).toEqual([
      ['concord/both-parties', 'success', 98765432],
    ]);
    expect((await app.rest.repos.getCombinedStatusForRef({ ...at, ref: second })).data.state).toBe('success');
    expect(await refusal(app.rest.pulls.merge({ ...at, pull_number, sha: first }))).toBe(409);
    const merged = await app.rest.pulls.merge({ ...at, pull_number, sha: second, commit_title: 'Settle a 2026-01' });
    expect(github.tip('main')).toBe(merged.data.sha);
    const of = await app.rest.repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha: second });
    expect(of.data.map(({ number, merge_commit_sha }) => [number, merge_commit_sha])).toEqual([[pull_number, merged.data.sha]]);
    const timeline = await app.rest.issues.listEventsForTimeline({ ...at, issue_number: pull_number });
    expect(timeline.data.map((entry) => ('event' in entry ? entry.event : null))).toEqual([
      'committed',
      'ready_for_review',
      'reviewed',
      'reviewed',
      'review_dismissed',
      'committed',
      'merged',
      'closed',
    ]);
    const files = await app.rest.pulls.listFiles({ ...at, pull_number });
    expect(files.data.map(({ filename, status }) => [filename, status])).toEqual([['contracts/a/ledger/preview.md', 'added']]);
    const commits = await app.rest.pulls.listCommits({ ...at, pull_number });
    expect(commits.data.map(({ sha }) => sha)).toEqual([first, second]);
  });

  test('a forced push, another base, a fork and its end are told as GitHub tells them', async () => {
    const app = octokit('concord[bot]');
    github.as('root').push('release', { note: '1' });
    github.as('ana').push('topic', { 'contracts/a/contract.yaml': 'id: a\nx: 1\n' });
    const pull_number = github.as('ana').openPullRequest({ head: 'topic' });
    github.as('ana').push('topic', { 'contracts/a/contract.yaml': 'id: a\nx: 2\n' }, { force: true, from: 'main' });
    github.as('ana').editPullRequest(pull_number, { base: 'release' });
    github.as('ana').convertToDraft(pull_number);
    const timeline = await app.rest.issues.listEventsForTimeline({ ...at, issue_number: pull_number });
    expect(timeline.data.map((entry) => ('event' in entry ? entry.event : null))).toEqual([
      'committed',
      'head_ref_force_pushed',
      'committed',
      'base_ref_changed',
      'convert_to_draft',
    ]);
    expect(github.world.state.activity.map(({ type }) => type)).toEqual([
      'branch_creation',
      'branch_creation',
      'branch_creation',
      'force_push',
    ]);
    github.as('stranger').pushFork('patch', { 'contracts/b/contract.yaml': 'id: b\ny: 1\n' });
    const forked = github.as('stranger').openPullRequest({ head: 'stranger:patch' });
    const before = await app.rest.pulls.get({ ...at, pull_number: forked });
    expect(before.data.head.repo?.id).not.toBe(777_001);
    expect(before.data.base.repo.id).toBe(777_001);
    github.as('stranger').deleteFork();
    const gone = await app.rest.pulls.get({ ...at, pull_number: forked });
    expect(gone.data.head.repo).toBeNull();
    github.removePerson('stranger');
    const ghost = await app.rest.pulls.get({ ...at, pull_number: forked });
    expect([ghost.data.user.login, ghost.data.head.user]).toEqual(['ghost', null]);
  });

  test('lists filter and turn pages', async () => {
    for (let index = 0; index < 5; index += 1) {
      github.as('ana').push(`topic-${index}`, { note: String(index) });
      github.as('ana').openPullRequest({ head: `topic-${index}` });
    }
    github.as('ana').closePullRequest(1);
    const app = octokit('concord[bot]');
    const open = await app.paginate(app.rest.pulls.list, { ...at, state: 'open', per_page: 2 });
    expect(open.map(({ number }) => number)).toEqual([5, 4, 3, 2]);
    const one = await app.rest.pulls.list({ ...at, state: 'all', head: 'brand:topic-0' });
    expect(one.data.map(({ number, state }) => [number, state])).toEqual([[1, 'closed']]);
    const activity = await app.paginate(app.rest.repos.listActivities, { ...at, per_page: 2 });
    expect(activity.map(({ ref }) => ref)).toEqual(
      ['topic-4', 'topic-3', 'topic-2', 'topic-1', 'topic-0', 'main'].map((name) => `refs/heads/${name}`),
    );
  });
});
