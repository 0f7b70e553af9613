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
