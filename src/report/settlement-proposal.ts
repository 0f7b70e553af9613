import type { Contract } from '../contract/model.js';
import { SETTLE_WORKFLOW } from '../contract/paths.js';
import { formLink, formName } from '../forms/form-link.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { isDate } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { LOCALES, type Locale, listSeparator, type Params } from '../kernel/text.js';
import type { Scorecard } from '../settlement/model.js';
import type { LineChange, StatementChange } from '../settlement/proposed-again.js';
import { type ProposalTextKey, proposalText } from '../words/proposal.js';
import { reportText } from '../words/report.js';
import { type Block, code, type Inline, left, right, row, text } from './blocks.js';
import type { CommentSection } from './comment-sections.js';
import { renderMarkdown } from './markdown.js';
import type { ReportContext } from './report-context.js';
import { scorecardBlocks } from './scorecard.js';
import { type ReportedStatement, statementParts } from './statement.js';

/** The pull request's title; it has both languages, and nothing of the contract's own text in it. */
export function proposalTitle(contract: string, period: PeriodId): string {
  return `${LOCALES.map((locale) => proposalText('title', locale)).join(' · ')}: ${contract} ${period}`;
}

/**
 * The pull request's text, the same from draft to acceptance: what it is, how to accept and how to disagree.
 * @param repository the page of the repository, for a link to the form.
 */
export function proposalBody(contract: Contract, period: PeriodId, dueOn: LocalDate, repository: string | null): string {
  const { days, silence } = contract.acceptance;
  return inBoth((locale) => {
    const say = (key: ProposalTextKey, params: Params = {}): Block => paragraph(proposalText(key, locale, params));
    return [
      say('body-what', { contract: contract.id, period, dueOn }),
      say('body-accept'),
      silence === 'accepts' ? say('body-silence-accepts', { days }) : say('body-silence-waits'),
      say('body-dispute'),
      ...(repository === null ? [] : [disputeLink(repository, contract.id, period, locale)]),
      say('body-files'),
      ...(repository === null ? [] : [artifactLink('body-workbook', repository, locale), artifactLink('body-page', repository, locale)]),
    ];
  });
}

function disputeLink(repository: string, contract: string, period: PeriodId, locale: Locale): Block {
  return { kind: 'paragraph', text: [{ text: formName('dispute', locale), href: formLink(repository, 'dispute', { contract, period }) }] };
}

/** The statement as a workbook or a page: an artifact of a workflow has no lasting address of its own, the list of the workflow's runs has. */
function artifactLink(key: 'body-workbook' | 'body-page', repository: string, locale: Locale): Block {
  return { kind: 'paragraph', text: [{ text: proposalText(key, locale), href: `${repository}/actions/workflows/${SETTLE_WORKFLOW}` }] };
}

const PREVIEW_LINE = /^<!-- concord preview (\d{4}-\d{2}-\d{2}) -->$/;

/** `preview.md`: the scorecard in both languages below a line from which {@link previewedOn} reads its date. */
export function previewText(card: Scorecard, context: ReportContext): string {
  const pages = LOCALES.map((locale) => {
    const note = renderMarkdown([paragraph(proposalText('preview-note', locale, { asOf: card.asOf }))], locale);
    return `${note}\n${renderMarkdown(scorecardBlocks(card, context, locale), locale)}`;
  });
  return `<!-- concord preview ${card.asOf} -->\n\n${pages.join(BETWEEN_PAGES)}`;
}

/** The date of a preview; null for any other text. */
export function previewedOn(preview: string): LocalDate | null {
  const date = PREVIEW_LINE.exec(preview.split('\n', 1)[0] ?? '')?.[1];
  return date !== undefined && isDate(date) ? date : null;
}

/** The scorecard for a comment: the preview without the line that is for programs. */
export function previewSections(preview: string): CommentSection[] {
  return sectionsOf(pagesOf(preview.slice(preview.indexOf('\n') + 1)));
}

/** What takes the place of a preview once the statement is there. */
export function previewOverSections(): CommentSection[] {
  return LOCALES.map((locale, index) => ({
    title: proposalText('language', locale),
    folded: index > 0,
    locale,
    blocks: [paragraph(proposalText('preview-over', locale))],
  }));
}

/**
 * The statement for a comment: what to do by when, what it could not know, then what its latest computation changed, then the rest.
 * @param unsure what `settle` prints below it: the statement itself says nothing of it.
 */
export function statementSections(
  statement: ReportedStatement,
  context: ReportContext,
  change: StatementChange | null,
  unsure: (locale: Locale) => readonly string[] = () => [],
): CommentSection[] {
  return LOCALES.map((locale, index) => {
    const { opening, rest } = statementParts(statement, context, locale);
    const who = context.repository === undefined ? [] : [paragraph(reportText('whoAccepted', locale))];
    const warned = unsure(locale).map((line): Block => ({ kind: 'paragraph', text: text(line, 'warn') }));
    const blocks = [...opening, ...who, ...warned, ...(change === null ? [] : changeBlocks(change, locale)), ...rest];
    return { title: proposalText('language', locale), folded: index > 0, locale, blocks };
  });
}

const BETWEEN_PAGES = '\n---\n\n';

/** One page per language, in the order of {@link LOCALES}. */
function pagesOf(text: string): string[] {
  return text.split(BETWEEN_PAGES);
}

/** English first, then Chinese to unfold; each can be cut between its blocks, of which the page's are set already. */
function sectionsOf(pages: readonly string[]): CommentSection[] {
  return pages.map((page, index) => {
    const locale = LOCALES[index] ?? 'en';
    const blocks = page
      .trim()
      .split(/\n{2,}/)
      .map((text): Block => ({ kind: 'markdown', text }));
    return { title: proposalText('language', locale), folded: index > 0, locale, blocks };
  });
}

/** Says why somebody's own pull request of a settlement branch was closed. */
export function displacedComment(contract: string, period: PeriodId): string {
  return inBoth((locale) => [paragraph(proposalText('displaced', locale, { contract, period }))]);
}

function changeBlocks(change: StatementChange, locale: Locale): Block[] {
  const say = (key: ProposalTextKey, params: Params = {}) => proposalText(key, locale, params);
  const total = row([text(say('change-total'), 'strong'), text(grouped(change.total.before)), text(grouped(change.total.after), 'strong')]);
  const balance = row([text(say('change-balance')), text(grouped(change.balance.before)), text(grouped(change.balance.after))]);
  const rows = change.lines.map(({ line, before, after }) => row([code(line), lineText(before, locale), lineText(after, locale)]));
  return [
    { kind: 'heading', text: say('change-title', { run: change.run }) },
    ...(change.events.length === 0 ? [] : [paragraph(say('change-events', { events: change.events.join(listSeparator(locale)) }))]),
    ...(rows.length === 0 ? [paragraph(say('change-none'))] : []),
    {
      kind: 'table',
      columns: [left(say('change-line')), right(say('change-before')), right(say('change-after'))],
      rows: [...rows, total, balance],
    },
    paragraph(say('change-evidence')),
  ];
}

function lineText(line: LineChange['before'], locale: Locale): Inline {
  return text(
    line === null ? proposalText('line-none', locale) : proposalText(`line-${line.state}`, locale, { amount: grouped(line.amount) }),
  );
}

function paragraph(sentence: string): Block {
  return { kind: 'paragraph', text: text(sentence) };
}

function inBoth(blocks: (locale: Locale) => readonly Block[]): string {
  return LOCALES.map((locale) => renderMarkdown(blocks(locale), locale)).join(BETWEEN_PAGES);
}
