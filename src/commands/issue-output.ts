import { BIGQUERY_ISSUES } from '../kernel/catalogue/bigquery-issues.js';
import { COMMAND_ISSUES } from '../kernel/catalogue/command-issues.js';
import { COMMENT_ISSUES } from '../kernel/catalogue/comment-issues.js';
import { DATA_ISSUES } from '../kernel/catalogue/data-issues.js';
import { FORGE_ISSUES } from '../kernel/catalogue/forge-issues.js';
import { FORM_ISSUES } from '../kernel/catalogue/form-issues.js';
import { ISSUES } from '../kernel/catalogue/issues.js';
import { LEDGER_ISSUES } from '../kernel/catalogue/ledger-issues.js';
import { LINTS } from '../kernel/catalogue/lints.js';
import { PROPOSAL_ISSUES } from '../kernel/catalogue/proposal-issues.js';
import { PROPOSE_ISSUES } from '../kernel/catalogue/propose.js';
import { PROVISION_ISSUES } from '../kernel/catalogue/provision-issues.js';
import { RATIFICATION_ISSUES } from '../kernel/catalogue/ratification-issues.js';
import { SETUP_ISSUES } from '../kernel/catalogue/setup-issues.js';
import type { Issue } from '../kernel/issue.js';
import type { Message } from '../kernel/text.js';
import { type IssueTexts, renderIssues } from '../report/issues.js';
import type { CommandContext, CommandResult } from './context.js';

interface Entry {
  readonly text: Message;
  readonly explanation: Message;
  readonly fix: Message;
}

const CATALOGUE = new Map<string, Entry>(
  [
    ISSUES,
    DATA_ISSUES,
    BIGQUERY_ISSUES,
    FORGE_ISSUES,
    SETUP_ISSUES,
    LEDGER_ISSUES,
    LINTS,
    COMMAND_ISSUES,
    COMMENT_ISSUES,
    PROPOSAL_ISSUES,
    FORM_ISSUES,
    PROPOSE_ISSUES,
    RATIFICATION_ISSUES,
    PROVISION_ISSUES,
  ].flatMap((entries): [string, Entry][] => Object.entries(entries)),
);

/** The catalogue entry of any issue that Concord can raise. */
export const issueTexts: IssueTexts = (code) => CATALOGUE.get(code) ?? null;

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
  return renderIssues(issues, issueTexts, { format, locale: context.locale, color: context.color, sources: texts });
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
