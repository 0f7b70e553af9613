import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PullRequestFacts, Review, TimelineEvent } from '../../src/gate/facts.js';
import { CONTRACT, decideOn, file, headBy, minute, PEOPLE, request, TERMS } from './scenario.js';

/*
 * No sequence of events yields a success without a current approval of the head by each affected party. A small forge plays
 * random histories; an oracle that knows only the history, not the decision's rules, says who agrees with what is there now.
 */

type Step =
  | { readonly do: 'push'; readonly commit: number }
  | { readonly do: 'force'; readonly commit: number }
  | {
      readonly do: 'review';
      readonly who: number;
      readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
      readonly commit: number | null;
    }
  | { readonly do: 'dismiss'; readonly which: number }
  | { readonly do: 'retarget'; readonly branch: string }
  | { readonly do: 'draft'; readonly draft: boolean };

const { alice, ann, bob, carol, mallory } = PEOPLE;
const sha = (commit: number) => String(commit).repeat(40).slice(0, 40);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('push' as const), commit: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('force' as const), commit: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('review' as const),
      who: fc.constantFrom(alice, ann, bob, carol, mallory),
      state: fc.constantFrom(
        'APPROVED' as const,
        'APPROVED' as const,
        'APPROVED' as const,
        'CHANGES_REQUESTED' as const,
        'COMMENTED' as const,
      ),
      // Null: of the head; otherwise of a commit that may long be gone.
      commit: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('dismiss' as const), which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('retarget' as const), branch: fc.constantFrom('main', 'main', 'main', 'main', 'feature') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('draft' as const), draft: fc.constantFrom(false, false, false, true) }) },
);

interface Played {
  readonly facts: PullRequestFacts;
  /** Who has said yes to what is the head now, since the branch was last moved by force or to another base, and not no after it. */
  readonly agrees: ReadonlySet<number>;
  /** Who has said no and has not said yes to this head after it. */
  readonly objects: ReadonlySet<number>;
}

function play(steps: readonly Step[], author: number, files: PullRequestFacts['files']['items']): Played {
  let head = 1;
  let branch = 'main';
  let draft = false;
  let moved = -1;
  const reviews: Review[] = [];
  const timeline: TimelineEvent[] = [];
  steps.forEach((each, index) => {
    const at = minute(index + 1);
    switch (each.do) {
      case 'push':
        head = each.commit;
        break;
      case 'force':
        head = each.commit;
        moved = index;
        timeline.push({ kind: 'force_pushed', at });
        break;
      case 'retarget':
        branch = each.branch;
        moved = index;
        timeline.push({ kind: 'base_changed', at });
        break;
      case 'draft':
        draft = each.draft;
        break;
      case 'dismiss': {
        const found = reviews[each.which % Math.max(1, reviews.length)];
        if (found === undefined || (found.state !== 'APPROVED' && found.state !== 'CHANGES_REQUESTED')) break;
        reviews[reviews.indexOf(found)] = { ...found, state: 'DISMISSED' };
        timeline.push({ kind: 'review_dismissed', at, review: found.id });
        break;
      }
      case 'review':
        reviews.push({
          id: index,
          user: { id: each.who, kind: 'user' },
          state: each.state,
          commit: sha(each.commit ?? head),
          submittedAt: at,
        });
        break;
    }
  });
  const facts = request({
    files,
    author: { id: author, kind: 'user' },
    draft,
    base: { repositoryId: 5000, branch },
    head: headBy(author, { sha: sha(head) }),
    commits: { items: [{ sha: sha(head) }], complete: true, count: 1 },
    reviews,
    timeline,
  });
  const last = (who: number, holds: (review: Review) => boolean) =>
    Math.max(-1, ...reviews.filter((each) => each.user?.id === who && holds(each)).map(({ id }) => id));
  const yes = (who: number) =>
    who === author ? -1 : last(who, ({ state, commit, id }) => state === 'APPROVED' && commit === sha(head) && id > moved);
  const no = (who: number) => last(who, ({ state }) => state === 'CHANGES_REQUESTED');
  const people = [alice, ann, bob, carol];
  return {
    facts,
    agrees: new Set(people.filter((who) => yes(who) > no(who))),
    objects: new Set(people.filter((who) => no(who) > yes(who))),
  };
}

const subject = fc.constantFrom(
  [TERMS],
  [file('src/gate/decide.ts')],
  [file(`contracts/${CONTRACT}/events/2026-03-10-x.yaml`, { status: 'added', text: 'kind: exclusion' })],
);
const author = fc.constantFrom(alice, bob, mallory, mallory);

test('a success has a current approval of the head by each party, and nobody who objects', () => {
  let successes = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), author, subject, (steps, who, files) => {
      const { facts, agrees, objects } = play(steps, who, files);
      const verdict = decideOn(facts);
      if (verdict.state !== 'success') return;
      successes += 1;
      expect([alice, ann].some((person) => agrees.has(person))).toBe(true);
      expect([bob, carol].some((person) => agrees.has(person))).toBe(true);
      expect([alice, ann, bob, carol].filter((person) => objects.has(person))).toEqual([]);
      expect(facts.base.branch).toBe('main');
      expect(facts.draft).toBe(false);
      for (const { approved } of verdict.parties) for (const person of approved) expect(agrees.has(person)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  // The property would say nothing if nothing ever passed.
  expect(successes).toBeGreaterThan(15);
});

test('one approval less is never a success where the approval was needed', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), author, (steps, who) => {
      const { facts } = play(steps, who, [TERMS]);
      if (decideOn(facts).state !== 'success') return;
      const withoutBrand = facts.reviews.items.filter(({ user }) => user?.id !== alice && user?.id !== ann);
      const timeline = facts.timeline.items.filter(
        (event) => event.kind !== 'review_dismissed' || withoutBrand.some(({ id }) => id === event.review),
      );
      const less = {
        ...facts,
        reviews: { items: withoutBrand, complete: true, count: null },
        timeline: { items: timeline, complete: true, count: null },
      };
      expect(decideOn(less).state).toBe('pending');
    }),
    { numRuns: 500 },
  );
});
