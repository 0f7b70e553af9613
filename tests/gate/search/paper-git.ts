/*
 * Git on paper: commits with trees, several last commits in common, and merges of whole files, so that histories that cross, merges
 * that keep one side and swallowed commits come about by themselves, a hundred thousand times a minute.
 */

/** Path → mode and text of a file. */
export type Tree = ReadonlyMap<string, string>;

interface Commit {
  readonly tree: Tree;
  readonly parents: readonly string[];
  /** The commit itself and all that came before. */
  readonly history: ReadonlySet<string>;
}

export class PaperGit {
  private readonly commits = new Map<string, Commit>();

  commit(tree: Tree, parents: readonly string[]): string {
    const sha = (this.commits.size + 1).toString(16).padStart(40, '0');
    const before = parents.flatMap((parent) => [...this.get(parent).history]);
    this.commits.set(sha, { tree, parents, history: new Set([sha, ...before]) });
    return sha;
  }

  private get(sha: string): Commit {
    const found = this.commits.get(sha);
    if (found === undefined) throw new Error(`no commit ${sha}`);
    return found;
  }

  tree(sha: string): Tree {
    return this.get(sha).tree;
  }

  parents(sha: string): readonly string[] {
    return this.get(sha).parents;
  }

  contains(sha: string, earlier: string): boolean {
    return this.get(sha).history.has(earlier);
  }

  /** The last commits in common; more than one where histories have crossed. */
  bases(a: string, b: string): string[] {
    const other = this.get(b).history;
    const common = [...this.get(a).history].filter((sha) => other.has(sha));
    return common.filter((sha) => !common.some((later) => later !== sha && this.contains(later, sha))).sort();
  }

  /** As git merges: bases that cross are merged first. Null where both sides changed a file. */
  merge(ours: string, theirs: string): Tree | null {
    const [base, ...others] = this.bases(ours, theirs).map((sha) => this.tree(sha));
    const before = others.reduce((one, other) => threeWay(new Map(), one, other, 'ours') ?? one, base ?? new Map());
    return threeWay(before, this.tree(ours), this.tree(theirs), null);
  }
}

function threeWay(base: Tree, ours: Tree, theirs: Tree, conflict: 'ours' | null): Tree | null {
  const merged = new Map<string, string>();
  for (const path of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])) {
    const [was, here, there] = [base.get(path), ours.get(path), theirs.get(path)];
    if (here !== there && here !== was && there !== was && conflict === null) return null;
    const kept = here === was ? there : here;
    if (kept !== undefined) merged.set(path, kept);
  }
  return merged;
}

/** Paths that two trees have otherwise. */
export function changedBetween(before: Tree, after: Tree): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort();
}
