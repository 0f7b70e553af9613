import { issuesDocument, renderIssues } from '../report/issues.js';
import { type Format, formatEntry } from './formats.js';
import type { Outcome, Reader, Report } from './outcome.js';

/** A verb's words as they leave the program. */
export interface Printed {
  readonly exitCode: 0 | 1 | 2;
  /** For standard output. */
  readonly output: string;
  /** For standard error; nothing where nothing is wrong. */
  readonly errors?: string;
  /** A runner of workflows is to obey the output. */
  readonly isCommands?: true;
}

/** Whom an outcome is printed for, and in which format. */
export interface Wanted extends Reader {
  readonly format: Format;
}

/** Prints an outcome: the report in the format that is asked for, issues as people read them. */
export async function print({ ended, report: own, issues = [], texts = new Map() }: Outcome, wanted: Wanted): Promise<Printed> {
  const { medium } = await formatEntry(wanted.format).load();
  const isOnlyWrong = own === null && medium.isDocument === true && issues.length > 0;
  const report: Report | null = isOnlyWrong ? { document: () => issuesDocument(issues), blocks: () => [], namesIssues: true } : own;
  const output = report === null ? '' : medium.print(report, wanted);
  const printed: Printed = { exitCode: ended, output, ...(medium.isCommands === true ? { isCommands: true } : {}) };
  // a document that is empty tells nothing: a calendar has no place for what is wrong
  const isTold = medium.isDocument === true && report?.namesIssues === true && output !== '';
  if (issues.length === 0 || isTold) return printed;
  const { locale, color } = wanted;
  return { ...printed, errors: renderIssues(issues, { format: 'pretty', locale, color, sources: texts }) };
}
