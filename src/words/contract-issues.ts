import { EVENT_ISSUES } from './event-issues.js';
import { FILE_ISSUES } from './file-issues.js';
import { TERMS_ISSUES } from './terms-issues.js';

/** Every issue that checking a contract can find, in the order of the reference. */
export const CONTRACT_ISSUES = { ...FILE_ISSUES, ...TERMS_ISSUES, ...EVENT_ISSUES };

/** Their codes. */
export type ContractIssueCode = keyof typeof CONTRACT_ISSUES;
