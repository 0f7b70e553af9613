import { type Evaluator, GoogleSqlError, type Parameter, type PreparedQuery, type Result } from '../evaluator/evaluator.js';
import type { TableScan, Written, WrittenTable } from '../evaluator/scans.js';
import type { Cell, Field, SqlType, Table } from '../evaluator/schema.js';
import { ApiError } from './api-error.js';
import type { FoundTable, Store } from './store.js';

/** A query as a job's configuration holds it. */
export interface QueryRequest {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  readonly location: string;
}

/** What a query is, before it runs. */
export interface Prepared {
  readonly sql: string;
  readonly catalog: string;
  readonly statementType: string;
  /** Null where it is no query. */
  readonly query: PreparedQuery | null;
  readonly fields: readonly Field[];
  /** `dataset.table`. */
  readonly references: readonly string[];
  /** `dataset.routine` that are called. */
  readonly routines: readonly string[];
  readonly scans: readonly TableScan[];
  /** Bytes of the referenced columns of each table, counted once; of partitions, those that constant bounds let through. */
  readonly bytes: number;
  /** What is billed for them: by the MiB, at least 10 MiB for each referenced table. */
  readonly billed: number;
}

/** Declared sizes of a value, as BigQuery bills them. */
const BYTES: Readonly<Record<Exclude<SqlType, 'STRUCT' | 'STRING' | 'BYTES' | 'JSON'>, number>> = {
  INT64: 8,
  FLOAT64: 8,
  NUMERIC: 16,
  BIGNUMERIC: 32,
  BOOL: 1,
  DATE: 8,
  DATETIME: 8,
  TIME: 8,
  TIMESTAMP: 8,
};

/** Resolves tables as BigQuery does and runs queries with the evaluator. */
export class Executor {
  private readonly catalogs = new Map<string, Promise<string>>();
  /** The statements that were analysed last: a dry run is followed by the run. */
  private readonly analysed = new Map<string, PreparedQuery>();

  constructor(
    private readonly evaluator: Evaluator,
    private readonly store: Store,
    /** Whether bytes are told: it takes a second analysis. */
    private readonly estimates: boolean,
  ) {}

  async prepare(asked: QueryRequest): Promise<Prepared> {
    const { sql: plain, routines } = withoutRoutines(asked.sql, this.store.routines);
    const request = { ...asked, sql: plain };
    const { statementType, tables } = await this.written(request.sql);
    if (statementType !== 'SELECT') return { ...NOTHING, sql: request.sql, catalog: '', statementType, query: null };
    const found = new Map<string, FoundTable>();
    const references = new Set<string>();
    const members = new Map<string, number>();
    const edits: { start: number; end: number; text: string }[] = [];
    for (const table of tables) {
      const resolved = await this.resolve(request, table);
      if (resolved === null) continue;
      found.set(resolved.found.name, resolved.found);
      members.set(resolved.found.name, resolved.references.length);
      for (const reference of resolved.references) references.add(reference);
      edits.push({ start: table.start, end: table.end, text: `\`${resolved.found.name}\`` });
      if (table.asOf !== null) edits.push({ ...table.asOf.whole, text: '' });
    }
    const sql = edited(request.sql, edits);
    const catalog = await this.catalog([...found.values()]);
    const query = await this.analyse(sql, catalog, request.parameters);
    const scans = this.estimates ? await this.asked(() => this.evaluator.scans(sql, catalog, request.parameters)) : [];
    return {
      sql,
      catalog,
      statementType,
      query,
      fields: query.fields,
      references: [...references].sort(),
      routines,
      scans,
      ...costOf(sql, scans, found, members),
    };
  }

  run({ query, statementType }: Prepared, parameters: readonly Parameter[]): Promise<Result> {
    if (query === null) throw new ApiError(400, 'invalidQuery', `${statementType} is not executed here`);
    return this.asked(() => this.evaluator.run(query, parameters));
  }

  /** Statements that name their tables in one quoted piece need no parse tree: there is nothing to replace in them. */
  private async written(sql: string): Promise<Written> {
    if (!/SYSTEM_TIME/i.test(sql)) {
      const names = await this.evaluator.tableNames(sql).catch(() => null);
      const whole = names?.every((path) => path.length === 1 && path[0]?.split('.').length === 3 && !path[0].endsWith('*')) ?? false;
      if (names !== null && whole) {
        const nowhere = { start: 0, end: 0, asOf: null };
        return { statementType: 'SELECT', tables: names.map((path) => ({ path, ...nowhere })) };
      }
    }
    return this.asked(() => this.evaluator.parse(sql));
  }

  private async analyse(sql: string, catalog: string, parameters: readonly Parameter[]): Promise<PreparedQuery> {
    const key = JSON.stringify([sql, catalog, parameters.map(({ name, type }) => [name, type])]);
    const known = this.analysed.get(key);
    if (known !== undefined) return known;
    const query = await this.asked(() => this.evaluator.prepare(sql, catalog, parameters));
    this.analysed.set(key, query);
    const [oldest] = this.analysed;
    if (this.analysed.size > 20 && oldest !== undefined) {
      this.analysed.delete(oldest[0]);
      void this.evaluator.unprepare(oldest[1]);
    }
    return query;
  }

  /** The table that a path in FROM means; null where it means a name of the query itself. */
  private async resolve(request: QueryRequest, table: WrittenTable): Promise<{ found: FoundTable; references: readonly string[] } | null> {
    const parts = table.path.flatMap((part) => part.split('.'));
    if (parts.length === 1) return null;
    if (
      parts.length === 2 &&
      this.store.location(parts[0] ?? '') === null &&
      /^[a-z]\w*$/.test(parts[0] ?? '') &&
      isAlias(request.sql, parts[0] ?? '')
    )
      return null;
    const [dataset = '', name = ''] = parts.slice(-2);
    const project = parts.length === 3 ? (parts[0] ?? '') : this.store.project;
    const path = `${dataset}.${name}`;
    const location = project === this.store.project ? this.store.location(dataset) : null;
    if (location === null || location !== request.location) {
      throw new ApiError(404, 'notFound', `Not found: Dataset ${project}:${dataset} was not found in location ${request.location}`);
    }
    const missing = new ApiError(404, 'notFound', `Not found: Table ${project}:${path} was not found in location ${request.location}`);
    if (name.endsWith('*')) {
      const wildcard = this.store.findWildcard(path);
      if (wildcard === null) throw new ApiError(404, 'notFound', `${project}:${path} does not match any table.`);
      return { found: wildcard.found, references: wildcard.members.map((member) => `${dataset}.${member}`) };
    }
    const at = table.asOf === null ? null : await this.instant(request, table.asOf.expression);
    const found = this.store.find(path, at);
    if (found === null) {
      if (this.store.find(path, null) === null) throw missing;
      throw new ApiError(400, 'invalidQuery', `Invalid time travel timestamp ${at} for table ${project}:${path}`);
    }
    if (found.options.forbidden === true) {
      throw new ApiError(
        403,
        'accessDenied',
        `Access Denied: Table ${project}:${path}: User does not have permission to query table ${project}:${path}, or perhaps it does not exist.`,
      );
    }
    return { found, references: [path] };
  }

  /** The constant after FOR SYSTEM_TIME AS OF, in milliseconds. */
  private async instant(request: QueryRequest, place: { readonly start: number; readonly end: number }): Promise<number> {
    const expression = Buffer.from(request.sql).subarray(place.start, place.end).toString();
    const catalog = await this.catalog([]);
    const { rows } = await this.asked(() => this.evaluator.evaluate(`SELECT UNIX_MILLIS(${expression})`, catalog, request.parameters));
    return Number(rows[0]?.f[0]?.v);
  }

  /** Tables are sent to the evaluator once per set of versions. */
  private catalog(tables: readonly FoundTable[]): Promise<string> {
    const key = tables
      .map((table) => table.key)
      .sort()
      .join(' ');
    const known = this.catalogs.get(key) ?? this.evaluator.register(new Map(tables.map((found) => [found.name, found.table])));
    this.catalogs.delete(key);
    this.catalogs.set(key, known);
    const [oldest] = this.catalogs.keys();
    if (this.catalogs.size > 40 && oldest !== undefined) {
      const id = this.catalogs.get(oldest);
      this.catalogs.delete(oldest);
      void id?.then((catalog) => this.evaluator.forget(catalog));
    }
    return known;
  }

  private async asked<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof GoogleSqlError) throw new ApiError(400, 'invalidQuery', error.message, 'query');
      throw error;
    }
  }
}

const NOTHING = { fields: [], references: [], routines: [], scans: [], bytes: 0, billed: 0 };

/** `t.items` in FROM may be an array of a table named before. */
function isAlias(sql: string, name: string): boolean {
  return new RegExp(`\\b(AS\\s+)?${name}\\b(?!\\s*\\.)`, 'i').test(sql);
}

/** Replaces ranges of UTF-8 bytes. */
function edited(sql: string, edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]): string {
  const bytes = Buffer.from(sql);
  const parts: Buffer[] = [];
  let from = 0;
  for (const edit of edits.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
    parts.push(bytes.subarray(from, edit.start), Buffer.from(edit.text));
    from = edit.end;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]).toString();
}

const MIB = 2 ** 20;

function costOf(
  sql: string,
  scans: readonly TableScan[],
  tables: ReadonlyMap<string, FoundTable>,
  members: ReadonlyMap<string, number>,
): { readonly bytes: number; readonly billed: number } {
  const columns = new Map<string, Set<string>>();
  for (const scan of scans) {
    const set = columns.get(scan.table) ?? new Set();
    for (const column of scan.columns) set.add(column);
    columns.set(scan.table, set);
  }
  let bytes = 0;
  let billed = 0;
  for (const [name, set] of columns) {
    const found = tables.get(name);
    if (found === undefined) continue;
    const table = readPartitions(sql, found);
    let own = 0;
    for (const column of set) own += columnBytes(table, column);
    const count = members.get(name) ?? 1;
    bytes += own;
    billed += count * Math.max(10 * MIB, Math.ceil(own / count / MIB) * MIB);
  }
  return { bytes, billed: bytes === 0 ? 0 : billed };
}

/** The rows of the partitions (by day) that constant bounds right behind the table's name let through, wherever it is read. */
function readPartitions(sql: string, { name, table, options }: FoundTable): Table {
  const { partitionedBy: column } = options;
  const index = table.fields.findIndex((field) => field.name === column);
  if (column === undefined || index === -1) return table;
  const bound = `\\(*\`${column}\` >= (?:TIMESTAMP|DATETIME|DATE) '([^']+)' AND \`${column}\` <=? (?:TIMESTAMP|DATETIME|DATE) '([^']+)'\\)*`;
  const ranges: { from: string; to: string }[] = [];
  let nulls = false;
  for (const rest of sql.split(`\`${name}\``).slice(1)) {
    if (new RegExp(`^ WHERE \`${column}\` IS NULL`).test(rest)) {
      nulls = true;
      continue;
    }
    const bounded = new RegExp(`^ WHERE ${bound}(?: OR ${bound})*`).exec(rest)?.[0];
    if (bounded === undefined) return table;
    for (const [, from = '', to = ''] of bounded.matchAll(new RegExp(bound, 'g')))
      ranges.push({ from: from.slice(0, 10), to: to.slice(0, 10) });
  }
  const rows = table.rows.filter((row) => {
    const cell = row[index];
    if (cell === null || cell === undefined) return nulls;
    const day = String(cell).slice(0, 10);
    return ranges.some(({ from, to }) => from <= day && day <= to);
  });
  return { ...table, rows };
}

function columnBytes(table: Table, column: string): number {
  const index = table.fields.findIndex((field) => field.name === column);
  const field = table.fields[index];
  if (field === undefined) return 0;
  return table.rows.reduce((sum, row) => sum + cellBytes(field, row[index] ?? null), 0);
}

function cellBytes(field: Field, cell: Cell): number {
  if (cell === null) return 0;
  if (Array.isArray(cell)) {
    const { mode: _mode, ...element } = field;
    return cell.reduce((sum: number, item: Cell) => sum + cellBytes(element, item), 0);
  }
  if (field.type === 'STRUCT') {
    const record = cell as { readonly [name: string]: Cell };
    return (field.fields ?? []).reduce((sum, inner) => sum + cellBytes(inner, record[inner.name] ?? null), 0);
  }
  if (field.type === 'STRING' || field.type === 'BYTES' || field.type === 'JSON') return Buffer.byteLength(String(cell)) + 2;
  return BYTES[field.type];
}

/** The routines here give back what they are given: their calls, however their names are quoted, are brackets. */
function withoutRoutines(sql: string, known: ReadonlySet<string>): { readonly sql: string; readonly routines: readonly string[] } {
  let plain = sql;
  const routines: string[] = [];
  for (const name of known) {
    const called = new RegExp(`\`?${name.replace('.', '`?\\.`?')}\`?\\(`, 'g');
    if (called.test(plain)) routines.push(name);
    plain = plain.replace(called, '(');
  }
  return { sql: plain, routines };
}
