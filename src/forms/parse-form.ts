import { compareIssues, type Issue, inFile } from '../kernel/issue.js';
import { excerptOf } from '../kernel/text.js';
import type { FormIssueCode } from '../words/form-issues.js';
import { type IssueParams, issue } from '../words/issue.js';
import type { Form } from './forms.js';
import { type AnswerKind, BEFORE_TITLE, type Question } from './question.js';

/** What a form was filled in with, by question; what was left empty is not there. */
export interface Answers {
  readonly texts: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** Longest issue that GitHub takes; anything longer was not written in a form. */
const MOST_BODY = 65_536;
const MOST_LINE = 200;
const MOST_TEXT = 5_000;
const MOST_ITEMS = 50;
/** What GitHub writes where nothing was answered: the second one for a list from which nothing was chosen. */
const NO_RESPONSE: readonly string[] = ['_No response_', 'None'];

interface Section {
  readonly label: string;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly answer: string;
}

/**
 * Reads the text that GitHub makes of a filled-in form: `### <label>`, an empty line, the answer, for each question in order.
 * Strict, since the text can be edited freely: exactly these headings, once each and in order, nothing that a reader of the
 * issue does not see, and every answer in the form that its question asks for.
 * @param path what issues name as their place.
 * @returns null answers where there is an issue; nothing is guessed.
 */
export function parseForm(form: Form, path: string, body: string): { readonly answers: Answers | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const report: ReportAt = (code, line, params) => {
    issues.push(issue(code, inFile(path, line), params));
  };
  if (body.length > MOST_BODY) {
    report('form-too-long', 1, { limit: MOST_BODY });
    return { answers: null, issues };
  }
  const text = body.replace(/\r\n?/g, '\n');
  reportHidden(text, report);
  const sections = sectionsOf(text, report);
  reportHeadings(form, sections, report);
  if (issues.length > 0) return { answers: null, issues };
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const missing: { readonly question: Question; readonly line: number }[] = [];
  form.questions.forEach((question, index) => {
    const section = sections[index];
    if (section === undefined) return;
    if (isUnanswered(question, section.answer)) {
      if (question.required) missing.push({ question, line: section.line });
      return;
    }
    const read = readAnswer(question, section.answer, (code, params) => report(code, section.line, params));
    if (typeof read === 'string') texts.set(question.id, read);
    else if (read !== null) lists.set(question.id, read);
  });
  const linked = linkedAnswers(form, texts, (code, params) => report(code, sections[0]?.line ?? 1, params));
  for (const { question, line } of missing) {
    if (!linked.has(question.id)) report('form-answer-missing', line, { label: question.label });
  }
  issues.sort(compareIssues);
  return { answers: issues.length > 0 ? null : { texts: inOrder(form, new Map([...linked, ...texts])), lists }, issues };
}

/** A text that happens to be the word for nothing is one; an answer that can be chosen is not. */
function isUnanswered({ list, answer: { kind } }: Question, answer: string): boolean {
  return answer === '' || answer === NO_RESPONSE[0] || (answer === NO_RESPONSE[1] && (list !== null || kind === 'choice'));
}

/**
 * What the link says that the form is about, by question: the first of the form's `about`, in order. What has been answered below as
 * well has to be the same, for which of two counts would be a guess.
 */
function linkedAnswers(form: Form, texts: Map<string, string>, report: ReportAnswer): ReadonlyMap<string, string> {
  const linked = new Map<string, string>();
  const about = texts.get('about');
  const [asked] = form.questions;
  texts.delete('about');
  if (about === undefined || asked === undefined) return linked;
  const given = about.split(/\s+/);
  if (given.length > form.about.length && asked.answer.kind === 'about') {
    report('form-answer-form', { label: asked.label, found: excerptOf(about, 80), expected: asked.answer.example });
    return linked;
  }
  given.forEach((text, index) => {
    const question = form.questions.find(({ id }) => id === form.about[index]);
    if (question === undefined) return;
    const read = readAnswer(question, text, report);
    const below = texts.get(question.id);
    if (typeof read !== 'string') return;
    if (below !== undefined && below !== read) report('form-answers-differ', { label: question.label, found: below, expected: read });
    linked.set(question.id, read);
  });
  return linked;
}

/** Answers as the form asks for them, whoever gave them: the same event has the same bytes. */
function inOrder(form: Form, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    form.questions.flatMap(({ id }): [string, string][] => {
      const text = texts.get(id);
      return text === undefined ? [] : [[id, text]];
    }),
  );
}

type ReportAt = <Code extends FormIssueCode>(code: Code, line: number, params: IssueParams<Code>) => void;

/** Comments and characters that the issue's page does not show, or shows in another order. */
const HIDDEN = /<!--|[\p{Cs}\u115F\u1160\u3164\uFFA0\uFFFD]|(?![\n\t])\p{Cc}|(?![\u200C\u200D])\p{Cf}/u;

function reportHidden(text: string, report: ReportAt): void {
  text.split('\n').forEach((line, index) => {
    const [found] = HIDDEN.exec(line) ?? [];
    if (found === undefined) return;
    const code = found === '<!--' ? found : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    report('form-hidden-text', index + 1, { found: code });
  });
}

/** The text cut at its headings of the third level: an answer that holds such a line cannot be told from another question. */
function sectionsOf(text: string, report: ReportAt): Section[] {
  const sections: { label: string; line: number; lines: string[] }[] = [];
  text.split('\n').forEach((line, index) => {
    const [, label] = /^###[ \t]+(.*?)[ \t]*$/.exec(line) ?? [];
    if (label !== undefined) sections.push({ label, line: index + 1, lines: [] });
    else if (sections.length > 0) sections.at(-1)?.lines.push(line);
    else if (line.trim() !== '') report('form-outside', index + 1, { found: excerptOf(line, 80) });
  });
  return sections.map(({ label, line, lines }) => ({ label, line, answer: lines.join('\n').trim() }));
}

function reportHeadings(form: Form, sections: readonly Section[], report: ReportAt): void {
  const labels = form.questions.map(({ label }) => label);
  const seen = new Set<string>();
  for (const { label, line } of sections) {
    if (!labels.includes(label)) report('form-heading-unknown', line, { found: excerptOf(label, 80) });
    else if (seen.has(label)) report('form-heading-twice', line, { label });
    seen.add(label);
  }
  const last = sections.at(-1)?.line ?? 1;
  for (const label of labels) if (!seen.has(label)) report('form-heading-missing', last, { label });
  const known = sections.map(({ label }) => label);
  if (labels.length === known.length && labels.every((label) => seen.has(label)) && labels.some((label, index) => known[index] !== label)) {
    report('form-heading-order', sections[0]?.line ?? 1, { expected: labels.join(' | ') });
  }
}

/** What was answered below each heading, as it was written, for whoever tells of an answer; empty where nothing was. */
export function answersIn(body: string): ReadonlyMap<string, string> {
  const sections = sectionsOf(body.slice(0, MOST_BODY).replace(/\r\n?/g, '\n'), () => undefined);
  return new Map(sections.map(({ label, answer }) => [label, NO_RESPONSE.includes(answer) ? '' : answer]));
}

type ReportAnswer = <Code extends FormIssueCode>(code: Code, params: IssueParams<Code>) => void;

/** The answer as its question wants it; null where it is none, with the reason reported. */
function readAnswer({ label, answer: wanted }: Question, answer: string, report: ReportAnswer): string | readonly string[] | null {
  const most = wanted.kind === 'text' || wanted.kind === 'items' ? MOST_TEXT : MOST_LINE;
  if ([...answer].length > most) {
    report('form-answer-long', { label, limit: most });
    return null;
  }
  const multiline = wanted.kind === 'text' || wanted.kind === 'items';
  if (!multiline && answer.includes('\n')) {
    report('form-answer-lines', { label });
    return null;
  }
  return readKind(wanted, label, answer, report);
}

/** An option without what it is called: `sales · Sales commission` is `sales`. */
function withoutTitle(answer: string): string {
  return answer.split(BEFORE_TITLE, 1)[0] ?? answer;
}

function readKind(wanted: AnswerKind, label: string, answer: string, report: ReportAnswer): string | readonly string[] | null {
  switch (wanted.kind) {
    case 'line':
    case 'text':
    case 'about':
      return answer;
    case 'items':
      return listOf(
        answer.split('\n').map((line) => line.trim().replace(/^[-*](?:[ \t]+|$)/, '')),
        label,
        report,
      );
    case 'names':
      return listOf(
        answer.split(/[,，、]/).map((name) => withoutTitle(name.trim())),
        label,
        report,
      );
    case 'pattern':
      if (wanted.pattern.test(withoutTitle(answer))) return withoutTitle(answer);
      report('form-answer-form', { label, found: excerptOf(answer, 80), expected: wanted.example });
      return null;
    case 'choice': {
      const chosen = Object.hasOwn(wanted.options, answer) ? wanted.options[answer] : undefined;
      if (chosen !== undefined) return chosen;
      report('form-answer-form', { label, found: excerptOf(answer, 80), expected: Object.keys(wanted.options).join(' | ') });
      return null;
    }
  }
}

function listOf(written: readonly string[], label: string, report: ReportAnswer): readonly string[] | null {
  const items = written.filter((item) => item !== '');
  if (items.length > 0 && items.length <= MOST_ITEMS) return items;
  report('form-answer-items', { label, found: items.length, limit: MOST_ITEMS });
  return null;
}
