import { sameBytes } from '../../kernel/git-blob.js';
import type { History } from '../../ports/files.js';
import { once } from '../once.js';
import { ancestryOf } from './ancestry.js';
import { firstParents, LISTING } from './first-parents.js';
import { blobsOf, MOST, textsOf } from './revisions.js';
import { runGit } from './run-git.js';

const COMMIT = /^[0-9a-f]{40,64}$/;
/** Longer texts are seldom asked for twice, and many of them would be much memory. */
const LONGEST_KEPT = 64 * 1024;

/** How the checkout of a folder came to be, read with the git binary; nothing is checked out or run. */
export function gitHistory(root: string): History {
  const git = async (...args: string[]): Promise<string | null> =>
    (await runGit(root, ['--no-replace-objects', '-c', 'log.showSignature=false', ...args], MOST))?.toString('utf8') ?? null;
  const isWhole = once(async () => (await git('rev-parse', '--is-shallow-repository'))?.trim() === 'false');
  // Asked for once: a process for each statement of a long ledger would take most of the time.
  const ancestry = once(async () => ancestryOf((await git('rev-list', '--topo-order', '--parents', 'HEAD')) ?? ''));
  const treeOf = async (commit: string, paths: readonly string[]) =>
    blobsOf((await git('ls-tree', '-r', '-z', commit, '--', ...paths)) ?? '');
  const line = once(async () => {
    const listed = await git(...LISTING);
    return listed === null ? null : firstParents(listed);
  });
  const kept = new Map<string, string>();
  return {
    async of(folder) {
      const found = await line();
      return found === null ? null : { commits: found.of(folder), whole: await isWhole() };
    },
    async texts(commit, paths, here = new Map()) {
      if (!COMMIT.test(commit)) return new Map();
      const blobs = (await line())?.blobsAt(commit, paths) ?? (await treeOf(commit, paths));
      return textsOf(
        root,
        blobs,
        async (path, blob) => sameBytes(here.get(path), blob) ?? kept.get(blob) ?? null,
        (blob, text) => {
          if (text.length <= LONGEST_KEPT) kept.set(blob, text);
        },
      );
    },
    async standing(named, to) {
      if (!COMMIT.test(named) || !COMMIT.test(to)) return 'unknown';
      const known = (await ancestry()).standing(named, to);
      if (known !== null) return known;
      if ((await git('cat-file', '-e', `${named}^{commit}`)) === null) return 'unknown';
      if (named !== to && (await git('merge-base', '--is-ancestor', named, to)) !== null) return 'before';
      return (await git('merge-base', '--is-ancestor', to, named)) === null ? 'elsewhere' : 'after';
    },
  };
}
