import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * `node program.mjs <duckdb|reading|concord|sheet> <repository> <data folder>`: reads an export once and prints what it found. `duckdb` is the
 * engine's own reader, told all that it needs, and `reading` the same columns of the same file by Concord's, both into a table of text;
 * `concord` and `sheet` measure a contract of it, with what it checks.
 */

const [who, repository, data] = process.argv.slice(2);

async function plain() {
  const { DuckDBInstance } = await import(pathToFileURL(createRequire(join(repository, 'package.json')).resolve('@duckdb/node-api')).href);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const file = join(data, 'ads', 'report.csv').replaceAll("'", "''");
  await connection.run(`CREATE TABLE rows AS SELECT Day, Id, Cost FROM read_csv('${file}', skip=2, header=true, all_varchar=true)`);
  const found = await connection.runAndReadAll('SELECT CAST(count(*) AS VARCHAR) AS n FROM rows');
  return found.getRowObjectsJson()[0].n;
}

async function reading() {
  const engine = (path) => import(pathToFileURL(join(repository, 'dist', path)).href);
  const { openSession } = await engine('shell/duckdb/session.js');
  const { Tables } = await engine('shell/duckdb/tables.js');
  const session = await openSession({ dataFolder: data });
  const column = (name, header) => ({ name, header, time: null, strip: [], round: null });
  const columns = [column('day', 'Day'), column('id', 'Id'), column('cost', 'Cost')];
  const form = { format: { skip: 2, thousands: ',' }, columns };
  const table = await new Tables(session, data).table('ads.report', { file: '-', line: 1 }, new Set(['day', 'id', 'cost']), form);
  await session.execute('CREATE SCHEMA stage');
  await session.execute(`CREATE TABLE stage.rows AS SELECT day, id, cost FROM ${table.sql}`);
  const [{ n }] = await session.query({ sql: 'SELECT CAST(count(*) AS VARCHAR) AS n FROM stage.rows', params: [] });
  await session.close();
  return n;
}

const DEFINITIONS = {
  concord: `facts: { f: { table: ads.report, format: { skip: 2, thousands: "," }, columns: { day: Day, id: Id, cost: Cost }, grain: [id], custodian: brand } }
measures: { x: { definition: Spend, of: f, sum: cost, when: day } }
metrics: { m: { title: M, formula: x, unit: money, type: flow } }`,
  sheet: `facts: { f: { table: shop.orders, grain: [id], custodian: brand } }
measures: { x: { definition: Sales, of: f, sum: amount, when: day } }
metrics: { m: { title: M, formula: x, unit: money, type: flow } }`,
};

async function concord() {
  const engine = (path) => import(pathToFileURL(join(repository, 'dist', path)).href);
  const { openDuckdb } = await engine('shell/duckdb/engine.js');
  const { warehouseOver } = await engine('measurement/warehouse.js');
  const { definitionsOf, lookedAt } = await engine('running/import-place.js');
  const context = {
    asOf: '2026-02-10',
    today: () => '2026-02-10',
    openWarehouse: async (settings) => {
      const warehouse = warehouseOver(await openDuckdb({ dataFolder: settings.data }));
      // measured, and not looked at for what is odd
      return { ...warehouse, diagnose: async (request) => ({ checks: [(await warehouse.measure([request])).each[0]] }) };
    },
  };
  const place = { data, frame: { currency: 'USD', zone: 'UTC' }, months: { from: '2026-01', to: '2026-01' } };
  const [outcome] = await lookedAt(context, definitionsOf(DEFINITIONS[who]), place);
  if (outcome.measured === null) throw new Error(JSON.stringify(outcome.issues));
  return JSON.stringify(outcome.measured.periods[0].measures);
}

const PROGRAMS = { duckdb: plain, reading, concord, sheet: concord };

writeSync(1, String(await PROGRAMS[who]()));
