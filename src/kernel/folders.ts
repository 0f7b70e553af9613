/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly directory: boolean;
}

/** The entries of every folder that a list of files implies, ascending by name; the root is `''`. Paths have `/`. */
export function foldersOf(paths: readonly string[]): ReadonlyMap<string, readonly FolderEntry[]> {
  const folders = new Map<string, Map<string, boolean>>();
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((name, depth) => {
      const folder = parts.slice(0, depth).join('/');
      const entries = folders.get(folder) ?? new Map<string, boolean>();
      entries.set(name, depth < parts.length - 1);
      folders.set(folder, entries);
    });
  }
  const sorted = (entries: ReadonlyMap<string, boolean>) =>
    [...entries].map(([name, directory]) => ({ name, directory })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map([...folders].map(([folder, entries]) => [folder, sorted(entries)]));
}

/**
 * Entries of a tree with paths of their own. Git's porcelain never writes a name with a slash in it, but its trees can hold one, so that
 * a tree has two entries of one path and each reader takes another for it. Every further entry of a path is named with two
 * slashes, as no file can be: it is seen, and never taken for the first.
 */
export function pathsApart<T extends { readonly path: string }>(entries: readonly T[]): T[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    let { path } = entry;
    while (seen.has(path)) path = path.replace(/[^/]*$/, '/$&');
    seen.add(path);
    return path === entry.path ? entry : { ...entry, path };
  });
}
