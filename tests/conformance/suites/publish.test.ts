import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PublishedRun } from '../../../src/kernel/published-table.js';
import { STATEMENTS } from '../../../src/kernel/published-tables.js';
import type { Warehouse } from '../../../src/ports.js';
import { openBigquery } from '../../../src/shell/warehouse/bigquery.js';
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

it('rows carry ids by which BigQuery drops what reaches it twice', async () => {
  await publish([runOf('2026-01')]);
  const [call] = asked('insertAll', 'POST');
  expect(call?.body).toMatchObject({ rows: [{ insertId: 'acme/2026-01/1/0' }, { insertId: 'acme/2026-01/1/1' }] });
});

it('a call that fails for the moment is made again', async () => {
  loopback.faults.add({ on: 'insertAll', times: 1, effect: { status: 503, reason: 'backendError' } });
  expect(await publish([runOf('2026-01')])).toBe(1);
  expect(rows()).toHaveLength(2);
});

it('looks at credentials, project and rights before anything else', async () => {
  const message = 'Access Denied: Project acme-reporting: bigquery.jobs.create';
  loopback.faults.add({ on: 'dryRun', times: 9, effect: { status: 403, reason: 'accessDenied', message } });
  const { checks } = await warehouse.diagnose({ contract: 'acme', asOf: '2026-02-16', periods: [], spans: [] }, false);
  expect(checks.map(({ kind, name, issues }) => [kind, name, issues.map(({ code }) => code)])).toEqual([
    ['connection', 'acme-reporting (EU)', ['bigquery-no-jobs']],
  ]);
});
