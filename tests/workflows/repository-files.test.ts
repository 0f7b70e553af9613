import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY, runWarm } from '../run-cli.js';

const textOf = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
const tracked = (pattern: string) =>
  execFileSync('git', ['ls-files', pattern], { cwd: REPOSITORY, encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '');

test('dependabot looks at every package that has a lock file, and at the actions', () => {
  const { updates } = parse(textOf('.github/dependabot.yml')) as {
    updates: { 'package-ecosystem': string; directories?: string[]; directory?: string }[];
  };
  const locked = tracked('*package-lock.json').map((path) => (dirname(path) === '.' ? '/' : `/${dirname(path)}`));
  const npm = updates.filter((update) => update['package-ecosystem'] === 'npm').flatMap(({ directories = [] }) => directories);
  expect(npm.sort()).toEqual(locked.sort());
  expect(updates.filter((update) => update['package-ecosystem'] === 'github-actions').map(({ directory }) => directory)).toEqual(['/']);
});

test('the pull request template names fields and commands that there are', async () => {
  const template = textOf('.github/pull_request_template.md');
  const contract = JSON.parse(textOf('schemas/contract.schema.json')) as { properties: Record<string, { properties?: object }> };
  const fields = [...template.matchAll(/`(\w+)\.(\w+)`/g)];
  expect(fields.length).toBeGreaterThan(0);
  for (const [, clause = '', field = ''] of fields) expect(Object.keys(contract.properties[clause]?.properties ?? {})).toContain(field);
  const { stdout } = await runWarm(['--help']);
  const commands = new Set([...template.matchAll(/`concord (\w+)/g)].map(([, name]) => name));
  expect(commands.size).toBeGreaterThan(0);
  for (const name of commands) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
});

test('every command of a workflow is one of the program, with options that it has', async () => {
  const lines = tracked('.github/workflows/*.yml').flatMap((path) => [...textOf(path).matchAll(/node dist\/cli\.js ([a-z]+)([^\n]*)/g)]);
  expect(lines.length).toBeGreaterThan(8);
  const help = new Map<string, string>();
  for (const [, command = '', rest = ''] of lines) {
    if (!help.has(command)) help.set(command, (await runWarm([command, '--help'])).stdout);
    for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(help.get(command), `${command} ${option}`).toContain(option);
  }
});
