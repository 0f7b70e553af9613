import type { Issue } from '../kernel/issue.js';

/** Raised by a shell when the outside world refuses: becomes exit code 2 with its issues, never a stack trace. */
export class ShellError extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map((issue) => issue.code).join(', '));
    this.name = 'ShellError';
  }
}
