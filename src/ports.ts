import type { Issue } from './kernel/issue.js';

/** A file of the repository, as text. Paths are relative to the root, with `/`. */
export interface Files {
  /** The file's text, or null when there is none. */
  read(path: string): Promise<string | null>;
  /** Names of the entries of a folder, ascending; empty when there is none. */
  list(folder: string): Promise<readonly { readonly name: string; readonly directory: boolean }[]>;
  /** Writes a new file or replaces one, making folders as needed; all or nothing for one file. */
  write(path: string, text: string): Promise<void>;
}

/** Raised by a shell when the outside world refuses: becomes exit code 2 with its issues, never a stack trace. */
export class ShellError extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map((issue) => issue.code).join(', '));
    this.name = 'ShellError';
  }
}
