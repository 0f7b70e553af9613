import { CONTRACTS } from '../../contract/paths.js';
import { pathsApart } from '../../kernel/folders.js';
import type { HistoryCommit } from '../../ports/files.js';

type ChangedFile = HistoryCommit['files'][number];

/** The commits of a checkout by first parents, as far as they touch the contracts. */
export interface FirstParents {
  /** Those that touch a folder, oldest first, each with the files that it changed there. */
  of(folder: string): readonly HistoryCommit[];
  /** By path, the blobs of regular files at some paths as a commit leaves them; null where the commit is none of these. */
  blobsAt(commit: string, paths: readonly string[]): ReadonlyMap<string, string> | null;
}

/** Before each commit's id in what git lists. */
const MARK = '\u0001';
/**
 * By first parents: what a merge brought came with the merge, however old the commits of its branch are. Of all contracts at once: a
 * process for each of many takes more time than all that is verified.
 */
export const LISTING = [
  ...['log', '--first-parent', '-m', '--root', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color', '--relative'],
  ...['--reverse', '--raw', '--no-abbrev', '-z', `--format=${MARK}%H`, 'HEAD', '--', `${CONTRACTS}/`],
];

const CHANGES: Readonly<Record<string, ChangedFile['change']>> = { A: 'added', D: 'removed' };

export function firstParents(listing: string): FirstParents {
  const { commits, regular } = commitsOf(listing);
  const places = new Map(commits.map(({ commit }, at) => [commit, at]));
  const byFolder = new Map<
    string,
    { readonly at: number; readonly commit: { readonly commit: string; readonly files: ChangedFile[] } }[]
  >();
  commits.forEach(({ commit, files }, at) => {
    for (const file of files) {
      const folder = contractsFolder(file.path);
      const placed = byFolder.get(folder) ?? [];
      if (placed.length === 0) byFolder.set(folder, placed);
      if (placed.at(-1)?.at !== at) placed.push({ at, commit: { commit, files: [] } });
      placed.at(-1)?.commit.files.push(file);
    }
  });
  return {
    of: (folder) =>
      folder === CONTRACTS ? commits : (byFolder.get(contractsFolder(`${folder}/`)) ?? []).flatMap(({ commit }) => within(commit, folder)),
    blobsAt(commit, paths) {
      const last = places.get(commit);
      if (last === undefined) return null;
      const blobs = new Map<string, string>();
      for (const wanted of paths) {
        for (const { at, commit } of byFolder.get(contractsFolder(wanted)) ?? []) {
          if (at > last) break;
          for (const file of commit.files) {
            if (file.path !== wanted && !(wanted.endsWith('/') && file.path.startsWith(wanted))) continue;
            if (regular.has(file)) blobs.set(file.path, file.blob);
            else blobs.delete(file.path);
          }
        }
      }
      return new Map(pathsApart([...blobs].map(([path, blob]) => ({ path, blob }))).map(({ path, blob }) => [path, blob]));
    },
  };
}

/** `contracts/<id>` of a path below it; `contracts` of a file that lies beside the contracts. */
function contractsFolder(path: string): string {
  return path.split('/').slice(0, -1).slice(0, 2).join('/');
}

function within(commit: HistoryCommit, folder: string): HistoryCommit[] {
  const files = commit.files.filter(({ path }) => path.startsWith(`${folder}/`));
  if (files.length === 0) return [];
  return files.length === commit.files.length ? [commit] : [{ commit: commit.commit, files }];
}

/**
 * `<mark><id>`, then for each file `:<modes> <old blob> <new blob> <status>` and its name, all ended by NUL; a line feed may stand between
 * them. A name is only read after what is said of it.
 */
function commitsOf(listing: string): { readonly commits: readonly HistoryCommit[]; readonly regular: ReadonlySet<ChangedFile> } {
  const commits: { commit: string; files: ChangedFile[] }[] = [];
  const regular = new Set<ChangedFile>();
  const fields = listing.split('\0');
  for (let at = 0; at < fields.length; at++) {
    const field = (fields[at] ?? '').replace(/^\n/, '');
    if (field.startsWith(MARK)) commits.push({ commit: field.slice(1), files: [] });
    else if (field !== '') {
      at += 1;
      const [, mode = '', , blob = '', status = ''] = field.split(' ');
      const file = { path: fields[at] ?? '', change: CHANGES[status] ?? 'changed', blob };
      commits.at(-1)?.files.push(file);
      if (mode.startsWith('100')) regular.add(file);
    }
  }
  return { commits, regular };
}
