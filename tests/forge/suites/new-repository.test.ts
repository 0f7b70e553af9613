import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, packEngine, unpack } from '../../packed.js';
import { REPOSITORY, runCli } from '../../run-cli.js';
import { CONTRACT, contractText, DEFINITIONS, MEMBERS, TERMS } from '../gate-place.js';
import { type Github, startGithub } from '../loopback/start-github.js';
import { type RanJob, runWorkflow } from '../run-workflow.js';

/*
 * The way in, with nothing of this repository but its packed file: a new repository, its engine installed, its own workflows on the
 * forge, a contract that both agree to, a settlement, the engine's next version. `CONCORD_INSTALL=1` installs with npm from its registry.
 */

const VARS = { CONCORD_APP_CLIENT_ID: 'Iv23liTest' };
const APP = 'github: { app: { user: 98765432, id: 424242 } }\n';
const PEOPLE = { brand: ['Alice=11:alice', 'Ann=12:ann'], provider: ['Bob=21:bob', 'Carol=22:carol'] };
const WITH_NPM = (process.env.CONCORD_INSTALL ?? '') !== '';

let root: string;
let repository: string;
let github: Github;

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=root', '-c', 'user.email=root@example.com', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
const read = (path: string) => readFileSync(join(repository, path), 'utf8');

/** The engine in a repository, by npm or as npm would put it there. */
function installed(folder: string): void {
  if (WITH_NPM) execFileSync('npm', ['ci', '--omit=dev'], { cwd: folder, stdio: 'pipe' });
  else install(folder, { optional: true });
}

/** The program as its users call it. */
function npx(folder: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', NO_COLOR: '1', npm_config_offline: 'true' };
  const { status, stdout, stderr } = spawnSync('npx', ['--no', 'concord', ...args], { cwd: folder, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'concord-new-'));
  repository = join(root, 'harbour-kpis');
  const { file } = packEngine(root);
  // As `npx concord-0.1.0.tgz` puts it there.
  const tool = join(root, 'npx/node_modules');
  unpack(file, join(tool, 'concord'));
  symlinkSync(join(REPOSITORY, 'node_modules'), join(tool, 'concord/node_modules'));
  const lock = { packages: { 'node_modules/concord': { version: '0.1.0', resolved: `file:${join('..', file.slice(root.length))}` } } };
  writeFileSync(join(tool, '.package-lock.json'), JSON.stringify(lock));
  const people = Object.entries(PEOPLE).flatMap(([party, names]) => names.flatMap((name) => [`--${party}-person`, name]));
  const answers = ['--brand', 'Harbour Tea', '--provider', 'Northlight', '--currency', 'USD', '--timezone', 'UTC', ...people];
  const made = await runCli(['new', repository, ...answers], {}, undefined, join(tool, 'concord/dist/cli.js'));
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const data = {
    'data/shop/orders.csv': 'id,paid_on,amount\n1,2026-01-05,900\n',
    'contracts/workspace.yaml': read('contracts/workspace.yaml') + APP,
  };
  for (const [path, text] of Object.entries(data)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
  installed(repository);
  github = await startGithub({
    now: '2026-03-10T08:00:00Z',
    people: [...MEMBERS],
    files: { 'README.md': 'empty\n' },
  });
  const clone = join(root, 'clone');
  github.as('root').git(root, 'clone', '--quiet', github.gitFolder, clone);
  cpSync(repository, clone, { recursive: true, filter: (path) => !path.includes('node_modules') });
  git(clone, 'add', '--all');
  git(clone, 'commit', '--quiet', '-m', 'A repository of our own');
  github.as('root').git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
});
afterAll(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
  rmSync(root, { recursive: true, force: true });
});

async function ran(file: string, event: string, payload: Readonly<Record<string, unknown>> = {}): Promise<RanJob> {
  const [job, ...others] = await runWorkflow(github, file, { event, payload, vars: VARS, installs: installed });
  expect(others).toEqual([]);
  expect(job?.steps.filter(({ code }) => code !== 0)).toEqual([]);
  if (job === undefined) throw new Error(`no job of ${file}`);
  return job;
}
const decided = (number: number) => ran('gate.yml', 'pull_request_target', { action: 'opened', pull_request: { number } });
const statusOf = (number: number) => github.status(github.pull(number).headSha)?.description;

test('what is new has no contract, and nothing is wrong with it', () => {
  expect(npx(repository, 'check')).toMatchObject({ code: 0, stdout: 'Contracts checked: 0, no issues\n' });
  expect(npx(repository, 'codeowners', '--check').code).toBe(0);
});

test('the first contract is agreed to by both, and settled, as the new repository’s own workflows run', async () => {
  github.as('bob').push('contract', { [TERMS]: contractText(), [`contracts/${CONTRACT}/definitions.yaml`]: DEFINITIONS });
  const contract = github.as('bob').openPullRequest({ head: 'contract', title: 'Our first contract' });
  const job = await decided(contract);
  expect(job.left).toEqual([]);
  expect(statusOf(contract)).toBe('Waiting: brand, provider');
  github.as('alice').approve(contract);
  github.as('carol').approve(contract);
  await decided(contract);
  expect(statusOf(contract)).toBe('May be merged');
  github.as('bob').mergePullRequest(contract);

  await ran('settle.yml', 'schedule');
  const january = github.pulls().find(({ headBranch }) => headBranch === `settlement/${CONTRACT}/2026-01`)?.number ?? 0;
  github.as('alice').approve(january);
  github.as('bob').approve(january);
  await ran('settle.yml', 'schedule');
  expect(github.pull(january).merged).toBe(true);
  const statement = JSON.parse(github.file(`contracts/${CONTRACT}/ledger/2026-01/statement.json`, 'main') ?? '{}') as { total: string };
  expect(statement.total).toBe('3000.00');
});

test('the engine’s next version brings its workflows, and waits for both parties, whoever opens it', async () => {
  const SETTLE = '.github/workflows/settle.yml';
  const brought = read(SETTLE);
  // As the engine before had it.
  writeFileSync(join(repository, SETTLE), brought.replace('name: ', 'name: earlier '));
  expect(npx(repository, 'check').stdout).toContain(`Files are otherwise than engine 0.1.0 brings them, or missing: ${SETTLE}\n`);
  expect(npx(join(repository, 'contracts'), 'new', '--refresh')).toMatchObject({ code: 0, stderr: '' });
  expect(read(SETTLE)).toBe(brought);
  expect(npx(repository, 'check').stdout).not.toContain('engine-files-differ');

  const file = read('package.json').replace('concord-0.1.0.tgz', 'concord-0.2.0.tgz');
  github.as('carol').push('engine', {
    [SETTLE]: `${brought}# of the next version\n`,
    'package.json': file,
    'package-lock.json': read('package-lock.json').replaceAll('0.1.0.tgz', '0.2.0.tgz'),
  });
  const engine = github.as('carol').openPullRequest({ head: 'engine', title: 'Concord 0.2.0' });
  await decided(engine);
  expect(statusOf(engine)).toBe('Waiting: brand, provider');
  github.as('bob').approve(engine);
  await decided(engine);
  expect(statusOf(engine)).toBe('Waiting: brand');
});

test('a repository of files that moves to BigQuery gets what brings up its cloud, as one that began there has it', () => {
  const moved = join(root, 'moved');
  cpSync(repository, moved, { recursive: true, verbatimSymlinks: true });
  const workspace = join(moved, 'contracts/workspace.yaml');
  const warehouse = 'warehouse: { engine: bigquery, project: harbour-data, location: US }';
  writeFileSync(workspace, readFileSync(workspace, 'utf8').replace(/^warehouse: .*$/m, warehouse));
  const files = ['.github/workflows/infra.yml', 'Pulumi.yaml', 'package-lock.json', 'package.json'];
  expect(npx(moved, 'check').stdout).toContain(
    `engine 0.1.0 brings them, or missing: ${['.github/workflows/infra.yml', 'Pulumi.yaml', 'package.json', 'package-lock.json'].join(', ')}\n`,
  );
  const refreshed = npx(moved, 'new', '--refresh');
  expect(refreshed).toMatchObject({ code: 0, stderr: '' });
  expect(refreshed.stdout.match(/^ {2}\S+$/gm)?.map((line) => line.trim())).toEqual(files);
  expect(refreshed.stdout).toContain('run `npm ci`');
  expect(JSON.parse(readFileSync(join(moved, 'package.json'), 'utf8'))).toHaveProperty('devDependencies.@pulumi/pulumi');
  expect(readFileSync(join(moved, 'Pulumi.yaml'), 'utf8')).toContain('name: harbour-kpis\n');
  expect(npx(moved, 'new', '--refresh').stdout).toContain('Nothing to do');
  expect(npx(moved, 'check').stdout).not.toContain('engine-files-differ');
});

test('a clone of Git for Windows replays what was settled: no line end has changed', () => {
  const clone = join(root, 'windows');
  git(root, 'clone', '--quiet', '-c', 'core.autocrlf=true', github.gitFolder, clone);
  installed(clone);
  expect(npx(clone, 'verify', CONTRACT)).toMatchObject({ code: 0, stderr: '' });
  expect(npx(clone, 'diff', 'HEAD', 'HEAD').code).toBe(0);
});
