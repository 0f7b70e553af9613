import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkingTree } from '../../ports/files.js';
import { runGit } from './run-git.js';

/** Names of files of a large repository, read at once. */
const MOST_BYTES = 64 * 1024 * 1024;

async function git(root: string, args: readonly string[], input = ''): Promise<string | null> {
  return (await runGit(root, args, { input, mostBytes: MOST_BYTES }))?.toString('utf8') ?? null;
}

/** What git would commit of the checkout whose top is a folder. */
export function gitWorkingTree(root: string): WorkingTree {
  return {
    async files() {
      // In a folder below the top, git's paths would not be those of the repository.
      if ((await git(root, ['rev-parse', '--show-prefix']))?.trim() !== '') return null;
      const listed = await git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
      if (listed === null) return null;
      const gone = new Set((await git(root, ['ls-files', '-z', '--deleted']))?.split('\0'));
      const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '' && !gone.has(path));
      const regular: string[] = [];
      const others: string[] = [];
      // A name with a line feed cannot be asked for in a list of lines.
      for (const path of paths) ((await lstat(join(root, path))).isFile() && !path.includes('\n') ? regular : others).push(path);
      const hashes = await git(root, ['hash-object', '--stdin-paths'], regular.map((path) => `${path}\n`).join(''));
      if (hashes === null) return null;
      const shas = hashes.split('\n');
      return { blobs: new Map(regular.map((path, index) => [path, shas[index] ?? ''])), others };
    },
    async contains(commit) {
      return (await git(root, ['merge-base', '--is-ancestor', commit, 'HEAD'])) !== null;
    },
  };
}
