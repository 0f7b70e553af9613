import type { Clause } from '../../contract/model.js';
import type { Issue, Position } from '../../kernel/issue.js';
import { placeInView } from '../../query/view/place.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { issue } from '../../words/issue.js';
import { EngineError, engineFault, OUT_OF_MEMORY, WRONG_FORMAT } from './engine-error.js';
import { TimeIsUp, type ViewLimits } from './session.js';

/** A view of a contract, for messages: its name, its text and the clause that names it. */
export interface FailedView {
  readonly view: string;
  readonly text: string;
  readonly clause: Clause;
}

/**
 * How a view fails, at its own text. While rows are read, the engine's messages quote values of the data, and a view can be written
 * so that they quote whatever its author likes: only their kind is told, and a name that is missing where the view's own text has it.
 */
export function viewFailure(error: unknown, failed: FailedView, limits: ViewLimits): Issue<DataIssueCode> {
  const { view, text } = failed;
  const said = error instanceof EngineError ? error : null;
  if (error instanceof TimeIsUp) return issue('view-too-slow', placeOfName(failed, null), { view, seconds: error.seconds });
  const detail = engineFault(error);
  if (detail === OUT_OF_MEMORY)
    return issue('view-out-of-memory', placeOfName(failed, null), { view, memory: limits.memory, disk: limits.disk });
  const name = said?.missing(text) ?? null;
  if (name !== null) return issue('view-column', placeOfName(failed, name), { view, name });
  return issue('view-failed', placeOfName(failed, said?.converted(text) ?? (detail === WRONG_FORMAT ? 'strptime' : null)), {
    detail,
    view,
  });
}

/** Where a name stands in the view's text. */
function placeOfName({ view, text, clause }: FailedView, name: string | null): Position {
  return placeInView(clause, view, 'duckdb', nameAt(text, name));
}

type Place = Pick<Position, 'line' | 'column'>;

/** Where a name first stands in a view's text, in lines of code; its beginning where none is known. */
function nameAt(text: string, name: string | null): Place {
  const lines = text.split(/\r\n|\r|\n/);
  if (name === null) return { line: 1, column: 1 };
  const pattern = new RegExp(`\\b${name}\\b`, 'i');
  const line = lines.findIndex((each) => pattern.test(each.replace(/--.*/, '')));
  return line === -1 ? { line: 1, column: 1 } : { line: line + 1, column: (lines[line] ?? '').search(pattern) + 1 };
}
