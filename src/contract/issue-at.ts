import type { Issue, Position } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';
import type { IssueCode } from '../words/issues.js';

/** An error of the catalogue at a place. */
export function issueAt(code: IssueCode, at: Position, params: Params = {}): Issue<IssueCode> {
  return { code, severity: 'error', at, params };
}
