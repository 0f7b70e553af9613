import type { CommentIssueCode } from '../kernel/catalogue/comment-issues.js';
import type { Issue } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';

/** What keeps a comment from being written; `path` is the commit or thread that could not be read. */
export function commentIssue(code: CommentIssueCode, path: string, params: Params): Issue {
  return { code, severity: 'error', at: { path, line: 1, column: 1 }, params };
}
