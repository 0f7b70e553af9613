import type { Clause } from '../../contract/model.js';
import type { Issue } from '../../kernel/issue.js';
import type { Resolved } from '../../ports/engine.js';
import { dataIssue, type Trouble } from '../../query/check-plan.js';
import { fitColumn } from '../../query/column-fit.js';
import { type BoundColumn, useKey } from '../../query/column-type.js';
import { bigquery } from '../../query/dialects/bigquery.js';
import { bigqueryViewIssues, namedTables, unnamedTables, viewAsOf, viewAsPart } from '../../query/dialects/bigquery-view.js';
import type { Source } from '../../query/plan.js';
import { trusted } from '../../query/sql.js';
import { placeInView, viewFile } from '../../query/view/place.js';
import { issue } from '../../words/issue.js';
import type { BigqueryClient } from './client.js';
import { BigqueryFailure } from './failure.js';
import { type BigqueryJobs, MOST_LISTED, type RestField, type TableName } from './jobs.js';
import { columnType, typeName } from './types.js';

/** What is known of a table without reading it. */
interface TableFacts {
  readonly fields: readonly RestField[];
  readonly location: string;
  /** Whether it is a view of somebody's, which reads other tables. */
  readonly isView: boolean;
  /** Changes with the content; null where rows are being streamed in, and nothing tells. */
  readonly content: string | null;
}

interface Origin {
  /** What stands after FROM. */
  readonly from: string;
  readonly fields: readonly RestField[];
}

/** Tables and views of one project, as BigQuery's metadata has them. */
export class BigqueryTables {
  private readonly known = new Map<string, Promise<TableFacts>>();
  private readonly lists = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly client: BigqueryClient) {}

  facts(name: TableName): Promise<TableFacts> {
    const key = pathOf(name);
    const found = this.known.get(key) ?? this.read(name);
    this.known.set(key, found);
    return found;
  }

  private async read({ project, dataset, table }: TableName): Promise<TableFacts> {
    const { client } = this;
    const asked = { what: `${dataset}.${table}`, runs: false, readAt: null };
    const [found] = await client.call(asked, () => client.bigquery.dataset(dataset, { projectId: project }).table(table).getMetadata());
    const { schema, location, lastModifiedTime, etag, streamingBuffer, type } = found;
    const content = streamingBuffer === undefined ? `${lastModifiedTime ?? ''} ${etag ?? ''}` : null;
    return { fields: schema?.fields ?? [], location: String(location ?? ''), isView: /VIEW/.test(String(type)), content };
  }

  /** How many tables a query reads at most that names these and may not have named all: those with a day in their names are counted. */
  async countOf(names: readonly TableName[]): Promise<number> {
    const stems = new Map(
      names.map(({ project, dataset, table }) => [pathOf({ project, dataset, table: stemOf(table) }), { project, dataset, table }]),
    );
    let count = 0;
    for (const { project, dataset, table } of stems.values()) {
      const stem = stemOf(table);
      if (stem === table) count += 1;
      else count += (await this.list(project, dataset)).filter((id) => stemOf(id) === stem && id !== stem).length;
    }
    return Math.max(count, names.length);
  }

  private list(project: string, dataset: string): Promise<readonly string[]> {
    const key = `${project}.${dataset}`;
    const found = this.lists.get(key) ?? this.readList(project, dataset);
    this.lists.set(key, found);
    return found;
  }

  private async readList(project: string, dataset: string): Promise<readonly string[]> {
    const { client } = this;
    const asked = { what: dataset, runs: false, readAt: null };
    const [tables] = await client.call(asked, () => client.bigquery.dataset(dataset, { projectId: project }).getTables());
    return tables.map(({ id }) => id ?? '');
  }
}

/** A table's name without the day at its end. */
function stemOf(table: string): string {
  return table.replace(/\d{8}$/, '');
}

/** A table as statements name it. */
export function pathOf({ project, dataset, table }: TableName): string {
  return [project, dataset, table].join('.');
}

/** Makes the sources of a plan ready: checks that they can be read, and which columns they have. */
export class BigquerySources {
  constructor(
    private readonly client: BigqueryClient,
    private readonly jobs: BigqueryJobs,
    private readonly tables: BigqueryTables,
    /** An instant, as of which tables are read. */
    private readonly readAt: string | null,
  ) {}

  async resolve(source: Source, index: number): Promise<Resolved> {
    const label = 'table' in source.from ? source.from.table : `view "${source.from.view}"`;
    const origin = await this.origin(source).catch((error: unknown) => {
      if (error instanceof BigqueryFailure && error.ofSource) return [error.issue(source.clause)];
      throw error;
    });
    if (!('from' in origin)) return { troubles: origin.map((issue) => ({ issue, source: index })) };
    const { from, fields } = origin;
    const named = namesOf(source);
    const found = new Map(
      fields.flatMap((field) =>
        named(field.name ?? '').map((name) => [name, { type: columnType(field), written: typeName(field) }] as const),
      ),
    );
    const written = new Map(fields.flatMap((field) => named(field.name ?? '').map((name) => [name, field.name ?? ''] as const)));
    const columns = new Map<string, BoundColumn>();
    const troubles: Trouble[] = [];
    for (const use of source.uses) {
      const type = fitColumn(use, label, found);
      if ('code' in type) troubles.push({ issue: type, source: index, column: { use: use.use, column: use.column } });
      else columns.set(useKey(use.use, use.column), { name: written.get(use.column) ?? use.column, type });
    }
    if (troubles.length > 0) return { troubles };
    const path = 'table' in source.from ? source.from.table.split('.') : [source.from.view];
    const used = new Set(source.uses.map((use) => written.get(use.column)));
    return {
      relation: {
        label,
        path,
        from: trusted(
          bytewise(
            from,
            fields.filter((field) => used.has(field.name ?? '')),
          ),
        ),
        columns,
      },
    };
  }

  private origin({ from, clause }: Source): Promise<Origin | readonly Issue[]> {
    return 'table' in from ? this.table(from.table) : this.view(from.view, from.bigquery, clause);
  }

  private async table(written: string): Promise<Origin> {
    const [dataset = '', table] = written.split('.');
    if (table === undefined) throw BigqueryFailure.of('bigquery-no-dataset', { table: written }, true);
    const { project } = this.client.access;
    const { fields, location } = await this.tables.facts({ project, dataset, table });
    this.mustBeHere(written, location);
    return { from: `${bigquery.quote(`${project}.${dataset}.${table}`)}${this.asOf()}`, fields };
  }

  private async view(view: string, text: string | null, clause: Clause): Promise<Origin | readonly Issue[]> {
    if (text === null) return [dataIssue('view-engine-missing', clause, { view, engine: 'BigQuery' })];
    const written = bigqueryViewIssues({ view, file: viewFile(clause, view, 'bigquery'), text });
    if (written.length > 0) return written;
    // asked on its own: whatever it is, it is whole, and one statement
    const asked = await this.jobs.dryRun(`view "${view}"`, { sql: text, params: [] }).catch((error: unknown) => {
      if (error instanceof BigqueryFailure && error.code === 'bigquery-failed') return error;
      throw error;
    });
    if (asked instanceof BigqueryFailure) {
      const { missing: name, detail } = asked.fault;
      const at = placeInView(clause, view, 'bigquery', asked.fault);
      if (name !== null && new RegExp(`\\b${name}\\b`, 'i').test(text)) {
        return [issue('view-column', at, { view, name })];
      }
      return [issue('view-failed', at, { view, detail })];
    }
    const { statementType, fields, tables, routines } = asked;
    if (statementType !== 'SELECT') return [dataIssue('view-not-read-only', clause, { view, detail: statementType })];
    const unnamed = unnamedTables(text, tables.map(pathOf), this.client.access.project);
    const refused = [...routines, ...unnamed].map((used) => dataIssue('view-function', clause, { view, function: used }));
    if (refused.length > 0) return refused;
    if (tables.length >= MOST_LISTED && !(await this.isWhole(text, tables))) {
      return [dataIssue('view-too-large', clause, { view, found: tables.length, limit: MOST_LISTED - 1, unit: '@view.tables' })];
    }
    if (this.readAt === null) return { from: viewAsPart(text), fields };
    const { project } = this.client.access;
    const past = viewAsOf(text, tables.map(pathOf), project, this.asOf().trim());
    if (past !== null) return { from: viewAsPart(past), fields };
    throw BigqueryFailure.of('bigquery-time-travel', { table: `view "${view}"`, instant: this.readAt, detail: '@travel.view' }, true);
  }

  /**
   * Whether a view reads no more than its text names although BigQuery's list of its tables may not be whole: then what is not
   * listed comes from names with a `*`, which BigQuery lets be nothing but tables.
   */
  private async isWhole(text: string, listed: readonly TableName[]): Promise<boolean> {
    const { project } = this.client.access;
    const { single, wildcards } = namedTables(text, project);
    if (wildcards.length === 0) return false;
    for (const path of single) {
      const name = listed.find((table) => pathOf(table) === path);
      if (name === undefined || (await this.tables.facts(name)).isView) return false;
    }
    return true;
  }

  private asOf(): string {
    return this.readAt === null ? '' : ` FOR SYSTEM_TIME AS OF TIMESTAMP '${this.readAt}'`;
  }

  private mustBeHere(table: string, found: string): void {
    const { location: expected } = this.client.access;
    if (found === '' || found.toUpperCase() === expected.toUpperCase()) return;
    throw BigqueryFailure.of('bigquery-location', { table, found, expected }, true);
  }
}

/** The names that the definitions have for a column of a table: its own, unless they give columns others. */
function namesOf({ from }: Source): (written: string) => readonly string[] {
  const columns = 'table' in from ? from.columns : undefined;
  if (columns === undefined) return (written) => [written];
  return (written) => columns.flatMap(({ name, header }) => (header === written ? [name] : []));
}

/** Text compares bytewise (contract language, section 3), whatever collation a column was given. */
function bytewise(from: string, fields: readonly RestField[]): string {
  const collated = fields.filter((field) => (field.collation ?? '') !== '').map((field) => bigquery.quote(field.name ?? ''));
  if (collated.length === 0) return from;
  return `(SELECT * REPLACE (${collated.map((column) => `COLLATE(${column}, '') AS ${column}`).join(', ')}) FROM ${from})`;
}
