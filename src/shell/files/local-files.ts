import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { BinaryFiles, Files } from '../../ports/files.js';

/**
 * Files below a folder of this machine. Paths that would leave the folder are refused; links are followed nowhere below it,
 * as little as git's trees and the forge do, and what is no plain file (a pipe would never end) is not read. Nothing else waits meanwhile,
 * so all of it is done at once: handing every small file to another thread and back takes longer than reading it.
 */
export function localFiles(root: string): Files & BinaryFiles {
  const base = resolve(root);
  const below = belowOf(base);
  const inside = (path: string): string => {
    const full = resolve(base, path);
    if (full !== base && !full.startsWith(below)) throw new RangeError(`outside the root: ${path}`);
    return full;
  };
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    const full = inside(path);
    const there = kindOf(base, full);
    if (there !== null && there !== 'file') throw new RangeError(`no plain file: ${path}`);
    // Written beside and renamed, so that a crash never leaves half a file; a link in its place is taken away, not written through.
    const draft = `${full}.${process.pid}.part`;
    const begin = () => writeFileSync(draft, content, { encoding: 'utf8', flag: 'wx' });
    try {
      try {
        // Most files have their folder, and no draft of a run that was broken off.
        begin();
      } catch (error) {
        if (isMissing(error)) mkdirSync(dirname(full), { recursive: true });
        else if (isThere(error)) rmSync(draft, { force: true });
        else throw error;
        begin();
      }
      renameSync(draft, full);
    } catch (error) {
      clearAway(draft);
      throw error;
    }
  };
  return {
    async read(path) {
      try {
        const full = inside(path);
        return kindOf(base, full) === 'file' ? readFileSync(full, 'utf8') : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async list(folder) {
      try {
        const full = inside(folder);
        if (kindOf(base, full) !== 'folder') return [];
        const entries = readdirSync(full, { withFileTypes: true });
        // A symbolic link is neither: links could lead out of the repository that both parties see.
        return entries
          .filter((entry) => entry.isFile() || entry.isDirectory())
          .map((entry) => ({ name: entry.name, directory: entry.isDirectory() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    async irregular(folder) {
      try {
        const entries = readdirSync(inside(folder), { withFileTypes: true });
        return entries
          .filter((entry) => !entry.isFile() && !entry.isDirectory())
          .map(({ name }) => name)
          .sort();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    write,
    writeBytes: write,
  };
}

/** What every path below a folder begins with; of the machine's own root, which has a separator already, that alone. */
function belowOf(base: string): string {
  return base.endsWith(sep) ? base : base + sep;
}

/**
 * What a path below the root is; null where nothing is there. A link on the way to it, or in its place, is `other`: it could
 * lead out of the repository that both parties see. The root itself may be reached by links.
 */
function kindOf(base: string, full: string): 'file' | 'folder' | 'other' | null {
  if (full === base) return 'folder';
  let way = base;
  for (const [index, part] of full.slice(belowOf(base).length).split(sep).entries()) {
    way = index === 0 ? resolve(base, part) : way + sep + part;
    const is = statsOf(way);
    if (is === null) return null;
    if (way === full) return is.isFile() ? 'file' : is.isDirectory() ? 'folder' : 'other';
    if (!is.isDirectory()) return 'other';
  }
  return null;
}

function statsOf(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** What is told is why a file could not be written, not why its draft could not be cleared away. */
function clearAway(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // There it stays.
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
