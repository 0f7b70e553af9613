import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, type Packed, packEngine } from '../packed.js';
import { REPOSITORY, runCli } from '../run-cli.js';

/*
 * The package that users get: what is in it, what it installs, and that deciding needs none of what is optional.
 * `CONCORD_INSTALL=1` installs with npm from its registry, too, and measures it.
 */
let root: string;
let repository: string;
let packed: Packed;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'concord-packed-'));
  packed = packEngine(root);
  repository = join(root, 'kpis');
  const people = ['--brand-person', 'Ana=11', '--provider-person', 'Bob=21'];
  const answers = ['--brand', 'Tea', '--provider', 'North', '--currency', 'USD', '--timezone', 'UTC', ...people];
  expect(await runCli(['new', repository, ...answers, '--engine', packed.file])).toMatchObject({ code: 0, stderr: '' });
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const npm = (args: readonly string[]) =>
  execFileSync('npm', args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const sourceFiles = readdirSync(join(REPOSITORY, 'src'), { recursive: true, encoding: 'utf8' });

test('it holds the built program, what the program reads, and the guide', () => {
  const others = packed.paths.filter((path) => !/^(dist|docs|packs|templates|schemas|\.github)\//.test(path));
  expect(others).toEqual([
    ...['LICENSE', 'README.md', 'README.zh.md'],
    ...['contract.yaml', 'definitions.yaml', 'views/first_orders.bigquery.sql', 'views/first_orders.duckdb.sql'].map(
      (name) => `contracts/acme-linkstar-us/${name}`,
    ),
    'contracts/workspace.yaml',
    'package.json',
    ...['PulumiPolicy.yaml', 'index.js', 'package.json'].map((name) => `policy/${name}`),
  ]);
  const built = packed.paths.filter((path) => path.startsWith('dist/'));
  const wanted = sourceFiles.filter((path) => /(?<!\.d)\.ts$/.test(path)).map((path) => `dist/${path.replace(/\.ts$/, '.js')}`);
  // Text that anybody can read, and nothing that V8 made of it.
  const start = readdirSync(join(REPOSITORY, 'dist/start')).flatMap((name) => (/\.(cjs|txt)$/.test(name) ? [`dist/start/${name}`] : []));
  expect(start).toContain('dist/start/program.cjs');
  expect(built).toEqual([...wanted, ...start, 'dist/engine-lock.json', 'dist/verify.mjs'].sort());
  const docs = packed.paths.filter((path) => path.startsWith('docs/') && !path.startsWith('docs/guide/'));
  expect(docs).toEqual(['README.md', 'glossary.md', 'issues.md', 'lint.md', 'packs.md'].map((name) => `docs/${name}`));
  expect(packed.paths.filter((path) => /(^|\/)tests?\/|bench|golden|\.map$|tsbuildinfo/.test(path))).toEqual([]);
});

test('the lock file that is written is npm’s own: it has nothing to change', () => {
  const before = readFileSync(join(repository, 'package-lock.json'), 'utf8');
  npm(['install', '--package-lock-only', '--offline']);
  expect(readFileSync(join(repository, 'package-lock.json'), 'utf8')).toBe(before);
});

test('without what is optional the program decides: check, verify, codeowners, diff', async () => {
  if ((process.env.CONCORD_INSTALL ?? '') === '') install(repository, { optional: false });
  else npm(['ci', '--omit=optional']);
  const cli = join(repository, 'node_modules/concord/dist/cli.js');
  const run = (...args: string[]) => runCli([...args, '--root', repository], {}, undefined, cli);
  const initialised = await run('init', 'first-deal', '--template', 'full-service');
  expect(initialised).toMatchObject({ code: 0 });
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all', 'contracts', 'package.json'],
    ['commit', '--quiet', '-m', 'Ours'],
  ]) {
    execFileSync('git', ['-c', 'user.name=ana', '-c', 'user.email=ana@example.com', ...args], { cwd: repository, stdio: 'pipe' });
  }
  for (const args of [['check'], ['verify'], ['codeowners'], ['diff', 'HEAD', 'HEAD']])
    expect(await run(...args), args[0]).toMatchObject({ code: 0 });
  expect((await run('settle', '--as-of', '2027-03-01')).stderr).toContain('package-missing');
});
