import type { Clause } from '../../contract/model.js';
import type { DataIssueCode } from '../../kernel/catalogue/data-issues.js';
import type { Issue } from '../../kernel/issue.js';
import { dataIssue } from '../../query/check-plan.js';
import { TimeIsUp, type ViewLimits } from './duckdb-session.js';
import { EngineError, engineFault, OUT_OF_MEMORY } from './engine-error.js';

/** A view of a contract, for messages: its name, its text and the clause that names it. */
export interface FailedView {
  readonly view: string;
  readonly text: string;
  readonly clause: Clause;
}

/**
 * How a view fails. While rows are read, the engine's messages quote values of the data, and a view can be written so that they
 * quote whatever its author likes: only their kind is told, and a name that is missing where the view's own text has it.
 */
export function viewFailure(error: unknown, { view, text, clause }: FailedView, limits: ViewLimits): Issue<DataIssueCode> {
  if (error instanceof TimeIsUp) return dataIssue('view-too-slow', clause, { view, seconds: error.seconds });
  const detail = engineFault(error);
  if (detail === OUT_OF_MEMORY) return dataIssue('view-out-of-memory', clause, { view, memory: limits.memory, disk: limits.disk });
  const name = error instanceof EngineError ? error.missing(text) : null;
  return name === null ? dataIssue('view-failed', clause, { view, detail }) : dataIssue('view-column', clause, { view, name });
}

/** The file of a contract's own view, beside the definitions; shipped ones are never refused. */
export function viewFile({ file }: Clause, view: string, engine: 'duckdb' | 'bigquery'): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}views/${view}.${engine}.sql`;
}
