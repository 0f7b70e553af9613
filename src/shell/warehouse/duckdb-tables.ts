import type { Clause } from '../../contract/model.js';
import { count } from '../../evidence/decode-rows.js';
import type { DataIssueCode } from '../../kernel/catalogue/data-issues.js';
import type { Issue } from '../../kernel/issue.js';
import { dataIssue } from '../../query/check-plan.js';
import { duckdb } from '../../query/duckdb.js';
import { readHeader } from './csv-header.js';
import { type TableFiles, tableFiles } from './data-files.js';
import { engineDetail, type Session } from './duckdb-session.js';
import type { RawFile } from './duckdb-stage.js';
import { readAs } from './duckdb-types.js';

/** A table of the data folder as a view of the session. */
export interface Table {
  /** Quoted name: `"shop"."orders"`. */
  readonly sql: string;
  readonly path: readonly string[];
  /** Columns in order, with DuckDB's names of their types. */
  readonly columns: ReadonlyMap<string, string>;
  /** Whether every column is text whose type is still open. */
  readonly csv: boolean;
  /** The files with the rows before each, for messages. */
  files(): Promise<readonly RawFile[]>;
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const quote = duckdb.quote;

/** Nothing about a CSV file is guessed: RFC 4180 with a header; only an empty field without quotes is NULL. */
const CSV = `delim=',', quote='"', escape='"', skip=0, comment='', nullstr='', allow_quoted_nulls=false, all_varchar=true, strict_mode=true, null_padding=false, ignore_errors=false`;

/** Makes a table of the data folder known to the session under its own name; each table once. */
export class Tables {
  private readonly known = new Map<string, Promise<Table | Issue<DataIssueCode>>>();

  constructor(
    private readonly session: Session,
    private readonly dataFolder: string,
  ) {}

  table(name: string, clause: Clause): Promise<Table | Issue<DataIssueCode>> {
    const found = this.known.get(name) ?? this.make(name, clause);
    this.known.set(name, found);
    return found;
  }

  private async make(name: string, clause: Clause): Promise<Table | Issue<DataIssueCode>> {
    const files = await tableFiles(this.dataFolder, name, clause);
    if ('code' in files) return files;
    const path = name.includes('.') ? name.split('.') : ['main', name];
    const sql = path.map(quote).join('.');
    let reading = files.files[0]?.label ?? name;
    try {
      const readers: string[] = [];
      if (files.format === 'parquet') readers.push(`SELECT * FROM ${parquet(files)}`);
      for (const file of files.format === 'csv' ? files.files : []) {
        reading = file.label;
        const header = await readHeader(file.path);
        if (header === null) return dataIssue('data-file-empty', clause, { file: file.label });
        const twice = header.find((column, index) => header.indexOf(column) !== index);
        if (twice !== undefined) return dataIssue('data-column-twice', clause, { file: file.label, column: twice });
        readers.push(`SELECT * FROM ${csv(file.path, header)}`);
      }
      const body = readers.join(' UNION ALL BY NAME ');
      const columns = await this.describe(body);
      const casts = [...columns].flatMap(([column, type]) => {
        const as = readAs(type);
        return as === null ? [] : [`CAST(${quote(column)} AS ${as}) AS ${quote(column)}`];
      });
      const select = casts.length === 0 ? body : `SELECT * REPLACE (${casts.join(', ')}) FROM (${body})`;
      await this.session.execute(`CREATE SCHEMA IF NOT EXISTS ${quote(path[0] ?? 'main')}`);
      await this.session.execute(`CREATE VIEW ${sql} AS ${select}`);
      const types = casts.length === 0 ? columns : await this.describe(select);
      return { sql, path, columns: types, csv: files.format === 'csv', files: () => this.rowsBefore(files) };
    } catch (error) {
      return dataIssue('data-file-unreadable', clause, { file: reading, detail: engineDetail(error, this.dataFolder) });
    }
  }

  /** Column names and types of a query. */
  async describe(select: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.session.query({
      sql: `SELECT column_name, column_type FROM (DESCRIBE ${select})`,
      params: [],
    });
    return new Map(rows.map((row) => [row.column_name ?? '', row.column_type ?? '']));
  }

  private async rowsBefore(files: TableFiles): Promise<RawFile[]> {
    const places: RawFile[] = [];
    let before = 0;
    for (const file of files.files) {
      places.push({ label: file.label, before });
      if (files.files.length === 1) break;
      const reader = files.format === 'parquet' ? `read_parquet(${text(file.path)})` : csv(file.path, (await readHeader(file.path)) ?? []);
      const [row = {}] = await this.session.query({
        sql: `SELECT CAST(count(*) AS VARCHAR) AS n FROM ${reader}`,
        params: [],
      });
      before += count(row, 'n');
    }
    return places;
  }
}

function parquet(files: TableFiles): string {
  const list = files.files.map((file) => text(file.path)).join(', ');
  return `read_parquet([${list}], union_by_name=true, hive_partitioning=false)`;
}

function csv(path: string, header: readonly string[]): string {
  const columns = header.map((column) => `${text(column)}: 'VARCHAR'`).join(', ');
  return `read_csv(${text(path)}, header=true, auto_detect=false, columns={${columns}}, ${CSV})`;
}
