import type { DataIssueCode } from '../../kernel/catalogue/data-issues.js';
import type { Issue } from '../../kernel/issue.js';
import { dataIssue, type Trouble } from '../../query/check-plan.js';
import { type BoundColumn, useKey } from '../../query/column-type.js';
import { duckdb } from '../../query/duckdb.js';
import type { ColumnUse, Source } from '../../query/plan.js';
import { type FoundColumn, fitColumn } from './column-fit.js';
import { engineDetail, engineFile, type Session } from './duckdb-session.js';
import { needsTyping, type RawColumn, type RawFile, typedCopy } from './duckdb-stage.js';
import { Tables } from './duckdb-tables.js';
import { columnType } from './duckdb-types.js';
import { parseView } from './duckdb-view.js';
import type { Resolved } from './measure.js';
import { unboundView, viewFailure, viewFile } from './view-failure.js';

type Issues = readonly Issue<DataIssueCode>[];

/** What a source reads from, before its columns have types. */
interface Origin {
  /** Anything that can stand after FROM. */
  readonly sql: string;
  /** Its name, where it can be read as it stands; a view is computed once, into a copy. */
  readonly path: readonly string[] | null;
  readonly label: string;
  readonly columns: ReadonlyMap<string, string>;
  files(): Promise<readonly RawFile[]>;
}

/** Makes the sources of a plan ready in a session. */
export class Sources {
  private readonly tables: Tables;
  private copies = 0;

  constructor(
    private readonly session: Session,
    private readonly dataFolder: string,
  ) {
    this.tables = new Tables(session, dataFolder);
  }

  async resolve(source: Source, index: number): Promise<Resolved> {
    const origin = await this.origin(source);
    if ('issues' in origin) return { troubles: origin.issues.map((issue) => ({ issue, source: index })) };
    const columns: RawColumn[] = [];
    const troubles: Trouble[] = [];
    const spoilt = (use: ColumnUse, issue: Issue<DataIssueCode>): void => {
      troubles.push({ issue, source: index, column: { use: use.use, column: use.column } });
    };
    for (const use of source.uses) {
      const found = fitColumn(use, origin.label, typed(origin.columns), (type) => needsTyping(type, use.use));
      if ('code' in found) spoilt(use, found);
      else columns.push({ ...use, type: found });
    }
    if (troubles.length > 0) return { troubles };
    if (origin.path !== null && !columns.some((column) => needsTyping(column.type, column.use))) {
      return { relation: { label: origin.label, path: origin.path, columns: asTheyAre(columns) } };
    }
    try {
      const copy = 'view' in source.from ? await this.session.bounded(() => this.copy(origin, columns)) : await this.copy(origin, columns);
      if ('relation' in copy) return copy;
      for (const { raw, issue } of copy.troubles) spoilt(raw, issue);
      return { troubles };
    } catch (error) {
      const issue =
        'view' in source.from
          ? viewFailure(error, source.from.view, source.clause, this.session.limits)
          : dataIssue('data-file-unreadable', source.clause, {
              file: engineFile(error, this.dataFolder) ?? origin.label,
              detail: engineDetail(error, this.dataFolder),
            });
      return { troubles: [{ issue, source: index }] };
    }
  }

  private async origin(source: Source): Promise<Origin | { readonly issues: Issues }> {
    const { from, clause } = source;
    if ('table' in from) {
      const table = await this.tables.table(from.table, clause);
      if ('code' in table) return { issues: [table] };
      // text that is looked at once per statement would be parsed once per statement
      return { ...table, path: table.csv ? null : table.path, label: from.table };
    }
    const { view } = from;
    if (from.duckdb === null) return { issues: [dataIssue('view-missing', clause, { view, engine: 'DuckDB' })] };
    const parsed = await parseView(this.session, { view, file: viewFile(clause, view, 'duckdb'), text: from.duckdb });
    if (!('select' in parsed)) return { issues: parsed };
    const tables = await Promise.all(parsed.tables.map((table) => this.tables.table(table, clause)));
    const issues = tables.flatMap((table) => ('code' in table ? [table] : []));
    if (issues.length > 0) return { issues };
    const label = `view "${view}"`;
    try {
      const columns = await this.session.bounded(() => this.tables.describe(parsed.select));
      return { sql: `(${parsed.select}) AS v`, path: null, label, columns, files: async () => [{ label, before: 0 }] };
    } catch (error) {
      return { issues: [unboundView(error, view, clause, this.session.limits)] };
    }
  }

  /** Reads the columns in use once, then gives them types. */
  private async copy(origin: Origin, columns: readonly RawColumn[]): ReturnType<typeof typedCopy> {
    const name = `s${this.copies++}`;
    const table = `stage.raw_${name}`;
    const names = [...new Set(columns.map((column) => column.column))].map(duckdb.quote);
    await this.session.execute('CREATE SCHEMA IF NOT EXISTS stage');
    await this.session.execute(`CREATE TABLE ${table} AS SELECT ${names.length === 0 ? '1 AS one' : names.join(', ')} FROM ${origin.sql}`);
    const made = await typedCopy(this.session, { table, name, label: origin.label, columns, files: await origin.files() });
    await this.session.execute(`DROP TABLE ${table}`);
    return made;
  }

  /** Drops the typed copies: the next measurement looks at the files again. */
  async release(): Promise<void> {
    await this.session.execute('DROP SCHEMA IF EXISTS stage CASCADE');
  }
}

function asTheyAre(columns: readonly RawColumn[]): Map<string, BoundColumn> {
  return new Map(columns.map(({ use, column, type }) => [useKey(use, column), { name: column, type }]));
}

function typed(columns: ReadonlyMap<string, string>): ReadonlyMap<string, FoundColumn> {
  return new Map([...columns].map(([name, written]) => [name, { type: columnType(written), written }]));
}
