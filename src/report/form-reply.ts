import type { Issue } from '../kernel/issue.js';
import type { Party } from '../kernel/party.js';
import { excerptOf, LOCALES, type Locale } from '../kernel/text.js';
import { type FormTextKey, formText } from '../words/form.js';
import { proposalBlocks, type ReportedAmendment } from './amendment.js';
import { markdownInline, markdownText } from './escape.js';
import { issueItems } from './issue-list.js';
import { renderMarkdown } from './markdown.js';
import { type FiledAnswers, nextStep } from './next-step.js';

/** What is filed, by whom, and whether the other party has to agree. */
export interface FiledForm extends FiledAnswers {
  readonly issue: number;
  readonly contract: string;
  readonly party: Party;
  /** The person's name in the workspace. */
  readonly name: string;
  readonly path: string;
  readonly alone: boolean;
}

/** The pull request's title: the form in both languages and its short answers, all of them in forms without markup. */
export function formTitle({ form, issue, contract, answers }: FiledForm): string {
  const short = form.questions.flatMap(({ id, answer }) =>
    answer.kind === 'pattern' && id !== 'contract' ? (answers.texts.get(id) ?? []) : [],
  );
  return excerptOf(`${contract}: ${form.title.en} · ${form.title.zh}: ${short.join(' ')} (#${issue})`, 200);
}

/** The pull request's text; what people wrote is quoted and escaped. */
export function formBody(filed: FiledForm): string {
  const { form, issue, contract, answers } = filed;
  const reason = form.id === 'target-change' ? (answers.texts.get('reason') ?? null) : null;
  return inBoth((locale) => {
    const say = sayer(filed, locale);
    return [
      say('filed', { issue, contract, name: markdownInline(filed.name) }),
      say(filed.alone ? 'consent.alone' : 'consent.both'),
      ...(form.id === 'target-change' ? [] : [say('event-day')]),
      ...(reason === null ? [] : [say('reason'), quoted(reason)]),
    ].join('\n\n');
  });
}

/** What is said under the issue once there is a pull request. */
export function formOpened(filed: FiledForm, pullRequest: number): string {
  return inBoth((locale) => {
    const say = sayer(filed, locale);
    const opened = say('opened', { pullRequest, path: filed.path, consent: say(filed.alone ? 'consent.alone' : 'consent.both') });
    return `${opened}\n\n${say('next', { step: nextStep(filed, locale) })}`;
  });
}

/** What is said under the issue where nothing could be filed. */
export function formRefused(issues: readonly Issue[]): string {
  return inBoth(
    (locale) =>
      `${formText('refused', locale)}\n\n${renderMarkdown([{ kind: 'list', items: issueItems(issues, locale) }], locale).trimEnd()}`,
  );
}

/** The same where the contract's own rules refuse the change. */
export function formAgainstRules(amendment: ReportedAmendment): string {
  return inBoth(
    (locale) =>
      `${formText('refused-rules', locale)}\n\n${renderMarkdown(proposalBlocks({ contracts: [amendment], workspace: [] }, locale), locale).trimEnd()}`,
  );
}

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
