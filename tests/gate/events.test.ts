import { describe, expect, test } from 'vitest';
import { eventKinds } from '../../src/contract/event-kinds/event-kinds.js';
import type { PullRequestFacts } from '../../src/gate/facts.js';
import {
  approve,
  bothApprove,
  CONTRACT,
  codes,
  contractWith,
  decideOn,
  event,
  file,
  headBy,
  minute,
  PEOPLE,
  policyWith,
  type Request,
  request,
  review,
  TERMS,
  userBy,
} from './scenario.js';

const { alice, ann, bob, carol, mallory, app } = PEOPLE;

/** A pull request of one person with pushes of their own. */
function by(person: number, changes: Request): PullRequestFacts {
  return request({
    author: userBy(person),
    head: headBy(person),
    ...changes,
  });
}

const EVENTS = {
  dispute: { kind: 'dispute', period: '2026-02', line: 'base', claimed: 1, reason: 'r', evidence: ['e'] },
  escalation: { kind: 'escalation', answers: '2026-02-10-dispute.yaml' },
  resolution: { kind: 'resolution', answers: '2026-02-10-dispute.yaml', amount: 5 },
  acceptance_request: { kind: 'acceptance_request', milestone: 'm', on: '2026-03-10' },
  acceptance: { kind: 'acceptance', milestone: 'm', on: '2026-03-10' },
  refusal: { kind: 'refusal', milestone: 'm', on: '2026-03-10', reason: 'r', answers: '2026-02-10-request.yaml' },
  review: { kind: 'review', period: '2026-02', findings: ['f'], actions: [] },
  'duty of the brand': { kind: 'duty', duty: 'creatives', period: '2026-03', on: '2026-03-04', evidence: ['e'] },
  'duty of the provider': { kind: 'duty', duty: 'report', period: '2026-03', on: '2026-03-04', evidence: ['e'] },
  'lateness of the brand': { kind: 'lateness', duty: 'creatives', period: '2026-03', evidence: ['e'] },
  'lateness of the provider': { kind: 'lateness', duty: 'report', period: '2026-03', evidence: ['e'] },
  'duty that both agreed on': { kind: 'duty', duty: 'creatives', period: '2026-03', on: '2026-03-04', evidence: ['e'], agreed: true },
  payment: { kind: 'payment', amount: 5, on: '2026-03-10', reference: 'r' },
  correction: { kind: 'correction', period: '2026-02', line: 'base', amount: 5, reason: 'r' },
  exclusion: {
    kind: 'exclusion',
    reason: 'stockout',
    kpis: ['gmv'],
    evidence: ['e'],
    treatment: 'drop',
    window: { from: '2026-03-01', to: '2026-03-02' },
  },
  remeasure: { kind: 'remeasure', period: '2026-02', reason: 'Late orders' },
  termination: { kind: 'termination', on: '2026-06-30', cause: 'c' },
  witness: { kind: 'witness', period: '2026-02', evidenceDigest: `sha256:${'a'.repeat(64)}`, result: 'same', engine: '0.1.0' },
} as const;

describe('events that one party may file alone', () => {
  test.each([
    ['dispute', true, true],
    ['escalation', true, true],
    ['resolution', false, false],
    ['acceptance_request', false, true],
    ['acceptance', true, false],
    ['refusal', true, false],
    ['review', true, true],
    ['duty of the brand', true, false],
    ['duty of the provider', false, true],
    ['duty that both agreed on', false, false],
    ['lateness of the brand', false, true],
    ['lateness of the provider', true, false],
    ['payment', true, true],
    ['correction', false, false],
    ['exclusion', false, false],
    ['remeasure', false, false],
    ['termination', true, true],
    ['witness', true, true],
  ] as const)('%s: by the brand %s, by the provider %s', (name, brand, provider) => {
    const filed = (person: number, party: string) => decideOn(by(person, { files: [event({ ...EVENTS[name], party })] }));
    expect(filed(alice, 'brand').state).toBe(brand ? 'success' : 'pending');
    expect(filed(bob, 'provider').state).toBe(provider ? 'success' : 'pending');
    if (brand) expect(filed(alice, 'brand').basis).toBe('filed-alone');
  });

  test('every kind is looked at', () => {
    expect([...new Set(Object.values(EVENTS).map(({ kind }) => kind))].sort()).toEqual(Object.keys(eventKinds).sort());
  });

  test('a hundred at once, and no thousands that make every reading of the contract long for both', () => {
    const payments = (count: number) =>
      Array.from({ length: count }, (_, at) => event({ ...EVENTS.payment, reference: `r${at}`, party: 'brand' }, `2026-03-10-p${at}.yaml`));
    expect(decideOn(by(alice, { files: payments(100) })).basis).toBe('filed-alone');
    const many = by(alice, { files: payments(101) });
    expect([decideOn(many).state, codes(decideOn(many)).includes('alone-too-many')]).toEqual(['pending', true]);
  });

  test('one of tomorrow is filed tomorrow: a statement of today, which cannot count it, must not find it there', () => {
    const file = (day: string) => by(alice, { files: [event({ ...EVENTS.payment, party: 'brand' }, `${day}-x.yaml`)] });
    expect(decideOn(file('2026-03-10')).basis).toBe('filed-alone');
    expect(codes(decideOn(file('2026-03-11')))).toContain('alone-tomorrow');
    expect(decideOn(file('2026-03-09')).basis).toBe('filed-alone');
  });

  test('whatever needs both passes with both', () => {
    const files = [event({ ...EVENTS.exclusion, party: 'brand' })];
    expect(decideOn(by(alice, { files, reviews: [approve(ann), approve(bob)] })).basis).toBe('both-parties');
  });

  test('not in the other party’s name, nor in nobody’s', () => {
    expect(codes(decideOn(by(alice, { files: [event({ ...EVENTS.payment, party: 'provider' })] })))).toContain('alone-not-own');
    expect(decideOn(by(alice, { files: [event(EVENTS.payment)] })).state).toBe('pending');
    expect(decideOn(by(mallory, { files: [event({ ...EVENTS.payment, party: 'brand' })] })).state).toBe('pending');
  });

  const FORM = { author: { id: app, kind: 'bot' as const }, head: headBy(app, { branch: 'form/12' }) };

  test('from a form, in the name of who sent it', () => {
    const files = [event({ ...EVENTS.dispute, party: 'brand' })];
    const opened = (formAuthor: PullRequestFacts['formAuthor']) => decideOn(request({ ...FORM, files, formAuthor }));
    expect(opened(userBy(alice)).basis).toBe('filed-alone');
    expect(opened(userBy(bob)).state).toBe('pending');
    expect(opened(null).state).toBe('pending');
  });

  test('a form author is believed only of the app', () => {
    const files = [event({ ...EVENTS.dispute, party: 'brand' })];
    expect(decideOn(by(mallory, { files, formAuthor: userBy(alice) })).state).toBe('pending');
  });

  test('a form author is not believed where somebody else pushed the head, whomever its commits name', () => {
    const files = [event({ ...EVENTS.dispute, party: 'brand' })];
    const forged = (pushedBy: number | null, pushers: readonly number[]) =>
      decideOn(
        request({
          ...FORM,
          files,
          formAuthor: userBy(alice),
          head: headBy(app, { branch: 'form/12', pushedBy: pushedBy === null ? null : userBy(pushedBy), pushers: pushers.map(userBy) }),
        }),
      );
    expect(codes(forged(bob, [app, bob]))).toContain('alone-no-filer');
    expect(forged(bob, [app, bob]).state).toBe('pending');
    expect(forged(mallory, [app, mallory]).state).toBe('pending');
    expect(forged(null, [app]).state).toBe('pending');
    expect(forged(app, [app]).basis).toBe('filed-alone');
    // The app has replaced what somebody else had put there: nobody can stop a form by pushing onto its branch.
    expect(forged(app, [app, bob]).basis).toBe('filed-alone');
  });

  test('pushed by one’s own party or by the app, and by nobody else since the branch was made', () => {
    const files = [event({ ...EVENTS.dispute, party: 'brand' })];
    const pushed = (last: number | null, all: readonly number[] | null) =>
      decideOn(
        by(alice, { files, head: headBy(alice, { pushedBy: last === null ? null : userBy(last), pushers: all?.map(userBy) ?? null }) }),
      );
    expect(pushed(ann, [alice, ann]).basis).toBe('filed-alone');
    expect(pushed(app, [alice, app]).basis).toBe('filed-alone');
    expect(codes(pushed(bob, [alice, bob]))).toContain('alone-other-pusher');
    expect(pushed(bob, [alice, bob]).state).toBe('pending');
    expect(pushed(alice, [alice, bob]).state).toBe('pending');
    expect(pushed(mallory, [mallory]).state).toBe('pending');
    expect(codes(pushed(null, [alice]))).toContain('alone-pusher-unknown');
    expect(pushed(null, [alice]).state).toBe('pending');
    expect(pushed(alice, null).state).toBe('pending');
  });

  test('not beside a change of terms', () => {
    expect(decideOn(by(alice, { files: [event({ ...EVENTS.dispute, party: 'brand' }), TERMS] })).state).toBe('pending');
  });

  test('an objection of the other party does not stop it, one of its own does', () => {
    const files = [event({ ...EVENTS.dispute, party: 'brand' })];
    expect(decideOn(by(alice, { files, reviews: [review(bob, 'CHANGES_REQUESTED')] })).state).toBe('success');
    expect(decideOn(by(alice, { files, reviews: [review(ann, 'CHANGES_REQUESTED')] })).state).toBe('pending');
  });
});

describe('the record', () => {
  test.each([
    ['modified', null],
    ['removed', null],
    ['renamed', `contracts/${CONTRACT}/events/2026-02-01-y.yaml`],
  ])('an event that is %s is refused, whoever approves', (status, previousPath) => {
    const changed = file(`contracts/${CONTRACT}/events/2026-03-10-x.yaml`, {
      status,
      previousPath,
      mode: status === 'removed' ? null : '100644',
    });
    const verdict = decideOn(request({ files: [changed], reviews: bothApprove() }));
    expect(verdict.state).toBe('failure');
    expect(codes(verdict)).toContain('record-changed');
  });

  test.each([
    ['modified', null],
    ['removed', null],
    ['renamed', `contracts/${CONTRACT}/ledger/2026-02/statement.json`],
  ])('a statement that is %s is refused, whoever approves', (status, previousPath) => {
    const mode = status === 'removed' ? null : '100644';
    const changed = file(`contracts/${CONTRACT}/ledger/2026-01/statement.json`, { status, previousPath, mode });
    const settlement = { ...SETTLES, period: '2026-01' };
    const head = headBy(app, { branch: `settlement/${CONTRACT}/2026-01` });
    const verdict = decideOn(request({ author: { id: app, kind: 'bot' }, head, files: [changed], reviews: bothApprove(), settlement }));
    expect(verdict.state).toBe('failure');
    expect(codes(verdict)).toContain('record-changed');
  });

  test.each([
    ['2026-03-08', 'pending'],
    ['2026-03-09', 'success'],
    ['2026-03-10', 'success'],
    ['2026-03-11', 'success'],
    ['2026-03-12', 'pending'],
    ['2026-02-30', 'pending'],
  ])('an event dated %s on 10 March: %s', (date, state) => {
    const files = [event({ ...EVENTS.exclusion, party: 'brand' }, `${date}-x.yaml`)];
    expect(decideOn(request({ files, reviews: bothApprove() })).state).toBe(state);
  });
});

const SETTLES = { contract: CONTRACT, period: '2026-02', replay: 'same', unhandledDisputes: [] } as const;

describe('settlements', () => {
  const ledger = ['terms.json', 'evidence.json', 'statement.json', 'statement.md'].map((name) =>
    file(`contracts/${CONTRACT}/ledger/2026-02/${name}`, { status: 'added' }),
  );
  const branch = headBy(app, { branch: `settlement/${CONTRACT}/2026-02` });
  const settle = (changes: Request = {}) =>
    request({ author: { id: app, kind: 'bot' }, files: ledger, head: branch, settlement: SETTLES, ...changes });
  const days = (count: number) => minute(count * 24 * 60);

  test('both parties accept', () => {
    expect(decideOn(settle({ reviews: bothApprove() }))).toMatchObject({ state: 'success', basis: 'both-parties' });
  });

  test('silence accepts after ten days, not before', () => {
    expect(decideOn(settle(), { now: days(9) }).state).toBe('pending');
    expect(decideOn(settle(), { now: days(10) })).toMatchObject({ state: 'success', basis: 'deemed-accepted' });
  });

  test('the days run from the instant it was ready', () => {
    expect(decideOn(settle({ readySince: days(3) }), { now: days(12) }).state).toBe('pending');
    expect(decideOn(settle({ readySince: null }), { now: days(90) }).state).toBe('pending');
  });

  test('silence of a contract that waits says nothing', () => {
    const policy = policyWith({ contracts: new Map([[CONTRACT, contractWith({ acceptance: { days: 10, silence: 'waits' } })]]) });
    expect(decideOn(settle(), { now: days(90), policy }).state).toBe('pending');
  });

  test('a dispute that is not counted yet stops the silence', () => {
    const settlement = { ...SETTLES, unhandledDisputes: ['2026-03-12-dispute.yaml'] };
    const verdict = decideOn(settle({ settlement }), { now: days(90) });
    expect(verdict.state).toBe('pending');
    expect(codes(verdict)).toContain('silence-disputed');
  });

  test('a review that asks for changes does not stop the silence', () => {
    expect(decideOn(settle({ reviews: [review(carol, 'CHANGES_REQUESTED')] }), { now: days(10) }).state).toBe('success');
  });

  test('other bytes than the engine’s are refused, whoever approves', () => {
    expect(decideOn(settle({ settlement: { ...SETTLES, replay: 'differs' }, reviews: bothApprove() })).state).toBe('failure');
    expect(decideOn(settle({ settlement: { ...SETTLES, replay: 'not-run' }, reviews: bothApprove() })).state).toBe('pending');
    expect(decideOn(settle({ settlement: null, reviews: bothApprove() })).state).toBe('error');
  });

  test('forged evidence that somebody pushed onto the settlement branch is refused, whoever approves or keeps silent', () => {
    const forged = (user: number) => settle({ head: { ...branch, pushedBy: userBy(user) } });
    for (const user of [alice, bob, mallory]) {
      expect(codes(decideOn(forged(user), { now: days(90) }))).toContain('ledger-pushed-by');
      expect(decideOn(forged(user), { now: days(90) }).state).toBe('failure');
      expect(decideOn({ ...forged(user), reviews: { items: bothApprove(), complete: true, count: 2 } }).state).toBe('failure');
    }
  });

  test('as long as the record does not say who pushed it, it waits', () => {
    const verdict = decideOn(settle({ head: { ...branch, pushedBy: null }, reviews: bothApprove() }), { now: days(90) });
    expect(verdict.state).toBe('pending');
    expect(codes(verdict)).toContain('ledger-pusher-unknown');
  });

  test('a statement that something has overtaken waits for the next run', () => {
    const verdict = decideOn(settle({ settlement: { ...SETTLES, replay: 'outdated' }, reviews: bothApprove() }), { now: days(90) });
    expect(verdict.state).toBe('pending');
    expect(codes(verdict)).toContain('ledger-outdated');
  });

  test.each([
    ['another branch', { head: { ...branch, branch: 'topic' } }],
    ['a fork', { head: { ...branch, repositoryId: 6000 } }],
    ['another period beside it', { files: [...ledger, file(`contracts/${CONTRACT}/ledger/2026-03/terms.json`, { status: 'added' })] }],
    [
      'a file that settlement does not write',
      { files: [...ledger, file(`contracts/${CONTRACT}/ledger/2026-02/note.md`, { status: 'added' })] },
    ],
    ['terms beside it', { files: [...ledger, TERMS] }],
  ])('from %s it is refused', (_, changes) => {
    expect(decideOn(settle({ ...changes, reviews: bothApprove() })).state).toBe('failure');
  });

  test('the draft with its preview waits', () => {
    const preview = [file(`contracts/${CONTRACT}/ledger/2026-02/preview.md`, { status: 'added' })];
    expect(decideOn(settle({ files: preview, draft: true }), { now: days(90) }).state).toBe('pending');
  });
});
