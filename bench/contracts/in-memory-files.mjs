/** The port `Files` of Concord's commands over a map of texts; nothing is written. */
export function inMemoryFiles(texts) {
  const folders = new Map();
  for (const path of texts.keys()) {
    const parts = path.split('/');
    parts.forEach((name, depth) => {
      const folder = parts.slice(0, depth).join('/');
      const entries = folders.get(folder) ?? new Map();
      entries.set(name, depth < parts.length - 1);
      folders.set(folder, entries);
    });
  }
  return {
    read: async (path) => texts.get(path) ?? null,
    list: async (folder) =>
      [...(folders.get(folder) ?? [])].map(([name, directory]) => ({ name, directory })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    write: async (path) => {
      throw new Error(`nothing is to be written: ${path}`);
    },
  };
}
