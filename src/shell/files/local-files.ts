import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Files } from '../../ports.js';

/** Files below a folder of this machine. Paths that would leave the folder are refused. */
export function localFiles(root: string): Files {
  const base = resolve(root);
  const inside = (path: string): string => {
    const full = resolve(base, path);
    if (full !== base && !full.startsWith(base + sep)) throw new RangeError(`outside the root: ${path}`);
    return full;
  };
  return {
    async read(path) {
      try {
        return await readFile(inside(path), 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async list(folder) {
      try {
        const entries = await readdir(inside(folder), { withFileTypes: true });
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
        const entries = await readdir(inside(folder), { withFileTypes: true });
        return entries
          .filter((entry) => !entry.isFile() && !entry.isDirectory())
          .map(({ name }) => name)
          .sort();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    async write(path, text) {
      const full = inside(path);
      await mkdir(dirname(full), { recursive: true });
      // Written beside and renamed, so that a crash never leaves half a file.
      const draft = `${full}.${process.pid}.part`;
      try {
        await writeFile(draft, text, 'utf8');
        await rename(draft, full);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
