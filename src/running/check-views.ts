import { declaredLines, unlikeIn } from '../contract/declared-lines.js';
import type { Definitions, Terms } from '../contract/model.js';
import { viewsFolder } from '../contract/paths.js';
import { type Issue, inFile } from '../kernel/issue.js';
import type { ViewCheck, ViewText } from '../ports/warehouse.js';
import { bigqueryViewIssues, tablesRead } from '../query/dialects/bigquery-view.js';
import type { ReportedAmendment } from '../report/amendment.js';
import type { ViewReads } from '../report/view-reads.js';
import { issue } from '../words/issue.js';
import type { CommandContext } from './context.js';

const VIEW = /^contracts\/[^/]+\/views\/([^/]+)\.(duckdb|bigquery)\.sql$/;

/** A view's text for one engine. */
interface EngineView extends ViewText {
  readonly engine: 'duckdb' | 'bigquery';
}

/**
 * What contracts' views must not have, and which tables they read, by their texts alone: no data is needed. The engine that reads
 * DuckDB's is only started where there is one.
 * @param texts root-relative path → text.
 */
export async function checkViews(context: CommandContext, texts: ReadonlyMap<string, string>): Promise<ViewCheck> {
  const views = [...texts].flatMap(([file, text]): EngineView[] => {
    const [, view = '', engine = ''] = VIEW.exec(file) ?? [];
    return engine === 'duckdb' || engine === 'bigquery' ? [{ view, file, text, engine }] : [];
  });
  return readViews(context, views);
}

async function readViews(context: CommandContext, views: readonly EngineView[]): Promise<ViewCheck> {
  const duckdb = views.filter(({ engine }) => engine === 'duckdb');
  const bigquery = views.filter(({ engine }) => engine === 'bigquery');
  const { issues, tables } =
    duckdb.length === 0 ? { issues: [], tables: new Map<string, readonly string[]>() } : await context.checkViews(duckdb);
  return {
    issues: [...issues, ...bigquery.flatMap((view) => bigqueryViewIssues(view))],
    tables: new Map([...tables, ...bigquery.map(({ file, text }) => [file, tablesRead(text)] as const)]),
  };
}

/**
 * Tables that only a view's own text names, for who reads the whole contract: once where both engines' texts read the same. `tables` are
 * of the contract's own files: views of packs have none, and a file that is called as one of theirs is no pack's.
 */
export function unnamedReads(terms: Terms, tables: ViewCheck['tables']): Issue[] {
  const unnamed = readsOf(terms, tables).flatMap(({ view, file, tables: found }) => {
    const names = found.filter(({ named }) => !named).map(({ table }) => table);
    return names.length === 0 ? [] : [{ view, file, tables: names.sort() }];
  });
  return unnamed
    .filter(({ view, tables: read }, at) => unnamed.findIndex((other) => other.view === view && other.tables === read) === at)
    .map(({ view, file, tables: read }) => issue('view-reads-unnamed', inFile(file), { view, tables: read }));
}

/** Tables that a view's text reads and of whose lines facts say different things: it could be read in either way. */
export function unlikeLines(terms: Terms, tables: ViewCheck['tables']): Issue[] {
  const lines = declaredLines(terms.definitions.facts);
  return viewsOf(terms).flatMap(({ view, file, engine }) =>
    // on BigQuery nothing concerns lines
    (engine === 'duckdb' ? (tables.get(file) ?? []) : []).flatMap((table) => {
      const found = unlikeIn(lines, table);
      return found === null ? [] : [issue('view-table-lines', inFile(file), { view, table, ...found })];
    }),
  );
}

/** What changes which tables are read; the whole contract has no path. */
const SOURCES: ReadonlySet<string | undefined> = new Set([undefined, 'views', 'facts']);

/**
 * Amendments with the tables that the views of their new texts read, as each engine reads them, where they change views or facts;
 * nothing of a text that it refuses. One session of the engine for all: a view is known by its contract's file.
 */
export async function withViewReads(context: CommandContext, amendments: readonly ReportedAmendment[]): Promise<ReportedAmendment[]> {
  const concerns = ({ amendment }: ReportedAmendment) => amendment.changes.some(({ path }) => SOURCES.has(path[0]));
  const views = amendments.filter(concerns).flatMap(({ terms }) => viewsOf(terms));
  const { tables } = await readViews(context, views);
  return amendments.map((each) => (concerns(each) ? { ...each, reads: readsOf(each.terms, tables) } : each));
}

function viewsOf({ contract, definitions }: Terms): EngineView[] {
  return definitions.views.flatMap((view) =>
    (['duckdb', 'bigquery'] as const).flatMap((engine): EngineView[] => {
      const text = view[engine];
      const file = `${viewsFolder(contract.id)}/${view.name}.${engine}.sql`;
      return text === null ? [] : [{ view: view.name, file, text, engine }];
    }),
  );
}

function readsOf(terms: Terms, tables: ViewCheck['tables']): ViewReads[] {
  const named = namedTables(terms.definitions);
  return viewsOf(terms).flatMap(({ view, file }): ViewReads[] => {
    const found = (tables.get(file) ?? []).map((table) => ({ table, named: named.has(table) }));
    return found.length === 0 ? [] : [{ view, file, tables: found }];
  });
}

function namedTables({ facts }: Definitions): ReadonlySet<string> {
  return new Set(
    facts.flatMap(({ source, freshness }) => {
      const log = freshness?.table ?? null;
      return [...('table' in source ? [source.table] : []), ...(log === null ? [] : [log])];
    }),
  );
}
