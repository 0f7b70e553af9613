import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { matchOperation, operationIds, responseFaults } from '../loopback/description.js';
import { type Github, startGithub } from '../loopback/start-github.js';

let github: Github;
const at = { owner: 'brand', repo: 'contracts' };
const quiet = () => undefined;
const octokit = (login: string) =>
  new Octokit({ auth: github.tokenOf(login), baseUrl: github.url, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });

beforeEach(async () => {
  github = await startGithub({
    people: [
      { login: 'ana', id: 11, role: 'write' },
      { login: 'bo', id: 12, role: 'write' },
      { login: 'root', id: 13, role: 'admin' },
      { login: 'stranger', id: 14 },
    ],
    files: { 'contracts/a/contract.yaml': 'id: a\n', 'contracts/b/contract.yaml': 'id: b\n' },
  });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

/** The status of a refused call. */
const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'not refused',
    (error: { status: number }) => error.status,
  );

describe('git', () => {
  test('a commit is made from blobs and a tree, and a branch moves forward only', async () => {
    const app = octokit('concord[bot]');
    const main = github.tip('main') ?? '';
    const parent = await app.rest.git.getCommit({ ...at, commit_sha: main });
    const blob = await app.rest.git.createBlob({ ...at, content: 'id: a\n# 新\n', encoding: 'utf-8' });
    const tree = await app.rest.git.createTree({
      ...at,
      base_tree: parent.data.tree.sha,
      tree: [
        { path: 'contracts/a/contract.yaml', mode: '100644', type: 'blob', sha: blob.data.sha },
        { path: 'contracts/b/contract.yaml', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const commit = await app.rest.git.createCommit({ ...at, message: 'Change', tree: tree.data.sha, parents: [main] });
    await app.rest.git.createRef({ ...at, ref: 'refs/heads/settlement/a/2026-01', sha: commit.data.sha });
    expect(github.file('contracts/a/contract.yaml', 'settlement/a/2026-01')).toBe('id: a\n# 新\n');
    expect(github.files('settlement/a/2026-01')).toEqual(['README.md', 'contracts/a/contract.yaml']);
    expect(await refusal(app.rest.git.createRef({ ...at, ref: 'refs/heads/settlement/a/2026-01', sha: main }))).toBe(422);
    const ref = await app.rest.git.getRef({ ...at, ref: 'heads/settlement/a/2026-01' });
    expect(ref.data.object.sha).toBe(commit.data.sha);
    expect(await refusal(app.rest.git.updateRef({ ...at, ref: 'heads/settlement/a/2026-01', sha: main }))).toBe(422);
    const activity = await app.rest.repos.listActivities({ ...at, ref: 'refs/heads/settlement/a/2026-01' });
    expect(activity.data.map(({ activity_type, actor, after }) => [activity_type, actor?.login, after])).toEqual([
      ['branch_creation', 'concord[bot]', commit.data.sha],
    ]);
    await app.rest.git.deleteRef({ ...at, ref: 'heads/settlement/a/2026-01' });
    expect(await refusal(app.rest.git.getRef({ ...at, ref: 'heads/settlement/a/2026-01' }))).toBe(404);
  });

  test("trees, blobs and comparisons are git's own", async () => {
    const reader = octokit('bo');
    github.as('ana').push('rename', {
      'contracts/a/contract.yaml': null,
      'contracts/c/contract.yaml': 'id: a\n',
      link: { mode: '120000', text: '/etc/passwd' },
    });
    const head = github.tip('rename') ?? '';
    const tree = await reader.rest.git.getTree({ ...at, tree_sha: head, recursive: 'true' });
    expect(tree.data.tree.filter(({ type }) => type === 'blob').map(({ path, mode }) => [path, mode])).toEqual([
      ['README.md', '100644'],
      ['contracts/b/contract.yaml', '100644'],
      ['contracts/c/contract.yaml', '100644'],
      ['link', '120000'],
    ]);
    const blob = await reader.rest.git.getBlob({ ...at, file_sha: tree.data.tree.find(({ path }) => path === 'link')?.sha ?? '' });
    expect(Buffer.from(blob.data.content, 'base64').toString()).toBe('/etc/passwd');
    const compared = await reader.rest.repos.compareCommitsWithBasehead({ ...at, basehead: `main...${head}` });
    expect(compared.data.files?.map(({ filename, previous_filename, status }) => [filename, previous_filename, status])).toEqual([
      ['contracts/c/contract.yaml', 'contracts/a/contract.yaml', 'renamed'],
      ['link', undefined, 'added'],
    ]);
    expect(compared.data.merge_base_commit.sha).toBe(github.tip('main'));
    const one = await reader.rest.repos.getCommit({ ...at, ref: head });
    expect(one.data.author).toMatchObject({ login: 'ana', id: 11 });
    const touching = await reader.rest.repos.listCommits({ ...at, sha: head, path: 'contracts/a' });
    expect(touching.data.map(({ sha }) => sha)).toEqual([head, github.tip('main')]);
  });
});

describe('git by itself', () => {
  test("a clone sees every branch, and what is pushed from it is somebody's push", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loopback-clone-'));
    const ana = github.as('ana');
    ana.git(folder, 'clone', '--quiet', github.gitFolder, '.');
    ana.git(folder, 'checkout', '--quiet', '-b', 'topic');
    writeFileSync(join(folder, 'note'), 'x\n');
    ana.git(folder, 'add', 'note');
    ana.git(folder, '-c', 'user.email=someone@else.example', 'commit', '--quiet', '-m', 'Note');
    ana.git(folder, 'push', '--quiet', 'origin', 'topic');
    rmSync(folder, { recursive: true });
    const { data } = await octokit('bo').rest.repos.listActivities({ ...at, ref: 'refs/heads/topic' });
    expect(data.map(({ activity_type, actor, after }) => [activity_type, actor?.id, after])).toEqual([
      ['branch_creation', 11, github.tip('topic')],
    ]);
    expect(github.file('note', 'topic')).toBe('x\n');
  });

  test('a branch is not made below another one, and names must be names', async () => {
    const app = octokit('concord[bot]');
    const sha = github.tip('main') ?? '';
    await app.rest.git.createRef({ ...at, ref: 'refs/heads/a', sha });
    expect(await refusal(app.rest.git.createRef({ ...at, ref: 'refs/heads/a/b', sha }))).toBe(422);
    expect(await refusal(app.rest.git.createRef({ ...at, ref: 'refs/heads/a..b', sha }))).toBe(422);
    expect(await refusal(app.rest.git.createTree({ ...at, tree: [{ path: '../x', mode: '100644', type: 'blob', content: '' }] }))).toBe(
      422,
    );
  });
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

describe('issues', () => {
  test('comments are created, changed by their author only, and deleted', async () => {
    const [app, ana, stranger] = [octokit('concord[bot]'), octokit('ana'), octokit('stranger')];
    const { data: issue } = await ana.rest.issues.create({
      ...at,
      title: 'A form',
      body: '### Contract\n\na',
      labels: ['concord:dispute'],
    });
    const { data: made } = await app.rest.issues.createComment({ ...at, issue_number: issue.number, body: 'one' });
    expect(await refusal(stranger.rest.issues.updateComment({ ...at, comment_id: made.id, body: 'two' }))).toBe(403);
    await app.rest.issues.updateComment({ ...at, comment_id: made.id, body: 'two' });
    expect(github.comments(issue.number).map(({ login, body }) => [login, body])).toEqual([['concord[bot]', 'two']]);
    expect((await app.rest.issues.listComments({ ...at, issue_number: issue.number })).data.map(({ user }) => user?.type)).toEqual(['Bot']);
    await app.rest.issues.deleteComment({ ...at, comment_id: made.id });
    expect(await refusal(app.rest.issues.deleteComment({ ...at, comment_id: made.id }))).toBe(404);
    expect(await refusal(app.rest.issues.createComment({ ...at, issue_number: issue.number, body: 'x'.repeat(65_537) }))).toBe(422);
    await app.rest.issues.addLabels({ ...at, issue_number: issue.number, labels: ['done'] });
    await app.rest.issues.update({ ...at, issue_number: issue.number, state: 'closed', state_reason: 'completed' });
    const listed = await app.rest.issues.listForRepo({ ...at, state: 'all', labels: 'done' });
    expect(
      listed.data.map(({ state, labels }) => [state, labels.map((label) => (typeof label === 'string' ? label : label.name))]),
    ).toEqual([['closed', ['concord:dispute', 'done']]]);
    expect((await app.rest.issues.get({ ...at, issue_number: issue.number })).data.closed_by?.login).toBe('concord[bot]');
  });
});

describe('who may what', () => {
  test('an installation is no user, strangers do not write, tokens must be known', async () => {
    expect(await refusal(octokit('concord[bot]').rest.users.getAuthenticated())).toBe(403);
    expect((await octokit('ana').rest.users.getAuthenticated()).data.id).toBe(11);
    expect(await refusal(octokit('stranger').rest.git.createRef({ ...at, ref: 'refs/heads/x', sha: github.tip('main') ?? '' }))).toBe(403);
    expect(
      await refusal(
        new Octokit({ auth: 'ghp_999', baseUrl: github.url, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } }).rest.repos.get(
          at,
        ),
      ),
    ).toBe(401);
    expect(await refusal(octokit('ana').rest.repos.createRepoRuleset({ ...at, name: 'r', enforcement: 'active' }))).toBe(403);
    expect(await refusal(octokit('concord[bot]').rest.repos.createRepoRuleset({ ...at, name: 'r', enforcement: 'active' }))).toBe(403);
    github.world.state.repository.private = true;
    expect(await refusal(octokit('stranger').rest.repos.get(at))).toBe(404);
    expect((await octokit('ana').rest.repos.get(at)).data).toMatchObject({ private: true, owner: { id: 1_000_001, type: 'Organization' } });
  });

  test('rulesets hold for pushes and merges', async () => {
    const root = octokit('root');
    const { data: ruleset } = await root.rest.repos.createRepoRuleset({
      ...at,
      name: 'concord',
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [
        { type: 'deletion' },
        { type: 'non_fast_forward' },
        {
          type: 'pull_request',
          parameters: {
            required_approving_review_count: 0,
            dismiss_stale_reviews_on_push: true,
            require_code_owner_review: false,
            require_last_push_approval: false,
            required_review_thread_resolution: false,
          },
        },
        {
          type: 'required_status_checks',
          parameters: {
            strict_required_status_checks_policy: false,
            required_status_checks: [{ context: 'concord/both-parties', integration_id: 424242 }],
          },
        },
      ],
    });
    expect((await root.rest.repos.getRepoRulesets(at)).data.map(({ id, name, rules }) => [id, name, rules])).toEqual([
      [ruleset.id, 'concord', undefined],
    ]);
    expect((await root.rest.repos.getRepoRuleset({ ...at, ruleset_id: ruleset.id })).data.rules).toHaveLength(4);
    expect((await root.rest.repos.getBranchRules({ ...at, branch: 'main' })).data).toHaveLength(4);
    expect(() => github.as('ana').push('main', { x: '1' })).toThrow('through a pull request');
    const head = github.as('ana').push('topic', { x: '1' });
    const pull_number = github.as('ana').openPullRequest({ head: 'topic' });
    github.as('ana').setStatus(head, 'concord/both-parties', 'success');
    expect(await refusal(octokit('bo').rest.pulls.merge({ ...at, pull_number }))).toBe(405);
    await octokit('concord[bot]').rest.repos.createCommitStatus({ ...at, sha: head, context: 'concord/both-parties', state: 'success' });
    expect((await octokit('bo').rest.pulls.merge({ ...at, pull_number })).data.merged).toBe(true);
    await root.rest.repos.updateRepoRuleset({ ...at, ruleset_id: ruleset.id, enforcement: 'disabled' });
    await root.rest.repos.deleteRepoRuleset({ ...at, ruleset_id: ruleset.id });
  });

  test('environments, variables, labels and Actions are kept', async () => {
    const root = octokit('root');
    await root.rest.repos.createOrUpdateEnvironment({
      ...at,
      environment_name: 'settlement',
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
      reviewers: [{ type: 'User', id: 11 }],
    });
    await root.rest.repos.createDeploymentBranchPolicy({ ...at, environment_name: 'settlement', name: 'main' });
    const { data: environment } = await root.rest.repos.getEnvironment({ ...at, environment_name: 'settlement' });
    expect(environment.protection_rules?.map(({ type }) => type)).toEqual(['required_reviewers', 'branch_policy']);
    expect((await root.rest.repos.getAllEnvironments(at)).data.total_count).toBe(1);
    expect(
      (await root.rest.repos.listDeploymentBranchPolicies({ ...at, environment_name: 'settlement' })).data.branch_policies.map(
        ({ name }) => name,
      ),
    ).toEqual(['main']);
    await root.rest.actions.createRepoVariable({ ...at, name: 'concord_app', value: '1' });
    expect(await refusal(root.rest.actions.createRepoVariable({ ...at, name: 'CONCORD_APP', value: '2' }))).toBe(409);
    await root.rest.actions.updateRepoVariable({ ...at, name: 'CONCORD_APP', value: '2' });
    expect((await root.rest.actions.listRepoVariables(at)).data.variables.map(({ name, value }) => [name, value])).toEqual([
      ['CONCORD_APP', '2'],
    ]);
    await root.rest.issues.createLabel({ ...at, name: 'concord:form', color: '0e8a16', description: 'x' });
    expect(await refusal(root.rest.issues.createLabel({ ...at, name: 'Concord:form' }))).toBe(422);
    expect((await root.rest.issues.listLabelsForRepo(at)).data.map(({ name }) => name)).toEqual(['concord:form']);
    await root.rest.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
      ...at,
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: false,
    });
    expect((await root.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(at)).data.can_approve_pull_request_reviews).toBe(
      false,
    );
    github.as('ana').push('t', { x: '1' });
    expect(await refusal(octokit('github-actions[bot]').rest.pulls.create({ ...at, title: 't', head: 't', base: 'main' }))).toBe(403);
    expect((await root.rest.repos.listCollaborators(at)).data.map(({ login, role_name }) => [login, role_name])).toEqual([
      ['brand', 'admin'],
      ['ana', 'write'],
      ['bo', 'write'],
      ['root', 'admin'],
    ]);
    expect((await root.rest.repos.getCollaboratorPermissionLevel({ ...at, username: 'ana' })).data.permission).toBe('write');
    await root.rest.repos.update({ ...at, delete_branch_on_merge: true });
    expect((await root.rest.repos.get(at)).data.delete_branch_on_merge).toBe(true);
  });
});

describe('faults', () => {
  test('a call fails before or after it is done, once', async () => {
    const app = octokit('concord[bot]');
    const issue_number = github.as('ana').openIssue('t', 'b');
    github.faults.failCall(1, 'before');
    expect(await refusal(app.rest.issues.createComment({ ...at, issue_number, body: 'one' }))).toBe(502);
    expect(github.comments(issue_number)).toEqual([]);
    github.faults.failCall(2, 'after', 'drop');
    await app.rest.issues.createComment({ ...at, issue_number, body: 'two' });
    expect(await refusal(app.rest.issues.createComment({ ...at, issue_number, body: 'three' }))).toBe(500);
    expect(github.comments(issue_number).map(({ body }) => body)).toEqual(['two', 'three']);
    expect(github.faults.spent).toBe(true);
  });

  test('a caller that is stopped gets nothing more; another that comes between finds what is there', async () => {
    const app = octokit('concord[bot]');
    const before = github.moment();
    let killed = false;
    github.faults.stopCaller(2, 'after', () => {
      killed = true;
    });
    github.faults.during('repos/get', 'before', () => {
      github.as('ana').push('topic', { x: '1' });
    });
    await app.rest.repos.get(at);
    expect(github.branches()).toEqual(['main', 'topic']);
    expect(await refusal(app.rest.issues.create({ ...at, title: 'one' }))).toBe(500);
    expect([killed, github.issues().length]).toEqual([true, 1]);
    expect(await refusal(app.rest.issues.create({ ...at, title: 'two' }))).toBe(500);
    expect(github.issues()).toHaveLength(1);
    github.restore(before);
    expect([github.branches(), github.issues()]).toEqual([['main'], []]);
    await app.rest.issues.create({ ...at, title: 'three' });
    expect(github.log.map(({ operation, status, login }) => [operation, status, login])).toEqual([['issues/create', 201, 'concord[bot]']]);
  });

  test('what GitHub does not describe is a violation', async () => {
    const app = octokit('concord[bot]');
    expect(await refusal(app.request('GET /repos/{owner}/{repo}/nonsense', at))).toBe(500);
    expect(await refusal(app.request('GET /repos/{owner}/{repo}/pulls', { ...at, colour: 'red' }))).toBe(500);
    expect(await refusal(app.request('POST /repos/brand/contracts/issues?', { titel: 'x' }))).toBe(500);
    expect(github.violations).toEqual([
      'GET /repos/brand/contracts/nonsense: no operation of the description',
      'pulls/list: query must NOT have additional properties {"additionalProperty":"colour"}',
      'issues/create: body must have required property \'title\' {"missingProperty":"title"}',
      'issues/create: body has titel, which is not described',
    ]);
    github.violations.length = 0;
  });
});

test('every operation of the subset is served', async () => {
  const { served } = await import('../loopback/server.js');
  expect([...served].sort()).toEqual(operationIds);
});

test('an answer is held to its description: types, what must be there, null only where it may be', () => {
  const match = matchOperation('POST', '/repos/brand/contracts/git/blobs');
  if (match === null) throw new Error('no such operation');
  expect(responseFaults(match, 201, { url: 'https://x', sha: 'a' })).toEqual([]);
  expect(responseFaults(match, 201, { url: 'https://x' })).toEqual([
    'response must have required property \'sha\' {"missingProperty":"sha"}',
  ]);
  expect(responseFaults(match, 201, { url: null, sha: 'a' })).toEqual(['response/url must be string {"type":"string"}']);
  expect(responseFaults(match, 418, {})).toEqual(['status 418 is not described']);
  const issue = matchOperation('GET', '/repos/brand/contracts/issues/1');
  expect(issue?.operation.id).toBe('issues/get');
  expect(matchOperation('GET', '/repos/brand/contracts/commits/heads%2Fa%2Fb/status')?.path.ref).toBe('heads/a/b');
  expect(matchOperation('GET', '/repos/brand/contracts/compare/main...a%2Fb')?.path).toEqual({
    owner: 'brand',
    repo: 'contracts',
    base: 'main',
    head: 'a/b',
  });
});
