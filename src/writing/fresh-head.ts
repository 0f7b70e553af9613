import { isPushedByApp } from '../gate/alone.js';
import type { PullRequestFacts } from '../gate/facts.js';
import type { Forge } from '../ports/forge-writes.js';
import type { PolicyReading } from '../reading/gate-policy.js';

/** Whose commit it stands for is no matter of these words: they name no form. */
const WORDS = 'The same files once more: the commit before takes no more statuses';

/**
 * A commit takes only so many statuses, and whoever can write can use them up: of a settlement, of what the other party files, or of
 * their own dispute, which then could neither land nor pass. What the app merges gets one more commit with the same files: a
 * settlement's days go on, since it asks for what it asked (rule 18), a form names the same author, and whoever has pushed to
 * somebody's branch is looked at as before. Approvals of the commit before are given again.
 * @param facts of a pull request that the app merges.
 * @returns whether there is one now.
 */
export async function freshHead(forge: Forge, { repository, result }: PolicyReading, facts: PullRequestFacts): Promise<boolean> {
  const { author, head } = facts;
  const before = head.repositoryId === repository.id && result.policy !== null ? await forge.commit(head.sha) : null;
  if (before === null || result.policy === null) return false;
  const isOwn = author?.id === result.policy.appUserId;
  // What others have put onto a branch of the app does not become its own.
  if (isOwn && !isPushedByApp(result.policy, facts)) return false;
  return forge.moveBranch(head.branch, await forge.createCommit(head.sha, [], isOwn ? before.message : WORDS));
}
