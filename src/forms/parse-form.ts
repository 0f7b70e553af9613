import { type Issue, inFile } from '../kernel/issue.js';
import { excerptOf } from '../kernel/text.js';
import type { FormIssueCode } from '../words/form-issues.js';
import { type IssueParams, issue } from '../words/issue.js';
import type { AnswerKind, Form, Question } from './forms.js';

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
const NO_RESPONSE = '_No response_';

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
  form.questions.forEach((question, index) => {
    const section = sections[index];
    if (section === undefined) return;
    const answer = section.answer === NO_RESPONSE ? '' : section.answer;
    if (answer === '') {
      if (question.required) report('form-answer-missing', section.line, { label: question.label });
      return;
    }
    const read = readAnswer(question, answer, (code, params) => report(code, section.line, params));
    if (typeof read === 'string') texts.set(question.id, read);
    else if (read !== null) lists.set(question.id, read);
  });
  return { answers: issues.length > 0 ? null : { texts, lists }, issues };
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

function readKind(wanted: AnswerKind, label: string, answer: string, report: ReportAnswer): string | readonly string[] | null {
  switch (wanted.kind) {
    case 'line':
    case 'text':
      return answer;
    case 'items':
      return listOf(
        answer.split('\n').map((line) => line.trim().replace(/^[-*](?:[ \t]+|$)/, '')),
        label,
        report,
      );
    case 'names':
      return listOf(
        answer.split(/[,，、]/).map((name) => name.trim()),
        label,
        report,
      );
    case 'pattern':
      if (wanted.pattern.test(answer)) return answer;
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
