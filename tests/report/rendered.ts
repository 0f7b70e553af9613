import type { Verdict } from '../../src/gate/verdict.js';
import type { Locale } from '../../src/kernel/text.js';
import { medium as terminal } from '../../src/media/terminal.js';
import { proposalBlocks, type ReportedProposal } from '../../src/report/amendment.js';
import type { Block } from '../../src/report/blocks.js';
import { everyLineBlocks, lineBlocks } from '../../src/report/explain.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import type { ReportContext } from '../../src/report/report-context.js';
import { scorecardBlocks } from '../../src/report/scorecard.js';
import { type SetupReport, setupBlocks } from '../../src/report/setup.js';
import { type ReportedStatement, statementBlocks, statementText } from '../../src/report/statement.js';
import { type NameOf, verdictBlocks } from '../../src/report/verdict.js';
import type { Line, Scorecard, StatementBody } from '../../src/settlement/model.js';

/* Reports as a terminal and as Markdown set them. */

interface Setting {
  readonly color: boolean;
  readonly width: number;
}

type Localised = Setting & { readonly locale: Locale };

const set = (blocks: readonly Block[], locale: Locale, { color, width }: Setting) =>
  terminal.print({ document: () => null, blocks: () => blocks }, { locale, color, width });

export const renderStatementTerminal = (statement: ReportedStatement, context: ReportContext, { locale, ...setting }: Localised) =>
  set(statementBlocks(statement, context, locale), locale, setting);

export const renderStatementMarkdown = (statement: ReportedStatement, context: ReportContext, locales: Locale | 'both') =>
  locales === 'both' ? statementText(statement, context) : renderMarkdown(statementBlocks(statement, context, locales), locales);

export const renderScorecardTerminal = (card: Scorecard, context: ReportContext, { locale, ...setting }: Localised) =>
  set(scorecardBlocks(card, context, locale), locale, setting);

export const renderScorecardMarkdown = (card: Scorecard, context: ReportContext, locale: Locale) =>
  renderMarkdown(scorecardBlocks(card, context, locale), locale);

type Document = Scorecard | StatementBody;

export const renderExplain = (line: Line, card: Document, context: ReportContext, locale: Locale, color: boolean, width = 100) =>
  set(lineBlocks(line, card, context, locale), locale, { color, width });

export const renderExplainMarkdown = (line: Line, card: Document, context: ReportContext, locale: Locale) =>
  renderMarkdown(lineBlocks(line, card, context, locale), locale);

export const renderExplainAll = (
  lines: readonly Line[],
  card: Document,
  context: ReportContext,
  locale: Locale,
  color: boolean,
  width = 100,
) => set(everyLineBlocks(lines, card, context, locale), locale, { color, width });

export const renderExplainAllMarkdown = (lines: readonly Line[], card: Document, context: ReportContext, locale: Locale) =>
  renderMarkdown(everyLineBlocks(lines, card, context, locale), locale);

export const renderProposal = (proposal: ReportedProposal, locale: Locale, setting: Setting) =>
  set(proposalBlocks(proposal, locale), locale, setting);

export const renderProposalMarkdown = (proposal: ReportedProposal, locale: Locale) =>
  renderMarkdown(proposalBlocks(proposal, locale), locale);

export const renderVerdict = (verdict: Verdict, nameOf: NameOf, locale: Locale, setting: Setting) =>
  set(verdictBlocks(verdict, nameOf, locale), locale, setting);

export const renderVerdictMarkdown = (verdict: Verdict, nameOf: NameOf, locale: Locale) =>
  renderMarkdown(verdictBlocks(verdict, nameOf, locale), locale);

export const renderSetup = (report: SetupReport, locale: Locale, setting: Setting) => set(setupBlocks(report, locale), locale, setting);

export const renderSetupMarkdown = (report: SetupReport, locale: Locale) => renderMarkdown(setupBlocks(report, locale), locale);
