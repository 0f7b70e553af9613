import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { credentials, loadPackageDefinition, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { type TableScan, tableScans, type Written, written } from './scans.js';
import type { Field, Table } from './schema.js';
import { fieldOf, restValue, type TypeMessage, typeMessage, type ValueMessage, valueMessage } from './values.js';

/*
 * Google's reference implementation of GoogleSQL, as its package ships it: a server that analyses and evaluates queries
 * over tables that are sent to it. It defines what BigQuery's SQL means; it knows neither jobs nor money.
 */

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@fivetrandevelopers/zetasql')), 'zetasql');
const READY_WITHIN_MS = 30_000;

/** A bound value, by name. */
export interface Parameter {
  readonly name: string;
  readonly type: 'STRING' | 'BOOL' | 'INT64';
  readonly value: string | null;
}

export interface Result {
  readonly fields: readonly Field[];
  /** Rows as BigQuery's REST gives them. */
  readonly rows: readonly { readonly f: readonly { readonly v: unknown }[] }[];
}

/** A query that GoogleSQL refuses, with its own words. */
export class GoogleSqlError extends Error {}

/** A query that was analysed, as the evaluator keeps it. */
export interface PreparedQuery {
  readonly id: string;
  readonly fields: readonly Field[];
}

interface Column {
  readonly name?: string;
  readonly type: TypeMessage;
}

type Call = (request: object, done: (error: ServiceError | null, response: unknown) => void) => void;

export class Evaluator {
  private options: object = {};

  private constructor(
    private readonly process: ChildProcess,
    private readonly client: { readonly close: () => void } & Readonly<Record<string, Call>>,
  ) {}

  static async start(): Promise<Evaluator> {
    const port = await freePort();
    const suffix = (arch().startsWith('arm') ? '_arm' : '') + (platform() === 'darwin' ? '' : '.so');
    const child = spawn(join(FOLDER, `remote_server${suffix}`), ['localhost', String(port)], { stdio: 'ignore' });
    const definition = loadSync('local_service.proto', {
      longs: String,
      enums: String,
      oneofs: true,
      includeDirs: [join(FOLDER, 'protos')],
    });
    const loaded = loadPackageDefinition(definition) as unknown as ServiceRoot;
    const unlimited = { 'grpc.max_send_message_length': -1, 'grpc.max_receive_message_length': -1 };
    const client = new loaded.zetasql.local_service.ZetaSqlLocalService(`localhost:${port}`, credentials.createInsecure(), unlimited);
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the evaluator ended with ${code}`)));
      client.waitForReady(Date.now() + READY_WITHIN_MS, (error) => (error === undefined ? resolve() : reject(error)));
    });
    const evaluator = new Evaluator(child, client);
    const language = (await evaluator.call('getLanguageOptions', { maximumFeatures: true })) as object;
    evaluator.options = { ...language, productMode: 'PRODUCT_EXTERNAL' };
    return evaluator;
  }

  stop(): void {
    this.client.close();
    this.process.removeAllListeners('exit');
    this.process.kill('SIGKILL');
  }

  /** Sends tables once; the id stands for them in queries. Table names are whole: `project.dataset.table`. */
  async register(tables: ReadonlyMap<string, Table>): Promise<string> {
    const table = [...tables].map(([name, { fields }]) => ({
      name,
      column: fields.map((field) => ({ name: field.name, type: typeMessage(field), isPseudoColumn: field.pseudo === true })),
    }));
    const tableContent = Object.fromEntries(
      [...tables].map(([name, { fields, rows }]) => [
        name,
        { tableData: { row: rows.map((row) => ({ cell: fields.map((field, index) => valueMessage(field, row[index] ?? null)) })) } },
      ]),
    );
    const simpleCatalog = { name: 'loopback', table, builtinFunctionOptions: { languageOptions: this.options } };
    const response = (await this.call('registerCatalog', { simpleCatalog, tableContent })) as { readonly registeredId: string };
    return response.registeredId;
  }

  async forget(catalog: string): Promise<void> {
    await this.call('unregisterCatalog', { registeredId: catalog });
  }

  /** Analyses a query; refused ones raise {@link GoogleSqlError}. */
  async prepare(sql: string, catalog: string, parameters: readonly Parameter[]): Promise<PreparedQuery> {
    const response = (await this.call('prepareQuery', { sql, registeredCatalogId: catalog, options: this.analyzer(parameters) })) as {
      readonly prepared: { readonly preparedQueryId: string; readonly columns: readonly Column[] };
    };
    return { id: response.prepared.preparedQueryId, fields: fieldsOf(response.prepared.columns) };
  }

  /** Runs a query that was analysed before. */
  async run({ id, fields }: PreparedQuery, parameters: readonly Parameter[]): Promise<Result> {
    const params = parameters.map(({ name, type, value }) => ({ name, value: valueMessage({ name, type }, value) }));
    const response = (await this.call('evaluateQuery', { preparedQueryId: id, params })) as {
      readonly content?: { readonly tableData?: { readonly row?: readonly { readonly cell: readonly ValueMessage[] }[] } };
    };
    const rows = (response.content?.tableData?.row ?? []).map(({ cell }) => ({
      f: fields.map((field, index) => ({ v: restValue(field, cell[index] ?? {}) })),
    }));
    return { fields, rows };
  }

  async unprepare({ id }: PreparedQuery): Promise<void> {
    await this.call('unprepareQuery', { preparedQueryId: id });
  }

  /** Analyses and runs a query. */
  async evaluate(sql: string, catalog: string, parameters: readonly Parameter[]): Promise<Result> {
    const prepared = await this.prepare(sql, catalog, parameters);
    try {
      return await this.run(prepared, parameters);
    } finally {
      await this.unprepare(prepared);
    }
  }

  /** The tables that a single statement names, without their places: much cheaper than {@link parse}. */
  async tableNames(sql: string): Promise<readonly (readonly string[])[]> {
    const response = (await this.call('extractTableNamesFromStatement', { sqlStatement: sql, options: this.options })) as {
      readonly tableName?: readonly { readonly tableNameSegment: readonly string[] }[];
    };
    return (response.tableName ?? []).map(({ tableNameSegment }) => tableNameSegment);
  }

  /** What kind of statement it is, and the tables that it names. */
  async parse(sql: string): Promise<Written> {
    return written(await this.call('parse', { sqlStatement: sql, options: this.options, allowScript: true }));
  }

  /** The scans that a statement makes, each with the columns it needs. */
  async scans(sql: string, catalog: string, parameters: readonly Parameter[]): Promise<TableScan[]> {
    const options = { ...this.analyzer(parameters), pruneUnusedColumns: true };
    return tableScans(await this.call('analyze', { sqlStatement: sql, registeredCatalogId: catalog, options }));
  }

  private analyzer(parameters: readonly Parameter[]): object {
    return {
      languageOptions: this.options,
      defaultTimezone: 'UTC',
      parameterMode: 'PARAMETER_NAMED',
      queryParameters: parameters.map(({ name, type }) => ({ name, type: typeMessage({ name, type }) })),
    };
  }

  private call(method: string, request: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const rpc = this.client[method];
      if (rpc === undefined) throw new RangeError(`no ${method}`);
      rpc.call(this.client, request, (error, response) => {
        if (error === null) resolve(response);
        else reject(new GoogleSqlError(error.details));
      });
    });
  }
}

interface ServiceRoot {
  readonly zetasql: {
    readonly local_service: {
      readonly ZetaSqlLocalService: new (
        address: string,
        security: ReturnType<typeof credentials.createInsecure>,
        options: object,
      ) => { close(): void; waitForReady(deadline: number, done: (error?: Error) => void): void } & Readonly<Record<string, Call>>;
    };
  };
}

/** Columns without a name get the names that BigQuery gives them. */
function fieldsOf(columns: readonly Column[]): Field[] {
  return columns.map(({ name, type }, index) =>
    fieldOf(name === undefined || name === '' || name.startsWith('$') ? `f${index}_` : name, type),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
