import type { Severity } from '../kernel/issue.js';
import type { Message } from '../kernel/text.js';

/** What people read about an issue, whoever raises it, and how much it matters: an error where nothing is said. */
export interface IssueEntry {
  readonly severity?: Severity | 'off';
  readonly text: Message;
  readonly explanation: Message;
  readonly fix: Message;
  /** What is to be done where the table is a preset's, which no field of the contract declares. */
  readonly presetFix?: Message;
  /** What is to be done in an event, which defines nothing of what it names. */
  readonly eventFix?: Message;
  /** What is to be done about an event that is refused where it is written, and so is in no file. */
  readonly unfiledFix?: Message;
  /** What is to be done where the event was filed before and only the change of something else makes it wrong; where this says nothing, all say the same. */
  readonly filedFix?: Message;
}
