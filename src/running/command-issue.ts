import type { CommandIssueCode } from '../kernel/catalogue/command-issues.js';
import { errorIn, type Issue } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';

/** Something that a command was asked for and that is not there; `path` is where it was looked for. */
export function commandIssue(code: CommandIssueCode, path: string, params: Params): Issue {
  return errorIn(code, path, params);
}
