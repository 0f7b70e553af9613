import type { CommandIssueCode } from '../kernel/catalogue/command-issues.js';
import type { Issue } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';

/** Something that a command was asked for and that is not there; `path` is where it was looked for. */
export function commandIssue(code: CommandIssueCode, path: string, params: Params): Issue {
  return { code, severity: 'error', at: { path, line: 1, column: 1 }, params };
}
