import type { Locale } from '../kernel/text.js';
import type { ReportContext } from './report-context.js';
import { type ReportedStatement, statementBlocks } from './statement-blocks.js';
import { renderTerminal, type TerminalOptions } from './terminal.js';

/** A settled period, money first, for a terminal. */
export function renderStatementTerminal(
  statement: ReportedStatement,
  context: ReportContext,
  options: TerminalOptions & { readonly locale: Locale },
): string {
  return renderTerminal(statementBlocks(statement, context, options.locale), options);
}
