import { renderIssues } from '../report/issues.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import type { Medium, Outcome, Reader } from './outcome.js';
import { terminal } from './terminal.js';

/** Every format by its name on the command line: the one place where a new one is entered. */
const MEDIA = { pretty: terminal, json, markdown } satisfies Readonly<Record<string, Medium>>;

export type Format = keyof typeof MEDIA;

/** A verb's words as they leave the program. */
export interface Printed {
  readonly exitCode: 0 | 1 | 2;
  /** For standard output. */
  readonly output: string;
  /** For standard error. */
  readonly errors?: string;
}

/** Prints an outcome: the report in the format that is asked for, issues as people read them. */
export function print({ ended, report, issues = [], texts = new Map() }: Outcome, to: Reader & { readonly format: Format }): Printed {
  const output = MEDIA[to.format].print(report, to);
  if (issues.length === 0) return { exitCode: ended, output };
  const errors = renderIssues(issues, { format: 'pretty', locale: to.locale, color: to.color, sources: texts });
  return { exitCode: ended, output, errors };
}
