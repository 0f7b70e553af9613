import type { IssueCode } from '../kernel/catalogue/issues.js';
import type { Issue, Position } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';

/** An error of the catalogue at a place. */
export function issueAt(code: IssueCode, at: Position, params: Params = {}): Issue<IssueCode> {
  return { code, severity: 'error', at, params };
}
