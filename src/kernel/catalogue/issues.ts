import type { Issue } from '../issue.js';
import { fill, type Locale, type Message, type Params } from '../text.js';
import { EVENT_ISSUES } from './event-issues.js';
import { FILE_ISSUES } from './file-issues.js';
import { PHRASES } from './phrases.js';
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

/** Said after a message where the name that was probably meant is known. */
const SUGGESTION: Message = { en: ' Did you mean {suggestion}?', zh: '是否想写 {suggestion}?' };

/** Parameters with `@name` replaced by the phrase of that name. */
function phrased(params: Params, locale: Locale): Params {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      const phrase = typeof value === 'string' && value.startsWith('@') ? PHRASES[value.slice(1)] : undefined;
      return [key, phrase === undefined ? value : phrase[locale]];
    }),
  );
}

/** An issue of this catalogue in words, without its place; the code itself for a code of another catalogue. */
export function issueText(issue: Issue, locale: Locale): string {
  if (!isIssueCode(issue.code)) return issue.code;
  const params = phrased(issue.params, locale);
  const text = fill(ISSUES[issue.code].text, locale, params);
  return Object.hasOwn(params, 'suggestion') ? text + fill(SUGGESTION, locale, params) : text;
}

/** What to do about an issue. */
export function issueFix(issue: Issue, locale: Locale): string {
  return isIssueCode(issue.code) ? fill(ISSUES[issue.code].fix, locale, phrased(issue.params, locale)) : '';
}
