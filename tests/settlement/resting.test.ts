import { describe, expect, it } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import { rational, ZERO } from '../../src/kernel/rational.js';
import type { StatementBody } from '../../src/settlement/model.js';
import { comesToRest, crossAfter, leave, type Resting, restingIn } from '../../src/settlement/resting.js';
import type { SettlementInput } from '../../src/settlement/views.js';

/*
 * January rests in the statement of February, and does so in that of March as long as nothing says otherwise. Every case changes one thing
 * of the statement of March, or of what is there before it.
 */
type Loose = Readonly<Record<string, unknown>>;
const contract = { acceptance: { days: 10 }, term: { from: '2026-01-01', to: '2026-12-31' }, calendar: { every: 'month' }, fees: [] };
const LAUNCH = { id: 'launch', kind: 'milestone', due: '2026-06-30' };
const event = (kind: string, file: string, more: Loose = {}) => ({ kind, file, date: '2026-03-10', ...more });

const FIRST = { statement: { period: '2026-01', carried: { lines: [] } }, terms: { contract } };

function rests(march: Loose = {}, last: Loose = {}, february: Loose = {}, milestones = false, lines: readonly object[] = []): boolean {
  const terms = { contract: { ...contract, fees: milestones ? [LAUNCH] : [] } };
  const first = { ...FIRST, terms };
  const timeline = { end: '2026-12-31', termination: null };
  const evidence = { periods: [] };
  const known = [event('payment', 'a')];
  const before = {
    terms,
    events: known,
    ledger: [first],
    evidence,
    asOf: '2026-03-05',
    timeline,
    target: { period: '2026-02' },
    ...february,
  };
  const body = { carried: { lines }, events: [], period: '2026-02', asOf: '2026-03-05', from: '2026-02-01', to: '2026-02-28' };
  const resting = { views: [{ period: { id: '2026-01' } }], lines: 1 } as unknown as Resting;
  leave(before as unknown as SettlementInput, body as unknown as StatementBody, resting);
  const statement = { ...body, ...last };
  const input = {
    ...{ terms, evidence: { periods: [{ period: '2026-02' }] }, asOf: '2026-04-05', timeline, target: { period: '2026-03' } },
    ...{ events: known, ledger: [first, { statement, terms, evidence, ...(last.entry as Loose | undefined) }] },
    ...(typeof march.more === 'function' ? (march.more as (known: readonly object[]) => Loose)(known) : march),
  };
  const found = restingIn(input as unknown as SettlementInput);
  expect(found === null || found === resting).toBe(true);
  return found !== null;
}

describe('what rested in a statement', () => {
  it('rests in the next one', () => {
    expect(rests()).toBe(true);
    expect(rests({ asOf: '2026-03-05' })).toBe(true);
    // the same terms, read again
    expect(rests({ terms: { contract } })).toBe(true);
  });

  it.each<[string, Loose, Loose?, Loose?]>([
    ['no ledger', { ledger: [] }],
    ['a ledger that is shorter', {}, {}, { ledger: [FIRST, FIRST] }],
    ['another first statement', {}, {}, { ledger: [FIRST] }],
    ['other evidence of the last one', {}, { entry: { evidence: { periods: [] } } }],
    ['other terms of the last one', {}, { entry: { terms: {} } }],
    ['other events that it counted', {}, { events: [] }],
    ['another period', {}, { period: '2026-01' }],
    ['another day', {}, { asOf: '2026-03-06' }],
    ['other first days', {}, { from: '2026-02-02' }],
    ['other last days', {}, { to: '2026-02-27' }],
    ['a state of no carried lines', {}, { carried: { lines: [] } }],
    ['other terms now', { terms: { contract: { ...contract, title: 'x' } } }],
    ['the same target', { target: { period: '2026-02' } }],
    ['an earlier day', { asOf: '2026-03-04' }],
    ['another end', { timeline: { end: '2026-11-30', termination: null } }],
    ['a termination', { timeline: { end: '2026-12-31', termination: {} } }],
    ['an event that is gone', { events: [] }],
    ['an event that is another', { events: [event('payment', 'a')] }],
    ['the period being measured again', { evidence: { periods: [{ period: '2026-02' }, { period: '2026-01' }] } }],
  ])('but not with %s', (_, march, last, february) => {
    expect(rests(march, last, february)).toBe(false);
  });

  const followedBy = (...events: readonly object[]) => rests({ more: (known: readonly object[]) => ({ events: [...known, ...events] }) });

  it('is not reached by events that move nothing at rest', () => {
    expect(followedBy(event('payment', 'b'), event('review', 'c'))).toBe(true);
    expect(rests({ more: (known: readonly object[]) => ({ events: [event('review', '0'), ...known] }) })).toBe(true);
  });

  it('is reached by a dispute of it, or of a true-up of it', () => {
    const dispute = (period: string, line: string) => event('dispute', 'd', { period, line });
    expect(followedBy(dispute('2026-01', 'base'))).toBe(false);
    expect(followedBy(dispute('2026-02', 'true-up/2026-01/base'))).toBe(false);
    expect(followedBy(dispute('2026-02', 'base'))).toBe(true);
    expect(followedBy(dispute('2026-02', 'true-up/2026-02/base'))).toBe(true);
  });

  it('is reached by a dispute that was known, once the statement it is of has come', () => {
    const knownBefore = (period: string) => {
      const dispute = event('dispute', 'd', { period, line: 'true-up/2026-01/base' });
      return rests({ events: [dispute] }, {}, { events: [dispute] });
    };
    expect([knownBefore('2026-02'), knownBefore('2026-03')]).toEqual([true, false]);
  });

  it('is reached by the end of a dispute of it, not of another', () => {
    for (const kind of ['resolution', 'escalation']) {
      const answered = (period: string, line: string, answers = 'd') => {
        const dispute = event('dispute', 'd', { period, line });
        const answer = event(kind, 'r', { answers });
        return rests({ events: [dispute, answer] }, {}, { events: [dispute] });
      };
      expect(answered('2026-01', 'base')).toBe(false);
      expect(answered('2026-02', 'true-up/2026-01/base')).toBe(false);
      expect(answered('2026-02', 'base')).toBe(true);
      expect(answered('2026-02', 'base', 'nothing')).toBe(false);
    }
    expect(followedBy(event('termination', 't', { on: '2027-01-31' }))).toBe(false);
  });

  it('is reached by a milestone that is accepted now, or taken now', () => {
    expect(rests({}, {}, {}, true)).toBe(true);
    const accepted = event('acceptance', 'y', { milestone: 'launch', on: '2026-03-10' });
    const accepting = { more: (known: readonly object[]) => ({ events: [...known, accepted] }) };
    expect([rests(accepting, {}, {}, true), rests(accepting)]).toEqual([false, true]);
    const takes = (kind: string, amount: string) =>
      rests({}, {}, {}, true, [{ kind, line: 'launch', period: '2026-02', life: { state: 'settled', amount, byRule: false } }]);
    expect([takes('milestone', '5.00'), takes('milestone', '0.00'), takes('bonus', '5.00')]).toEqual([false, true, true]);
  });
});

describe('a period comes to rest', () => {
  const view = { own: false, open: false, fresh: null, over: false };
  const line = { isAsBefore: true, dispute: null, life: { state: 'settled' }, raw: { causes: [] as object[] } };
  const stale = { reason: reason('stale', { fact: 'f', freshAt: '-' }) };
  const unreviewed = { reason: reason('unreviewed', { id: 'x', period: '2026-01' }) };
  const is = (of: Loose = {}, ...lines: readonly Loose[]) =>
    comesToRest({ ...view, ...of } as never, lines.map((each) => ({ ...line, ...each })) as never);

  it('that is measured no more', () => {
    expect([is(), is({ own: true }), is({ open: true }), is({ fresh: {} }), is({ over: true })]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['settled', true],
    ['accepted', true],
    ['decided', true],
    ['resolved', true],
    ['held', false],
    ['waiting', false],
    ['disputed', false],
    ['frozen', false],
  ])('with a line that is %s: %s', (state, expected) => {
    expect(is({}, { life: { state } })).toBe(expected);
    expect(is({}, {}, { life: { state } })).toBe(expected);
  });

  it('as long as its lines stand as they were, undisputed, on what no review makes known', () => {
    expect(is({}, { isAsBefore: false })).toBe(false);
    expect(is({}, { dispute: {} })).toBe(false);
    expect([is({}, { raw: { causes: [stale] } }), is({}, { raw: { causes: [stale, unreviewed] } })]).toEqual([true, false]);
  });

  it('and what it leaves is its own', () => {
    const cross = {
      bases: new Map([['sales', new Map([['2026-01', rational(1)]])]]),
      ...{ capped: rational(2), draw: rational(3) },
      milestones: new Map([['launch', '2026-01']]),
      pendingMilestones: new Map([['next', []]]),
    };
    const after = crossAfter(cross);
    expect(after).toEqual(cross);
    cross.bases.get('sales')?.set('2026-02', ZERO);
    cross.milestones.clear();
    cross.pendingMilestones.clear();
    expect([after.bases.get('sales')?.size, after.milestones.size, after.pendingMilestones.size]).toEqual([1, 1, 1]);
  });
});
