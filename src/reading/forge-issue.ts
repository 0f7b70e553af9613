import { errorIn, type Issue } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';
import type { ForgeIssueCode } from '../words/forge-issues.js';

/** Something that was asked of the forge and is not there; `path` is the repository or branch where it was looked for. */
export function forgeIssue(code: ForgeIssueCode, path: string, params: Params): Issue {
  return errorIn(code, path, params);
}
