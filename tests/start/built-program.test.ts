import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiledFile, FIRST, FOLDER, sealed } from '../../src/shell/start/built-program.js';
import { goldenPlace } from '../e2e/place.js';
import { type CliResult, REPOSITORY, runCli } from '../run-cli.js';

/*
 * What dist/cli.js starts: the program that the build made, with what V8 had compiled of it. Whatever is wrong with the one or the other
 * costs time, and changes nothing that is said.
 */
const root = mkdtempSync(join(tmpdir(), 'concord-start-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const contracts = goldenPlace();
const COMPILED = new RegExp(`^(.+\\.cjs)${compiledFile('').replaceAll('.', '\\.')}$`);

/** An installation of its own, to spoil. */
function installed(name: string): string {
  const place = join(root, name);
  for (const each of ['dist', 'package.json']) cpSync(join(REPOSITORY, each), join(place, each), { recursive: true });
  rmSync(join(place, 'dist/.tsbuildinfo'), { force: true });
  return place;
}

const run = (place: string, ...args: string[]) => runCli(args, {}, undefined, join(place, 'dist/cli.js'));
const check = (place: string) => run(place, 'check', '--root', contracts, '--format', 'json');
const startOf = (place: string) => join(place, 'dist', FOLDER);
const compiledIn = (place: string) => readdirSync(startOf(place)).filter((name) => COMPILED.test(name));

/** Without the modules: whatever runs is the program alone. */
function withoutModules(place: string): string {
  const dist = join(place, 'dist');
  for (const name of readdirSync(dist)) if (!['cli.js', 'shell', FOLDER].includes(name)) rmSync(join(dist, name), { recursive: true });
  for (const name of readdirSync(join(dist, 'shell'))) if (name !== 'start') rmSync(join(dist, 'shell', name), { recursive: true });
  return place;
}

let expected: CliResult;
beforeAll(async () => {
  expected = await check(REPOSITORY);
  expect(expected).toMatchObject({ code: 0, stderr: '' });
  expect(expected.stdout).toContain('"defaults"');
});

test('it is one program: it needs neither the modules that it was made of nor any package', async () => {
  const place = withoutModules(installed('alone'));
  expect(compiledIn(place).length).toBeGreaterThan(5);
  expect(await check(place)).toEqual(expected);
});

test('it finds the module that its threads run', () => {
  const folder = join(REPOSITORY, 'dist', FOLDER);
  const named = readdirSync(folder).flatMap((name) =>
    name.endsWith('.cjs')
      ? [...readFileSync(join(folder, name), 'utf8').matchAll(/["'](\.\.\/[\w/-]+-worker\.js)["']/g)].map(([, path]) => path ?? '')
      : [],
  );
  expect(named).toHaveLength(1);
  for (const path of named) expect(existsSync(join(folder, path)), path).toBe(true);
});

const SPOILT: Readonly<Record<string, (place: string, name: string) => void>> = {
  missing: (place, name) => rmSync(join(startOf(place), name)),
  empty: (place, name) => writeFileSync(join(startOf(place), name), ''),
  'cut off': (place, name) => {
    const path = join(startOf(place), name);
    writeFileSync(path, readFileSync(path).subarray(0, 1000));
  },
  damaged: (place, name) => {
    const path = join(startOf(place), name);
    const bytes = readFileSync(path);
    const middle = bytes.length >> 1;
    writeFileSync(path, bytes.fill((bytes[middle] ?? 0) ^ 0xff, middle, middle + 64));
  },
  'of no V8': (place, name) => {
    const code = readFileSync(join(startOf(place), COMPILED.exec(name)?.[1] ?? ''));
    writeFileSync(join(startOf(place), name), sealed(code, Buffer.alloc(5000, 7)));
  },
};

test.each(Object.keys(SPOILT))('what was compiled is %s: the same is said', async (how) => {
  const place = withoutModules(installed(how));
  for (const name of compiledIn(place)) SPOILT[how]?.(place, name);
  expect(await check(place)).toEqual(expected);
});

test('what was compiled of another chunk is not taken for this one’s', async () => {
  const place = withoutModules(installed('swapped'));
  const [one = '', other = ''] = compiledIn(place).filter((name) => !name.startsWith(FIRST));
  const aside = join(startOf(place), 'aside');
  renameSync(join(startOf(place), one), aside);
  renameSync(join(startOf(place), other), join(startOf(place), one));
  renameSync(aside, join(startOf(place), other));
  expect(await check(place)).toEqual(expected);
});

test('a chunk that somebody has changed runs as it stands, although V8 would take what was compiled of it before', async () => {
  const place = withoutModules(installed('changed'));
  const chunks = compiledIn(place).map((name) => join(startOf(place), COMPILED.exec(name)?.[1] ?? ''));
  const path = chunks.find((each) => readFileSync(each, 'utf8').includes('KPI contracts as code')) ?? '';
  const before = readFileSync(path, 'utf8');
  const after = before.replace('KPI contracts as code', 'KPI contracts as song');
  expect(after).not.toBe(before);
  expect(after).toHaveLength(before.length);
  writeFileSync(path, after);
  expect((await run(place, '--help')).stdout).toContain('KPI contracts as song');
});

test('the modules run where the program is older than they are, and where there is none', async () => {
  const place = installed('older');
  symlinkSync(join(REPOSITORY, 'node_modules'), join(place, 'node_modules'), 'junction');
  const first = join(startOf(place), FIRST);
  writeFileSync(first, "throw new Error('the program ran');");
  expect((await check(place)).stderr).toContain('the program ran');
  writeFileSync(join(place, 'dist/.tsbuildinfo'), '');
  utimesSync(first, 0, 0);
  expect(await check(place)).toEqual(expected);
  rmSync(startOf(place), { recursive: true });
  expect(await check(place)).toEqual(expected);
});

test('where a fault came from can be read', async () => {
  const { stderr } = await run(REPOSITORY, 'demo', '--out', join(REPOSITORY, 'package.json'), '--debug');
  expect(stderr).toMatch(/\bdemo \(\S+start\/demo-[\w-]+\.cjs:\d+:\d+\)/);
});
