import type { Workspace } from '../contract/load-workspace.js';
import { type Issue, inFile, inNoFile } from '../kernel/issue.js';
import { someOf } from '../kernel/some-of.js';
import type { ReadableFiles } from '../ports/files.js';
import { type CloudLack, cloudLack, LOCK_FILE, PACKAGE_FILE, PROGRAM_FILE } from '../repository/cloud.js';
import { isOfRegistry } from '../repository/engine.js';
import { githubFiles } from '../repository/repository.js';
import { pinOf } from '../repository/schemas.js';
import { issue } from '../words/issue.js';
import { filesBelow, GITHUB } from './files-below.js';
import { readWorkspace } from './read-workspace.js';
import { readShipped } from './shipped-repository.js';

/*
 * What the engine brings to a repository that installs it: workflows, forms and rulesets, and what a cloud is brought up with. They came
 * with the version that `concord new` was run with, and with the warehouse that was named then; a later one has its own.
 */

/** So many files are named; of more the rest is counted. */
const MOST_LISTED = 6;

/** What the workspace says the data is in. */
export async function warehouseOf(files: ReadableFiles): Promise<Workspace['warehouse']['engine']> {
  const { workspace } = await readWorkspace(files);
  return workspace?.warehouse.engine ?? 'duckdb';
}

/** What of `.github/`, and of the cloud where the workspace names one, is otherwise than this engine brings it: as it brings it. */
export async function refreshed(files: ReadableFiles, shipped: ReadableFiles, version: string): Promise<CloudLack> {
  const isCloud = (await warehouseOf(files)) === 'bigquery';
  const whole = isCloud ? (await readShipped(shipped)).value : null;
  const differing: [string, string][] = [];
  for (const [path, text] of githubFiles(whole?.github ?? (await filesBelow(shipped, GITHUB)), isCloud)) {
    if ((await files.read(path)) !== text) differing.push([path, text]);
  }
  const packages = whole === null ? null : await files.read(PACKAGE_FILE);
  if (whole === null || packages === null) return { files: new Map(differing), byHand: [] };
  const present = { program: await files.read(PROGRAM_FILE), packages, lock: await files.read(LOCK_FILE) };
  const lack = cloudLack(present, whole, version);
  return { files: new Map([...differing, ...lack.files]), byHand: lack.byHand };
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
  const brought = await refreshed(files, shipped, version);
  const behind = [...brought.files.keys(), ...(brought.byHand.length === 0 ? [] : [PACKAGE_FILE])];
  if (behind.length === 0) return [];
  return [issue('engine-files-differ', inNoFile(`${GITHUB}/`), { version, files: someOf(behind, MOST_LISTED) })];
}
