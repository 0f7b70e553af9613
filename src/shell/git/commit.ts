import { execFileSync } from 'node:child_process';

/** The commit that a folder is checked out at; null where it is no git checkout. */
export function commitOf(root: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null; // not a git checkout: provenance says so
  }
}
