import { type Issue, inFile } from '../kernel/issue.js';
import { ShellError } from '../ports/failure.js';
import { issue } from '../words/issue.js';

/** What the outside world refused, as issues; null where it is a fault of the program. */
export function refusedBy(error: unknown): readonly Issue[] | null {
  if (error instanceof ShellError) return error.issues;
  const lacking = error instanceof Error ? missingPackage(error) : null;
  return lacking === null ? null : [issue('package-missing', inFile('.'), { package: lacking })];
}

/** The package that a failed import lacks; null where something else failed. */
function missingPackage(problem: Error): string | null {
  if (!('code' in problem) || problem.code !== 'ERR_MODULE_NOT_FOUND') return null;
  return /^Cannot find package '([^']+)'/.exec(problem.message)?.[1] ?? null;
}
