import { LOCALES, type Locale } from '../kernel/text.js';
import { renderMarkdown } from './markdown.js';
import type { ReportContext } from './report-context.js';
import { type ReportedStatement, statementBlocks } from './statement-blocks.js';

/**
 * A settled period as GitHub-flavoured Markdown; `both` sets English first, then Chinese: the ledger's statement.md.
 * A function of its arguments alone: the same statement, terms and history give the same bytes.
 */
export function renderStatementMarkdown(statement: ReportedStatement, context: ReportContext, locales: Locale | 'both'): string {
  const wanted = locales === 'both' ? LOCALES : [locales];
  return wanted.map((locale) => renderMarkdown(statementBlocks(statement, context, locale))).join('\n---\n\n');
}
