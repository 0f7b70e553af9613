import { unlikeIn } from '../../contract/declared-lines.js';
import type { Clause } from '../../contract/model.js';
import type { Issue } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import type { Resolved } from '../../ports/engine.js';
import { type FileColumns, fileColumnIssue } from '../../query/absent-column.js';
import { dataIssue, type Trouble } from '../../query/check-plan.js';
import { type FoundColumn, fitColumn } from '../../query/column-fit.js';
import { type BoundColumn, type Relation, useKey } from '../../query/column-type.js';
import { isIdentifier } from '../../query/compile-filter.js';
import { duckdb } from '../../query/dialects/duckdb.js';
import type { ColumnUse, Source, ViewSource } from '../../query/plan.js';
import { viewFile } from '../../query/view/place.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { undeclaredIssue } from '../../words/issue.js';
import { spellingOf } from './declared-values.js';
import type { Origins } from './origins.js';
import type { Session, ViewLimits } from './session.js';
import { type Copied, needsTyping, type RawColumn, typedCopy, unlessBlank } from './stage.js';
import { type Table, Tables } from './tables.js';
import { typedReading } from './typed-reading.js';
import { columnType } from './types.js';
import { type ParsedView, parseView } from './view.js';
import { type ViewColumns, viewColumns } from './view-columns.js';
import { viewFailure } from './view-failure.js';

type Issues = readonly Issue<DataIssueCode>[];

/** What a source reads from, before its columns have types. */
interface Origin extends Origins {
  /** Anything that can stand after FROM. */
  readonly sql: string;
  /** Its name, where it can be read as it stands; a view is computed once, into a copy. */
  readonly path: readonly string[] | null;
  readonly label: string;
  readonly columns: ReadonlyMap<string, string>;
  /** Why a use cannot be served from every file; a view's tables have been looked at with the view. */
  absent(use: ColumnUse): Issue<DataIssueCode> | null;
  /** Whether its columns surely have names, and not those that `SELECT *` took from the first line of a file. */
  readonly named: boolean;
  /** Rows that were counted before the engine read them; null: nobody did. */
  readonly rows: number | null;
  /** Whether any of it comes from text files. */
  readonly isText: boolean;
}

/** Makes the sources of a plan ready in a session. */
export class Sources {
  private readonly tables: Tables;
  private copies = 0;
  private readonly counted = new Set<string>();
  /** By source, what is known of the files behind those that can be read. */
  readonly origins = new Map<number, Origins>();

  constructor(
    private readonly session: Session,
    dataFolder: string,
    private readonly few?: number,
  ) {
    this.tables = new Tables(session, dataFolder);
  }

  async resolve(source: Source, index: number): Promise<Resolved> {
    const origin = await this.origin(source);
    if (!('issues' in origin)) this.origins.set(index, origin);
    if ('issues' in origin) return { troubles: origin.issues.map((issue) => ({ issue, source: index })) };
    const columns: RawColumn[] = [];
    const troubles: Trouble[] = [];
    const spoilt = (use: ColumnUse, issue: Issue<DataIssueCode>): void => {
      troubles.push({ issue, source: index, column: { use: use.use, column: use.column } });
    };
    for (const use of source.uses) {
      const found =
        origin.absent(use) ?? fitColumn(use, origin.label, typed(origin.columns), (type) => needsTyping(type, use.use), origin.named);
      if ('code' in found) spoilt(use, found);
      else columns.push({ ...use, type: found, ...declared(source, use) });
    }
    if (troubles.length > 0) return { troubles };
    if (origin.path !== null && !columns.some((column) => needsTyping(column.type, column.use))) {
      return { relation: { label: origin.label, path: origin.path, columns: asTheyAre(columns) } };
    }
    try {
      const making = () => this.copy(origin, columns, source.clause);
      const copy = 'view' in source.from ? await this.session.bounded(making) : await making();
      if ('relation' in copy) return copy;
      if ('issue' in copy) return { troubles: [{ issue: copy.issue, source: index }] };
      for (const { raw, issue } of copy.troubles) spoilt(raw, issue);
      return { troubles };
    } catch (error) {
      return { troubles: [{ issue: failed(source, origin.label, error, this.session.limits), source: index }] };
    }
  }

  private async origin(source: Source): Promise<Origin | { readonly issues: Issues }> {
    const { from, clause } = source;
    if (!('table' in from)) return this.view(from, clause);
    const names = source.uses.map(({ column }) => column);
    const used = new Set(names.map((name) => name.toLowerCase()));
    const table = await this.tables.table(from.table, clause, used, from);
    if (!('sql' in table)) return { issues: table };
    const absent = (use: ColumnUse) =>
      table.unread?.(use) ?? (isIdentifier(use.column) ? fileColumnIssue(use, from.table, table.files, names) : null);
    // text that is looked at once per statement would be parsed once per statement
    return { ...table, path: table.isText ? null : table.path, label: from.table, absent, used, named: true };
  }

  private async view(from: ViewSource, clause: Clause): Promise<Origin | { readonly issues: Issues }> {
    const { view } = from;
    if (from.duckdb === null) return { issues: [dataIssue('view-engine-missing', clause, { view, engine: 'DuckDB' })] };
    const parsed = await parseView(this.session, { view, file: viewFile(clause, view, 'duckdb'), text: from.duckdb });
    if (!('select' in parsed)) return { issues: parsed };
    const label = `view "${view}"`;
    try {
      const asked = await viewColumns(this.session, parsed.select);
      const { issues, read } = await this.tablesOf(from, parsed, asked, clause);
      if (issues.length > 0) return { issues };
      const columns = await this.session.bounded(() => this.tables.describe(parsed.select));
      const [table] = read;
      // files of one table are compared with one another only
      const files = read.length === 1 ? (table?.files ?? []) : [];
      const places = async () => {
        const counted = () => this.session.bounded(() => this.tables.count(`(${parsed.select}) AS v`));
        if (table !== undefined && asked.rowByRow) await this.named(parsed.tables, read);
        const same = asked.rowByRow && table?.rows != null && (await counted()) === table.rows;
        return same && table !== undefined ? table.places() : [{ label, before: 0, lines: null, unit: '@unit.row' as const }];
      };
      return {
        sql: `(${parsed.select}) AS v`,
        path: null,
        label,
        columns,
        places,
        rows: null,
        absent: () => null,
        files,
        used: asked.names,
        named: !asked.all,
        isText: read.some((each) => each.isText),
      };
    } catch (error) {
      return { issues: [viewFailure(error, { view, text: from.duckdb, clause }, this.session.limits)] };
    }
  }

  /**
   * What is the matter with the tables that a view reads: every column it names that one file has, all of them have. Lines are read as a
   * fact declares those of the table.
   */
  private async tablesOf(
    { view, lines = [], ofFacts = [] }: ViewSource,
    { tables }: ParsedView,
    asked: ViewColumns,
    clause: Clause,
  ): Promise<{ readonly issues: Issues; readonly read: readonly Table[] }> {
    const issues: Issue<DataIssueCode>[] = [];
    const read: Table[] = [];
    for (const name of tables) {
      const unlike = unlikeIn(lines, name);
      if (unlike !== null) {
        issues.push(dataIssue('view-table-lines', clause, { view, table: name, ...unlike }));
        continue;
      }
      const said = lines.find((each) => each.table === name);
      const table = await this.tables.table(name, clause, asked.names, said === undefined ? {} : { format: said.format });
      if (!('sql' in table)) issues.push(...(ofFacts.includes(name) ? table : table.map((each) => undeclaredIssue(each, name))));
      else {
        issues.push(...missingInSome(name, table, asked, clause), ...(await this.recounted(name, table, clause)));
        read.push(table);
      }
    }
    if (issues.length === 0) await this.named(tables, read);
    return { issues, read };
  }

  private async named(names: readonly string[], read: readonly Table[]): Promise<void> {
    for (const [index, table] of read.entries()) await this.tables.name(names[index] ?? '', table);
  }

  private async recounted(name: string, { sql, rows, files }: Table, clause: Clause): Promise<Issues> {
    if (rows === null || this.counted.has(sql)) return [];
    this.counted.add(sql);
    if ((await this.tables.count(sql)) === rows) return [];
    return [dataIssue('data-file-unreadable', clause, { file: files[0]?.label ?? name, reason: '@unreadable.disagree' })];
  }

  /** Reads the columns in use once, then gives them types. */
  private async copy(
    origin: Origin,
    columns: readonly RawColumn[],
    clause: Clause,
  ): Promise<Copied | { readonly issue: Issue<DataIssueCode> }> {
    const name = `s${this.copies++}`;
    const names = [...new Set(columns.map((column) => column.column))].map(duckdb.quote);
    await this.session.execute('CREATE SCHEMA IF NOT EXISTS stage');
    const { rows, label, isText } = origin;
    const typed =
      rows === null ? null : await typedReading(this.session, { from: origin.sql, rows, names, columns, name, label }, this.few);
    const table = typed === null ? `stage.raw_${name}` : `stage.${name}`;
    if (typed === null) {
      await this.session.execute(
        `CREATE TABLE ${table} AS SELECT ${names.length === 0 ? '1 AS one' : names.join(', ')} FROM ${origin.sql}`,
      );
    }
    if (rows !== null && (await this.tables.count(table)) !== rows) {
      const [file] = await origin.places();
      return { issue: dataIssue('data-file-unreadable', clause, { file: file?.label ?? label, reason: '@unreadable.disagree' }) };
    }
    const raw = { table, name, label, columns, files: await origin.places(), isText };
    if (typed !== null) return unlessBlank(this.session, raw, typed);
    const made = await typedCopy(this.session, raw);
    await this.session.execute(`DROP TABLE ${table}`);
    return made;
  }

  /** A source as it is without any rows, whatever is there. */
  async empty({ from, uses }: Source): Promise<Relation> {
    const name = `s${this.copies++}`;
    const label = 'table' in from ? from.table : `view "${from.view}"`;
    const names = [...new Set(uses.map(({ column }) => column))].map((column) => `CAST(NULL AS VARCHAR) AS ${duckdb.quote(column)}`);
    await this.session.execute('CREATE SCHEMA IF NOT EXISTS stage');
    await this.session.execute(`CREATE TABLE stage.raw_${name} AS SELECT ${['1 AS one', ...names].join(', ')} WHERE FALSE`);
    const columns = uses.map((use): RawColumn => ({ ...use, type: { kind: 'text' } }));
    const made = await typedCopy(this.session, { table: `stage.raw_${name}`, name, label, columns, files: [], isText: false });
    if (!('relation' in made)) throw new RangeError(`a table without rows has a fault: ${label}`);
    return made.relation;
  }

  /** Drops the typed copies: the next measurement looks at the files again. */
  async release(): Promise<void> {
    await this.session.execute('DROP SCHEMA IF EXISTS stage CASCADE');
  }
}

/** What went wrong while a source was read. */
function failed({ from, clause }: Source, label: string, error: unknown, limits: ViewLimits): Issue<DataIssueCode> {
  if ('view' in from) return viewFailure(error, { view: from.view, text: from.duckdb ?? '', clause }, limits);
  return dataIssue('data-file-unreadable', clause, { file: label, reason: '@unreadable.engine' });
}

function differing(files: readonly FileColumns[], clause: Clause): Issue<DataIssueCode> {
  const [first, ...others] = files;
  const names = (file: FileColumns | undefined): string =>
    [...(file?.columns ?? [])]
      .map((name) => name.toLowerCase())
      .sort()
      .join('\n');
  const [one, ...more] = others.filter((file) => names(file) !== names(first));
  return dataIssue('data-headers-differ', clause, { file: one?.label ?? '', other: first?.label ?? '', count: more.length + 1 });
}

function missingInSome(name: string, { files, unread }: Table, { names, all }: ViewColumns, clause: Clause): Issue<DataIssueCode>[] {
  const lower = files.map(({ columns }) => columns.map((column) => column.toLowerCase()));
  const wanted = [...new Set(lower.flat())].filter((column) => column !== '' && (all || names.has(column)));
  const found = wanted.flatMap((column) => {
    const written = files.flatMap(({ columns }) => columns.filter((each) => each.toLowerCase() === column))[0] ?? column;
    const use: ColumnUse = { column: written, use: 'key', clause };
    // SQL takes `Cost` for `cost`, in one file and in the next
    const alike = files.map(({ columns, ...file }) => ({
      ...file,
      columns: columns.map((each) => (each.toLowerCase() === column && !columns.includes(written) ? written : each)),
    }));
    const issue = fileColumnIssue(use, name, alike, [...lower.flat()]);
    if (issue === null || names.has(column)) return issue ?? unread?.(use) ?? [];
    // a view that takes every column does without those that cannot be told apart, and a name it does not say may be no name
    return issue.code === 'data-column-missing' ? [differing(files, clause)] : [];
  });
  return distinct(found);
}

/** How a column of a table is declared to be written. */
function declared({ from }: Source, { column }: ColumnUse): Pick<RawColumn, 'spelling' | 'header' | 'strip'> {
  if (!('table' in from)) return {};
  const own = from.columns?.find(({ name }) => name === column);
  const spelling = spellingOf(from.format, own);
  return { ...(own === undefined ? {} : { header: own.header, strip: own.strip }), ...(spelling === null ? {} : { spelling }) };
}

function asTheyAre(columns: readonly RawColumn[]): Map<string, BoundColumn> {
  return new Map(columns.map(({ use, column, type }) => [useKey(use, column), { name: column, type }]));
}

function typed(columns: ReadonlyMap<string, string>): ReadonlyMap<string, FoundColumn> {
  return new Map([...columns].map(([name, written]) => [name, { type: columnType(written), written }]));
}
