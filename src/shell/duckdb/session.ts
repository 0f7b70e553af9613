import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { TextRow } from '../../evidence/decode-rows.js';
import type { Statement } from '../../query/sql.js';
import { EngineError } from './engine-error.js';
import { text } from './text-literal.js';

export interface SessionOptions {
  /** Absolute path: the only folder whose files can be read. */
  readonly dataFolder: string;
  readonly threads?: number;
  /** As DuckDB writes it: `4GB`. Default: four fifths of the machine's. */
  readonly memory?: string;
  /** Most space for what does not fit into memory. */
  readonly disk?: string;
  /** Most that one view may run. */
  readonly viewSeconds?: number;
  /** Rows of a text that tell how its columns are written. */
  readonly few?: number;
}

/** What one view may take, beyond which it is ended. */
export interface ViewLimits {
  readonly seconds: number;
  /** As DuckDB writes them. */
  readonly memory: string;
  readonly disk: string;
}
const LONGEST_SECONDS = 120;
const MOST_DISK = '20GB';

/** Work that took longer than it may. */
export class TimeIsUp extends Error {
  constructor(readonly seconds: number) {
    super(`${seconds} s`);
    this.name = 'TimeIsUp';
  }
}

/** One engine in memory, closed in: no network, no extension, no file beyond the data folder, no setting to be changed. */
export interface Session {
  readonly limits: ViewLimits;
  /** Rows of a statement whose columns are all text. */
  query(statement: Pick<Statement, 'sql' | 'params'>): Promise<TextRow[]>;
  /** Runs SQL that this program wrote itself and that returns nothing. */
  execute(sql: string): Promise<void>;
  /**
   * Runs work that somebody else's SQL is part of, for as long as a view may take.
   * @throws TimeIsUp when that is over.
   */
  bounded<T>(work: () => Promise<T>): Promise<T>;
  /** A path of its own for a file that this program makes and the engine reads. */
  scratch(name: string): Promise<string>;
  close(): Promise<void>;
}

/** A database in memory that loads no extension, reaches no network, and spills no more than is allowed. The caller closes it. */
export async function openSession(options: SessionOptions): Promise<Session> {
  // Optional: loaded where it is used, so that whoever lacks it is told so.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    max_temp_directory_size: options.disk ?? MOST_DISK,
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
    `allowed_directories = [${text(folder)}, ${text(spill + sep)}]`,
    'enable_external_access = false',
    'lock_configuration = true',
  ]) {
    await connection.run(`SET ${setting}`);
  }
  const [setting] = await query(connection, { sql: `SELECT current_setting('memory_limit') AS memory`, params: [] });
  const limits = { seconds: options.viewSeconds ?? LONGEST_SECONDS, memory: setting?.memory ?? '-', disk: options.disk ?? MOST_DISK };
  return {
    limits,
    query: (statement) => query(connection, statement),
    execute: async (sql) => {
      await connection.run(sql).catch(raise);
    },
    scratch: async (name) => {
      await mkdir(spill, { recursive: true });
      return join(spill, name);
    },
    bounded: (work) => bounded(connection, limits.seconds, work),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

async function bounded<T>(connection: DuckDBConnection, seconds: number, work: () => Promise<T>): Promise<T> {
  let over = false;
  const interrupt = (): void => {
    over = true;
    connection.interrupt();
  };
  // again and again: between two statements there is nothing to be interrupted
  let again: NodeJS.Timeout | undefined;
  const timer = setTimeout(() => {
    interrupt();
    again = setInterval(interrupt, 100);
  }, seconds * 1000);
  try {
    return await work();
  } catch (error) {
    throw over ? new TimeIsUp(seconds) : error;
  } finally {
    clearTimeout(timer);
    clearInterval(again);
  }
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
