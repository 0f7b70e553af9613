import { LOCALES, type Locale } from '../kernel/text.js';
import type { StatementBody } from '../settlement/model.js';
import { balanceSection } from './balance-section.js';
import type { Block } from './blocks.js';
import { changeSection } from './change-section.js';
import { anomalySection, measureSection, qualitySection, reconcileSection } from './check-sections.js';
import { disputeSection } from './dispute-section.js';
import { dutySection } from './duty-section.js';
import { firstLines } from './first-lines.js';
import { headerSection, titleSection } from './header.js';
import { heldSection } from './held-section.js';
import { renderMarkdown } from './markdown.js';
import { lineSection, totalSection } from './money-sections.js';
import type { ReportContext } from './report-context.js';
import { watchSection } from './running-section.js';
import { gateSection, kpiSection } from './score-sections.js';
import { lineSheet, withSheet } from './sheets.js';
import { sinceSection } from './since-section.js';
import { digestSection, eventSection } from './statement-sections.js';
import { wording } from './wording.js';

/** A statement with its digest, once it has one. */
export type ReportedStatement = StatementBody & { readonly digest?: string };

/**
 * The ledger's statement.md: a settled period as GitHub-flavoured Markdown, English first, then Chinese.
 * A function of its arguments alone: the same statement, terms and history give the same bytes.
 */
export function statementText(statement: ReportedStatement, context: ReportContext): string {
  return LOCALES.map((locale) => renderMarkdown(statementBlocks(statement, context, locale), locale)).join('\n---\n\n');
}

/** A settled period: what to do by when, then money, then all that it rests on. */
export function statementBlocks(statement: ReportedStatement, context: ReportContext, locale: Locale): Block[] {
  const { opening, rest } = statementParts(statement, context, locale);
  return [...opening, ...rest];
}

/** A statement in two parts, for a comment that has something to say between them. */
export function statementParts(
  statement: ReportedStatement,
  context: ReportContext,
  locale: Locale,
): { readonly opening: readonly Block[]; readonly rest: readonly Block[] } {
  const { opening, lines, after, beneath } = statementSections(statement, context, locale);
  return { opening, rest: [...lines, ...after, ...beneath.flat()] };
}

/** A statement's sections: what to do by when; whose it is and its lines; what follows from them; what they rest on, a section each. */
export function statementSections(
  statement: ReportedStatement,
  context: ReportContext,
  locale: Locale,
): {
  readonly opening: readonly Block[];
  readonly lines: readonly Block[];
  readonly after: readonly Block[];
  readonly beneath: readonly (readonly Block[])[];
} {
  const words = wording(context.terms, locale);
  const opening = [
    ...titleSection(statement, context, words),
    totalSection(statement, context, words),
    ...firstLines(statement, context, words),
  ];
  const lines = [
    ...headerSection(statement, context, words),
    ...withSheet(lineSection(statement, context, words), () => lineSheet(statement.lines, statement, context, words)),
  ];
  const after = [
    ...sinceSection(statement, context, words),
    ...heldSection(statement, context, words),
    ...disputeSection(statement, context, words),
    ...balanceSection(statement, context, words),
    ...kpiSection(statement, context, words),
    ...gateSection(statement, words),
    ...watchSection(statement, words),
    ...dutySection(statement, context, words),
    ...changeSection(statement, context, words),
    ...reconcileSection(statement, context, words),
    ...anomalySection(statement, context, words),
  ];
  const beneath = [
    measureSection(statement, words),
    qualitySection(statement, {}, words),
    eventSection(statement, context, words),
    context.preview === true ? [] : digestSection(statement, words),
  ];
  return { opening, lines, after, beneath };
}
