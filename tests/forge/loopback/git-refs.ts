import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/* Refs as files, where git would write just the same; what git might refuse, or keeps elsewhere, is left to it (git-store.ts). */

/** No sign, and no two dots, that git refuses in a ref's name; no lock of its own. */
const PLAIN = /^refs\/[a-z]+(\/(?!.*\.lock$)[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*)+$/;

/** Whether a ref of this name can be only a file: no other one is below or above it. */
export function isPlainRef(name: string, known: Iterable<string>): boolean {
  if (!PLAIN.test(name)) return false;
  for (const other of known) if (other.startsWith(`${name}/`) || name.startsWith(`${other}/`)) return false;
  return true;
}

/** @returns whether it could be put there, or taken away (`sha` null) */
export function putRef(folder: string, name: string, sha: string | null): boolean {
  const path = join(folder, name);
  if (existsSync(join(folder, 'packed-refs'))) return false;
  try {
    if (sha === null) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${sha}\n`);
    }
    return true;
  } catch {
    // an empty folder in its place, which git takes away
    return false;
  }
}
