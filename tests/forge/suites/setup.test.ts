import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setupGithub } from '../../../src/commands/run/setup-github.js';
import { agreedRulesets } from '../../../src/reading/rulesets.js';
import { contextFor, printed } from '../../in-process.js';
import { memoryFiles } from '../../memory-files.js';
import { REPOSITORY } from '../../run-cli.js';
import { APP, forgeAs, startPlace } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

const APP_ID = 424242;
const PEOPLE = `people:
  alice: { name: Alice Chen, github: 11, login: alice }
  ann: { name: Ann Wu, github: 12 }
  bob: { name: Bob Li, github: 21 }
  carol: { name: Carol Zhao, github: 22 }
governance: { brand: [alice, ann], provider: [bob, carol] }
`;
const WITH_APP = `${PEOPLE}github: { app: { user: 98765432, id: ${APP_ID} } }\n`;
const WITH_CLOUD = `${WITH_APP}warehouse: { engine: bigquery, project: acme-kpi, location: EU }\n`;
const CLIENT = 'CONCORD_APP_CLIENT_ID=Iv23liTest';

let github: Github;

beforeEach(async () => {
  github = await startPlace();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

interface Step {
  readonly subject: string;
  readonly name: string;
  readonly state: string;
  readonly note: { readonly code: string } | null;
  readonly drift: readonly { readonly path: string }[];
}

interface Setup {
  readonly steps: readonly Step[];
  readonly limits: readonly { readonly code: string }[];
  readonly done: readonly { readonly request: { readonly method: string; readonly path: string }; readonly refused: string | null }[];
}

/** A working copy: the shipped rulesets and the forms beside a workspace. */
function workingCopy(workspace: string): Map<string, string> {
  const files = new Map([['contracts/workspace.yaml', workspace]]);
  for (const folder of ['.github/rulesets', '.github/ISSUE_TEMPLATE']) {
    for (const name of readdirSync(join(REPOSITORY, folder))) {
      files.set(`${folder}/${name}`, readFileSync(join(REPOSITORY, folder, name), 'utf8'));
    }
  }
  return files;
}

interface Chosen {
  readonly login?: string;
  readonly apply?: boolean;
  readonly workspace?: string;
  readonly variables?: readonly string[];
}

async function setup({ login = 'root', apply = false, workspace = WITH_APP, variables = [] }: Chosen = {}) {
  const context = { ...contextFor({ root: '.' }), files: memoryFiles(workingCopy(workspace)) };
  const { exitCode, output } = await printed(context, setupGithub(context, forgeAs(github, login), { apply, variables }));
  const report = JSON.parse(output) as Setup;
  const states = Object.fromEntries(report.steps.map(({ subject, name, state }) => [`${subject} ${name}`, state]));
  return { exitCode, report, states, limits: report.limits.map(({ code }) => code) };
}

const MAIN = 'ruleset concord: default branch';
const BRANCHES = 'ruleset concord: branches of the app';
const writes = () => github.log.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

test('without --apply nothing is changed, and everything that is missing is said', async () => {
  const { exitCode, states, limits } = await setup();
  expect(writes()).toEqual([]);
  expect(exitCode).toBe(1);
  expect(states).toMatchObject({
    [MAIN]: 'to-do',
    [BRANCHES]: 'to-do',
    'merging merge': 'to-do',
    'workflow-token read': 'to-do',
    'environment concord': 'to-do',
    'label form:dispute': 'to-do',
    'variable CONCORD_APP_CLIENT_ID': 'by-hand',
    'secret CONCORD_APP_PRIVATE_KEY': 'by-hand',
    'access alice': 'done',
    'access carol': 'done',
  });
  // no cloud: nothing of one is asked for
  expect(Object.keys(states).filter((name) => name.endsWith(' production'))).toEqual([]);
  expect(limits).toEqual(['rules-missing', 'administrators', 'writers']);
});

test('--apply does it, looks again, and changes nothing the second time', async () => {
  const first = await setup({ apply: true, variables: [CLIENT] });
  expect(first.report.done.filter(({ refused }) => refused !== null)).toEqual([]);
  // The key can only be put there by hand.
  expect(Object.entries(first.states).filter(([, state]) => state !== 'done')).toEqual([['secret CONCORD_APP_PRIVATE_KEY', 'by-hand']]);
  expect(first.exitCode).toBe(1);
  const { state } = github.world;
  state.environments.find(({ name }) => name === 'concord')?.secrets.push('CONCORD_APP_PRIVATE_KEY');

  const before = writes().length;
  const second = await setup({ apply: true, variables: [CLIENT] });
  expect(writes().length).toBe(before);
  expect(second.report.done).toEqual([]);
  expect(second.exitCode).toBe(0);
  expect(second.limits).toEqual(['administrators', 'writers']);

  expect(state.rulesets.map(({ sent }) => [sent.name, sent.enforcement])).toEqual([
    ['concord: default branch', 'active'],
    ['concord: branches of the app', 'active'],
    ['concord: checks of a change', 'active'],
  ]);
  expect(state.variables.map(({ name, value }) => [name, value])).toEqual([['CONCORD_APP_CLIENT_ID', 'Iv23liTest']]);
  expect(Object.values(state.actions)).toContainEqual({ default_workflow_permissions: 'read', can_approve_pull_request_reviews: false });
  expect(
    state.environments.map(({ name, reviewers, branchPolicies }) => [name, reviewers, branchPolicies.map((each) => each.name)]),
  ).toEqual([['concord', [], ['main']]]);
});

test('what was set up holds: nobody pushes to main, and the app alone to its branches', async () => {
  await setup({ apply: true });
  expect(() => github.as('mallory').push('main', { 'contracts/acme-linkstar/contract.yaml': '' })).toThrow(/pull request/);
  expect(() => github.as('mallory').push('settlement/acme-linkstar/2026-02', { x: '' })).toThrow(/creations being restricted/);
  github.as(APP).push('settlement/acme-linkstar/2026-02', { x: '' });
  expect(() => github.as('root').push('settlement/acme-linkstar/2026-02', { x: 'forged' })).toThrow(/protected ref/);

  github.as('bob').push('lower', { 'docs/x.md': 'x' });
  const number = github.as('bob').openPullRequest({ head: 'lower', title: 'Lower' });
  const head = github.pull(number).headSha;
  github.as('mallory').setStatus(head, 'concord/both-parties', 'success');
  expect(() => github.as('mallory').mergePullRequest(number)).toThrow(/concord\/both-parties/);
  github.as(APP).setStatus(head, 'concord/both-parties', 'success');
  expect(() => github.as('bob').mergePullRequest(number)).toThrow(/"contracts" is expected/);
  for (const check of ['contracts', 'engine']) {
    github.as('mallory').setStatus(head, check, 'success');
    expect(() => github.as('bob').mergePullRequest(number)).toThrow(`"${check}" is expected`);
    github.as('github-actions[bot]').setStatus(head, check, 'success');
  }
  github.as('bob').mergePullRequest(number);
  expect(github.pull(number).merged).toBe(true);
});

test('what the app merges waits for no run of a workflow, which anybody who writes could cancel', async () => {
  await setup({ apply: true });
  github.as(APP).push('settlement/acme-linkstar/2026-02', { 'docs/y.md': 'y' });
  const number = github.as(APP).openPullRequest({ head: 'settlement/acme-linkstar/2026-02', title: 'Settlement' });
  github.as(APP).setStatus(github.pull(number).headSha, 'concord/both-parties', 'success');
  github.as(APP).mergePullRequest(number);
  expect(github.pull(number).merged).toBe(true);
});

test('what somebody changed by hand is found and put back', async () => {
  await setup({ apply: true });
  const { state } = github.world;
  const main = state.rulesets[0];
  if (main === undefined) throw new Error('no ruleset');
  Object.assign(main, {
    sent: { ...main.sent, enforcement: 'disabled', bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }] },
  });
  const environment = state.environments.find(({ name }) => name === 'concord');
  environment?.branchPolicies.push({ id: 9001, name: '*', type: 'branch' });
  const { report, states } = await setup();
  expect(states).toMatchObject({ [MAIN]: 'to-do', 'environment concord': 'to-do' });
  expect(report.steps[0]?.drift.map(({ path }) => path)).toEqual(['enforcement', 'bypass_actors[RepositoryRole 5]']);

  const mended = await setup({ apply: true });
  expect(mended.states).toMatchObject({ [MAIN]: 'done', 'environment concord': 'done' });
  expect(environment?.branchPolicies.map(({ name }) => name)).toEqual(['main']);
});

test('with a cloud its environment is made, with people of both parties who look first', async () => {
  const { states, limits } = await setup({ apply: true, workspace: WITH_CLOUD });
  expect(states).toMatchObject({ 'environment production': 'done', 'reviewers production': 'done' });
  expect(limits).toContain('one-reviewer-is-enough');
  const made = github.world.state.environments.find(({ name }) => name === 'production');
  expect(made?.reviewers).toEqual([11, 21, 12, 22].map((id) => ({ type: 'User', id })));
  expect(made?.branchPolicies.map(({ name }) => name)).toEqual(['main']);
});

test('reviewers and a waiting time that were there stay', async () => {
  const production = { wait_timer: 30, reviewers: [{ type: 'User' as const, id: 31 }], deployment_branch_policy: null };
  await forgeAs(github, 'root').settings({ method: 'PUT', path: '/environments/production', body: production });
  const { states } = await setup({ apply: true, workspace: WITH_CLOUD });
  expect(states).toMatchObject({ 'environment production': 'done', 'reviewers production': 'done' });
  expect(github.world.state.environments.find(({ name }) => name === 'production')).toMatchObject({
    waitTimer: 30,
    reviewers: [31, 11, 21, 12, 22].map((id) => ({ type: 'User', id })),
  });
});

test('without an app: rules that would keep Concord out are left, and what can be forged is said', async () => {
  const { states, limits, report } = await setup({ apply: true, workspace: PEOPLE });
  expect(states[MAIN]).toBe('done');
  expect(states[BRANCHES]).toBe('not-here');
  expect(Object.keys(states).filter((name) => /^(variable|secret)/.test(name))).toEqual([]);
  expect(limits).toEqual(['status-by-anybody', 'branches-by-anybody', 'bot-waits-for-a-click', 'administrators']);
  expect(report.steps.find(({ subject }) => subject === 'workflow-token')?.state).toBe('done');
  // And it is true: anybody's status lets a pull request through.
  github.as('bob').push('lower', { 'docs/x.md': 'x' });
  const number = github.as('bob').openPullRequest({ head: 'lower', title: 'Lower' });
  github.as('mallory').setStatus(github.pull(number).headSha, 'concord/both-parties', 'success');
  github.as('mallory').mergePullRequest(number);
});

test('a plan without rules: said plainly, and the rest is set up', async () => {
  const message = 'Upgrade to GitHub Pro or make this repository public to enable this feature.';
  const refuse = () => github.faults.failOperation('repos/get-repo-rulesets', 'before', { status: 403, message }, 2);
  refuse();
  const { exitCode, states, limits, report } = await setup({ apply: true });
  expect(exitCode).toBe(1);
  expect(states).toMatchObject({ [MAIN]: 'unknown', [BRANCHES]: 'unknown', 'environment concord': 'done' });
  expect(limits[0]).toBe('no-rules-by-plan');
  expect(report.steps[0]?.note?.code).toBe('refused');
});

test('somebody who is no administrator sees what they may, and what was refused is told', async () => {
  await setup({ apply: true, variables: [CLIENT] });
  const { states, limits } = await setup({ login: 'bob' });
  expect(limits).toContain('not-administrator');
  expect(states).toMatchObject({ [MAIN]: 'unknown', [BRANCHES]: 'unknown', 'workflow-token read': 'unknown', 'access bob': 'done' });

  const applied = await setup({ login: 'bob', apply: true, variables: ['CONCORD_APP_CLIENT_ID=Iv23liOther'] });
  expect(applied.exitCode).toBe(1);
  expect(applied.report.done.map(({ request, refused }) => [request.path, refused !== null])).toEqual([
    ['/actions/variables/CONCORD_APP_CLIENT_ID', true],
  ]);
});

test('the app’s key where every branch can read it, a renamed login, somebody without access', async () => {
  github.world.state.secrets.push('CONCORD_APP_PRIVATE_KEY');
  github.rename('alice', 'alice-2');
  github.removePerson('carol');
  const { report } = await setup();
  const notes = report.steps.flatMap(({ name, note }) => (note === null ? [] : [[name, note.code]]));
  expect(notes).toEqual([
    ['CONCORD_APP_CLIENT_ID', 'variable-missing'],
    ['CONCORD_APP_PRIVATE_KEY', 'secret-everywhere'],
    ['alice', 'login-changed'],
    ['carol', 'no-access'],
  ]);
});

test('rulesets are read from the repository with its app', async () => {
  const files = memoryFiles(workingCopy(WITH_APP));
  const { rulesets, issues } = await agreedRulesets(files, APP_ID);
  expect(issues).toEqual([]);
  expect(rulesets.map(({ name, needsApp }) => [name, needsApp])).toEqual([
    ['concord: default branch', false],
    ['concord: branches of the app', true],
    ['concord: checks of a change', true],
  ]);
});
