import { columnsNamed } from '../contract/fact-columns.js';
import type { Definitions, Fact } from '../contract/model.js';
import { bigquery } from '../query/dialects/bigquery.js';
import { viewAsPart } from '../query/dialects/bigquery-view.js';

/** The columns of a fact that the definitions use, in alphabetical order: all that an analyst is shown of it. */
export function factColumns(fact: Fact, definitions: Definitions): string[] {
  return [...new Set(columnsNamed(fact, definitions).map(({ column }) => column))].sort();
}

/**
 * The query of a fact's view: the columns that the definitions use, of the table or of the text that the engine reads.
 * Null where the fact is a view without a text for BigQuery.
 */
export function factQuery(fact: Fact, definitions: Definitions, project: string): string | null {
  const columns = factColumns(fact, definitions).map((column) => `  ${selected(fact, column)}`);
  const from = fromOf(fact, definitions, project);
  return from === null ? null : `SELECT\n${columns.join(',\n')}\nFROM ${from}`;
}

/** A column under the name that the definitions have for it. */
function selected({ source }: Fact, column: string): string {
  const header = 'table' in source ? source.columns?.find(({ name }) => name === column)?.header : undefined;
  return header === undefined || header === column ? bigquery.quote(column) : `${bigquery.quote(header)} AS ${bigquery.quote(column)}`;
}

function fromOf({ source }: Fact, { views }: Definitions, project: string): string | null {
  if ('table' in source) return bigquery.quote(`${project}.${source.table}`);
  const text = views.find((view) => view.name === source.view)?.bigquery ?? null;
  return text === null ? null : viewAsPart(text);
}
