import { isPushedByApp } from '../gate/alone.js';
import type { PullRequestFacts } from '../gate/facts.js';
import type { Forge } from '../ports.js';
import type { PolicyReading } from '../reading/gate-policy.js';

/**
 * A commit takes only so many statuses, and whoever can write can use them up. A branch of the app, whose content is its own, gets
 * one more commit with the same files and words: a settlement's days go on, since it asks for what it asked (rule 18), and a form
 * names the same author. Approvals of the commit before are given again.
 * @returns whether there is one now.
 */
export async function freshHead(forge: Forge, { repository, result }: PolicyReading, facts: PullRequestFacts): Promise<boolean> {
  const { author, head } = facts;
  const isOwn = author !== null && author.id === result.policy?.appUserId && head.repositoryId === repository.id;
  if (!isOwn || result.policy === null || !isPushedByApp(result.policy, facts)) return false;
  const before = await forge.commit(head.sha);
  if (before === null) return false;
  return forge.moveBranch(head.branch, await forge.createCommit(head.sha, [], before.message));
}
