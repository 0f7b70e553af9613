import type { Issue } from '../kernel/issue.js';
import type { Locale } from '../kernel/text.js';
import type { TerminalOptions } from '../report/terminal.js';

/** What a verb has to say. Each form is made when it is asked for. */
export interface Report {
  /** For programs: plain data. */
  readonly document: () => unknown;
  /** For a terminal; elsewhere too, without colour, where there is no page. */
  readonly text: (options: TerminalOptions) => string;
  /** As a page of Markdown. */
  readonly page?: () => string;
}

/** How a verb came out: what it says, what is wrong, how it ends (0 fine, 1 findings, 2 usage or failure). */
export interface Outcome {
  readonly ended: 0 | 1 | 2;
  readonly report: Report;
  /** For standard error, in their order. */
  readonly issues?: readonly Issue[];
  /** The texts that issues point into, by path. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Whom a verb speaks to. */
export interface Reader extends TerminalOptions {
  readonly locale: Locale;
}

/** One format that reports are printed in. */
export interface Medium {
  readonly print: (report: Report, reader: Reader) => string;
}
