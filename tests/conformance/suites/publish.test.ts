import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PublishedRun } from '../../../src/kernel/published-table.js';
import { STATEMENTS } from '../../../src/kernel/published-tables.js';
import type { Warehouse } from '../../../src/ports/warehouse.js';
import { openBigquery } from '../../warehouses.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';

/* Results are appended once, however often they are published and whatever happens on the way. */

let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let warehouse: Warehouse;

beforeAll(async () => {
  evaluator = await Evaluator.start();
});
afterAll(() => evaluator.stop());
beforeEach(async () => {
  loopback = new LoopbackBigquery(evaluator);
  const endpoint = await loopback.start();
  const { signal } = new AbortController();
  warehouse = await openBigquery({ project: loopback.project, location: 'EU', endpoint, signal, maxBytes: null, readAt: null, backoff: 1 });
});
afterEach(() => loopback.stop());

function runOf(period: string, contract = 'acme', run = 1): PublishedRun {
  const row = (line: string, amount: string) => ({
    contract,
    period,
    run: String(run),
    period_start: `${period}-01`,
    period_end: null,
    as_of: '2026-02-16',
    currency: 'USD',
    statement_digest: 'sha256:00',
    line,
    kind: 'retainer',
    state: 'payable',
    amount,
    computed: null,
    claimed: null,
    reason: null,
    is_final: false,
  });
  return { contract, period, run, rows: [row('base', '3000.00'), row('it’s "x"', '-0.01')] };
}

const publish = (runs: readonly PublishedRun[]) => warehouse.publish?.('concord', STATEMENTS, runs);
const rows = () => loopback.store.find('concord.statements', null)?.table.rows.map((row) => [row[0], row[1], row[2], row[8], row[11]]);
const asked = (operation: string, method: string) => loopback.log.filter((call) => call.operation === operation && call.method === method);

it('makes dataset and table as they are described, and writes all rows of a run', async () => {
  expect(await publish([runOf('2026-01')])).toBe(1);
  expect(loopback.store.location('concord')).toBe('EU');
  const [made] = asked('table', 'POST');
  expect(made?.body).toMatchObject({ timePartitioning: { type: 'DAY', field: 'as_of' }, clustering: { fields: ['contract', 'period'] } });
  expect(rows()).toEqual([
    ['acme', '2026-01', '1', 'base', '3000.00'],
    ['acme', '2026-01', '1', 'it’s "x"', '-0.01'],
  ]);
});

it('writes what is there no second time, and what is new beside it', async () => {
  await publish([runOf('2026-01'), runOf('2026-01', 'other')]);
  expect(await publish([runOf('2026-01'), runOf('2026-01', 'other')])).toBe(0);
  expect(await publish([runOf('2026-01'), runOf('2026-02'), runOf('2026-01', 'acme', 2)])).toBe(2);
  expect(rows()).toHaveLength(8);
  expect(asked('dataset', 'POST')).toHaveLength(1);
  expect(asked('table', 'POST')).toHaveLength(1);
});

it('writes all that is new with one load job', async () => {
  const runs = Array.from({ length: 300 }, (_, index) => runOf('2026-01', `c${index}`));
  expect(await publish(runs)).toBe(300);
  expect(rows()).toHaveLength(600);
  expect(asked('load', 'POST')).toHaveLength(1);
  expect(asked('insertAll', 'POST')).toHaveLength(0);
});

it.each([
  ['a call that fails for the moment', { status: 503, reason: 'backendError' }],
  ['an answer that never came', 'drop-answer'],
  ['a connection that broke', 'drop'],
  ['a job that failed inside BigQuery', { jobFails: { reason: 'backendError', message: 'Retrying may solve the problem.' } }],
  [
    'a table just made that is not known everywhere',
    { jobFails: { reason: 'notFound', message: 'Not found: Table acme-reporting:concord.statements' } },
  ],
] as const)('%s is tried again, and nothing is there twice', async (_, effect) => {
  loopback.faults.add({ on: 'load', times: 3, effect });
  expect(await publish([runOf('2026-01')])).toBe(1);
  expect(rows()).toHaveLength(2);
});

it('a table that stays unknown is refused', async () => {
  const effect = { jobFails: { reason: 'notFound', message: 'Not found: Table acme-reporting:concord.statements' } };
  loopback.faults.add({ on: 'load', times: 1000, effect });
  await expect(publish([runOf('2026-01')])).rejects.toMatchObject({ issues: [{ code: 'bigquery-table-missing' }] });
});

it('a row that does not fit keeps all rows out', async () => {
  const wrong = runOf('2026-02');
  const runs = [runOf('2026-01'), { ...wrong, rows: wrong.rows.map((row) => ({ ...row, amount: 'much' })) }];
  await expect(publish(runs)).rejects.toMatchObject({ issues: [{ code: 'bigquery-failed' }] });
  expect(rows()).toEqual([]);
});

it('publishers at the same time write nothing twice, whatever each of them has', async () => {
  await publish([runOf('2025-12')]);
  loopback.faults.add({ on: 'load', times: 9, effect: { slow: 2 } });
  const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
  await Promise.all(months.map((_, count) => publish(months.slice(0, count + 1).map((month) => runOf(month)))));
  expect(rows()?.map((row) => row[1])).toHaveLength(10);
  expect(new Set(rows()?.map((row) => `${row[1]} ${row[3]}`)).size).toBe(10);
});

it('a job of another account that cannot be seen is waited for, then named', async () => {
  await publish([runOf('2026-01')]);
  const state = loopback.store.find('concord.statements', null);
  if (state === null) throw new Error('no table');
  // as if another account had started the next job and its rows were not there
  loopback.account = 'other@acme-reporting.iam.gserviceaccount.com';
  loopback.faults.add({ on: 'load', times: 1, effect: { jobFails: { reason: 'invalid', message: 'bad row of john@example.com' } } });
  const failed = await publish([runOf('2026-02')])?.catch((error: unknown) => error);
  expect(JSON.stringify(failed)).not.toContain('john');
  loopback.account = 'engine@acme-reporting.iam.gserviceaccount.com';
  await expect(publish([runOf('2026-02')])).rejects.toMatchObject({
    issues: [{ code: 'bigquery-publishing', params: { table: 'concord.statements' } }],
  });
  loopback.account = 'other@acme-reporting.iam.gserviceaccount.com';
  expect(await publish([runOf('2026-02')])).toBe(1);
  expect(rows()).toHaveLength(4);
});

it('rows that somebody deleted are written again', async () => {
  await publish([runOf('2026-01')]);
  const found = loopback.store.find('concord.statements', null);
  if (found === null) throw new Error('no table');
  loopback.store.put('concord.statements', { ...found.table, rows: [] });
  expect(await publish([runOf('2026-01')])).toBe(1);
  expect(rows()).toHaveLength(2);
});

it('without the right to write says which right', async () => {
  loopback.faults.add({
    on: 'load',
    times: 1,
    effect: { status: 403, reason: 'accessDenied', message: 'Access Denied: Table concord.statements' },
  });
  await expect(publish([runOf('2026-01')])).rejects.toMatchObject({
    issues: [{ code: 'bigquery-no-write', params: { what: 'concord.statements' } }],
  });
});

it('looks at credentials, project and rights before anything else', async () => {
  const message = 'Access Denied: Project acme-reporting: bigquery.jobs.create';
  loopback.faults.add({ on: 'dryRun', times: 9, effect: { status: 403, reason: 'accessDenied', message } });
  const { checks } = await warehouse.diagnose({ contract: 'acme', asOf: '2026-02-16', periods: [], spans: [] }, false);
  expect(checks.map(({ kind, name, issues }) => [kind, name, issues.map(({ code }) => code)])).toEqual([
    ['connection', 'acme-reporting (EU)', ['bigquery-no-jobs']],
  ]);
});
