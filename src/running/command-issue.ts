import { errorIn, type Issue } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';
import type { CommandIssueCode } from '../words/command-issues.js';

/** Something that a command was asked for and that is not there; `path` is where it was looked for. */
export function commandIssue(code: CommandIssueCode, path: string, params: Params): Issue {
  return errorIn(code, path, params);
}
