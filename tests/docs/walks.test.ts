import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPOSITORY, runCli } from '../run-cli.js';
import { moved, movesOf } from './walk.js';

/*
 * The walks of CONTRIBUTING.md, followed to the letter on one copy of the repository, which then is generated, compiled with its
 * tests, and run.
 */

const FOLDERS = ['build', 'contracts', 'dist', 'docs', 'packs', 'schemas', 'scripts', 'src', 'templates'];
const FILES = ['package.json', 'tsconfig.json', 'tsconfig.tests.json', 'vitest.config.ts', '.dependency-cruiser.cjs'];
const OTHER_PACKAGES = /^tests\/(conformance|forge|suites)\/node_modules/;

const moves = movesOf(readFileSync(join(REPOSITORY, 'CONTRIBUTING.md'), 'utf8'));
const place = mkdtempSync(join(tmpdir(), 'concord-walks-'));
const read = (path: string) => (existsSync(join(place, path)) ? readFileSync(join(place, path), 'utf8') : null);
const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: place, env: { ...process.env, NO_COLOR: '1' } });
const bin = (name: string, ...args: string[]) => node(join(REPOSITORY, 'node_modules', name), ...args);
/** What a program says when it refuses. */
const said = ({ stdout, stderr }: { stdout?: string; stderr?: string }) => `${stdout}${stderr}`;

beforeAll(async () => {
  for (const folder of FOLDERS) cpSync(join(REPOSITORY, folder), join(place, folder), { recursive: true });
  for (const file of FILES) cpSync(join(REPOSITORY, file), join(place, file));
  cpSync(join(REPOSITORY, 'tests'), join(place, 'tests'), {
    recursive: true,
    filter: (path) => !OTHER_PACKAGES.test(path.slice(REPOSITORY.length)),
  });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(place, 'node_modules'));
  for (const move of moves) {
    const text = moved(read(move.path), move);
    mkdirSync(dirname(join(place, move.path)), { recursive: true });
    writeFileSync(join(place, move.path), text);
  }
  await node('scripts/generate-types.mjs');
  await bin('@typescript/native/bin/tsc', '-p', 'tsconfig.json').catch((refusal) => expect.unreachable(said(refusal)));
}, 240_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('CONTRIBUTING.md', () => {
  test('walks through each of these', () => {
    expect([...new Set(moves.map(({ walk }) => walk))]).toEqual([
      'A lint rule',
      'An event kind',
      'A fee kind',
      'A source pack',
      'A report format',
      'A verb',
    ]);
  });

  test('ends in tests that pass', async () => {
    const tests = moves.filter(({ path, way }) => way === 'new' && path.endsWith('.test.ts')).map(({ path }) => path);
    const others = ['tests/lint/lint-contract.test.ts', 'tests/commands/verbs.test.ts', 'tests/contract/schemas.test.ts'];
    const run = bin('vitest/vitest.mjs', 'run', ...tests, ...others, '--maxWorkers=1', '--no-isolate');
    const { stdout } = await run.catch((refusal) => expect.unreachable(said(refusal)));
    expect(stdout).toMatch(new RegExp(`Test Files +${tests.length + others.length} passed`));
  });

  test('makes a lint rule that has its page', async () => {
    await node('scripts/generate-docs.mjs');
    expect(read('docs/lint.md')).toContain('slow-acceptance');
  });

  test('makes a verb and a format that the command line knows', async () => {
    const run = (...args: string[]) => runCli([...args, '--root', place], {}, undefined, join(place, 'dist/cli.js'));
    const parties = await run('parties', 'acme-linkstar-us', '--format', 'yaml');
    expect(parties).toEqual({ code: 0, stderr: '', stdout: expect.stringMatching(/^brand: Acme Home\nprovider:\n {2}en: Linkstar\n/) });
    expect((await run('--help')).stdout).toMatch(/^ {2}parties\b/m);
  });
});
