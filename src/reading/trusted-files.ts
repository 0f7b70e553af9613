import { agreedFiles, isTrusted, type Trust, unagreedIn } from '../gate/agreed-text.js';
import { foldersOf } from '../kernel/folders.js';
import type { CommitFiles } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';

/** What each file of a commit holds: path → blob. */
export async function blobsOf(files: CommitFiles): Promise<ReadonlyMap<string, string>> {
  return new Map((await files.entries()).items.map(({ path, sha }) => [path, sha]));
}

/**
 * The files of a commit as they are trusted: the workspace and every contract's terms as they were agreed last, all else as it
 * is. A contract that was never agreed has no terms here.
 */
export async function trustedFiles(forge: ForgeReads, files: CommitFiles, trust: Trust): Promise<CommitFiles> {
  if (!trust.known || unagreedIn(await blobsOf(files), trust).length === 0) return files;
  const agreed = agreedFiles(trust);
  const { items, complete } = await files.entries();
  const kept = items.filter(({ path }) => !isTrusted(path));
  const put = [...agreed].map(([path, { blob }]) => ({ path, mode: '100644', sha: blob }));
  const entries = { items: [...kept, ...put], complete };
  const folders = foldersOf(entries.items.flatMap(({ path, mode }) => (mode.startsWith('100') ? [path] : [])));
  return {
    commit: files.commit,
    entries: async () => entries,
    list: async (folder) => folders.get(folder) ?? [],
    read: async (path) => {
      if (!isTrusted(path)) return files.read(path);
      const file = agreed.get(path);
      return file === undefined ? null : (await forge.filesAt(file.commit)).read(path);
    },
  };
}
