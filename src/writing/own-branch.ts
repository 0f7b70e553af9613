import { contractOf, namesOf } from '../gate/paths.js';
import { inFile } from '../kernel/issue.js';
import { ShellError } from '../ports/failure.js';
import type { TreeChange } from '../ports/forge.js';
import type { Forge } from '../ports/forge-writes.js';
import { isBehind } from '../reading/behind.js';
import { changesWorkflows } from '../reading/workflow-files.js';
import { issue } from '../words/issue.js';

/** What a branch of this account is to hold: the default branch with some files changed. */
export interface BranchContent {
  readonly branch: string;
  /** The tip of the default branch. */
  readonly tip: string;
  readonly changes: readonly TreeChange[];
  readonly message: string;
}

/** Another run may be at it: how often one starts over. */
const MOST_TRIES = 3;

/**
 * Makes a branch hold exactly the default branch with these changes, and nothing that somebody else has put there. Never
 * forced: what is to be replaced becomes a parent. Asked again, it changes nothing, unless the default branch has since changed
 * what the changes stand beside.
 * @throws ShellError where the forge refuses, or others keep moving the branch.
 */
export async function putOnBranch(forge: Forge, content: BranchContent): Promise<'created' | 'moved' | 'replaced' | 'unchanged'> {
  const { branch, tip, changes, message } = content;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const head = await forge.tip(branch);
    if (head === null) {
      if (await forge.createBranch(branch, await forge.createCommit(tip, changes, message))) return 'created';
      continue;
    }
    if ((await isOwn(forge, branch, head)) && (await holds(forge, head, content))) return 'unchanged';
    // What would bring changed workflows along is put onto a branch made anew, under the same name; that closes its pull request.
    if (await changesWorkflows(forge, head, tip)) {
      await forge.deleteBranch(branch);
      if (await forge.createBranch(branch, await forge.createCommit(tip, changes, message))) return 'replaced';
      continue;
    }
    if (await forge.moveBranch(branch, await forge.createCommit(tip, changes, message, head))) return 'moved';
  }
  throw branchBusy(branch);
}

/** Others keep moving a branch, or what hangs on it. */
export function branchBusy(branch: string): ShellError {
  return new ShellError([issue('branch-busy', inFile(branch), { branch })]);
}

/** Whether nobody else made the head what it is; the forge's record may lag behind, and then the content decides. */
async function isOwn(forge: Forge, branch: string, head: string): Promise<boolean> {
  const self = await forge.self();
  const push = (await forge.pushes(branch)).items.find(({ after }) => after === head);
  return push === undefined || push.actor?.id === self?.id;
}

async function holds(forge: Forge, head: string, { tip, changes }: BranchContent): Promise<boolean> {
  const { mergeBase, files } = await forge.compare(tip, head);
  const wanted = new Map(changes.map(({ path, text }) => [path, text]));
  const names = files.items.flatMap(namesOf);
  if (!files.complete || names.length !== wanted.size || names.some((path) => !wanted.has(path))) return false;
  const at = await forge.filesAt(head);
  for (const [path, text] of wanted) if ((await at.read(path)) !== text) return false;
  const contracts = new Set([...wanted.keys()].flatMap((path) => contractOf(path) ?? []));
  return mergeBase === tip || !(await isBehind(forge, mergeBase, tip, contracts));
}
