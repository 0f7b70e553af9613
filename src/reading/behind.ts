import { namesOf, outdates } from '../gate/paths.js';
import type { ForgeReads } from '../ports/forge-reads.js';

/**
 * Whether the default branch has changed the engine, the rules or one of the contracts since a commit: approvals of that commit
 * then do not count (rule 8 of the gate).
 */
export async function isBehind(
  forge: Pick<ForgeReads, 'compare'>,
  commit: string,
  tip: string,
  contracts: ReadonlySet<string>,
): Promise<boolean> {
  const { mergeBase, files } = await forge.compare(commit, tip);
  if (mergeBase === tip) return false;
  return !files.complete || files.items.flatMap(namesOf).some((path) => outdates(path, contracts));
}
