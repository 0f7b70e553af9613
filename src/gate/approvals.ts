import type { Micros } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import type { PullRequestFacts, Review, TimelineEvent } from './facts.js';
import { type GatePolicy, type PartyPolicy, partyOf, speakersOf } from './policy.js';
import { type Judgement, type PartyVerdict, type Sight, sight, unless } from './verdict.js';

/** A person in a sight; the report looks the name up. */
export function userText(id: number | null): string {
  return id === null ? '' : String(id);
}

function lastOf(facts: PullRequestFacts, kind: 'base_changed' | 'force_pushed'): Micros | null {
  return latest(facts.timeline.items.flatMap((event) => (event.kind === kind ? [event.at] : [])));
}

function latest(times: readonly Micros[]): Micros | null {
  let found: Micros | null = null;
  for (const time of times) if (found === null || time > found) found = time;
  return found;
}

/** When a review of anybody who speaks for the party was last dismissed: what was approved before it does not come back. */
function lastDismissal(policy: GatePolicy, facts: PullRequestFacts, party: Party): Micros | null {
  const speakers = speakersOf(policy, party);
  const own = new Set(facts.reviews.items.flatMap(({ id, user }) => (user !== null && speakers.has(user.id) ? [id] : [])));
  return latest(facts.timeline.items.flatMap((event) => (event.kind === 'review_dismissed' && own.has(event.review) ? [event.at] : [])));
}

/**
 * When somebody who speaks for the party last closed the pull request or made it a draft: what the party approved before is taken
 * back with it. Who opens it again opens nobody's approval again.
 */
function lastPutAside(policy: GatePolicy, facts: PullRequestFacts, party: Party): Micros | null {
  return latest(movesOf(policy, facts, party).flatMap(({ kind, at }) => (kind === 'put_aside' ? [at] : [])));
}

type Move = Extract<TimelineEvent, { readonly kind: 'put_aside' | 'brought_back' }>;

/** What those who speak for a party did to put the pull request aside or to bring it back. */
function movesOf(policy: GatePolicy, { timeline }: PullRequestFacts, party: Party): Move[] {
  const speakers = speakersOf(policy, party);
  const isMove = (each: TimelineEvent): each is Move => each.kind === 'put_aside' || each.kind === 'brought_back';
  return timeline.items.filter(isMove).filter(({ by }) => by !== null && speakers.has(by));
}

/** Whether what a party files is put aside by itself, and nobody of it has brought it back since. */
export function isWithdrawn(policy: GatePolicy, facts: PullRequestFacts, party: Party): boolean {
  const moves = movesOf(policy, facts, party).sort((a, b) => Number(a.at - b.at));
  return moves.at(-1)?.kind === 'put_aside';
}

/** The person who opened the pull request; nobody where the repository's own app did. */
export function authorOf(policy: GatePolicy, facts: PullRequestFacts): number | null {
  const { author } = facts;
  return author === null || author.id === policy.appUserId ? null : author.id;
}

/** Why an approval does not count; null where it does (rule 5). */
function flawOf(policy: GatePolicy, facts: PullRequestFacts, review: Review, party: Party): Sight | null {
  const user = userText(review.user?.id ?? null);
  const at = review.submittedAt;
  const notAfter = (time: Micros | null) => time !== null && (at === null || at <= time);
  if (review.user?.kind !== 'user') return sight('approved-as-bot', { user });
  if (review.user.id === facts.author?.id) return sight('approved-as-author', { user });
  if (review.commit !== facts.head.sha) return sight('approved-other-commit', { user, found: (review.commit ?? '-').slice(0, 12) });
  if (notAfter(lastOf(facts, 'base_changed'))) return sight('approved-before-base', { user });
  // The head came back to a commit that was approved once; who approved it may have relied on its being gone.
  if (notAfter(lastOf(facts, 'force_pushed'))) return sight('approved-before-push', { user });
  if (notAfter(lastDismissal(policy, facts, party))) return sight('approved-before-dismissal', { user });
  return notAfter(lastPutAside(policy, facts, party)) ? sight('approved-before-withdrawal', { user }) : null;
}

function inOrder(reviews: readonly Review[]): Review[] {
  const time = (review: Review) => review.submittedAt ?? 0n;
  return [...reviews].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a.id - b.id));
}

/** What one person says of the head, by the last of their reviews that says anything. */
type Stance = { readonly kind: 'approves' } | { readonly kind: 'objects' } | { readonly kind: 'none'; readonly flaw: Sight | null };

function stanceOf(policy: GatePolicy, facts: PullRequestFacts, user: number, party: Party): Stance {
  let stance: Stance = { kind: 'none', flaw: null };
  for (const review of inOrder(facts.reviews.items.filter((each) => each.user?.id === user))) {
    if (review.state === 'CHANGES_REQUESTED') stance = { kind: 'objects' };
    if (review.state !== 'APPROVED') continue;
    const flaw = flawOf(policy, facts, review, party);
    if (flaw === null) stance = { kind: 'approves' };
    // An approval that does not count takes no objection back either.
    else if (stance.kind !== 'objects') stance = stance.kind === 'approves' ? stance : { kind: 'none', flaw };
  }
  return stance;
}

/** Rule 6: who may sign anywhere in the repository and asks for changes, of both parties or of one. */
export function judgeObjections(policy: GatePolicy, facts: PullRequestFacts, parties: readonly Party[]): Judgement {
  const saw = parties.flatMap((party) =>
    [...speakersOf(policy, party)]
      .filter((user) => stanceOf(policy, facts, user, party).kind === 'objects')
      .map((user) => sight('objection', { user: userText(user) })),
  );
  return unless('objections', 'pending', saw);
}

/** Rules 5 and 7 for one party of one contract or of the rules: enough distinct people approve exactly the head. */
export function judgeParty(
  policy: GatePolicy,
  facts: PullRequestFacts,
  scope: { readonly contract: string | null; readonly party: Party; readonly list: PartyPolicy },
): { readonly judgement: Judgement; readonly verdict: PartyVerdict } {
  const { contract, party, list } = scope;
  // A new contract's list is a proposal: nobody whom the default branch knows for the other side counts for this one.
  const people = [...new Set(list.signatories)].filter((user) => (partyOf(policy, user) ?? party) === party);
  const stances = people.map((user) => ({ user, stance: stanceOf(policy, facts, user, party) }));
  const approved = stances.filter(({ stance }) => stance.kind === 'approves').map(({ user }) => user);
  const author = authorOf(policy, facts);
  const missing = people.filter((user) => !approved.includes(user) && user !== author);
  const enough = list.required >= 1 && approved.length >= list.required;
  const saw: Sight[] = approved.map((user) => sight('approved', { user: userText(user) }));
  saw.push(...stances.flatMap(({ stance }) => (stance.kind === 'none' && stance.flaw !== null ? [stance.flaw] : [])));
  if (!enough) {
    if (missing.length > 0) saw.push(sight('missing', { users: missing.map(userText).join(' ') }));
    if (approved.length + missing.length < list.required)
      saw.push(sight('nobody-left', { people: String(approved.length + missing.length) }));
  }
  const params = { party, scope: contract ?? '', approved: String(approved.length), required: String(list.required) };
  return {
    judgement: { rule: 'party', state: enough ? 'passed' : 'pending', with: params, saw, children: [] },
    verdict: { contract, party, required: list.required, approved, missing: enough ? [] : missing },
  };
}
