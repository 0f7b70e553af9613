import type { Clause, TableColumn, TableSource } from '../../contract/model.js';
import { count } from '../../evidence/decode-rows.js';
import type { Issue } from '../../kernel/issue.js';
import type { FileColumns } from '../../query/absent-column.js';
import { dataIssue } from '../../query/check-plan.js';
import { duckdb } from '../../query/dialects/duckdb.js';
import type { ColumnUse } from '../../query/plan.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { cellIssue } from './cell-issue.js';
import { type DataFile, type TableFiles, tableFiles } from './data-files.js';
import { type Headed, headerIssue, headersOf, namesIn, placeOfHeader } from './declared-columns.js';
import { cleanText } from './declared-values.js';
import { linesOf } from './delimited-scan.js';
import type { RawFile } from './raw-place.js';
import type { Session } from './session.js';
import { type Asked, fileIssue, headerOf, type ReadFile, readDeclared, readFile } from './text-file.js';
import { text } from './text-literal.js';
import { readAs } from './types.js';

type Issues = readonly Issue<DataIssueCode>[];

/** A table of the data folder as a view of the session. */
export interface Table {
  /** Quoted name: `"shop"."orders"`. */
  readonly sql: string;
  readonly path: readonly string[];
  /** Columns in order, with DuckDB's names of their types: those that can be told apart in every file that has them. */
  readonly columns: ReadonlyMap<string, string>;
  /** The same per file, with those that cannot be told apart. */
  readonly files: readonly FileColumns[];
  /** Whether every column is text whose type is still open. */
  readonly isText: boolean;
  /** The files with the rows before each, for messages. */
  places(): Promise<readonly RawFile[]>;
  /** Rows that the second reader found; null where there is none. */
  readonly rows: number | null;
  /** Of text files: why a column cannot be read from every one, where its header is declared, or a sheet has cells without a value. */
  readonly unread?: (use: ColumnUse) => Issue<DataIssueCode> | null;
}

/** A text file with the names of its columns. */
interface NamedFile extends Headed {
  readonly read: ReadFile;
  readonly label: string;
  readonly records: number;
}

/** A table as a definition says that it is written. */
type Form = Pick<TableSource, 'format' | 'columns'>;

const quote = duckdb.quote;

/** Holds tables as they are read, under names that no data folder has. */
const READ = 'concord_tables_as_read';

/** Nothing about a text file is guessed: RFC 4180 with a header; only an empty field without quotes is NULL. */
const TEXT = `quote='"', escape='"', comment='', nullstr='', allow_quoted_nulls=false, all_varchar=true, strict_mode=true, null_padding=false, ignore_errors=false`;

/** By default the engine cuts a file into far smaller pieces, and takes half as long again to find where each begins. */
const PIECE = 16_000_000;

/** Makes tables of the data folder known to the session, each once in each way in which it is read. */
export class Tables {
  private readonly read = new Map<string, Promise<ReadFile>>();
  private readonly known = new Map<string, Promise<Table>>();
  private made = 0;

  constructor(
    private readonly session: Session,
    private readonly dataFolder: string,
  ) {}

  /** The table, or what is the matter with its files. @param asked names of columns, to tell a header by. */
  async table(name: string, clause: Clause, asked: Asked, form: Form = {}): Promise<Table | Issues> {
    const files = await tableFiles(this.dataFolder, name, clause);
    if (!('files' in files)) return files;
    if (files.format === 'parquet') return this.parquet(name, files, form, clause);
    const reads = await this.texts(files, form);
    const headers = form.columns === undefined ? asked : headersOf(form.columns, asked);
    const issues = reads.flatMap((read) => fileIssue(read, headers, clause) ?? []);
    if (issues.length > 0) return issues;
    const key = keyOf(name, form);
    const known = this.known.get(key) ?? this.ofTexts(reads, form);
    this.known.set(key, known);
    return known.catch(() => [unreadable(files.files[0]?.label ?? name, 'engine', clause)]);
  }

  /**
   * Gives a table its own name, by which texts of views read it. Terms may differ in how its lines are written: a view is read while its
   * own tables have their names.
   */
  async name(name: string, { sql }: Pick<Table, 'sql'>): Promise<void> {
    const path = name.includes('.') ? name.split('.') : ['main', name];
    await this.session.execute(`CREATE SCHEMA IF NOT EXISTS ${quote(path[0] ?? 'main')}`);
    await this.session.execute(`CREATE OR REPLACE VIEW ${path.map(quote).join('.')} AS SELECT * FROM ${sql}`);
  }

  /** A name that nothing of this session has. */
  private fresh(kind: 'file' | 'table'): string {
    this.made += 1;
    return `${kind}_${this.made}`;
  }

  /** Column names and types of a query. */
  async describe(select: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.session.query({
      sql: `SELECT column_name, column_type FROM (DESCRIBE ${select})`,
      params: [],
    });
    return new Map(rows.map((row) => [row.column_name ?? '', row.column_type ?? '']));
  }

  /** The rows of a table, as the engine counts them. */
  async count(from: string): Promise<number> {
    const [row = {}] = await this.session.query({ sql: `SELECT CAST(count(*) AS VARCHAR) AS n FROM ${from}`, params: [] });
    return count(row, 'n');
  }

  private async texts({ files }: TableFiles, { format }: Form): Promise<ReadFile[]> {
    const reads: ReadFile[] = [];
    for (const file of files) {
      if (file.format === 'parquet') continue;
      const key = JSON.stringify([file.path, format]);
      const read = this.read.get(key) ?? this.readOne(file, format);
      this.read.set(key, read);
      reads.push(await read);
    }
    return reads;
  }

  private async readOne(file: Exclude<DataFile, { format: 'parquet' }>, format: TableSource['format']): Promise<ReadFile> {
    if (file.format === 'text' && format === undefined) return readFile(file);
    return readDeclared(file, format ?? {}, await this.session.scratch(`${this.fresh('file')}.csv`));
  }

  private async ofTexts(reads: readonly ReadFile[], form: Form): Promise<Table> {
    const named: NamedFile[] = [];
    for (const read of reads) {
      const names = await this.names(read);
      named.push({ read, header: headerOf(read), names, label: read.file.label, records: read.scan.records });
    }
    const body = named.map((file) => `SELECT ${selected(file, form)} FROM ${reader(file.read, file.names)}`).join(' UNION ALL BY NAME ');
    const files = named.map((file) => ({
      label: file.label,
      columns: [...(form.columns === undefined ? told(file) : namesIn(form.columns, file)), ...numberOf(form)],
      sure: file.records > 0,
    }));
    const rows = reads.reduce((sum, { scan }) => sum + scan.records, 0);
    let before = 0;
    const places = reads.map(({ file, scan, lineOf, unit }): RawFile => {
      const lines = async (records: readonly number[]) =>
        new Map([...(await linesOf(file, records))].map(([record, line]) => [record, lineOf(line)]));
      const place = { label: file.label, before, lines, unit };
      before += scan.records;
      return place;
    });
    const { columns } = form;
    const unread = (use: ColumnUse) =>
      (columns === undefined ? null : headerIssue(use, columns, named)) ??
      cellIssue(
        use,
        named.map((file) => ({ ...file, faults: file.read.faults })),
        form,
      );
    return { ...(await this.view(body)), files, isText: true, places: async () => places, rows, unread };
  }

  /** Names by which columns are read: their own, or a place's where another has it too and other values. */
  private async names(read: ReadFile): Promise<readonly string[]> {
    const header = headerOf(read);
    const places = placeNames(header);
    const named = placesByName(header);
    const own = header.map((name, index) => (isAlone(name, named) ? name : (places[index] ?? '')));
    for (const alike of named.values()) {
      const [index = 0] = alike;
      const name = header[index] ?? '';
      if (name === '' || alike.length < 2 || alike.some((at) => header[at] !== name)) continue;
      const [first = '', ...others] = alike.map((at) => quote(places[at] ?? ''));
      const differs = others.map((other) => `${first} IS DISTINCT FROM ${other}`).join(' OR ');
      // two columns of one name that hold the same in every row are one column
      if ((await this.count(`${reader(read, places)} WHERE ${differs}`)) === 0) own[index] = name;
    }
    return own;
  }

  private async parquet(name: string, { files }: TableFiles, form: Form, clause: Clause): Promise<Table | Issues> {
    const key = keyOf(name, form);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const each: FileColumns[] = [];
    const issues: Issue<DataIssueCode>[] = [];
    for (const { path, label } of files) {
      const columns = await this.describe(`SELECT * FROM read_parquet(${text(path)})`).catch(() => null);
      if (columns === null) issues.push(unreadable(label, 'parquet', clause));
      else each.push({ label, columns: [...columns.keys()], sure: true });
    }
    if (issues.length > 0) return issues;
    const list = files.map((file) => text(file.path)).join(', ');
    const body = `SELECT * FROM read_parquet([${list}], union_by_name=true, hive_partitioning=false)`;
    const places = async (): Promise<RawFile[]> => {
      const found: RawFile[] = [];
      let before = 0;
      for (const { label, path } of files) {
        found.push({ label, before, lines: null, unit: '@unit.row' });
        if (files.length > 1) before += await this.count(`read_parquet(${text(path)})`);
      }
      return found;
    };
    const made = this.view(renamed(body, form.columns, each)).then((view): Table => {
      const own = each.map((file) => underOwnNames(file, form.columns));
      return { ...view, files: own, isText: false, places, rows: null };
    });
    this.known.set(key, made);
    return made.catch(() => [unreadable(files[0]?.label ?? name, 'together', clause)]);
  }

  private async view(body: string): Promise<Pick<Table, 'sql' | 'path' | 'columns'>> {
    const path = [READ, this.fresh('table')];
    const sql = path.map(quote).join('.');
    const columns = await this.describe(body);
    const casts = [...columns].flatMap(([column, type]) => {
      const as = readAs(type);
      return as === null ? [] : [`CAST(${quote(column)} AS ${as}) AS ${quote(column)}`];
    });
    const select = casts.length === 0 ? body : `SELECT * REPLACE (${casts.join(', ')}) FROM (${body})`;
    await this.session.execute(`CREATE SCHEMA IF NOT EXISTS ${quote(READ)}`);
    await this.session.execute(`CREATE VIEW ${sql} AS ${select}`);
    return { sql, path, columns: casts.length === 0 ? columns : await this.describe(select) };
  }
}

function unreadable(file: string, reason: string, clause: Clause): Issue<DataIssueCode> {
  return dataIssue('data-file-unreadable', clause, { file, reason: `@unreadable.${reason}` });
}

/** Where each name of a header stands: SQL does not tell case. */
function placesByName(header: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  header.forEach((name, index) => {
    const alike = places.get(name.toLowerCase());
    if (alike === undefined) places.set(name.toLowerCase(), [index]);
    else alike.push(index);
  });
  return places;
}

/** Columns without a name, or with one that another has too, cannot be read by name. */
function isAlone(name: string, named: ReadonlyMap<string, readonly number[]>): boolean {
  return name !== '' && named.get(name.toLowerCase())?.length === 1;
}

/** Names that no column has: longer than any. */
function placeNames(header: readonly string[]): string[] {
  const longest = '_'.repeat(Math.max(...header.map(({ length }) => length)) + 1);
  return header.map((_, index) => `${longest}${index}`);
}

/** The columns for messages and checks: what is read once stands once. */
function told({ header, names }: Headed): string[] {
  const own = new Set(names);
  return header.filter((name, index) => names[index] === name || !own.has(name));
}

/** What is read of a file: its columns under their own names, or those that a definition names. */
function selected(file: Headed, { format, columns }: Form): string {
  const { header, names } = file;
  const number = format?.rowNumber;
  const list: readonly Omit<TableColumn, 'time'>[] =
    columns ?? header.filter((name, index) => names[index] === name).map((name) => ({ name, header: name, strip: [] }));
  const own = list.filter(({ name }) => name.toLowerCase() !== number?.toLowerCase());
  const found = own.flatMap((column) => {
    const place = placeOfHeader(file, column.header);
    const from = typeof place === 'number' ? names[place] : undefined;
    const value = from === undefined ? null : cleanText(quote(from), column.strip, format?.nulls ?? []);
    return value === null ? [] : [`${column.fill === undefined ? value : filledDown(value)} AS ${quote(column.name)}`];
  });
  const all = number === undefined ? found : [...found, `CAST(row_number() OVER () AS VARCHAR) AS ${quote(number)}`];
  return all.length === 0 ? 'NULL AS "-"' : all.join(', ');
}

/** A value, or the last one above it in its file: without an order of its own the rows stay as they are read. */
const filledDown = (value: string): string => `last_value(${value} IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;

const numberOf = ({ format }: Form): readonly string[] => (format?.rowNumber === undefined ? [] : [format.rowNumber]);

function reader({ file, scan }: ReadFile, names: readonly string[]): string {
  const columns = names.map((name) => `${text(name)}: 'VARCHAR'`).join(', ');
  const form = `delim=${text(file.delimiter)}, compression='${file.gzip ? 'gzip' : 'none'}', skip=${file.above?.lines ?? 0}`;
  const all = `read_csv(${text(file.path)}, header=true, auto_detect=false, columns={${columns}}, ${form}, buffer_size=${PIECE}, ${TEXT})`;
  if (scan.blanks === 0) return all;
  return `(SELECT * FROM ${all} WHERE ${names.map((name) => `${quote(name)} <> ''`).join(' OR ')}) AS filled`;
}

/** Parquet has types of its own: columns get other names, and nothing is done to their values. */
function renamed(body: string, columns: readonly TableColumn[] | undefined, files: readonly FileColumns[]): string {
  if (columns === undefined) return body;
  const list = columns
    .filter(({ header }) => files.some((file) => file.columns.includes(header)))
    .map(({ name, header }) => `${quote(header)} AS ${quote(name)}`);
  return `SELECT ${list.length === 0 ? 'NULL AS "-"' : list.join(', ')} FROM (${body})`;
}

/** A Parquet file's columns under the names that a definition gives them. */
function underOwnNames(file: FileColumns, columns: readonly TableColumn[] | undefined): FileColumns {
  if (columns === undefined) return file;
  return { ...file, columns: columns.filter(({ header }) => file.columns.includes(header)).map(({ name }) => name) };
}

function keyOf(name: string, { format, columns }: Form): string {
  return JSON.stringify([name, format, columns]);
}
