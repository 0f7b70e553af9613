import type { Issue } from '../issue.js';
import { fill, type Locale, type Message } from '../text.js';
import { EVENT_ISSUES } from './event-issues.js';
import { FILE_ISSUES } from './file-issues.js';
import { issueMessage, phrased } from './phrases.js';
import { TERMS_ISSUES } from './terms-issues.js';

/** What the reference says of an issue: the message with its parameters, why it is one, and what to do. */
export interface IssueEntry {
  readonly text: Message;
  readonly explanation: Message;
  readonly fix: Message;
}

/** Every issue that checking a contract can find. */
export const ISSUES = { ...FILE_ISSUES, ...TERMS_ISSUES, ...EVENT_ISSUES };

/** The closed union of issue codes. */
export type IssueCode = keyof typeof ISSUES;

export function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(ISSUES, code);
}

/** An issue of this catalogue in words, without its place; the code itself for a code of another catalogue. */
export function issueText(issue: Issue, locale: Locale): string {
  return isIssueCode(issue.code) ? issueMessage(ISSUES[issue.code].text, locale, issue.params) : issue.code;
}

/** What to do about an issue. */
export function issueFix(issue: Issue, locale: Locale): string {
  return isIssueCode(issue.code) ? fill(ISSUES[issue.code].fix, locale, phrased(issue.params, locale)) : '';
}
