import type { Issue } from '../kernel/issue.js';
import type { Locale } from '../kernel/text.js';
import type { Block } from '../report/blocks.js';
import type { Calendar } from '../report/calendar.js';

/** What a verb has to say, in no format yet. Each form is made when it is asked for. */
export interface Report {
  /** For programs: plain data. */
  readonly document: () => unknown;
  /** For people, in one language. */
  readonly blocks: (locale: Locale) => readonly Block[];
  /** The header of what it lists, for a spreadsheet, which is to find it where nothing is listed too; absent where none takes it. */
  readonly titles?: (locale: Locale) => readonly string[];
  /** Its days, for a calendar; absent where it has none. */
  readonly calendar?: (locale: Locale) => Calendar;
  /** Whether the document names what is wrong: then a program that reads it is not told twice. */
  readonly namesIssues?: true;
}

/** How a verb came out: what it says, what is wrong, how it ends (0 fine, 1 findings, 2 usage or failure). */
export interface Outcome {
  readonly ended: 0 | 1 | 2;
  /** Null where nothing came of it. */
  readonly report: Report | null;
  /** For standard error, in their order. */
  readonly issues?: readonly Issue[];
  /** The texts that issues point into, by path. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Whom a verb speaks to. */
export interface Reader {
  readonly locale: Locale;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** One format that reports are printed in. */
export interface Medium {
  readonly print: (report: Report, reader: Reader) => string;
  /** Programs read its document in place of what people read. */
  readonly isDocument?: true;
  /** A runner of workflows is to obey its lines: they are commands. */
  readonly isCommands?: true;
}
