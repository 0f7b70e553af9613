import { WORKSPACE_FILE } from '../contract/load-workspace.js';
import type { Micros } from '../kernel/calendar.js';
import type { Forge } from '../ports.js';
import type { MergeRecord } from './merge-record.js';

/** Which texts of the workspace were agreed, and when: who approves stands in it, so a proof is worth as much as that. */
export interface WorkspaceTrust {
  /** Whether the workspace right before a merge was the agreed one. */
  readonly isAgreed: (workspace: string | null, before: Micros) => boolean;
  /** Whether a workspace is the one that was agreed last; any is where no pull request was ever merged beside one. */
  readonly isCurrent: (workspace: string | null) => boolean;
  readonly complete: boolean;
}

/**
 * What the repository had when its first pull request was merged is taken as both parties found it; from then on the workspace
 * changes only by pull requests that the approvers of both parties, by the workspace of that time, agreed to.
 * @param all look at every pull request for changes of the workspace, not only at those that the file's history names.
 */
export async function readWorkspaceTrust(record: MergeRecord, commit: string, all: boolean): Promise<WorkspaceTrust> {
  const { forge, merged } = record;
  const oldest = [...merged.items].reverse();
  const states: { readonly from: Micros; readonly workspace: string }[] = [];
  const { changes, complete } = await changesOf(record, commit, all);
  for (const each of oldest) {
    const known = states.at(-1)?.workspace ?? null;
    if (known !== null && !changes.has(each.number)) continue;
    const before = await record.commitBefore(each);
    if (known === null && before !== null) {
      const first = await workspaceAt(forge, before);
      if (first !== null) states.push({ from: 0n, workspace: first });
    }
    if (!changes.has(each.number)) continue;
    const judged = await record.judge(each);
    const after = await workspaceAt(forge, each.head.sha);
    const agreed = judged?.verdict.basis === 'both-parties' && judged.workspace === states.at(-1)?.workspace;
    if (agreed && after !== null) states.push({ from: each.mergedAt, workspace: after });
  }
  return {
    isAgreed: (workspace, before) => {
      // The forge's times are whole seconds: of two merges in one second either may have been the first.
      const then = [states.filter(({ from }) => from < before).at(-1), ...states.filter(({ from }) => from === before)];
      return then.some((state) => state !== undefined && state.workspace === workspace);
    },
    isCurrent: (workspace) => states.length === 0 || states.at(-1)?.workspace === workspace,
    complete,
  };
}

/** Numbers of the pull requests that changed the workspace. */
async function changesOf(record: MergeRecord, commit: string, all: boolean): Promise<{ changes: ReadonlySet<number>; complete: boolean }> {
  const { forge, merged } = record;
  const changes = new Set<number>();
  let { complete } = merged;
  if (all) {
    for (const each of merged.items) {
      const files = await record.filesOf(each);
      complete &&= files.complete;
      if (files.items.some(({ path, previousPath }) => path === WORKSPACE_FILE || previousPath === WORKSPACE_FILE))
        changes.add(each.number);
    }
    return { changes, complete };
  }
  const history = await forge.history(commit, WORKSPACE_FILE);
  for (const { sha } of history.items) for (const { number } of (await forge.pullRequestsOf(sha)).items) changes.add(number);
  return { changes, complete: complete && history.complete };
}

/** The workspace's blob at a commit. */
export async function workspaceAt(forge: Forge, commit: string): Promise<string | null> {
  const { items } = await (await forge.filesAt(commit)).entries();
  return items.find(({ path }) => path === WORKSPACE_FILE)?.sha ?? null;
}
