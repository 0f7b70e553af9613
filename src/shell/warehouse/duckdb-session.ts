import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { TextRow } from '../../evidence/decode-rows.js';
import type { Statement } from '../../query/sql.js';
import { EngineError } from './engine-error.js';

export interface SessionOptions {
  /** Absolute path: the only folder whose files can be read. */
  readonly dataFolder: string;
  readonly threads?: number;
  /** As DuckDB writes it: `4GB`. */
  readonly memory?: string;
}

/** One engine in memory, closed in: no network, no extension, no file beyond the data folder, no setting to be changed. */
export interface Session {
  /** Rows of a statement whose columns are all text. */
  query(statement: Pick<Statement, 'sql' | 'params'>): Promise<TextRow[]>;
  /** Runs SQL that this program wrote itself and that returns nothing. */
  execute(sql: string): Promise<void>;
  close(): Promise<void>;
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

export async function openSession(options: SessionOptions): Promise<Session> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.memory === undefined ? {} : { memory_limit: options.memory }),
  });
  const connection = await instance.connect();
  const spill = join(tmpdir(), `concord-${randomUUID()}`);
  const folder = options.dataFolder.endsWith(sep) ? options.dataFolder : options.dataFolder + sep;
  for (const setting of [
    `TimeZone = 'UTC'`,
    // it would repeat on every row the conditions that statements apply to few groups
    `disabled_optimizers = 'cte_filter_pusher'`,
    `temp_directory = ${text(spill)}`,
    `allowed_directories = [${text(folder)}]`,
    'enable_external_access = false',
    'lock_configuration = true',
  ]) {
    await connection.run(`SET ${setting}`);
  }
  return {
    query: (statement) => query(connection, statement),
    execute: async (sql) => {
      await connection.run(sql).catch(raise);
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

async function query(connection: DuckDBConnection, statement: Pick<Statement, 'sql' | 'params'>): Promise<TextRow[]> {
  const values = statement.params.map((param) => param.value);
  const reader = await connection.runAndReadAll(statement.sql, values).catch(raise);
  return reader.getRowObjectsJson().map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, asText(key, value)])));
}

function asText(column: string, value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  throw new TypeError(`${column} is not text`);
}

/** What the engine says stays here: it repeats lines of files and values of cells. */
function raise(error: unknown): never {
  throw new EngineError(error instanceof Error ? error.message : String(error));
}
