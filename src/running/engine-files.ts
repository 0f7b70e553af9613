import { type Issue, inFile, inNoFile } from '../kernel/issue.js';
import { someOf } from '../kernel/some-of.js';
import type { ReadableFiles } from '../ports/files.js';
import { isOfRegistry } from '../repository/engine.js';
import { githubFiles } from '../repository/repository.js';
import { pinOf } from '../repository/schemas.js';
import { issue } from '../words/issue.js';
import { readWorkspace } from './read-workspace.js';

/*
 * What the engine brings to a repository that installs it: workflows, forms and rulesets. They came with the version that `concord new` was
 * run with, and a later version has its own.
 */

export const GITHUB = '.github';
const PACKAGE_FILE = 'package.json';
/** So many files are named; of more the rest is counted. */
const MOST_LISTED = 6;

/** Files of `.github/` that are otherwise in the repository than this engine brings them, as it brings them: path → text. */
export async function refreshed(files: ReadableFiles, shipped: ReadableFiles): Promise<ReadonlyMap<string, string>> {
  const { workspace } = await readWorkspace(files);
  const brought = githubFiles(await filesBelow(shipped, GITHUB), workspace?.warehouse.engine === 'bigquery');
  const differing: [string, string][] = [];
  for (const [path, text] of brought) if ((await files.read(path)) !== text) differing.push([path, text]);
  return new Map(differing);
}

/** The engine that a repository names as its package; null where it installs none, as the engine's own. */
export async function pinned(files: ReadableFiles): Promise<string | null> {
  return pinOf(await files.read(PACKAGE_FILE));
}

/**
 * What is amiss with the engine of a repository that installs it: pinned to what is in somebody else's hands, or with files of another version.
 * @param shipped what came with the program
 */
export async function engineIssues(files: ReadableFiles, shipped: ReadableFiles, version: string): Promise<readonly Issue[]> {
  const pin = await pinned(files);
  if (pin === null) return [];
  if (isOfRegistry(pin)) return [issue('engine-of-registry', inFile(PACKAGE_FILE), { found: pin })];
  const behind = [...(await refreshed(files, shipped)).keys()];
  if (behind.length === 0) return [];
  return [issue('engine-files-differ', inNoFile(`${GITHUB}/`), { version, files: someOf(behind, MOST_LISTED) })];
}

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
