import { foldersOf } from '../kernel/folders.js';
import { inFile } from '../kernel/issue.js';
import { ShellError } from '../ports/failure.js';
import type { ReadableFiles } from '../ports/files.js';
import type { CommitFiles } from '../ports/forge.js';
import { issue } from '../words/issue.js';

/**
 * The files as they would be once a pull request is merged: those that it changes as its head has them, all others as the
 * default branch has them now. So nothing that the default branch changed since is taken for a change back.
 * @param changed both names of every file that the pull request changes.
 * @throws ShellError where a commit's files cannot be listed whole.
 */
export async function mergedFiles(base: CommitFiles, head: CommitFiles, changed: ReadonlySet<string>): Promise<ReadableFiles> {
  const [old, now] = [await filesOf(base), await filesOf(head)];
  const paths = [...old.filter((path) => !changed.has(path)), ...now.filter((path) => changed.has(path))];
  const folders = foldersOf(paths);
  return {
    read: async (path) => (changed.has(path) ? head.read(path) : base.read(path)),
    list: async (folder) => folders.get(folder) ?? [],
  };
}

/** Regular files: a link or a submodule is no text of a contract. */
async function filesOf(files: CommitFiles): Promise<string[]> {
  const { items, complete } = await files.entries();
  if (!complete) {
    throw new ShellError([issue('files-not-listed', inFile(files.commit), { commit: files.commit.slice(0, 12) })]);
  }
  return items.flatMap(({ path, mode }) => (mode.startsWith('100') ? [path] : []));
}
