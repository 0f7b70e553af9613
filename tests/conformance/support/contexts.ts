import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContract } from '../../../src/contract/load-contract.js';
import type { Filter } from '../../../src/contract/model.js';
import type { Warehouse } from '../../../src/ports/warehouse.js';
import { checkDuckdbViews } from '../../../src/shell/duckdb/view-check.js';
import { localFiles } from '../../../src/shell/files/local-files.js';
import type { CommandPlace } from '../../in-process.js';
import { openBigquery, openDuckdb } from '../../warehouses.js';
import type { LoopbackBigquery } from '../loopback/loopback-bigquery.js';
import { columnUses } from './column-uses.js';
import { csvTables } from './file-tables.js';

/** The command line's context, with a warehouse of the test's choice. */
export function contextFor(root: string, asOf: string, open: () => Promise<Warehouse>): CommandPlace {
  return {
    files: localFiles(root),
    openWarehouse: open,
    checkViews: checkDuckdbViews,
    dataFolder: null,
    engine: 'duckdb',
    project: null,
    location: null,
    maxBytes: null,
    readAt: null,
    asOf,
    today: () => asOf,
    locale: 'en',
    format: 'json',
    color: false,
    width: 100,
    progress: () => undefined,
    version: '0.0.0',
    commit: null,
  };
}

export function duckdbOver(root: string): () => Promise<Warehouse> {
  return () => openDuckdb({ dataFolder: join(root, 'data'), threads: 1 });
}

export function bigqueryAt(endpoint: string, project: string): () => Promise<Warehouse> {
  const { signal } = new AbortController();
  return () => openBigquery({ project, location: 'US', endpoint, signal, maxBytes: null, readAt: null, backoff: 1 });
}

/** Puts the data folder's tables into BigQuery, with the types that a contract needs. */
export async function upload(loopback: LoopbackBigquery, root: string, contract: string): Promise<void> {
  const texts = new Map<string, string>();
  const read = (path: string): void => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (entry.isDirectory()) read(`${path}/${entry.name}`);
      else texts.set(`${path}/${entry.name}`, readFileSync(join(root, path, entry.name), 'utf8'));
    }
  };
  read(`contracts/${contract}`);
  const loaded = loadContract(contract, texts).folder;
  if (loaded === null) return;
  const exclusions = loaded.events.flatMap((event): Filter[] =>
    event.kind === 'exclusion' && event.treatment.kind === 'drop' && event.treatment.where !== null ? [event.treatment.where] : [],
  );
  const uses = columnUses(loaded.terms.definitions, exclusions);
  for (const [path, table] of await csvTables(join(root, 'data'), uses)) {
    const [dataset = ''] = path.split('.');
    if (loopback.store.location(dataset) === null) loopback.store.createDataset(dataset, 'US');
    loopback.store.put(path, table);
  }
}
