import type { Message } from '../kernel/text.js';
import { EVENT_ISSUES } from './event-issues.js';
import { FILE_ISSUES } from './file-issues.js';
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
