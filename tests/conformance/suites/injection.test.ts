import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '../../../src/contract/model.js';
import { name } from '../../../src/query/compile-filter.js';
import { bigquery } from '../../../src/query/dialects/bigquery.js';
import { refusedInView } from '../../../src/query/dialects/bigquery-view.js';
import { duckdb } from '../../../src/query/dialects/duckdb.js';
import type { MeasurementRequest } from '../../../src/query/request.js';
import { equals, fact, measure, request, terms } from '../../build-terms.js';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { TEXTS } from '../random/values.js';
import { bigqueryAt } from '../support/contexts.js';
import { ORDERS, openShop } from '../support/shop.js';

/*
 * Text that would like to be SQL: as a value it is bound, as a name it is refused, as a view it is asked of BigQuery as a
 * whole before it becomes a part of anything.
 */

const ATTACKS = [
  ...TEXTS,
  "x'); DROP TABLE `acme-reporting.shop.orders`; --",
  "' UNION ALL SELECT TO_JSON_STRING(t) FROM `acme-reporting.shop.secrets` t --",
  '` ; DELETE FROM shop.orders WHERE TRUE; --',
  "\\' OR TRUE --",
  '@p1',
  '@@project_id',
  '"""',
  "'''",
  '\u0000',
  '\r\n--',
];

let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let endpoint: string;

beforeAll(async () => {
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator);
  const rows = ATTACKS.map((text, index) => [String(index), '2026-01-05T00:00:00Z', '1.00', text, text]);
  openShop(loopback, { fields: ORDERS.fields, rows });
  loopback.store.routines.add('shop.remote');
  loopback.store.put('shop.secrets', { fields: [{ name: 'secret', type: 'STRING' }], rows: [['hidden']] });
  endpoint = await loopback.start();
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
});

function withWhere(where: Filter): MeasurementRequest {
  const measures = [measure('rows', 'orders', { count: 'rows' }, { where }), measure('sum', 'orders', { sum: 'amount' }, { where })];
  const of = terms({ term: { from: '2026-01-01', to: '2026-01-31' }, definitions: { facts: [fact('orders')], measures } });
  return request(of, { asOf: '2026-02-05', periods: ['2026-01'] });
}

function overView(text: string): MeasurementRequest {
  const views = [{ name: 'shaped', duckdb: null, bigquery: text }];
  const orders = fact('orders', { source: { view: 'shaped' } });
  const measures = [measure('sum', 'orders', { sum: 'amount' })];
  const of = terms({ term: { from: '2026-01-01', to: '2026-01-31' }, definitions: { facts: [orders], measures, views } });
  return request(of, { asOf: '2026-02-05', periods: ['2026-01'] });
}

async function run(asked: MeasurementRequest) {
  const warehouse = await bigqueryAt(endpoint, loopback.project)();
  return warehouse.measure([asked]);
}

describe('a value', () => {
  it.each(ATTACKS.map((text) => [JSON.stringify(text), text]))('%s is bound and matches itself alone', async (_, written) => {
    // a contract's text is in composed Unicode, and columns are compared so
    const text = written.normalize('NFC');
    const before = loopback.jobs.paid.length;
    const { measured, issues } = await run(
      withWhere({ any: [equals('status', text), { column: 'customer', op: 'in', values: [{ type: 'string', value: text }] }] }),
    );
    expect(issues).toEqual([]);
    const same = ATTACKS.filter((other) => other.normalize('NFC') === text).length;
    expect(measured.get('acme')?.periods[0]?.measures.map(({ rows }) => rows)).toEqual([same, same]);
    for (const { sql } of loopback.jobs.paid.slice(before)) expect(text.length > 4 && sql.includes(text)).toBe(false);
  });
});

describe('a name', () => {
  const names = ['a`b', 'a"b', "a'b", 'a b', 'a;b', 'a--b', 'a.b', '', '1a', 'a\u0000', 'ａ', 'é', `${'a'.repeat(129)}`];
  it.each(names.map((text) => [JSON.stringify(text), text]))('%s is never written', (_, text) => {
    for (const dialect of [bigquery, duckdb]) expect(() => name(dialect, text)).toThrow(RangeError);
  });
});

describe('a view', () => {
  it('that is one SELECT over tables is read', async () => {
    const { measured, issues } = await run(overView('-- shape\nSELECT id, ts, amount, "); DROP" AS note FROM shop.orders; # done'));
    expect(issues).toEqual([]);
    expect(measured.get('acme')?.periods[0]?.measures[0]?.rows).toBe(ATTACKS.length);
  });

  const refused: [string, string][] = [
    ['SELECT id, ts, amount FROM shop.orders; DROP TABLE shop.orders', 'view-not-read-only'],
    ['DELETE FROM shop.orders WHERE TRUE', 'view-not-read-only'],
    ['CREATE TABLE shop.copy AS SELECT 1 AS id', 'view-not-read-only'],
    ["EXECUTE IMMEDIATE 'SELECT 1'", 'view-not-read-only'],
    ['SELECT id, ts, amount FROM shop.orders) AS x; DROP TABLE shop.orders; SELECT * FROM (SELECT 1', 'view-failed'],
    ['SELECT id, ts, amount FROM shop.orders /*', 'view-failed'],
    ['SELECT id, ts, amount FROM shop.orders WHERE note = @p1', 'view-function'],
    ['SELECT id, ts, amount FROM shop.orders WHERE ts < CURRENT_TIMESTAMP()', 'view-function'],
    ['SELECT id, ts, amount FROM shop.orders WHERE ts < `CURRENT_TIMESTAMP`()', 'view-function'],
    ['SELECT id, ts, amount FROM shop.orders WHERE DATE(ts) < current_date', 'view-function'],
    ['SELECT id, ts, amount * RAND() AS amount FROM shop.orders', 'view-function'],
    ['SELECT id, ts, amount FROM shop.orders WHERE SESSION_USER() = "x"', 'view-function'],
    ['SELECT id, ts, amount FROM shop.orders TABLESAMPLE SYSTEM (10 PERCENT)', 'view-function'],
    ['SELECT id, ts, amount FROM shop.orders FOR SYSTEM_TIME AS OF TIMESTAMP "2026-01-01"', 'view-function'],
    ["SELECT * FROM EXTERNAL_QUERY('c', 'SELECT 1')", 'view-function'],
    ['SELECT table_name AS id FROM shop.INFORMATION_SCHEMA.TABLES', 'view-function'],
    ['SELECT table_name AS id FROM `shop.INFORMATION_SCHEMA.TABLES`', 'view-function'],
    ['SELECT @@project_id AS id', 'view-function'],
    ['SELECT id, ts, shop.remote(amount) AS amount FROM shop.orders', 'view-function'],
    ['SELECT secret AS id, ts, amount FROM `shop.\\u0073ecrets`, shop.orders', 'view-function'],
    ['SELECT id, ts, amount FROM `shop.\\x6frders`', 'view-function'],
    ['SELECT id, ts, ANY_VALUE(amount) AS amount FROM shop.orders GROUP BY id, ts', 'view-order'],
    ['SELECT id, ts, amount FROM shop.orders LIMIT 3', 'view-order'],
    ['WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT n AS id FROM t', 'view-function'],
    ['SELECT * FROM ML.PREDICT(MODEL shop.m, (SELECT 1))', 'view-function'],
    ['SELECT * FROM `ML`.`PREDICT`(MODEL shop.m, (SELECT 1))', 'view-function'],
    ['SELECT * FROM `ml.PREDICT`(MODEL shop.m, (SELECT 1))', 'view-function'],
    ['SELECT * FROM `\\x4dL`.PREDICT(MODEL shop.m, (SELECT 1))', 'view-function'],
    ['SELECT table_name AS id FROM shop.`\\x49NFORMATION_SCHEMA`.TABLES', 'view-function'],
    ['SELECT table_id AS id FROM shop.__TABLES__', 'view-function'],
    ['SELECT table_id AS id FROM `shop.__tables__`', 'view-function'],
    ['SELECT `shop`.`remote`(amount) AS amount, id, ts FROM shop.orders', 'view-function'],
    ['SELECT `shop.remote`(amount) AS amount, id, ts FROM shop.orders', 'view-function'],
    ['SELECT amont AS amount, id, ts FROM shop.orders', 'view-column'],
    ['', 'view-not-read-only'],
  ];
  it.each(refused)('%s', async (text, code) => {
    const before = loopback.jobs.paid.length;
    const { measured, issues } = await run(overView(text));
    expect(measured.size).toBe(0);
    expect([...new Set(issues.map((issue) => issue.code))]).toEqual([code]);
    expect(loopback.jobs.paid.length).toBe(before);
    expect(loopback.store.find('shop.orders', null)?.table.rows.length).toBe(ATTACKS.length);
  });

  // The text alone is spotless: what the job says that it reads, calls and is decides.
  const ORDINARY = 'SELECT id, ts, amount FROM shop.orders';
  const own = { projectId: 'acme-reporting', datasetId: 'shop', tableId: 'orders' };
  const reads = (...more: readonly object[]) => ({ referencedTables: [own, ...more] });
  const calls = (projectId: string, datasetId: string, routineId: string) => ({
    referencedRoutines: [{ projectId, datasetId, routineId }],
  });
  const said: [string, object, string, string][] = [
    [
      'a table of another project',
      reads({ ...own, projectId: 'other-project', datasetId: 'd', tableId: 't' }),
      'view-function',
      'other-project.d.t',
    ],
    [
      'the same table of another project',
      { referencedTables: [{ ...own, projectId: 'other-project' }] },
      'view-function',
      'other-project.shop.orders',
    ],
    ['a table below a view', reads({ ...own, tableId: 'secrets' }), 'view-function', 'acme-reporting.shop.secrets'],
    [
      'a list of all tables',
      reads({ ...own, datasetId: 'INFORMATION_SCHEMA', tableId: 'TABLES' }),
      'view-function',
      'acme-reporting.INFORMATION_SCHEMA.TABLES',
    ],
    ['a table by a wildcard', reads({ ...own, tableId: 'orders_20260101' }), 'view-function', 'acme-reporting.shop.orders_20260101'],
    ['a remote function', calls('acme-reporting', 'shop', 'remote'), 'view-function', 'acme-reporting.shop.remote'],
    ['a table function of another project', calls('other-project', 'd', 'tvf'), 'view-function', 'other-project.d.tvf'],
    ['a model', calls('acme-reporting', 'shop', 'churn_model'), 'view-function', 'acme-reporting.shop.churn_model'],
    ['a script, as of EXECUTE IMMEDIATE', { statementType: 'SCRIPT' }, 'view-not-read-only', 'SCRIPT'],
    ['an export of data', { statementType: 'EXPORT_DATA' }, 'view-not-read-only', 'EXPORT_DATA'],
    ['the making of a model', { statementType: 'CREATE_MODEL' }, 'view-not-read-only', 'CREATE_MODEL'],
    ['nothing at all of what it is', { statementType: undefined }, 'view-not-read-only', ''],
  ];
  it.each(said)('that is, by the job, %s', async (_, says, code, named) => {
    const before = loopback.jobs.paid.length;
    loopback.faults.add({ on: 'dryRun', times: 1, effect: { says: { ...says } } });
    const { measured, issues } = await run(overView(ORDINARY));
    loopback.faults.clear();
    expect(measured.size).toBe(0);
    expect(issues.map((issue) => [issue.code, issue.params.function ?? issue.params.detail])).toEqual([[code, named]]);
    expect(loopback.jobs.paid.length).toBe(before);
  });

  it('may hold such words where they are text, comments or columns', () => {
    const text =
      "SELECT 'RAND()' AS a, -- CURRENT_DATE\n x.rand, `current_date`, /* @p */ \"@@x\", r'?' FROM shop.orders AS x # TABLESAMPLE";
    expect(refusedInView(text)).toEqual([]);
  });
});
