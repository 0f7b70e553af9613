import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { WORKSPACE_FILE } from '../../contract/paths.js';
import type { Engine, EngineSession } from '../../ports/engine.js';
import type { Check } from '../../ports/warehouse.js';
import { dataIssue } from '../../query/check-plan.js';
import { duckdb } from '../../query/dialects/duckdb.js';
import { engineFault } from './engine-error.js';
import { withRows } from './faulty-rows.js';
import { emptyAmounts, look } from './look.js';
import { openSession, type SessionOptions } from './session.js';
import { Sources } from './sources.js';

export type DuckdbOptions = SessionOptions;

/**
 * DuckDB over a folder of files: table `shop.orders` is `shop/orders.parquet`, `shop/orders.csv` or the files in
 * `shop/orders/`. It reads nothing outside the folder and writes nothing but its own spill files.
 */
export async function openDuckdb(options: DuckdbOptions): Promise<Engine> {
  const dataFolder = resolve(options.dataFolder);
  const session = await openSession({ ...options, dataFolder });
  const sources = new Sources(session, dataFolder, options.few);
  const whole: EngineSession = {
    dialect: duckdb,
    paid: null,
    query: (statement) => session.query(statement),
    fault: (error, { clause, table }) => dataIssue('data-engine-failed', clause, { table, detail: engineFault(error) }),
    connection: () => lookAtFolder(dataFolder),
    resolve: (source, index) => sources.resolve(source, index),
    empty: (source) => sources.empty(source),
    look: (plan, relations) => look(session, { plan, relations, origins: sources.origins }),
    emptyAmounts: (plan, relations, reading, days) => emptyAmounts(session, { plan, relations, origins: sources.origins }, reading, days),
    withRows: (check) => withRows(dataFolder, check),
    release: () => sources.release(),
  };
  return {
    name: 'duckdb',
    session: (_, work) => work(whole),
    publish: null,
    provenance: () => ({ warehouse: 'duckdb', jobs: [] }),
    spent: () => null,
    close: () => session.close(),
  };
}

async function lookAtFolder(folder: string): Promise<Check> {
  const names = await readdir(folder).catch(() => null);
  const state = names === null ? '@data.folder.absent' : names.length === 0 ? '@data.folder.empty' : null;
  const issues = state === null ? [] : [dataIssue('data-folder-missing', { file: WORKSPACE_FILE, line: 1 }, { folder, state })];
  return { kind: 'connection', name: folder, found: null, issues };
}
