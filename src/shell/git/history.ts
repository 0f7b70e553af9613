import type { History, HistoryCommit } from '../../ports/files.js';
import { once } from '../once.js';
import { blobsOf, MOST, readBlobs } from './revisions.js';
import { runGit } from './run-git.js';

const COMMIT = /^[0-9a-f]{40,64}$/;
const CHANGES: Readonly<Record<string, HistoryCommit['files'][number]['change']>> = { A: 'added', D: 'removed' };
/** Before each commit's id in what git lists. */
const MARK = '\u0001';

/** How the checkout of a folder came to be, read with the git binary; nothing is checked out or run. */
export function gitHistory(root: string): History {
  const git = async (...args: string[]): Promise<string | null> =>
    (await runGit(root, ['--no-replace-objects', '-c', 'log.showSignature=false', ...args], MOST))?.toString('utf8') ?? null;
  const isWhole = once(async () => (await git('rev-parse', '--is-shallow-repository'))?.trim() === 'false');
  // Asked for once: a process for each statement of a long ledger would take most of the time.
  const parents = once(async () => parentsOf((await git('rev-list', '--parents', 'HEAD')) ?? ''));
  return {
    async of(folder) {
      // By first parents: what a merge brought came with the merge, however old the commits of its branch are.
      const listed = await git(
        ...['log', '--first-parent', '-m', '--root', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color', '--relative'],
        ...['--reverse', '--raw', '--no-abbrev', '-z', `--format=${MARK}%H`, 'HEAD', '--', `${folder}/`],
      );
      return listed === null ? null : { commits: commitsOf(listed), whole: await isWhole() };
    },
    async texts(commit, paths) {
      if (!COMMIT.test(commit)) return new Map();
      const tree = await git('ls-tree', '-r', '-z', commit, '--', ...paths);
      return tree === null ? new Map() : readBlobs(root, blobsOf(tree));
    },
    async standing(named, to) {
      if (!COMMIT.test(named) || !COMMIT.test(to)) return 'unknown';
      const graph = await parents();
      if (graph.has(named) && graph.has(to)) {
        if (named !== to && reaches(graph, to, named)) return 'before';
        return reaches(graph, named, to) ? 'after' : 'elsewhere';
      }
      if ((await git('cat-file', '-e', `${named}^{commit}`)) === null) return 'unknown';
      if (named !== to && (await git('merge-base', '--is-ancestor', named, to)) !== null) return 'before';
      return (await git('merge-base', '--is-ancestor', to, named)) === null ? 'elsewhere' : 'after';
    },
  };
}

/** By commit of the checkout's history: its parents. */
type Parents = ReadonlyMap<string, readonly string[]>;

function parentsOf(listing: string): Parents {
  const lines = listing.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [commit = '', ...parents] = line.split(' ');
      return [commit, parents] as const;
    }),
  );
}

/** Whether a commit has another one in its history, or is it. */
function reaches(parents: Parents, young: string, old: string): boolean {
  const seen = new Set([young]);
  for (const commit of seen) {
    if (commit === old) return true;
    for (const parent of parents.get(commit) ?? []) seen.add(parent);
  }
  return false;
}

/**
 * `<mark><id>`, then for each file `:<modes> <old blob> <new blob> <status>` and its name, all ended by NUL; a line feed may stand between
 * them. A name is only read after what is said of it.
 */
function commitsOf(listing: string): HistoryCommit[] {
  const commits: { commit: string; files: HistoryCommit['files'][number][] }[] = [];
  const fields = listing.split('\0');
  for (let at = 0; at < fields.length; at++) {
    const field = (fields[at] ?? '').replace(/^\n/, '');
    if (field.startsWith(MARK)) commits.push({ commit: field.slice(1), files: [] });
    else if (field !== '') {
      at += 1;
      const [, , , blob = '', status = ''] = field.split(' ');
      commits.at(-1)?.files.push({ path: fields[at] ?? '', change: CHANGES[status] ?? 'changed', blob });
    }
  }
  return commits;
}
