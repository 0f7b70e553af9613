import { type Asked, askedIn, type Sent } from '../forms/asked.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import type { Party } from '../kernel/party.js';
import { excerptOf, LOCALES, type Locale, listSeparator } from '../kernel/text.js';
import { type FormTextKey, formText } from '../words/form.js';
import { describe } from '../words/issue.js';
import { reportText } from '../words/report.js';
import { amendmentBlocks, type ReportedAmendment } from './amendment.js';
import { type Inline, type ListItem, text } from './blocks.js';
import { markdownInline, markdownText } from './escape.js';
import { details } from './issues.js';
import { renderMarkdown } from './markdown.js';
import { type FiledAnswers, nextStep } from './next-step.js';
import { labelled } from './punctuation.js';

/** What is filed, by whom, and whether the other party has to agree. */
export interface FiledForm extends FiledAnswers {
  readonly issue: number;
  readonly contract: string;
  readonly party: Party;
  /** The person's name in the workspace. */
  readonly name: string;
  readonly path: string;
  readonly alone: boolean;
  /** What is filed as it stands and most likely a slip, or without effect. */
  readonly doubts: readonly Issue[];
  /** Of a contract that the form drafts; absent where it files something of one that is there. */
  readonly draft?: FiledDraft;
}

/** A deal as it was understood, a part to each heading. */
type DealParts = readonly { readonly title: string; readonly lines: readonly string[] }[];

/** What is told of a drafted contract. */
export interface FiledDraft {
  readonly parts: (locale: Locale) => DealParts;
  readonly baseline: DraftedBaseline;
}

/** The months that are in a draft's baseline; or those that were asked for, and why none is. */
export interface DraftedBaseline {
  readonly from: PeriodId;
  readonly to: PeriodId;
  readonly history: { readonly kind: 'measured'; readonly months: number } | Unmeasured;
}

/** Why a draft has no baseline. */
export type Unmeasured =
  /** No agreed contract measures these in the same way. */
  | { readonly kind: 'new'; readonly measures: readonly string[] }
  /** Agreed contracts do, but not of months before their terms for whoever does not keep the data. */
  | { readonly kind: 'others'; readonly keepers: readonly Party[] }
  | { readonly kind: 'unread'; readonly issues: readonly Issue[] }
  | { readonly kind: 'nothing' };

/** The pull request's title: the form in both languages and its short answers, all of them in forms without markup. */
export function formTitle({ form, issue, contract, answers, terms, draft }: FiledForm): string {
  const days = draft === undefined ? [] : [terms.term.from, terms.term.to];
  const asked = form.questions.flatMap(({ id, answer }) =>
    answer.kind === 'pattern' && id !== 'contract' ? (answers.texts.get(id) ?? []) : [],
  );
  return excerptOf(`${contract}: ${form.title.en} · ${form.title.zh}: ${[...days, ...asked].join(' ')} (#${issue})`, 200);
}

/** The pull request's text; what people wrote is quoted and escaped. */
export function formBody(filed: FiledForm): string {
  const { form, issue, contract, answers } = filed;
  const reason = form.id === 'target-change' ? (answers.texts.get('reason') ?? null) : null;
  return inBoth((locale) => {
    const say = sayer(filed, locale);
    return [
      say('filed', { issue, contract, name: markdownInline(filed.name) }),
      say(consentOf(filed)),
      ...(filed.draft === undefined ? [] : draftParagraphs(filed, filed.draft, locale)),
      ...(filed.draft === undefined ? doubtParagraphs(filed, locale) : []),
      ...(form.id === 'target-change' || filed.draft !== undefined ? [] : [say('event-day')]),
      ...(reason === null ? [] : [say('reason'), quoted(reason)]),
    ].join('\n\n');
  });
}

/** What is said under the issue once there is a pull request. */
export function formOpened(filed: FiledForm, pullRequest: number): string {
  return inBoth((locale) => {
    const say = sayer(filed, locale);
    const opened = say('opened', { pullRequest, path: filed.path, consent: say(consentOf(filed)) });
    const { draft } = filed;
    const measured = draft === undefined ? [] : [baselineText(filed, draft.baseline, locale)];
    return [opened, ...measured, ...doubtParagraphs(filed, locale), say('next', { step: nextStep(filed, locale) })].join('\n\n');
  });
}

function consentOf({ alone, draft }: FiledForm): FormTextKey {
  return draft !== undefined ? 'consent.draft' : alone ? 'consent.alone' : 'consent.both';
}

/** The deal as it was understood, what is doubtful in it, and its baseline. */
function draftParagraphs(filed: FiledForm, draft: FiledDraft, locale: Locale): string[] {
  const parts = draft.parts(locale).map(({ title, lines }) => {
    return [`**${markdownText(title)}**`, '', ...lines.map((line) => `- ${markdownText(line)}`)].join('\n');
  });
  return [baselineText(filed, draft.baseline, locale), ...doubtParagraphs(filed, locale), ...parts];
}

function doubtParagraphs({ doubts, draft }: FiledForm, locale: Locale): string[] {
  return doubts.length === 0
    ? []
    : [formText(draft === undefined ? 'doubts' : 'draft.doubts', locale), issueList(doubts, () => null, locale)];
}

function baselineText({ contract, path }: FiledForm, { from, to, history }: DraftedBaseline, locale: Locale): string {
  if (history.kind === 'measured') return formText('draft.baseline', locale, { count: history.months, from, to, path });
  return formText('draft.no-baseline', locale, { why: whyNone(history, locale), contract, from, to });
}

function whyNone(history: Unmeasured, locale: Locale): string {
  const between = listSeparator(locale);
  switch (history.kind) {
    case 'new':
      return formText('draft.why.new', locale, { measures: history.measures.map((id) => `\`${id}\``).join(between) });
    case 'others':
      return formText('draft.why.others', locale, {
        keeper: history.keepers.map((party) => formText(`party.${party}`, locale)).join(between),
      });
    case 'unread': {
      const [first] = history.issues;
      return formText('draft.why.unread', locale, { why: first === undefined ? '–' : markdownInline(describe(first, locale).text) });
    }
    case 'nothing':
      return formText('draft.why.nothing', locale);
  }
}

/**
 * Issues as their reader knows them, who has filled in a form and never sees a file: the question with its answer, what is wrong with it, what
 * to do. Codes and positions are in the run's own output. Beside errors nothing else is told: only they keep it from being filed.
 */
function issueList(issues: readonly Issue[], asked: (issue: Issue) => Asked | null, locale: Locale): string {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const items = (errors.length === 0 ? issues : errors).map((each): ListItem => {
    const { text: message, fix } = describe(each, locale);
    const about = asked(each);
    const below = [
      ...details(each, { text: message, fix }, locale),
      ...(fix === null ? [] : [labelled(reportText('fix', locale), fix, locale)]),
    ];
    const notes = below.map((line) => text(line));
    return about === null ? { text: text(message), notes } : { text: askedText(about, locale), notes: [text(message), ...notes] };
  });
  return renderMarkdown([{ kind: 'list', items }], locale).trimEnd();
}

function askedText({ question, answer }: Asked, locale: Locale): Inline {
  const said = answer === '' ? formText('asked.empty', locale) : formText('asked', locale, { answer });
  return [{ text: question[locale], tone: 'strong' }, { text: said }];
}

/** What is said under the issue where nothing could be filed. */
export function formRefused(issues: readonly Issue[], sent: Sent | null): string {
  const asked = (each: Issue) => (sent === null ? null : askedIn(sent, each));
  return inBoth((locale) => `${formText('refused', locale)}\n\n${issueList(issues, asked, locale)}`);
}

/** The same where the contract's own rules refuse the change. @param allowedFrom the first period from which they would not; null: none. */
export function formAgainstRules(amendment: ReportedAmendment, allowedFrom: PeriodId | null): string {
  const wayOut = (locale: Locale) =>
    allowedFrom === null ? formText('rules-never', locale) : formText('rules-from', locale, { period: allowedFrom });
  return inBoth(
    (locale) =>
      `${formText('refused-rules', locale)}\n\n${wayOut(locale)}\n\n${renderMarkdown(amendmentBlocks(amendment, locale), locale).trimEnd()}`,
  );
}

/** The comment under a form whose pull request is merged, in both languages. */
export function formClosed(pullRequest: number): string {
  return inBoth((locale) => formText('closed', locale, { pullRequest }));
}

function sayer({ party }: FiledForm, locale: Locale) {
  return (key: FormTextKey, params: Readonly<Record<string, string | number>> = {}) =>
    formText(key, locale, { party: formText(`party.${party}`, locale), ...params });
}

/** English, then Chinese folded below it. */
export function inBoth(page: (locale: Locale) => string): string {
  const [first, ...others] = LOCALES.map((locale) => ({ locale, text: page(locale) }));
  const folded = others.map(({ locale, text }) => `<details>\n<summary>${formText('language', locale)}</summary>\n\n${text}\n\n</details>`);
  return `${[first?.text ?? '', ...folded].join('\n\n')}\n`;
}

function quoted(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.map((line) => (line === '' ? '>' : `> ${markdownText(line)}  `)).join('\n');
}
