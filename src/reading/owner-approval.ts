import { judgeParty } from '../gate/approvals.js';
import { PARTIES } from '../kernel/party.js';
import type { ForgePullRequest } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { ApprovedBy } from '../running/comment-scores.js';
import { readPullRequestFacts } from './gate-facts.js';
import { readPolicy } from './gate-policy.js';
import { readMergeRecord } from './merge-record.js';
import { readTrustHistory } from './trust-history.js';

/**
 * Which parties of a contract have approved the head that was read, by the gate's own rules and the lists of the default
 * branch. Asked for only where something waits for it.
 * @param base the default branch's commit.
 */
export function ownerApproval(forge: ForgeReads, pullRequest: ForgePullRequest, base: string): ApprovedBy {
  const read = async () => {
    const reading = await readPolicy(forge, base, (await readTrustHistory(await readMergeRecord(forge))).now);
    return { policy: reading.result.policy, facts: await readPullRequestFacts(forge, reading, pullRequest) };
  };
  let once: ReturnType<typeof read> | null = null;
  return async (contract) => {
    once ??= read();
    const { policy, facts } = await once;
    const lists = policy?.contracts.find(({ id }) => id === contract)?.parties;
    // Half a list of reviews may lack the one that objects.
    const whole = facts.reviews.complete && facts.timeline.complete;
    if (policy === null || lists === undefined || !whole) return new Set();
    return new Set(
      PARTIES.filter((party) => judgeParty(policy, facts, { contract, party, list: lists[party] }).judgement.state === 'passed'),
    );
  };
}
