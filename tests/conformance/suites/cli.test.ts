import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GOLDEN, goldenFolders } from '../../../scripts/golden.mjs';
import { REPOSITORY, runCli } from '../../run-cli.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { upload } from '../support/contexts.js';
import { ledgerOf } from '../support/run-cases.js';

/*
 * The whole main job as its users run it: the built command line, the official client, and BigQuery's REST on loopback.
 */

const FOLDER = 'gates';
let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let environment: Readonly<Record<string, string>>;
let root: string;
let contract: string;
let asOf: string;

beforeAll(async () => {
  expect(goldenFolders()).toContain(FOLDER);
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator);
  environment = { BIGQUERY_EMULATOR_HOST: await loopback.start() };
  root = layOut();
  const steps = JSON.parse(readFileSync(join(GOLDEN, FOLDER, 'steps.json'), 'utf8')) as { asOf: string; data?: string }[];
  asOf = steps[0]?.asOf ?? '';
  contract = contractIn(root);
  await upload(loopback, root, contract);
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
  rmSync(root, { recursive: true, force: true });
});

function layOut(): string {
  const copy = mkdtempSync(join(tmpdir(), 'concord-cli-'));
  for (const part of ['contracts', 'data']) cpSync(join(GOLDEN, FOLDER, part), join(copy, part), { recursive: true });
  return copy;
}

function contractIn(folder: string): string {
  const found = readdirSync(join(folder, 'contracts'), { withFileTypes: true }).find((entry) => entry.isDirectory());
  if (found === undefined) throw new Error('no contract');
  return found.name;
}

const bigquery = (...args: string[]) =>
  runCli(
    [...args, '--root', root, '--as-of', asOf, '--warehouse', 'bigquery', '--project', loopback.project, '--location', 'US'],
    environment,
  );

it('plan prints SQL, bytes and price, and runs nothing', async () => {
  const { code, stdout, stderr } = await bigquery('plan', contract);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatch(/FROM `acme-reporting\.\w+\.\w+`/);
  expect(stdout).toMatch(/-- reads \d+ bytes, is billed for at most \d+: about 0\.\d{4} USD on demand, an estimate/);
  expect(stdout).toMatch(/at 6\.25 USD per TiB \(cloud\.google\.com\/bigquery\/pricing, US, \d{4}-\d{2}\), an estimate; nothing was run/);
  const json = await bigquery('plan', contract, '--format', 'json');
  const { queries } = JSON.parse(json.stdout) as { queries: { bytes: string; billedBytes: string; estimatedUsd: string; sql: string }[] };
  expect(queries.length).toBeGreaterThan(0);
  for (const query of queries) {
    expect(Object.keys(query).sort()).toEqual(['billedBytes', 'bytes', 'estimatedUsd', 'label', 'params', 'sql']);
    expect(query.billedBytes).toBe('10485760');
    // the least that is billed: 10 MiB at 6.25 USD per TiB
    expect(query.estimatedUsd).toBe('0.0001');
  }
  expect(loopback.jobs.paid).toEqual([]);
});

it('score prints the same scorecard as from the files', async () => {
  const onBigquery = await bigquery('score', contract, '--format', 'json');
  const onDuckdb = await runCli(['score', contract, '--root', root, '--as-of', asOf, '--format', 'json']);
  expect(onBigquery.stderr).toBe('');
  expect(onBigquery.stdout).toBe(onDuckdb.stdout);
  expect(loopback.jobs.paid.length).toBeGreaterThan(0);
});

it('--max-bytes keeps it from running', async () => {
  const before = loopback.log.length;
  const { code, stderr } = await bigquery('score', contract, '--max-bytes', '1');
  expect(code).toBe(1);
  expect(stderr).toContain('the limit is 1');
  expect(loopback.log.slice(before).filter(({ operation }) => operation === 'insert')).toEqual([]);
});

it('settle and verify leave the same ledger, which names its jobs', async () => {
  const other = layOut();
  try {
    expect((await bigquery('settle', contract)).code).toBe(0);
    expect((await runCli(['settle', contract, '--root', other, '--as-of', asOf])).code).toBe(0);
    expect([...ledgerOf(root, contract)]).toEqual([...ledgerOf(other, contract)]);
    const [period] = [...ledgerOf(root, contract).keys()];
    const file = join(root, 'contracts', contract, 'ledger', period?.split('/')[0] ?? '', 'statement.json');
    const { provenance } = JSON.parse(readFileSync(file, 'utf8')) as { provenance: { warehouse: string; jobs: string[] } };
    expect(provenance.warehouse).toBe('bigquery');
    expect(provenance.jobs.length).toBeGreaterThan(0);
    for (const job of provenance.jobs) expect(job).toMatch(/^acme-reporting:US\.concord_[a-z0-9-]+_[0-9a-f]{40}$/);
    const verified = await runCli(['verify', contract, '--root', root]);
    expect(verified.code, verified.stderr).toBe(0);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

it('--read-at is in the provenance and not in the digest', async () => {
  const readAt = new Date(Date.now() + 60_000).toISOString();
  const now = layOut();
  const then = layOut();
  try {
    const settle = (folder: string, ...more: string[]) =>
      runCli(
        [
          'settle',
          contract,
          '--root',
          folder,
          '--as-of',
          asOf,
          '--warehouse',
          'bigquery',
          '--project',
          loopback.project,
          '--location',
          'US',
          ...more,
        ],
        environment,
      );
    expect((await settle(now)).code).toBe(0);
    const past = await settle(then, '--read-at', readAt);
    expect(past.code, past.stderr).toBe(0);
    expect([...ledgerOf(then, contract)]).toEqual([...ledgerOf(now, contract)]);
    const [first] = [...ledgerOf(then, contract).keys()];
    const text = readFileSync(join(then, 'contracts', contract, 'ledger', first?.split('/')[0] ?? '', 'statement.json'), 'utf8');
    expect(text).toContain(`bigquery as of ${readAt}`);
  } finally {
    rmSync(now, { recursive: true, force: true });
    rmSync(then, { recursive: true, force: true });
  }
});

it('without a project it says what to write', async () => {
  const { code, stderr } = await runCli(['score', contract, '--root', root, '--warehouse', 'bigquery'], environment);
  expect(code).toBe(2);
  expect(stderr).toContain('warehouse: { engine: bigquery, project: …, location: … }');
});

it('the workspace can name BigQuery', async () => {
  const copy = layOut();
  try {
    const text = readFileSync(join(copy, 'contracts', contract, 'contract.yaml'), 'utf8');
    const people = [...text.matchAll(/signatories: \[([^\]]*)\]/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    );
    const persons = people.map((name, index) => `  ${name}: { name: ${name}, github: ${index + 1} }\n`).join('');
    const warehouse = 'warehouse: { engine: bigquery, project: acme-reporting, location: US }';
    writeFileSync(join(copy, 'contracts', 'workspace.yaml'), `people:\n${persons}${warehouse}\n`);
    const { code, stdout, stderr } = await runCli(['score', contract, '--root', copy, '--as-of', asOf], environment);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).not.toBe('');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

it('Ctrl-C tells the running query to stop', async () => {
  const fresh = new LoopbackBigquery(evaluator);
  const address = await fresh.start();
  try {
    await upload(fresh, root, contract);
    fresh.faults.add({ on: 'insert', effect: { slow: 1_000_000 }, times: 1 });
    const args = [
      'score',
      contract,
      '--root',
      root,
      '--as-of',
      asOf,
      '--warehouse',
      'bigquery',
      '--project',
      fresh.project,
      '--location',
      'US',
    ];
    const env = { ...process.env, NO_COLOR: '1', CONCORD_LOCALE: 'en', BIGQUERY_EMULATOR_HOST: address };
    const child = spawn(process.execPath, [join(REPOSITORY, 'dist', 'cli.js'), ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (part) => {
      stderr += String(part);
    });
    while (!fresh.log.some(({ operation }) => operation === 'results')) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(stderr).toContain('the run was cancelled; 1 running query was told to stop');
    expect(code).toBe(2);
    expect(fresh.log.filter(({ operation }) => operation === 'cancel')).toHaveLength(1);
  } finally {
    await fresh.stop();
  }
});
