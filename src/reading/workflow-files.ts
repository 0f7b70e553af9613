import type { ForgeReads } from '../ports/forge-reads.js';
import { blobsOf } from './trusted-files.js';

const WORKFLOWS = '.github/workflows/';

/**
 * Whether moving a branch from one commit to another would change a workflow file on it. The forge refuses that to whoever lacks
 * the permission `workflows`, even where the default branch has the same files; the app must not have it.
 */
export async function changesWorkflows(forge: ForgeReads, from: string, to: string): Promise<boolean> {
  const [old, now] = [await blobsOf(await forge.filesAt(from)), await blobsOf(await forge.filesAt(to))];
  const paths = [...old.keys(), ...now.keys()].filter((path) => path.startsWith(WORKFLOWS));
  return paths.some((path) => old.get(path) !== now.get(path));
}
