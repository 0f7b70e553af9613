import type { ReadableFiles } from '../ports/files.js';

/** The folder of what the forge is told: workflows, forms, rulesets. */
export const GITHUB = '.github';

/** Every file below a folder, by its path. */
export async function filesBelow(files: ReadableFiles, folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name, directory } of await files.list(folder)) {
    const path = `${folder}/${name}`;
    if (directory) for (const [below, text] of await filesBelow(files, path)) found.set(below, text);
    else found.set(path, (await files.read(path)) ?? '');
  }
  return found;
}
