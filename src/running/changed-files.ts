import { foldersOf } from '../kernel/folders.js';
import type { ReadableFiles } from '../ports/files.js';
import type { TreeChange } from '../ports/forge.js';

/** Files as they would be with some of them changed. @param paths every file that there is before. */
export function changedFiles(files: ReadableFiles, paths: readonly string[], changes: readonly TreeChange[]): ReadableFiles {
  const texts = new Map(changes.map(({ path, text }) => [path, text]));
  const kept = paths.filter((path) => !texts.has(path));
  const folders = foldersOf([...kept, ...[...texts].flatMap(([path, text]) => (text === null ? [] : [path]))]);
  return {
    read: async (path) => (texts.has(path) ? (texts.get(path) ?? null) : files.read(path)),
    list: async (folder) => folders.get(folder) ?? [],
  };
}
