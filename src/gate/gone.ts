import { PARTIES, type Party } from '../kernel/party.js';
import type { Actor, PullRequestFacts, Review } from './facts.js';
import { type GatePolicy, speakersOf } from './policy.js';

/** The account that GitHub shows in place of deleted ones. */
const GHOST = 10_137;

/** Whether an account is gone: nobody can say any more whose it was. */
export function isGone(user: Actor | null): boolean {
  return user === null || user.id === GHOST;
}

/** Whether a review approves exactly the head, by an account that is gone. */
function isGoneApproval({ user, state, commit }: Review, head: string): boolean {
  return isGone(user) && state === 'APPROVED' && commit === head;
}

/** Whether the forge's record of a pull request has lost an account on which its decision may have rested. */
export function hasLostAccount({ author, head, reviews }: PullRequestFacts): boolean {
  return isGone(author) || reviews.items.some((each) => isGoneApproval(each, head.sha));
}

/**
 * A pull request whose record has lost accounts, as it can have been: the approvals that are gone were given by signatories of whom
 * no review is known, or who filed it was of one party. It proves nothing alone; it says whether what the app decided when all
 * accounts were there can have been right, by every other rule.
 */
export function asItCanHaveBeen(policy: GatePolicy, facts: PullRequestFacts): PullRequestFacts[] {
  const filers = isGone(facts.author) ? PARTIES.flatMap((party) => filedBy(policy, facts, party) ?? []) : [];
  return [approvedByThoseUnknown(policy, facts), ...filers];
}

function approvedByThoseUnknown(policy: GatePolicy, facts: PullRequestFacts): PullRequestFacts {
  const { reviews, head } = facts;
  const known = new Set(reviews.items.map(({ user }) => user?.id));
  const silent = PARTIES.flatMap((party) => [...speakersOf(policy, party)]).filter((id) => !known.has(id));
  const items = reviews.items.flatMap((each) =>
    isGoneApproval(each, head.sha) ? silent.map((id): Review => ({ ...each, user: { id, kind: 'user' } })) : [each],
  );
  return { ...facts, reviews: { ...reviews, items, count: null } };
}

/** As somebody of a party filed it: the same account for all that is gone. */
function filedBy(policy: GatePolicy, facts: PullRequestFacts, party: Party): PullRequestFacts | null {
  const [id] = policy.contracts.flatMap(({ parties }) => parties[party].signatories);
  if (id === undefined) return null;
  const filer: Actor = { id, kind: 'user' };
  const { pushedBy, pushers } = facts.head;
  const known = (each: Actor | null): Actor => (each === null || isGone(each) ? filer : each);
  return { ...facts, author: filer, head: { ...facts.head, pushedBy: known(pushedBy), pushers: pushers?.map(known) ?? [filer] } };
}
