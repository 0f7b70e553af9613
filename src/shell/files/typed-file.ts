import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inNoFile } from '../../kernel/issue.js';
import { ShellError } from '../../ports/failure.js';
import { issue } from '../../words/issue.js';

/** The text of a file that somebody names at the command line. @throws ShellError where there is none. */
export function typedFile(path: string): string {
  try {
    return readFileSync(resolve(path), 'utf8');
  } catch {
    throw new ShellError([issue('no-such-file', inNoFile(path), { file: path })]);
  }
}
