import type { ForgePullRequest, ForgeRepository, NewPullRequest } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { Forge } from '../ports/forge-writes.js';
import { latestOf, pullRequestsOfBranch } from '../reading/branch-pull-requests.js';
import { makeRoom, standingIn } from './make-room.js';
import { branchBusy } from './own-branch.js';

/** What this account has of a branch: others open what they like of it, and say in it what they like. */
export async function ownPullRequest(forge: ForgeReads, repository: ForgeRepository, branch: string): Promise<ForgePullRequest | null> {
  const self = await forge.self();
  const all = await pullRequestsOfBranch(forge, repository, branch);
  return latestOf(all.filter(({ author }) => self === null || author?.id === self.id));
}

/**
 * Opens a pull request, or finds the one that another run has opened meanwhile; somebody else's in its place is closed.
 * @throws ShellError where others keep standing there.
 */
export async function openOwn(forge: Forge, repository: ForgeRepository, wanted: NewPullRequest): Promise<ForgePullRequest> {
  const first = await forge.openPullRequest(wanted);
  if (first !== null) return first;
  const { branch } = wanted;
  const found = await ownPullRequest(forge, repository, branch);
  if (found?.state === 'open') return found;
  await makeRoom(forge, await standingIn(forge, repository, { branch, bases: [repository.defaultBranch] }));
  const opened = await forge.openPullRequest(wanted);
  if (opened === null) throw branchBusy(branch);
  return opened;
}
