import type { ForgePullRequest, ForgeRepository } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';

/** The pull request of a branch into the default branch: the open one, else the newest; null where there never was one. */
export async function pullRequestOfBranch(
  forge: ForgeReads,
  repository: ForgeRepository,
  branch: string,
): Promise<ForgePullRequest | null> {
  return latestOf(await pullRequestsOfBranch(forge, repository, branch));
}

/** Every pull request of a branch of this repository into its default branch. */
export async function pullRequestsOfBranch(forge: ForgeReads, repository: ForgeRepository, branch: string): Promise<ForgePullRequest[]> {
  const { id, defaultBranch } = repository;
  const { items } = await forge.pullRequests('all', branch);
  return items.filter(({ base, head }) => base.branch === defaultBranch && base.repositoryId === id && head.repositoryId === id);
}

/** The open one, else the newest. */
export function latestOf(all: readonly ForgePullRequest[]): ForgePullRequest | null {
  const newest = [...all].sort((a, b) => b.number - a.number)[0];
  return all.find(({ state }) => state === 'open') ?? newest ?? null;
}
