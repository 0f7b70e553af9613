import type { Clause } from '../../contract/model.js';
import { isPackView } from '../../contract/pack.js';
import type { Position } from '../../kernel/issue.js';
import type { Dialect } from '../dialects/dialect.js';

/** Where a contract's own view is at fault; a pack's view has no file in the contract: the clause that uses it. */
export function placeInView(clause: Clause, view: string, engine: Dialect['name'], at: Pick<Position, 'line' | 'column'>): Position {
  if (isPackView(view)) return { path: clause.file, line: clause.line, column: 1 };
  return { path: viewFile(clause, view, engine), line: at.line, column: at.column };
}

/** The file of a contract's own view, beside the definitions; shipped ones are never refused. */
export function viewFile({ file }: Pick<Clause, 'file'>, view: string, engine: Dialect['name']): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}views/${view}.${engine}.sql`;
}
