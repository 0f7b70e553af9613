import type { PullRequestFacts } from '../gate/facts.js';
import { LOCALES } from '../kernel/text.js';
import type { ForgeRepository } from '../ports/forge.js';
import type { Forge } from '../ports/forge-writes.js';
import type { Standing } from '../reading/gate-facts.js';
import { gateText } from '../words/gate.js';
import { putBack } from './bring-back.js';
import { say } from './telling.js';

/** What becomes of a merge that was decided. */
export interface Merged {
  /** The commit that it became; null where it was not merged. */
  readonly merged: string | null;
  /** Why the forge would not merge it although it may be. */
  readonly mergeRefused: string | null;
}

/** What is merged: exactly this head, under these words. */
export interface ToMerge {
  readonly repository: ForgeRepository;
  readonly facts: PullRequestFacts;
  readonly title: string;
  readonly standing: Standing;
}

/** Whoever puts aside again and again may be as quick as a program: how often it is opened for one merge. */
const MOST_OPENINGS = 3;

/**
 * Merges what was decided. What was decided as if nobody had put it aside is opened and merged in two calls, one after the other: a
 * program that closes it again whenever it is opened comes too late (rule 18).
 * @throws ShellError where the forge does not answer.
 */
export async function merge(forge: Forge, asked: ToMerge): Promise<Merged> {
  if (asked.standing === 'as it is') return mergeOpen(forge, asked);
  let answer: Merged = { merged: null, mergeRefused: null };
  for (let openings = 0; openings < MOST_OPENINGS && answer.merged === null; openings++) answer = await openAndMerge(forge, asked);
  return answer;
}

async function openAndMerge(forge: Forge, asked: ToMerge): Promise<Merged> {
  const found = await forge.pullRequest(asked.facts.number);
  if (found === null || found.mergedAt !== null || found.head.sha !== asked.facts.head.sha) return { merged: null, mergeRefused: null };
  await putBack(forge, asked.repository, found);
  return mergeOpen(forge, asked);
}

async function mergeOpen(forge: Forge, { facts, title }: ToMerge): Promise<Merged> {
  const tryMerge = () => forge.merge(facts.number, facts.head.sha, title);
  const first = await tryMerge();
  const answer = !first.merged && (await dismissObjections(forge, facts)) ? await tryMerge() : first;
  return answer.merged ? { merged: answer.commit, mergeRefused: null } : { merged: null, mergeRefused: answer.reason };
}

/**
 * A forge may refuse to merge what somebody's review asks to be changed. Where the decision is made regardless of it, because a
 * statement is objected to by a dispute and what a party files alone is its own, the review is dismissed, with that word.
 * @returns whether there was one.
 */
async function dismissObjections(forge: Forge, { number, reviews }: PullRequestFacts): Promise<boolean> {
  const objections = reviews.items.filter(({ state }) => state === 'CHANGES_REQUESTED');
  for (const { id } of objections) {
    await say(() => forge.dismissReview(number, id, LOCALES.map((locale) => gateText('objection-dismissed', locale)).join(' · ')));
  }
  return objections.length > 0;
}
