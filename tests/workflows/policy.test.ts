import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';
import { findingsOf, RULES } from './rules.js';
import { SPOILT } from './spoilt-workflows.js';
import { readWorkflow } from './workflow.js';

const FOLDER = join(REPOSITORY, '.github/workflows');
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  'audit.yml': ['push', 'schedule'],
  'ci.yml': ['pull_request'],
  'forms.yml': ['issues'],
  'gate.yml': ['pull_request_target', 'workflow_run', 'issue_comment', 'schedule'],
  'infra.yml': ['pull_request', 'push', 'workflow_dispatch'],
  'notify.yml': ['schedule', 'workflow_dispatch'],
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

test('nothing is scheduled for a full or half hour, when everybody’s runs are late and Feishu takes nothing', () => {
  const minutes = Object.keys(TRIGGERS).flatMap((file) =>
    [...textOf(file).matchAll(/- cron: "(\d+) /g)].map(([, minute]) => Number(minute)),
  );
  expect(minutes.length).toBeGreaterThan(3);
  expect(minutes.filter((minute) => minute % 30 < 2 || minute % 30 > 28)).toEqual([]);
});

test('Pulumi’s command line is as old as its library', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const steps = readWorkflow(textOf('infra.yml')).jobs.flatMap((job) => job.steps);
  const versions = steps.filter(({ uses }) => uses?.startsWith('pulumi/actions@')).map((step) => step.with['pulumi-version']);
  expect(versions).toEqual([devDependencies['@pulumi/pulumi'], devDependencies['@pulumi/pulumi']]);
});

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
  ['a shell of its own', '- run: npm --prefix build run build', '- run: npm --prefix build run build\n        shell: evil'],
  ['a key twice', '    environment: concord\n', '    environment: concord\n    environment: other\n'],
])('what the rules do not know is refused: %s', (_, find, replacement) => {
  const text = textOf('gate.yml');
  const spoilt = text.replace(find, () => replacement);
  expect(spoilt).not.toBe(text);
  expect(() => readWorkflow(spoilt)).toThrow(/unknown key|unique/);
});
