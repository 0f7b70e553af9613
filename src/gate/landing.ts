import type { ChangedFile, PullRequestFacts } from './facts.js';
import { type Judgement, type Sight, sight, unless } from './verdict.js';

/**
 * What a merge of the head into the tip would make of the files:
 * - `exact`: the tip with exactly the listed changes.
 * - `computing`: the forge has not made its trial merge of this tip and this head yet.
 * - `conflict`: it cannot be merged.
 * - `bases`: tip and head have more than one last commit in common, so that no list of changes says all.
 * - `differs`: other paths, or other bytes, than those that were listed would land.
 */
export type Landing =
  | { readonly kind: 'exact' | 'computing' | 'conflict' | 'bases' }
  | { readonly kind: 'differs'; readonly paths: readonly string[] };

/** Path → mode and blob of a whole tree. */
export type Tree = ReadonlyMap<string, string>;

const MOST_NAMED = 5;

/**
 * Compares trees: the merge must be the tip, but for the listed paths, which must be as the head has them.
 * @param files the forge's list of what the pull request changes.
 */
export function landingOf(
  trees: { readonly tip: Tree; readonly head: Tree; readonly merge: Tree },
  files: readonly ChangedFile[],
): Landing {
  const { tip, head, merge } = trees;
  const wanted = new Map(tip);
  for (const { path, previousPath, status } of files) {
    if (status === 'renamed' && previousPath !== null) wanted.delete(previousPath);
    const at = status === 'removed' ? undefined : head.get(path);
    if (at === undefined) wanted.delete(path);
    else wanted.set(path, at);
  }
  const paths = [...new Set([...wanted.keys(), ...merge.keys()])].filter((path) => wanted.get(path) !== merge.get(path)).sort();
  return paths.length === 0 ? { kind: 'exact' } : { kind: 'differs', paths };
}

const foldersOf = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/'));

/**
 * What a merge makes of files that are only added, for what is put aside, of which the forge makes no trial: where none of the folders
 * that they are in has gone since, no way of merging moves or joins them. Of anything else it cannot be told beforehand.
 * @param base the last commit that tip and head have in common.
 */
export function additionOf({ base, tip }: { readonly base: Tree; readonly tip: Tree }, files: readonly ChangedFile[]): Landing {
  const folders = (tree: Tree) => new Set([...tree.keys()].flatMap(foldersOf));
  const [before, now] = [folders(base), folders(tip)];
  const isNew = (path: string) => !base.has(path) && !tip.has(path) && !now.has(path);
  const stays = (folder: string) => !tip.has(folder) && (now.has(folder) || !before.has(folder));
  const isAlone = ({ path, previousPath, status }: ChangedFile) =>
    status === 'added' && previousPath === null && isNew(path) && foldersOf(path).every(stays);
  return { kind: files.every(isAlone) ? 'exact' : 'computing' };
}

/** Rule 17: whether everything that a pull request changed is in the tree that its merge made. */
export function hasLanded(files: readonly ChangedFile[], head: Tree, merged: Tree): boolean {
  return files.every(({ path, previousPath, status }) => {
    const moved = status === 'renamed' && previousPath !== null && head.get(previousPath) !== merged.get(previousPath);
    return !moved && head.get(path) === merged.get(path);
  });
}

/** Rule 14: what is decided is what lands. */
export function judgeLanding({ landing, state }: PullRequestFacts): Judgement {
  // What is closed makes no merge; that it is closed is judged elsewhere.
  return unless('landing', 'pending', state === 'open' ? landingSights(landing) : []);
}

function landingSights(landing: Landing): Sight[] {
  switch (landing.kind) {
    case 'exact':
      return [];
    case 'computing':
      return [sight('merge-computing')];
    case 'conflict':
      return [sight('merge-conflict')];
    case 'bases':
      return [sight('merge-bases')];
    case 'differs':
      return landing.paths.slice(0, MOST_NAMED).map((path) => sight('merge-differs', { path }));
  }
}
