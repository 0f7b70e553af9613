import type { Severity } from '../kernel/issue.js';
import { BIGQUERY_ISSUES } from './bigquery-issues.js';
import { COMMAND_ISSUES } from './command-issues.js';
import { COMMENT_ISSUES } from './comment-issues.js';
import { DATA_ISSUES } from './data-issues.js';
import { EFFECT_ISSUES } from './effect-issues.js';
import { EVENT_ISSUES } from './event-issues.js';
import { FILE_ISSUES } from './file-issues.js';
import { FORGE_ISSUES } from './forge-issues.js';
import { FORM_ISSUES } from './form-issues.js';
import { IMPORT_ISSUES } from './import-issues.js';
import type { IssueEntry } from './issue-entry.js';
import { LEDGER_ISSUES } from './ledger-issues.js';
import { LINTS } from './lints.js';
import type { Odd } from './message.js';
import { NEW_ISSUES } from './new-issues.js';
import { NOTIFY_ISSUES } from './notify-issues.js';
import { PROPOSAL_ISSUES } from './proposal-issues.js';
import { PROPOSE_ISSUES } from './propose.js';
import { PROVISION_ISSUES } from './provision-issues.js';
import { RATIFICATION_ISSUES } from './ratification-issues.js';
import { SETUP_ISSUES } from './setup-issues.js';
import { TERMS_ISSUES } from './terms-issues.js';

/** Every catalogue of issues. A code has one text, so it stands in one of them. */
export const ISSUE_CATALOGUES = {
  file: FILE_ISSUES,
  terms: TERMS_ISSUES,
  event: EVENT_ISSUES,
  effect: EFFECT_ISSUES,
  lint: LINTS,
  data: DATA_ISSUES,
  bigquery: BIGQUERY_ISSUES,
  forge: FORGE_ISSUES,
  setup: SETUP_ISSUES,
  ledger: LEDGER_ISSUES,
  command: COMMAND_ISSUES,
  new: NEW_ISSUES,
  comment: COMMENT_ISSUES,
  proposal: PROPOSAL_ISSUES,
  form: FORM_ISSUES,
  propose: PROPOSE_ISSUES,
  ratification: RATIFICATION_ISSUES,
  provision: PROVISION_ISSUES,
  import: IMPORT_ISSUES,
  notify: NOTIFY_ISSUES,
} as const;

type Catalogues = typeof ISSUE_CATALOGUES;
type Name = keyof Catalogues;
type CodesBut<One extends Name> = { [Other in Exclude<Name, One>]: keyof Catalogues[Other] }[Exclude<Name, One>];
/** Codes that stand in two catalogues. */
type Twice = { [One in Name]: keyof Catalogues[One] & CodesBut<One> }[Name];

/** Every issue by its code. */
export type Issues = typeof FILE_ISSUES &
  typeof TERMS_ISSUES &
  typeof EVENT_ISSUES &
  typeof EFFECT_ISSUES &
  typeof LINTS &
  typeof DATA_ISSUES &
  typeof BIGQUERY_ISSUES &
  typeof FORGE_ISSUES &
  typeof SETUP_ISSUES &
  typeof LEDGER_ISSUES &
  typeof COMMAND_ISSUES &
  typeof NEW_ISSUES &
  typeof COMMENT_ISSUES &
  typeof PROPOSAL_ISSUES &
  typeof FORM_ISSUES &
  typeof PROPOSE_ISSUES &
  typeof RATIFICATION_ISSUES &
  typeof PROVISION_ISSUES &
  typeof IMPORT_ISSUES &
  typeof NOTIFY_ISSUES;

/** The closed union of issue codes, of all rooms. */
export type IssueCode = keyof Issues;

/** Codes whose two languages have different places: one of them would show a place unfilled. */
type Lopsided = { [Code in IssueCode]: [Odd<Issues[Code]['text']> | Odd<Issues[Code]['fix']>] extends [never] ? never : Code }[IssueCode];

/** The type fails, and names the code, where one stands in two catalogues (one text would hide the other) or has other places in Chinese. */
type Sound = [Twice | Lopsided] extends [never]
  ? Readonly<Record<IssueCode, IssueEntry>>
  : { readonly twice: Twice; readonly lopsided: Lopsided };

const ENTRIES: Sound = {
  ...FILE_ISSUES,
  ...TERMS_ISSUES,
  ...EVENT_ISSUES,
  ...EFFECT_ISSUES,
  ...LINTS,
  ...DATA_ISSUES,
  ...BIGQUERY_ISSUES,
  ...FORGE_ISSUES,
  ...SETUP_ISSUES,
  ...LEDGER_ISSUES,
  ...COMMAND_ISSUES,
  ...NEW_ISSUES,
  ...COMMENT_ISSUES,
  ...PROPOSAL_ISSUES,
  ...FORM_ISSUES,
  ...PROPOSE_ISSUES,
  ...RATIFICATION_ISSUES,
  ...PROVISION_ISSUES,
  ...IMPORT_ISSUES,
  ...NOTIFY_ISSUES,
};

/** How much an issue matters as the catalogue has it; a lint rule that is off by itself is told as information where somebody asks. */
export function severityOf(code: IssueCode): Severity {
  const { severity = 'error' } = ENTRIES[code];
  return severity === 'off' ? 'info' : severity;
}

function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(ENTRIES, code);
}

/** The catalogue entry of any issue that Concord can raise; null for any other code. */
export function issueTexts(code: string): IssueEntry | null {
  return isIssueCode(code) ? ENTRIES[code] : null;
}
