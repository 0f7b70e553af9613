import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Files } from '../../ports.js';

// A link is an error, and a pipe that nobody writes to does not wait; where the system has no such words, there are no such things.
const PLAINLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Files below a folder of this machine. Paths that would leave the folder are refused, and no link is followed below it: one could lead out
 * of the repository that both parties see. What is no regular file (a pipe, a device) is not there.
 */
export function localFiles(root: string): Files {
  const base = resolve(root);
  const inside = (path: string): string => {
    const full = resolve(base, path);
    if (full !== base && !full.startsWith(base + sep)) throw new RangeError(`outside the root: ${path}`);
    return full;
  };
  return {
    async read(path) {
      const full = inside(path);
      if (await isLinked(base, dirname(full))) return null;
      return readPlain(full);
    },
    async list(folder) {
      const full = inside(folder);
      if (await isLinked(base, full)) return [];
      try {
        const entries = await readdir(full, { withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile() || entry.isDirectory())
          .map((entry) => ({ name: entry.name, directory: entry.isDirectory() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    async write(path, text) {
      const full = inside(path);
      if (await isLinked(base, dirname(full))) throw new RangeError(`outside the root, by a link: ${path}`);
      await mkdir(dirname(full), { recursive: true });
      // Written beside and renamed, so that a crash never leaves half a file; a link in its place is replaced, not followed.
      const draft = `${full}.${process.pid}.part`;
      await rm(draft, { force: true });
      try {
        await writeFile(draft, text, { encoding: 'utf8', flag: 'wx' });
        await rename(draft, full);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

/** Whether a folder is reached through a link below the base. */
async function isLinked(base: string, folder: string): Promise<boolean> {
  let at = base;
  for (const part of relative(base, folder).split(sep)) {
    at = join(at, part);
    if (part === '') continue;
    try {
      if ((await lstat(at)).isSymbolicLink()) return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }
  return false;
}

/** The text of a regular file; null where there is none. */
async function readPlain(full: string): Promise<string | null> {
  try {
    const file = await open(full, PLAINLY);
    try {
      return (await file.stat()).isFile() ? await file.readFile('utf8') : null;
    } finally {
      await file.close();
    }
  } catch (error) {
    // ELOOP, EMLINK: a link; ENXIO: a socket or a device that is not there.
    if (isMissing(error) || hasCode(error, ['ELOOP', 'EMLINK', 'ENXIO'])) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return hasCode(error, ['ENOENT', 'ENOTDIR']);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
