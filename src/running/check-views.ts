import type { Issue } from '../kernel/issue.js';
import type { ViewText } from '../ports/warehouse.js';
import { bigqueryViewIssues } from '../query/dialects/bigquery-view.js';
import type { CommandContext } from './context.js';

const VIEW = /^contracts\/[^/]+\/views\/([^/]+)\.(duckdb|bigquery)\.sql$/;

/**
 * What contracts' views must not have, by their texts alone: no data is needed. The engine that reads DuckDB's is only started where
 * there is one.
 * @param texts root-relative path → text.
 */
export async function viewIssues(context: CommandContext, texts: ReadonlyMap<string, string>): Promise<readonly Issue[]> {
  const views = [...texts].flatMap(([file, text]): (ViewText & { engine: string })[] => {
    const [, view = '', engine = ''] = VIEW.exec(file) ?? [];
    return engine === '' ? [] : [{ view, file, text, engine }];
  });
  const duckdb = views.filter(({ engine }) => engine === 'duckdb');
  const found = duckdb.length === 0 ? [] : await context.checkViews(duckdb);
  return [...found, ...views.filter(({ engine }) => engine === 'bigquery').flatMap((view) => bigqueryViewIssues(view))];
}
