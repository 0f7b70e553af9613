import { type AgreedFile, agreedFiles, isTrusted, type Trust, unagreedIn } from '../gate/agreed-text.js';
import { foldersOf } from '../kernel/folders.js';
import type { CommitFiles } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';

/** What each file of a commit holds: path → blob. */
export async function blobsOf(files: CommitFiles): Promise<ReadonlyMap<string, string>> {
  return new Map((await files.entries()).items.map(({ path, sha }) => [path, sha]));
}

/** A file that stands in the place of what a commit has there; null: none does. */
export interface PutFile {
  readonly path: string;
  readonly file: AgreedFile | null;
}

/**
 * The files of a commit as they are trusted: the workspace and every contract's terms as they were agreed last, all else as it
 * is. A contract that was never agreed has no terms here.
 */
export async function trustedFiles(forge: ForgeReads, files: CommitFiles, trust: Trust): Promise<CommitFiles> {
  if (!trust.known || unagreedIn(await blobsOf(files), trust).length === 0) return files;
  const put = [...agreedFiles(trust)].map(([path, file]) => ({ path, file }));
  return withPut(forge, files, { put, isKept: (path) => !isTrusted(path) });
}

/**
 * The files of a commit with others in their places.
 * @param isKept whether what the commit itself has at a path is still there.
 */
export async function withPut(
  forge: ForgeReads,
  files: CommitFiles,
  { put, isKept }: { readonly put: readonly PutFile[]; readonly isKept: (path: string) => boolean },
): Promise<CommitFiles> {
  const places = new Map(put.map(({ path, file }) => [path, file]));
  const { items, complete } = await files.entries();
  const kept = items.filter(({ path }) => !places.has(path) && isKept(path));
  const added = put.flatMap(({ path, file }) => (file === null ? [] : [{ path, mode: '100644', sha: file.blob }]));
  const entries = { items: [...kept, ...added], complete };
  const folders = foldersOf(entries.items.flatMap(({ path, mode }) => (mode.startsWith('100') ? [path] : [])));
  return {
    commit: files.commit,
    entries: async () => entries,
    list: async (folder) => folders.get(folder) ?? [],
    read: async (path) => {
      const file = places.get(path);
      if (file === undefined) return isKept(path) ? files.read(path) : null;
      return file === null ? null : (await forge.filesAt(file.commit)).read(path);
    },
  };
}
