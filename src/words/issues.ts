import { EVENT_ISSUES } from './event-issues.js';
import { FILE_ISSUES } from './file-issues.js';
import { TERMS_ISSUES } from './terms-issues.js';

/** Every issue that checking a contract can find. */
export const ISSUES = { ...FILE_ISSUES, ...TERMS_ISSUES, ...EVENT_ISSUES };

/** The closed union of issue codes. */
export type IssueCode = keyof typeof ISSUES;
