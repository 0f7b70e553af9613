import { errorIn, type Issue } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';
import type { CommentIssueCode } from '../words/comment-issues.js';

/** What keeps a comment from being written; `path` is the commit or thread that could not be read. */
export function commentIssue(code: CommentIssueCode, path: string, params: Params): Issue {
  return errorIn(code, path, params);
}
