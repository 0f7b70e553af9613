import { type GatePolicy, partyOf } from '../gate/policy.js';
import type { Micros } from '../kernel/calendar.js';
import type { ForgePullRequest, ForgeRepository } from '../ports/forge.js';

/** Longer ago nobody has opened what still carries the day of today. */
const MOST_DAYS = 31n;
const DAY: Micros = 86_400_000_000n;
/** Of each party, and of the app: whoever opens and closes by the hundred uses up nobody else's turn. */
const MOST_EACH = 20;

/** Whether a pull request of this repository is not open for the default branch, and did not come into it. */
export function isAside({ id, defaultBranch }: ForgeRepository, pullRequest: ForgePullRequest): boolean {
  const { state, draft, base, head, mergedAt } = pullRequest;
  const isElsewhere = base.branch !== defaultBranch;
  const isPut = mergedAt === null ? state === 'closed' || draft || isElsewhere : isElsewhere;
  return isPut && head.repositoryId === id && base.repositoryId === id;
}

/** Whether it was opened lately enough for what it files to be of today. */
export function isLately({ createdAt }: ForgePullRequest, now: Micros): boolean {
  return createdAt > now - MOST_DAYS * DAY;
}

/** Those of people who may file, and of the app: the newest of each, newest first. */
export function newestOfEach(policy: GatePolicy, pullRequests: readonly ForgePullRequest[]): ForgePullRequest[] {
  const counts = new Map<string, number>();
  return [...pullRequests]
    .sort((a, b) => b.number - a.number)
    .filter(({ author }) => {
      const whose = author === null ? null : author.id === policy.appUserId ? 'app' : partyOf(policy, author.id);
      const count = counts.get(whose ?? '') ?? 0;
      counts.set(whose ?? '', count + 1);
      return whose !== null && count < MOST_EACH;
    });
}
