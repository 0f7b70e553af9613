import type { RunOptions } from '../src/measurement/scan-run.js';
import { warehouseOver } from '../src/measurement/warehouse.js';
import type { Warehouse } from '../src/ports/warehouse.js';
import * as bigquery from '../src/shell/bigquery/engine.js';
import type { BigqueryOptions as BigqueryEngineOptions } from '../src/shell/bigquery/session.js';
import * as duckdb from '../src/shell/duckdb/engine.js';

export type DuckdbOptions = duckdb.DuckdbOptions & RunOptions;
export type BigqueryOptions = BigqueryEngineOptions & RunOptions;

/** A warehouse as `cli.ts` wires it, over real DuckDB. @param options with the way to read tallies, where a test is of just that. */
export async function openDuckdb(options: DuckdbOptions): Promise<Warehouse> {
  return warehouseOver(await duckdb.openDuckdb(options), options);
}

/** The same over BigQuery. */
export async function openBigquery(options: BigqueryOptions): Promise<Warehouse> {
  return warehouseOver(await bigquery.openBigquery(options), options);
}
