import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPOSITORY } from '../../run-cli.js';
import { expression, readWorkflow } from '../../workflows/workflow.js';
import { evaluate, interpolate, mayRun } from '../actions-expression.js';
import { startsJob } from '../run-workflow.js';

const CLOUD = {
  CONCORD_WORKLOAD_IDENTITY_PROVIDER: 'projects/1/locations/global/workloadIdentityPools/p/providers/github',
  CONCORD_PREVIEW_SERVICE_ACCOUNT: 'concord-preview@acme.iam.gserviceaccount.com',
};
const NO_PREVIEW = { ...CLOUD, CONCORD_PREVIEW_SERVICE_ACCOUNT: '' };
const head = (repository: string, login = 'bob') => ({
  pull_request: { number: 7, user: { login }, head: { repo: { full_name: repository } } },
});

test.each<[string, string, string, object, Record<string, string>, boolean]>([
  ['a pull request of this repository is previewed', 'preview', 'pull_request', head('acme/kpis'), CLOUD, true],
  ['one of a fork is not', 'preview', 'pull_request', head('mallory/kpis'), CLOUD, false],
  ['nor one of dependabot', 'preview', 'pull_request', head('acme/kpis', 'dependabot[bot]'), CLOUD, false],
  ['nor one without a cloud', 'preview', 'pull_request', head('acme/kpis'), {}, false],
  ['nor where nobody may preview', 'preview', 'pull_request', head('acme/kpis'), NO_PREVIEW, false],
  ['a push is brought up', 'up', 'push', {}, CLOUD, true],
  ['so is what somebody starts by hand', 'up', 'workflow_dispatch', {}, CLOUD, true],
  ['a push is not previewed', 'preview', 'push', {}, CLOUD, false],
  ['a pull request is not brought up', 'up', 'pull_request', head('acme/kpis'), CLOUD, false],
])('the cloud: %s', (_, job, event, payload, vars, runs) => {
  expect(startsJob('infra.yml', job, { event, payload: { ...payload }, vars, repository: 'acme/kpis' })).toBe(runs);
});

const infra = readFileSync(join(REPOSITORY, '.github/workflows/infra.yml'), 'utf8');
const up = readWorkflow(infra).jobs.find(({ id }) => id === 'up');

test.each<[string, string, boolean]>([
  ['the newest text is applied', '', true],
  ['an older one, started again or long kept waiting, is not', 'true', false],
])('the cloud: %s', (_, changed, applied) => {
  const [checkout, since, ...rest] = up?.steps ?? [];
  expect(checkout?.with.ref).toBe(expression('github.event.repository.default_branch || github.ref'));
  expect([checkout?.with['fetch-depth'], since?.id]).toEqual(['0', 'since']);
  // The checkout is the default branch as it stands by now; what has come since is asked of git.
  const values = { steps: { since: { outputs: { changed } } } };
  const [notice, ...steps] = rest.map((step) => mayRun(step.if, { values, succeeded: true }));
  expect(notice).toBe(!applied);
  expect(steps).toEqual(steps.map(() => applied));
});

describe('the cloud: whether a run is of the newest text', () => {
  const paths = ['.github/ISSUE_TEMPLATE/03-dispute.yml', 'bench/a', 'data/shop/orders.csv', 'docs/guide/a.md', 'tests/a.ts', 'README.md'];
  const line = up?.steps.find(({ id }) => id === 'since')?.run ?? '';
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'concord-since-'));
    git('init', '--quiet', '--initial-branch', 'main');
    commit('README.md', 'a');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: root, encoding: 'utf8' }).trim();
  function commit(path: string, text: string): string {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    git('add', '--all');
    git('commit', '--quiet', '--message', path);
    return git('rev-parse', 'HEAD');
  }
  /** What the step puts out, of a run that was woken by a commit. */
  function said(sha: string): string {
    const output = join(root, '.git/output');
    writeFileSync(output, '');
    execFileSync('bash', ['-e', '-c', line], {
      cwd: root,
      env: { ...process.env, GITHUB_SHA: sha, GITHUB_OUTPUT: output },
      stdio: 'ignore',
    });
    return readFileSync(output, 'utf8');
  }

  test('the branch stands where it stood, or has got what wakes no run', () => {
    const before = git('rev-parse', 'HEAD');
    expect(said(before)).toBe('');
    for (const path of paths) commit(path, 'b');
    expect(said(before)).toBe('');
    const ignored = [...(/paths-ignore: \[(.*)\]/.exec(infra)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(([, path = '']) => path);
    expect(ignored.length).toBe(paths.length);
    const excluded = ignored.map((path) => (path.endsWith('/**') ? `':(exclude)${path.slice(0, -3)}'` : `':(exclude,glob)${path}'`));
    expect(line).toContain(` -- . ${excluded.join(' ')} || `);
  });

  test.each(['contracts/acme/events/2026-03-10-x.yaml', 'package.json', 'Pulumi.production.yaml', 'src/docs/a.md', '.github/CODEOWNERS'])(
    'it has got %s',
    (path) => {
      const before = git('rev-parse', 'HEAD');
      const after = commit(path, path);
      expect([said(before), said(after)]).toEqual(['changed=true\n', '']);
    },
  );

  test('its commit is not there any more', () => {
    expect(said('f'.repeat(40))).toBe('changed=true\n');
  });
});

test('whatever has failed before, all open pull requests are decided, what was settled is published, and the pages are written', () => {
  const [settle] = readWorkflow(readFileSync(join(REPOSITORY, '.github/workflows/settle.yml'), 'utf8')).jobs;
  const values = { vars: { CONCORD_PUBLISH_DATASET: 'kpis' }, github: { event_name: 'schedule' } };
  const commands = (settle?.steps ?? []).filter(({ run }) => run?.startsWith('node dist/cli.js ') === true);
  const goOn = commands.filter((step) => mayRun(step.if, { values, succeeded: false }));
  expect(goOn.map(({ run }) => run?.split(' ')[2])).toEqual(['form', 'forms', 'gate', 'publish', 'site']);
  expect(commands.length).toBe(goOn.length + 1);
});

test.each<[string, string]>([
  ["github.event.a || github.event.b || 'c'", 'c'],
  ['github.event.list[0].n || 5', '7'],
  ["github.event.list[1].n != 8 || github.name == 'ACME'", 'true'],
  ["contains(join(github.event.list.*.name), 'form:')", 'true'],
  ["contains(join(github.event.none.*.name), 'form:')", 'false'],
  ['contains(fromJSON(\'["OWNER"]\'), github.name)', 'false'],
  ["!(github.name == 'x') && 'it''s'", "it's"],
  ['success() && failure()', 'false'],
])('expressions: %s', (source, value) => {
  const list = [
    { n: 7, name: 'a' },
    { n: 8, name: 'form:x' },
  ];
  expect(evaluate(source, { values: { github: { name: 'acme', event: { list } } }, succeeded: true })).toEqual(value);
});

test('expressions that GitHub does not understand are refused, and what is not there is empty', () => {
  const context = { values: { vars: {} }, succeeded: false };
  for (const source of ['fromYAML(vars.x)', 'a b', '1 +', 'secret.x']) expect(() => evaluate(source, context)).toThrow();
  expect(interpolate(`<${expression('vars.x')}>`, context)).toBe('<>');
  expect([mayRun('', context), mayRun("vars.x == ''", context), mayRun('success() || failure()', context)]).toEqual([false, false, true]);
});

const comment = (association: string, type = 'User') => ({
  issue: { number: 7, pull_request: {} },
  comment: { user: { type }, author_association: association },
});

test.each<[string, string, string, object, boolean]>([
  ['a comment of somebody of the repository', 'gate.yml', 'issue_comment', comment('COLLABORATOR'), true],
  ['a comment of a stranger', 'gate.yml', 'issue_comment', comment('NONE'), false],
  ['a comment of somebody who once sent a patch', 'gate.yml', 'issue_comment', comment('CONTRIBUTOR'), false],
  ['a comment of a bot', 'gate.yml', 'issue_comment', comment('MEMBER', 'Bot'), false],
  ['a comment on an issue', 'gate.yml', 'issue_comment', { ...comment('OWNER'), issue: { number: 7 } }, false],
  ['a pull request of a person', 'gate.yml', 'pull_request_target', head('acme/kpis'), true],
  ['a pull request of dependabot, which gets no secrets', 'gate.yml', 'pull_request_target', head('acme/kpis', 'dependabot[bot]'), false],
  ['a review of it', 'gate.yml', 'workflow_run', { workflow_run: { pull_requests: [{ number: 7 }] } }, true],
  ['the hour', 'gate.yml', 'schedule', {}, true],
  ['a pull request of a person', 'scorecard.yml', 'pull_request_target', head('acme/kpis'), true],
  ['a pull request of dependabot', 'scorecard.yml', 'pull_request_target', head('acme/kpis', 'dependabot[bot]'), false],
])('what wakes whom: %s, %s', (_, file, event, payload, runs) => {
  const job = file === 'gate.yml' ? 'decide' : 'comment';
  expect(startsJob(file, job, { event, payload: { ...payload }, repository: 'acme/kpis' })).toBe(runs);
});
