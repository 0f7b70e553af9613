import { describe, expect, test } from 'vitest';
import type { PullRequestFacts } from '../../src/gate/facts.js';
import { asItCanHaveBeen, hasLostAccount } from '../../src/gate/gone.js';
import { approve, bothApprove, decideOn, event, headBy, minute, PEOPLE, policyWith, request, review } from './scenario.js';

/* A record that has lost accounts, and whether what was decided once can have been right. */

const { alice, ann, bob, carol, mallory, app } = PEOPLE;
const ghost = { user: { id: 10_137, kind: 'user' as const } };
const policy = policyWith();
const bases = (facts: PullRequestFacts) => asItCanHaveBeen(policy, facts).map((each) => decideOn(each).basis);

describe('an approval by an account that is gone', () => {
  test.each([
    ['nobody', { user: null }],
    ['the forge’s account in place of deleted ones', ghost],
  ])('%s', (_, gone) => {
    const facts = request({ reviews: [approve(alice), approve(mallory, gone)] });
    expect(decideOn(facts).state).toBe('pending');
    expect([hasLostAccount(facts), bases(facts)]).toEqual([true, ['both-parties']]);
  });

  test('nobody lost, nothing to go by', () => {
    expect(hasLostAccount(request({ reviews: [approve(alice)] }))).toBe(false);
    expect(bases(request({ reviews: [approve(alice)] }))).toEqual([null]);
  });

  test('of another commit', () => {
    const facts = request({ reviews: [approve(alice), approve(mallory, { ...ghost, commit: 'b'.repeat(40) })] });
    expect([hasLostAccount(facts), bases(facts)]).toEqual([false, [null]]);
  });

  test('an objection of somebody known stays one, and so does what every other rule says', () => {
    const gone = () => approve(mallory, ghost);
    expect(bases(request({ reviews: [approve(alice), review(bob, 'CHANGES_REQUESTED'), gone()] }))).toEqual([null]);
    expect(bases(request({ reviews: [approve(alice), gone(), review(ann, 'CHANGES_REQUESTED')] }))).toEqual([null]);
    const reviews = [approve(alice), gone()];
    expect(bases(request({ reviews, timeline: [{ kind: 'base_changed', at: minute(500) }] }))).toEqual([null]);
    expect(bases(request({ reviews, landing: { kind: 'conflict' } }))).toEqual([null]);
  });

  test('whose review is known gave none of those that are gone', () => {
    const facts = request({ reviews: [approve(mallory, ghost), review(bob, 'COMMENTED'), review(carol, 'DISMISSED'), approve(alice)] });
    expect(bases(facts)).toEqual([null]);
  });
});

describe('what an account that is gone had filed', () => {
  const payment = (party: string) => event({ kind: 'payment', party, amount: 9, on: '2026-03-09', reference: 'x' });
  const head = headBy(mallory, { pushedBy: ghost.user, pushers: [ghost.user] });

  test('an event of a party, whichever it was', () => {
    const facts = request({ author: ghost.user, head, files: [payment('brand')] });
    expect(decideOn(facts).state).not.toBe('success');
    expect([hasLostAccount(facts), bases(facts)]).toEqual([true, [null, 'filed-alone', null]]);
  });

  test('not with the pushes of others in it, nor with terms', () => {
    const pushed = headBy(mallory, { pushedBy: ghost.user, pushers: [ghost.user, { id: bob, kind: 'user' }] });
    expect(bases(request({ author: null, head: pushed, files: [payment('brand')] }))).toEqual([null, null, null]);
    expect(bases(request({ author: null, head }))).toEqual([null, null, null]);
  });

  test('a form’s author is known by its commit', () => {
    const formed = { author: { id: app, kind: 'bot' as const }, head: headBy(app), formAuthor: { id: alice, kind: 'user' as const } };
    expect(hasLostAccount(request({ ...formed, files: [payment('brand')] }))).toBe(false);
    expect(decideOn(request({ author: null, reviews: bothApprove() })).basis).toBe('both-parties');
  });
});
