import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { matchOperation, operationIds, responseFaults } from '../loopback/description.js';
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
    expect(await refusal(clientWith(github, 'ghp_999').rest.repos.get(at))).toBe(401);
    expect(await refusal(octokit('ana').rest.repos.createRepoRuleset({ ...at, name: 'r', enforcement: 'active' }))).toBe(403);
    expect(await refusal(octokit('concord[bot]').rest.repos.createRepoRuleset({ ...at, name: 'r', enforcement: 'active' }))).toBe(403);
    github.world.state.repository.private = true;
    expect(await refusal(octokit('stranger').rest.repos.get(at))).toBe(404);
    expect((await octokit('ana').rest.repos.get(at)).data).toMatchObject({ private: true, owner: { id: 1_000_001, type: 'Organization' } });
  });

  test('an app without the permission for workflows brings no changed one onto a branch', async () => {
    const [app, ana] = [octokit('concord[bot]'), octokit('ana')];
    const start = github.tip('main') ?? '';
    github.as('ana').push('flow', { '.github/workflows/x.yml': 'on: push\n' });
    const sha = github.tip('flow') ?? '';
    expect(await refusal(app.rest.git.createRef({ ...at, ref: 'refs/heads/made', sha }))).toBe(403);
    await app.rest.git.createRef({ ...at, ref: 'refs/heads/made', sha: start });
    expect(await refusal(app.rest.git.updateRef({ ...at, ref: 'heads/made', sha }))).toBe(403);
    await ana.rest.git.updateRef({ ...at, ref: 'heads/made', sha });
    expect(github.tip('made')).toBe(sha);
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
  // A refusal that GitHub has for other calls is none of this one.
  const merge = matchOperation('PUT', '/repos/brand/contracts/pulls/1/merge');
  const edit = matchOperation('PATCH', '/repos/brand/contracts/pulls/1');
  const variable = matchOperation('POST', '/repos/brand/contracts/actions/variables');
  if (merge === null || edit === null || variable === null) throw new Error('not described');
  const refused = { message: 'no', documentation_url: 'https://docs' };
  expect(responseFaults(merge, 405, refused)).toEqual([]);
  expect(responseFaults(edit, 405, refused)).toEqual(['status 405 is not described']);
  expect(responseFaults(edit, 409, refused)).toEqual(['status 409 is not described']);
  expect(responseFaults(variable, 409, refused)).toEqual([]);
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

test('owners of the code who are not there, or may not write, are errors of its file', async () => {
  const errors = async () =>
    (await octokit('ana').rest.repos.codeownersErrors(at)).data.errors.map(({ line, column, kind }) => [line, column, kind]);
  expect(await refusal(octokit('ana').rest.repos.codeownersErrors(at))).toBe(404);
  github.as('ana').push('main', { '.github/CODEOWNERS': '# @nobody\n* @ana @bo\n/contracts/a/ @ana @stranger @gone\n' });
  expect(await errors()).toEqual([
    [3, 20, 'Unknown owner'],
    [3, 30, 'Unknown owner'],
  ]);
});
