import { CONTRACTS } from '../contract/paths.js';
import { inFile, inNoFile, type Position } from '../kernel/issue.js';

const STATEMENT = new RegExp(`^${CONTRACTS}/([a-z0-9-]+)/ledger/[^/]+/statement\\.json$`);

/** The contract that a file is a statement of, by the file's path; null where it is none. */
export function settledContract(path: string): string | null {
  return STATEMENT.exec(path)?.[1] ?? null;
}

/**
 * What was taken away with one hand: a whole contract, its ledger or events, or the folder of a period, of several files of which nothing is
 * left; else each file.
 * @param roots folders that hold all of a kind, a folder before those in it
 * @param left every file that is still there
 * @returns its path, and where it is told: a folder has no lines
 */
export function takenAway(roots: readonly string[], gone: readonly string[], left: Iterable<string>): Position[] {
  const kept = [...left];
  const files = new Map<string, string[]>();
  const isGone = (folder: string) => !kept.some((path) => path.startsWith(`${folder}/`));
  for (const path of gone) {
    const within = roots.filter((root) => path.startsWith(`${root}/`));
    const place = within.length === 0 ? path : ([...within, folderOf(path)].find(isGone) ?? path);
    files.set(place, [...(files.get(place) ?? []), path]);
  }
  return [...files].map(([place, found]) => {
    const [first = place] = found;
    if (found.length === 1) return inFile(first);
    // A ledger that held one period lost that; of a contract all is to come back.
    const isContract = roots.some((root) => root.startsWith(`${place}/`));
    return inNoFile(!isContract && found.every((path) => folderOf(path) === folderOf(first)) ? folderOf(first) : place);
  });
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
