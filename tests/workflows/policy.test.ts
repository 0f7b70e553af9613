import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';
import { findingsOf, RULES } from './rules.js';
import { expression, readWorkflow } from './workflow.js';

const FOLDER = join(REPOSITORY, '.github/workflows');
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  'audit.yml': ['push', 'schedule'],
  'ci.yml': ['pull_request'],
  'forms.yml': ['issues'],
  'gate.yml': ['pull_request_target', 'workflow_run', 'issue_comment', 'schedule'],
  'infra.yml': ['pull_request', 'push'],
  'review-bell.yml': ['pull_request_review'],
  'scorecard.yml': ['pull_request_target', 'workflow_run'],
  'settle.yml': ['schedule', 'workflow_dispatch'],
};

test('these workflows are there, with these triggers', () => {
  const found = readdirSync(FOLDER).map((file) => [file, readWorkflow(textOf(file)).triggers]);
  expect(Object.fromEntries(found)).toEqual(TRIGGERS);
});

test.each(Object.keys(TRIGGERS))('%s keeps every rule', (file) => {
  expect(findingsOf(readWorkflow(textOf(file)))).toEqual([]);
});

test('Pulumi’s command line is as old as its library', () => {
  const { dependencies } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const steps = readWorkflow(textOf('infra.yml')).jobs.flatMap((job) => job.steps);
  const versions = steps.filter(({ uses }) => uses?.startsWith('pulumi/actions@')).map((step) => step.with['pulumi-version']);
  expect(versions).toEqual([dependencies['@pulumi/pulumi'], dependencies['@pulumi/pulumi']]);
});

interface Spoilt {
  readonly rule: string;
  readonly file: string;
  readonly find: string | RegExp;
  readonly with: string;
  readonly at: string;
  readonly found: string;
}

/** One change of a shipped workflow for each rule, and for each way around it that has been thought of. */
const SPOILT: readonly Spoilt[] = [
  {
    rule: 'known-trigger',
    file: 'settle.yml',
    find: 'workflow_dispatch:',
    with: 'repository_dispatch:',
    at: 'on',
    found: 'repository_dispatch',
  },
  {
    rule: 'no-permissions-by-default',
    file: 'gate.yml',
    find: 'permissions: {}',
    with: 'permissions: read-all',
    at: 'permissions',
    found: '{"":"read-all"}',
  },
  { rule: 'no-permissions-by-default', file: 'gate.yml', find: 'permissions: {}\n', with: '', at: 'permissions', found: 'null' },
  {
    rule: 'no-permissions-by-default',
    file: 'ci.yml',
    find: 'permissions: {}',
    with: 'permissions: { contents: read }',
    at: 'permissions',
    found: '{"contents":"read"}',
  },
  { rule: 'permissions-are-named', file: 'review-bell.yml', find: '    permissions: {}\n', with: '', at: 'ring', found: 'null' },
  {
    rule: 'permissions-are-named',
    file: 'review-bell.yml',
    find: '    permissions: {}',
    with: '    permissions: write-all',
    at: 'ring',
    found: '{"":"write-all"}',
  },
  { rule: 'no-wide-permissions', file: 'audit.yml', find: 'statuses: read', with: 'actions: read', at: 'audit', found: 'actions: read' },
  {
    rule: 'no-wide-permissions',
    file: 'ci.yml',
    find: 'contents: read',
    with: 'contents: write',
    at: 'contracts',
    found: 'contents: write',
  },
  {
    rule: 'no-wide-permissions',
    file: 'review-bell.yml',
    find: '    permissions: {}',
    with: '    permissions: { statuses: write }',
    at: 'ring',
    found: 'statuses: write',
  },
  {
    rule: 'no-secret-for-head-code',
    file: 'review-bell.yml',
    find: '- run: echo',
    with: `- env: { T: "${expression('github.token')}" }\n        run: echo`,
    at: 'ring',
    found: 'secrets',
  },
  {
    rule: 'no-secret-for-head-code',
    file: 'ci.yml',
    find: '- run: npm test',
    with: `- run: npm test\n        env: { K: "${expression('secrets.CONCORD_APP_PRIVATE_KEY')}" }`,
    at: 'engine',
    found: 'secrets',
  },
  {
    rule: 'identity-of-forks',
    file: 'infra.yml',
    find: 'github.event.pull_request.head.repo.full_name == github.repository',
    with: 'true',
    at: 'preview',
    found: 'id-token',
  },
  { rule: 'secrets-in-an-environment', file: 'gate.yml', find: '    environment: concord\n', with: '', at: 'decide', found: 'secrets' },
  { rule: 'secrets-in-an-environment', file: 'settle.yml', find: '    environment: concord\n', with: '', at: 'settle', found: 'secrets' },
  {
    rule: 'pinned-actions',
    file: 'gate.yml',
    find: /actions\/checkout@\w+ # v7.0.1/,
    with: 'actions/checkout@v7',
    at: 'decide[0]',
    found: 'actions/checkout@v7 # ',
  },
  {
    rule: 'pinned-actions',
    file: 'gate.yml',
    find: '# v7.0.1',
    with: '# v7.0.2',
    at: 'decide[0]',
    found: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.2',
  },
  {
    rule: 'pinned-actions',
    file: 'gate.yml',
    find: '@3d3c42e5',
    with: '@3d3c42e6',
    at: 'decide[0]',
    found: 'actions/checkout@3d3c42e6aac5ba805825da76410c181273ba90b1 # v7.0.1',
  },
  {
    rule: 'pinned-actions',
    file: 'ci.yml',
    find: '- run: npm test',
    with: '- uses: ./.github/actions/test',
    at: 'engine[3]',
    found: './.github/actions/test # ',
  },
  { rule: 'known-inputs', file: 'gate.yml', find: 'node-version:', with: 'nodeVersion:', at: 'decide[1]', found: 'nodeVersion' },
  {
    rule: 'known-outputs',
    file: 'gate.yml',
    find: 'steps.app.outputs.token',
    with: 'steps.app.outputs.tokens',
    at: 'decide[5]',
    found: 'steps.app.outputs.tokens',
  },
  { rule: 'known-outputs', file: 'gate.yml', find: 'id: app', with: 'id: bot', at: 'decide[5]', found: 'steps.app.outputs.token' },
  {
    rule: 'no-expression-in-run',
    file: 'scorecard.yml',
    find: '"$PULL_REQUEST" --output',
    with: `${expression('github.event.pull_request.number')} --output`,
    at: 'comment[6]',
    found: `node dist/cli.js comment --pr ${expression('github.event.pull_request.number')} --output report`,
  },
  {
    rule: 'no-text-of-others',
    file: 'gate.yml',
    find: /PULL_REQUEST: .*/,
    with: `PULL_REQUEST: ${expression('github.event.pull_request.title')}`,
    at: 'decide',
    found: 'github.event.pull_request.title',
  },
  {
    rule: 'no-text-of-others',
    file: 'gate.yml',
    find: 'group: gate-',
    with: `group: gate-${expression('github.head_ref')}-`,
    at: 'decide',
    found: 'github.head_ref',
  },
  {
    rule: 'no-text-of-others',
    file: 'forms.yml',
    find: "if: vars.CONCORD_APP_CLIENT_ID == ''",
    with: 'if: github.event.issue.body',
    at: 'form',
    found: 'github.event.issue.body',
  },
  {
    rule: 'default-branch-code-only',
    file: 'gate.yml',
    find: 'github.event.repository.default_branch',
    with: 'github.event.pull_request.head.sha',
    at: 'decide[0]',
    found: `ref: ${expression('github.event.pull_request.head.sha')}`,
  },
  { rule: 'default-branch-code-only', file: 'scorecard.yml', find: /ref: .*/, with: 'path: .', at: 'comment[0]', found: 'ref: -' },
  {
    rule: 'default-branch-code-only',
    file: 'forms.yml',
    find: 'persist-credentials: false',
    with: 'persist-credentials: false\n          allow-unsafe-pr-checkout: true',
    at: 'form[0]',
    found: 'allow-unsafe-pr-checkout',
  },
  {
    rule: 'trusted-lines-only',
    file: 'gate.yml',
    find: '- run: npm run build',
    with: '- run: git fetch origin refs/pull/7/head && git checkout FETCH_HEAD',
    at: 'decide[3]',
    found: 'git fetch origin refs/pull/7/head && git checkout FETCH_HEAD',
  },
  {
    rule: 'trusted-lines-only',
    file: 'settle.yml',
    find: '- run: npm run build',
    with: '- run: npm test',
    at: 'settle[3]',
    found: 'npm test',
  },
  {
    rule: 'trusted-lines-only',
    file: 'scorecard.yml',
    find: '"$PULL_REQUEST" --output',
    with: '$PULL_REQUEST --output',
    at: 'comment[6]',
    found: 'node dist/cli.js comment --pr $PULL_REQUEST --output report',
  },
  {
    rule: 'no-credentials-left-behind',
    file: 'ci.yml',
    find: 'persist-credentials: false',
    with: 'clean: true',
    at: 'contracts[0]',
    found: 'persist-credentials',
  },
  {
    rule: 'no-install-scripts',
    file: 'ci.yml',
    find: '- run: npm ci --ignore-scripts',
    with: '- run: npm ci',
    at: 'contracts[2]',
    found: 'npm ci',
  },
  {
    rule: 'no-install-scripts',
    file: 'ci.yml',
    find: '- run: npm test',
    with: '- run: npx --yes something',
    at: 'engine[3]',
    found: 'npx --yes something',
  },
  { rule: 'no-shared-cache', file: 'gate.yml', find: 'package-manager-cache: false', with: 'cache: npm', at: 'decide[1]', found: 'cache' },
  {
    rule: 'app-token-like-the-job',
    file: 'gate.yml',
    find: 'permission-statuses: write',
    with: 'permission-administration: write',
    at: 'decide[4]',
    found: 'administration: write, contents: write, issues: read, pull-requests: write',
  },
  { rule: 'app-token-like-the-job', file: 'forms.yml', find: /( {10}permission-.*\n)+/, with: '', at: 'form[4]', found: '' },
  { rule: 'hosted-runner', file: 'gate.yml', find: 'ubuntu-latest', with: 'self-hosted', at: 'decide', found: 'self-hosted' },
  { rule: 'time-limit', file: 'gate.yml', find: '    timeout-minutes: 15\n', with: '', at: 'decide', found: 'null' },
  { rule: 'time-limit', file: 'gate.yml', find: 'timeout-minutes: 15', with: 'timeout-minutes: 360', at: 'decide', found: '360' },
  {
    rule: 'one-at-a-time',
    file: 'settle.yml',
    find: 'cancel-in-progress: false',
    with: 'cancel-in-progress: true',
    at: 'settle',
    found: 'settle, true',
  },
  { rule: 'one-at-a-time', file: 'settle.yml', find: /concurrency:\n {2}group: settle\n.*\n/, with: '', at: 'settle', found: '-, -' },
];

test.each(SPOILT)('$rule refuses $found', ({ rule, file, find, with: replacement, at, found }) => {
  const text = textOf(file);
  const spoilt = text.replace(find, () => replacement);
  expect(spoilt).not.toBe(text);
  expect(findingsOf(readWorkflow(spoilt))).toContainEqual({ rule, at, found });
});

test('every rule has something that it refuses', () => {
  expect([...new Set(SPOILT.map(({ rule }) => rule))].sort()).toEqual(Object.keys(RULES).sort());
});

test.each<[string, string | RegExp, string]>([
  ['a job that calls another workflow', '    steps:\n', '    uses: ./.github/workflows/other.yml\n    steps:\n'],
  ['a container', '    runs-on:', '    container: evil\n    runs-on:'],
  ['defaults for shell lines', 'jobs:', 'defaults: { run: { shell: evil } }\njobs:'],
  ['an environment for the whole workflow', 'jobs:', 'env: { NODE_OPTIONS: x }\njobs:'],
  ['a shell of its own', '- run: npm run build', '- run: npm run build\n        shell: evil'],
  ['a key twice', '    environment: concord\n', '    environment: concord\n    environment: other\n'],
])('what the rules do not know is refused: %s', (_, find, replacement) => {
  const text = textOf('gate.yml');
  const spoilt = text.replace(find, () => replacement);
  expect(spoilt).not.toBe(text);
  expect(() => readWorkflow(spoilt)).toThrow(/unknown key|unique/);
});
