import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { WORKSPACE_FILE } from '../../contract/paths.js';
import type { TextRow } from '../../evidence/decode-rows.js';
import { distinctIssues } from '../../kernel/issue.js';
import { diagnose } from '../../measurement/diagnose.js';
import { type Data, measure, prepare } from '../../measurement/measure.js';
import { type Engine, type RunOptions, runPlan } from '../../measurement/run-plan.js';
import type { Check, Warehouse } from '../../ports/warehouse.js';
import { dataIssue } from '../../query/check-plan.js';
import { duckdb } from '../../query/duckdb.js';
import type { Statement } from '../../query/sql.js';
import { engineFault } from './engine-error.js';
import { withRows } from './faulty-rows.js';
import { look } from './look.js';
import { openSession, type SessionOptions } from './session.js';
import { Sources } from './sources.js';

export type DuckdbOptions = SessionOptions & RunOptions;

/**
 * DuckDB over a folder of files: table `shop.orders` is `shop/orders.parquet`, `shop/orders.csv` or the files in
 * `shop/orders/`. It reads nothing outside the folder and writes nothing but its own spill files.
 */
export async function openDuckdb(options: DuckdbOptions): Promise<Warehouse> {
  const dataFolder = resolve(options.dataFolder);
  const session = await openSession({ ...options, dataFolder });
  const sources = new Sources(session, dataFolder);
  const engine: Engine = {
    dialect: duckdb,
    query: (statement) => session.query(statement),
    detail: engineFault,
  };
  const data: Data = {
    engine,
    resolve: (source, index) => sources.resolve(source, index),
    empty: (source) => sources.empty(source),
    release: () => sources.release(),
    look: (plan, relations) => look(session, { plan, relations, origins: sources.origins }),
  };
  return {
    name: 'duckdb',
    measure: (requests) => measure(data, requests, options),
    explain: async (requests) => {
      const { plan, relations, troubles } = await prepare(data, requests);
      const issues = distinctIssues(troubles.map((trouble) => trouble.issue));
      const statements: Statement[] = [];
      if (issues.length > 0) return { statements, issues };
      const query = async (statement: Statement): Promise<TextRow[]> => {
        if (statement.purpose === 'profile') return session.query(statement);
        statements.push(statement);
        return [];
      };
      await runPlan({ ...engine, query }, plan, relations, options);
      return { statements, issues };
    },
    diagnose: async (request, ended, rows = false) => {
      const folder = await lookAtFolder(dataFolder);
      if (folder.issues.length > 0) return { checks: [folder] };
      const { checks } = await diagnose(data, request, ended);
      return { checks: [folder, ...(rows ? await Promise.all(checks.map((check) => withRows(dataFolder, check))) : checks)] };
    },
    publish: null,
    provenance: () => ({ warehouse: 'duckdb', jobs: [] }),
    close: () => session.close(),
  };
}

async function lookAtFolder(folder: string): Promise<Check> {
  const found = await stat(folder).catch(() => null);
  const issues = found?.isDirectory() === true ? [] : [dataIssue('data-folder-missing', { file: WORKSPACE_FILE, line: 1 }, { folder })];
  return { kind: 'connection', name: folder, found: null, issues };
}
