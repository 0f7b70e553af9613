import type { BinaryFiles, Files } from '../src/ports/files.js';

/** A repository in memory: root-relative path → text. What is written lands in the same map. */
export function memoryFiles(texts: Map<string, string>): Files & BinaryFiles {
  return {
    read: async (path) => texts.get(path) ?? null,
    list: async (folder) => {
      const entries = new Map<string, boolean>();
      for (const path of texts.keys()) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
        entries.set(name, rest.length > 0);
      }
      return [...entries].map(([name, directory]) => ({ name, directory })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    write: async (path, text) => {
      texts.set(path, text);
    },
    writeBytes: async (path, bytes) => {
      texts.set(path, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    },
  };
}
