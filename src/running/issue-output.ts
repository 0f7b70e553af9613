import type { Issue } from '../kernel/issue.js';
import type { Outcome } from '../media/outcome.js';
import { issuesDocument } from '../report/issues.js';

/** Whether any of them refuses what was asked. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** Ends a verb with what is wrong, and nothing else. @param texts those that issues point into, by path. */
export function failed(issues: readonly Issue[], texts: ReadonlyMap<string, string> = new Map(), ended: 1 | 2 = 1): Outcome {
  return { ended, report: { document: () => issuesDocument(issues), blocks: () => [], namesIssues: true }, issues, texts };
}
