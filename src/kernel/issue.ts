import { visibleName } from './characters.js';
import { distinct } from './objects.js';
import type { Params } from './text.js';

/** Where something stands in a file: 1-based line and column, 0 for what is in no file; the path is relative to the root. */
export interface Position {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** How much an issue matters: an error refuses the contract, the others do not. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that is wrong, as data. Issues are collected, never thrown: a reader sees all of them at once.
 * `code` is a key of the issue or lint catalogue, which holds text and remedy in both languages.
 */
export interface Issue<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly at: Position;
  /** Fills the catalogue's text: usually `expected`, `found`, and names. */
  readonly params: Params;
}

/** A value and its issues: what a step returns that looks for what is wrong. No value where there is an error among them. */
export interface Checked<T> {
  readonly value: T | null;
  readonly issues: readonly Issue[];
}

/** Orders issues as a reader walks through files. */
export function compareIssues(a: Issue, b: Issue): number {
  if (a.at.path !== b.at.path) return a.at.path < b.at.path ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** Where an issue stands: a line of a file, or its beginning for what is wrong with it as a whole. */
export function inFile(path: string, line = 1): Position {
  return { path, line, column: 1 };
}

/** What was typed, an option or a folder that is not there: it has a name, and no line that could be looked up. */
export function inNoFile(name: string): Position {
  return { path: name, line: 0, column: 0 };
}

/** A place as it is shown: `contract.yaml:3:5`, or the name alone of what has no lines. */
export function placeText({ path, line, column }: Position): string {
  const name = visibleName(path);
  return line === 0 ? name : `${name}:${line}:${column}`;
}

/** The same, told as something that stops nothing: what waits for data is no mistake of the text. */
export function asWarning<Code extends string>(issue: Issue<Code>): Issue<Code> {
  return { ...issue, severity: 'warning' };
}

/** Each issue once, in the order of the files: what is wrong with a shared file is found with everything that reads it. */
export function distinctIssues(issues: readonly Issue[]): Issue[] {
  return distinct(issues).sort(compareIssues);
}
