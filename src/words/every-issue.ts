import type { Message } from '../kernel/text.js';
import { BIGQUERY_ISSUES } from './bigquery-issues.js';
import { COMMAND_ISSUES } from './command-issues.js';
import { COMMENT_ISSUES } from './comment-issues.js';
import { DATA_ISSUES } from './data-issues.js';
import { EVENT_ISSUES } from './event-issues.js';
import { FILE_ISSUES } from './file-issues.js';
import { FORGE_ISSUES } from './forge-issues.js';
import { FORM_ISSUES } from './form-issues.js';
import { LEDGER_ISSUES } from './ledger-issues.js';
import { LINTS } from './lints.js';
import { PROPOSAL_ISSUES } from './proposal-issues.js';
import { PROPOSE_ISSUES } from './propose.js';
import { PROVISION_ISSUES } from './provision-issues.js';
import { RATIFICATION_ISSUES } from './ratification-issues.js';
import { SETUP_ISSUES } from './setup-issues.js';
import { TERMS_ISSUES } from './terms-issues.js';

/** What people read about an issue, whoever raises it. */
interface Entry {
  readonly text: Message;
  readonly explanation: Message;
  readonly fix: Message;
}

/** Every catalogue of issues. A code has one text, so it stands in one of them. */
export const ISSUE_CATALOGUES = {
  file: FILE_ISSUES,
  terms: TERMS_ISSUES,
  event: EVENT_ISSUES,
  lint: LINTS,
  data: DATA_ISSUES,
  bigquery: BIGQUERY_ISSUES,
  forge: FORGE_ISSUES,
  setup: SETUP_ISSUES,
  ledger: LEDGER_ISSUES,
  command: COMMAND_ISSUES,
  comment: COMMENT_ISSUES,
  proposal: PROPOSAL_ISSUES,
  form: FORM_ISSUES,
  propose: PROPOSE_ISSUES,
  ratification: RATIFICATION_ISSUES,
  provision: PROVISION_ISSUES,
} as const;

type Catalogues = typeof ISSUE_CATALOGUES;
type Name = keyof Catalogues;
type CodesBut<One extends Name> = { [Other in Exclude<Name, One>]: keyof Catalogues[Other] }[Exclude<Name, One>];
type Twice = { [One in Name]: keyof Catalogues[One] & CodesBut<One> }[Name];

/** Every entry by its code. The type fails, and names the code, where one stands in two catalogues: one text would hide the other. */
const ENTRIES: [Twice] extends [never] ? ReadonlyMap<string, Entry> : { readonly twice: Twice } = new Map<string, Entry>(
  Object.values(ISSUE_CATALOGUES).flatMap((entries): [string, Entry][] => Object.entries(entries)),
);

/** The catalogue entry of any issue that Concord can raise; null for any other code. */
export function issueTexts(code: string): Entry | null {
  return ENTRIES.get(code) ?? null;
}
