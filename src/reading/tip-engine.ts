import { isEngine, namesOf } from '../gate/paths.js';
import type { Issue } from '../kernel/issue.js';
import { inFile } from '../kernel/issue.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { CommandContext } from '../running/context.js';
import { issue } from '../words/issue.js';

/**
 * Rule 21: only the tip decides. Why this run may post and merge nothing: the engine that it runs is not that of the default
 * branch's tip, as when an old run is started again. Empty where it is the same, or where no workflow runs it.
 * @throws ShellError where the forge refuses.
 */
export async function notOfTip({ engineCommit = null }: CommandContext, forge: ForgeReads): Promise<Issue[]> {
  if (engineCommit === null) return [];
  const { defaultBranch, owner, name } = await forge.repository();
  const tip = await forge.tip(defaultBranch);
  if (tip === null || tip === engineCommit) return [];
  const params = { commit: engineCommit.slice(0, 12), tip: tip.slice(0, 12), branch: defaultBranch };
  const stale = [issue('engine-not-of-tip', inFile(`${owner}/${name}`), params)];
  if ((await forge.commit(engineCommit)) === null) return stale;
  const { mergeBase, files } = await forge.compare(engineCommit, tip);
  // Contracts, events and statements that were merged meanwhile are read at the tip anyway.
  const isSame = mergeBase === engineCommit && files.complete && !files.items.flatMap(namesOf).some(isEngine);
  return isSame ? [] : stale;
}
