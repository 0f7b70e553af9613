import type { Clause } from '../../contract/model.js';
import type { DataIssueCode } from '../../kernel/catalogue/data-issues.js';
import type { Issue } from '../../kernel/issue.js';
import { dataIssue } from '../../query/check-plan.js';
import { engineDetail, TimeIsUp, type ViewLimits } from './duckdb-session.js';

/*
 * How a view fails. While rows are read, the engine's messages quote values of the data, and a view can be written so that they
 * quote whatever its author likes: only their kind is told.
 */

/** Kinds of errors by the words with which DuckDB begins them, in our own words. */
const KINDS: readonly (readonly [begins: RegExp, phrase: string])[] = [
  [/^Conversion Error/i, '@view.conversion'],
  [/^Out of Range Error/i, '@view.range'],
  [/^Invalid Input Error: More than one row/i, '@view.rows'],
  [/^Invalid Input Error/i, '@view.input'],
  [/^IO Error/i, '@view.file'],
];
/** What the engine says of the text alone, before it reads a row. */
const OF_TEXT = /^(Binder|Catalog|Parser|Syntax) Error/i;

/** A view that the engine cannot make sense of: names of the text and of columns, no row has been read. */
export function unboundView(error: unknown, view: string, clause: Clause, limits: ViewLimits): Issue<DataIssueCode> {
  const detail = engineDetail(error, null);
  return OF_TEXT.test(detail) ? dataIssue('view-failed', clause, { view, detail }) : viewFailure(error, view, clause, limits);
}

/** A view that fails while its rows are read. */
export function viewFailure(error: unknown, view: string, clause: Clause, limits: ViewLimits): Issue<DataIssueCode> {
  if (error instanceof TimeIsUp) return dataIssue('view-too-slow', clause, { view, seconds: error.seconds });
  const message = error instanceof Error ? error.message : '';
  if (/^Out of Memory Error/i.test(message)) {
    return dataIssue('view-out-of-memory', clause, { view, memory: limits.memory, disk: limits.disk });
  }
  const [, detail = '@view.engine'] = KINDS.find(([begins]) => begins.test(message)) ?? [];
  return dataIssue('view-failed', clause, { view, detail });
}

/** The file of a contract's own view, beside the definitions; shipped ones are never refused. */
export function viewFile({ file }: Clause, view: string, engine: 'duckdb' | 'bigquery'): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}views/${view}.${engine}.sql`;
}
