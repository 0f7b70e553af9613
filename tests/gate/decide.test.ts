import { describe, expect, test } from 'vitest';
import {
  approve,
  bothApprove,
  CONTRACT,
  codes,
  contractWith,
  decideOn,
  file,
  H,
  minute,
  newContract,
  OLD,
  PEOPLE,
  policyWith,
  request,
  review,
  TERMS,
  userBy,
  WORKSPACE,
} from './scenario.js';

const { alice, ann, bob, carol, mallory, app } = PEOPLE;

describe('what both parties agreed to', () => {
  test('passes when each party approved exactly the head', () => {
    const verdict = decideOn(request({ reviews: bothApprove() }));
    expect(verdict).toMatchObject({ state: 'success', basis: 'both-parties', head: H });
    expect(verdict.parties).toEqual([
      { contract: CONTRACT, party: 'brand', required: 1, approved: [alice], missing: [] },
      { contract: CONTRACT, party: 'provider', required: 1, approved: [bob], missing: [] },
    ]);
  });

  test('waits for the party that is missing, and names its people', () => {
    const verdict = decideOn(request({ reviews: [approve(alice)] }));
    expect(verdict).toMatchObject({ state: 'pending', basis: null });
    expect(verdict.parties[1]).toMatchObject({ party: 'provider', approved: [], missing: [bob, carol] });
  });

  test('two approvals of one party are not two parties', () => {
    expect(decideOn(request({ reviews: [approve(alice), approve(ann)] })).state).toBe('pending');
  });

  test('two approvals of one person are one', () => {
    const contract = contractWith({
      parties: { brand: { name: 'B', signatories: ['alice', 'ann'], required: 2 }, provider: { name: 'A', signatories: ['bob'] } },
    });
    const policy = policyWith({ contracts: new Map([[CONTRACT, contract]]) });
    expect(decideOn(request({ reviews: [approve(alice), approve(alice), approve(bob)] }), { policy }).state).toBe('pending');
    expect(decideOn(request({ reviews: [approve(alice), approve(ann), approve(bob)] }), { policy }).state).toBe('success');
  });

  test('comments never approve', () => {
    expect(decideOn(request({ reviews: [review(alice, 'COMMENTED'), approve(bob)] })).state).toBe('pending');
  });

  test('a comment after an approval takes nothing back', () => {
    expect(decideOn(request({ reviews: [...bothApprove(), review(alice, 'COMMENTED')] })).state).toBe('success');
  });

  test('a change of two contracts needs the parties of both', () => {
    const ended = contractWith({
      parties: { brand: { name: 'B', signatories: ['ann'] }, provider: { name: 'A', signatories: ['carol'] } },
    });
    const policy = policyWith({
      contracts: new Map([
        [CONTRACT, contractWith()],
        ['other-contract', ended],
      ]),
    });
    const files = [TERMS, file('contracts/other-contract/contract.yaml')];
    expect(decideOn(request({ files, reviews: bothApprove() }), { policy }).state).toBe('pending');
    expect(decideOn(request({ files, reviews: [...bothApprove(), approve(ann), approve(carol)] }), { policy }).state).toBe('success');
  });

  test('what the app opened has no author among the people', () => {
    expect(decideOn(request({ author: { id: app, kind: 'bot' }, formAuthor: userBy(alice), reviews: bothApprove() })).state).toBe(
      'success',
    );
  });
});

describe('the subject', () => {
  test.each([
    ['closed', { state: 'closed' }],
    ['draft', { draft: true }],
    ['other-repository', { base: { repositoryId: 1, branch: 'main' } }],
    ['other-branch', { base: { repositoryId: 5000, branch: 'release' } }],
    ['no-files', { files: [] }],
  ])('%s is never a success', (code, changes) => {
    const verdict = decideOn(request({ reviews: bothApprove(), ...changes }));
    expect(verdict.state).toBe('pending');
    expect(codes(verdict)).toContain(code);
  });
});

describe('up to date', () => {
  test.each([
    [`contracts/${CONTRACT}/definitions.yaml`, 'pending'],
    ['contracts/workspace.yaml', 'pending'],
    ['src/settlement/settle.ts', 'pending'],
    ['package-lock.json', 'pending'],
    ['contracts/other-contract/contract.yaml', 'success'],
    ['docs/guide/01.md', 'success'],
    ['README.md', 'success'],
    ['data/shop/orders/2026-02.csv', 'success'],
    ['data/shop/orders.js', 'pending'],
  ])('a later change of %s: %s', (path, state) => {
    expect(decideOn(request({ reviews: bothApprove(), changedOnDefault: [path] })).state).toBe(state);
  });

  test('too far behind to compare', () => {
    const behind = { ...request({ reviews: bothApprove() }), changedOnDefault: { items: [], complete: false, count: null } };
    expect(decideOn(behind).state).toBe('pending');
  });
});

describe('a new contract', () => {
  const added = (content: string) => file('contracts/new-contract/contract.yaml', { status: 'added', text: content });

  test('needs the parties it names and the approvers of the rules of both', () => {
    const files = [added(newContract(['ann'], ['carol']))];
    expect(decideOn(request({ files, reviews: [approve(alice), approve(bob)] })).state).toBe('pending');
    expect(decideOn(request({ files, reviews: [approve(ann), approve(carol)] })).state).toBe('success');
    const policy = policyWith({ workspace: { ...WORKSPACE, governance: { brand: ['alice'], provider: ['bob'] } } });
    const approvedBy = (...people: readonly number[]) =>
      decideOn(request({ files, reviews: people.map((each) => approve(each)) }), { policy }).state;
    expect([approvedBy(ann, carol), approvedBy(ann, carol, alice), approvedBy(ann, carol, alice, bob)]).toEqual([
      'pending',
      'pending',
      'success',
    ]);
  });

  test.each([
    ['a stranger', newContract(['mallory'], ['bob']), 'new-contract-stranger'],
    ['a person of the other party', newContract(['bob'], ['carol']), 'new-contract-both'],
    ['one person in both parties', newContract(['alice'], ['bob', 'alice']), 'new-contract-both'],
    ['a name that objects have anyway', newContract(['constructor'], ['bob']), 'new-contract-stranger'],
    ['a text that is none', 'parties: [', 'new-contract-unreadable'],
  ])('is refused with %s', (_, content, code) => {
    const verdict = decideOn(request({ files: [added(content)], reviews: bothApprove() }));
    expect(verdict.state).toBe('failure');
    expect(codes(verdict)).toContain(code);
    // Whom the default branch knows for the other side counts for neither.
    const brand = verdict.parties.filter(({ contract, party }) => contract === 'new-contract' && party === 'brand');
    expect(brand.flatMap(({ approved }) => approved)).not.toContain(bob);
  });
});

describe('objections', () => {
  const objection = () => review(carol, 'CHANGES_REQUESTED');

  test('of any signatory block until that person approves the head', () => {
    const first = objection();
    expect(codes(decideOn(request({ reviews: [first, ...bothApprove()] })))).toContain('objection');
    expect(decideOn(request({ reviews: [first, ...bothApprove(), approve(carol)] })).state).toBe('success');
  });

  test('are not taken back by an approval of another commit', () => {
    expect(decideOn(request({ reviews: [objection(), ...bothApprove(), approve(carol, { commit: OLD })] })).state).toBe('pending');
  });

  test('of a stranger block nothing', () => {
    expect(decideOn(request({ reviews: [review(mallory, 'CHANGES_REQUESTED'), ...bothApprove()] })).state).toBe('success');
  });

  test('after one’s own approval count', () => {
    expect(decideOn(request({ reviews: [...bothApprove(), review(alice, 'CHANGES_REQUESTED')] })).state).toBe('pending');
  });

  test('once dismissed, do not revive what was approved before', () => {
    const before = approve(bob);
    const dismissed = review(carol, 'DISMISSED');
    const timeline = [{ kind: 'review_dismissed' as const, at: minute(500), review: dismissed.id }];
    const early = decideOn(request({ reviews: [approve(alice), before, dismissed], timeline }));
    expect(early.state).toBe('pending');
    expect(codes(early)).toContain('approved-before-dismissal');
    const late = approve(bob, { submittedAt: minute(501) });
    expect(decideOn(request({ reviews: [approve(alice), before, dismissed, late], timeline })).state).toBe('success');
  });
});
