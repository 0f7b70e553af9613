import type { Issue } from '../kernel/issue.js';
import { renderIssues } from '../report/issues.js';
import type { CommandContext, CommandResult } from './context.js';

/** Whether any of them refuses what was asked. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** Issues in the asked format; Markdown readers get the pretty form without colour. */
export function issuesOutput(
  context: CommandContext,
  issues: readonly Issue[],
  texts: ReadonlyMap<string, string>,
  format: 'pretty' | 'json' | 'github' = context.format === 'json' ? 'json' : 'pretty',
): string {
  return renderIssues(issues, { format, locale: context.locale, color: context.color, sources: texts });
}

/** Ends a command with what is wrong: on standard error for people, inside the document for machines. */
export function failed(
  context: CommandContext,
  issues: readonly Issue[],
  texts: ReadonlyMap<string, string>,
  exitCode: 1 | 2 = 1,
): CommandResult {
  const text = issuesOutput(context, issues, texts);
  return context.format === 'json' ? { exitCode, output: text } : { exitCode, output: '', errors: text };
}
