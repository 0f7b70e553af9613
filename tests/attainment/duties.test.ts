import { describe, expect, it } from 'vitest';
import { dutyOutcomes, lateDuties } from '../../src/attainment/duties.js';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import type { Duty } from '../../src/contract/model.js';
import { termPeriods } from '../../src/kernel/period.js';
import { toDecimal } from '../../src/kernel/rational.js';

/* Photos, owed by the brand on the 5th of February; a claim counts from the 6th of February to 28 February + 10 days = 10 March. */
const [, february] = termPeriods({ from: '2026-01-01', to: '2026-03-31' }, 'month');
if (february === undefined) throw new Error('no February');
const duty = (more: Partial<Duty> = {}): Duty =>
  ({
    ...{ id: 'photos', owes: 'brand', dueDay: 5, lateIf: 'claimed', ifLate: { kpis: ['gmv'], scoreAs: '0.8' } },
    ...more,
  }) as unknown as Duty;
const done = (on: string, date = on, more = {}) =>
  ({ kind: 'duty', duty: 'photos', period: '2026-02', on, date, agreed: false, ...more }) as unknown as ContractEvent;
const claim = (date: string, more = {}) =>
  ({ kind: 'lateness', duty: 'photos', period: '2026-02', party: 'provider', date, ...more }) as unknown as ContractEvent;

const outcome = (events: readonly ContractEvent[], asOf = '2026-03-20', duties: readonly Duty[] = [duty()]) =>
  dutyOutcomes({ duties, acceptance: { days: 10, silence: 'accepts' } }, events, february, asOf);
const state = (...given: Parameters<typeof outcome>) => outcome(...given)[0]?.state;

describe('a duty', () => {
  it.each([
    ['on its day', done('2026-02-05'), 'done', '2026-02-05'],
    ['a day later', done('2026-02-06'), 'unclaimed', '2026-02-06'],
    ['in time, and filed later', done('2026-02-03', '2026-02-06'), 'unclaimed', '2026-02-06'],
    ['in time, filed later and agreed', done('2026-02-03', '2026-02-06', { agreed: true }), 'done', '2026-02-03'],
    ['filed ahead of its day', done('2026-02-05', '2026-01-20'), 'done', '2026-02-05'],
    ['in another period', done('2026-02-03', '2026-02-03', { period: '2026-01' }), 'unclaimed', null],
    ['that is another', done('2026-02-03', '2026-02-03', { duty: 'plan' }), 'unclaimed', null],
  ] as const)('done %s', (_, event, expected, doneOn) => {
    expect(outcome([event])[0]).toMatchObject({ state: expected, doneOn, dueOn: '2026-02-05', claim: null, claimUntil: '2026-03-10' });
  });

  it('counts as done when it was first', () => {
    expect(outcome([done('2026-02-09'), done('2026-02-04'), done('2026-02-07')])[0]?.doneOn).toBe('2026-02-04');
  });

  it('is due until its day has passed', () => {
    expect([state([], '2026-02-04'), state([], '2026-02-05'), state([], '2026-02-06')]).toEqual(['due', 'due', 'unclaimed']);
    expect(state([claim('2026-02-06')], '2026-02-05')).toBe('due');
  });

  it.each([
    ['on its day', claim('2026-02-05'), 'unclaimed'],
    ['on the day after', claim('2026-02-06'), 'late'],
    ['on the last day', claim('2026-03-10'), 'late'],
    ['after it', claim('2026-03-11'), 'unclaimed'],
    ['by who owes it', claim('2026-02-06', { party: 'brand' }), 'unclaimed'],
    ['of another duty', claim('2026-02-06', { duty: 'plan' }), 'unclaimed'],
    ['of another period', claim('2026-02-06', { period: '2026-01' }), 'unclaimed'],
    ['by an event of another kind', claim('2026-02-06', { kind: 'review' }), 'unclaimed'],
  ] as const)('is late where that is claimed: %s', (_, event, expected) => {
    const [found] = outcome([event]);
    expect([found?.state, found?.claim]).toEqual([expected, expected === 'late' ? event : null]);
  });

  it('is not late where it was done in time, whatever is claimed', () => {
    expect(state([claim('2026-02-06'), done('2026-02-05')])).toBe('done');
    expect(state([claim('2026-02-06'), done('2026-02-07')])).toBe('late');
  });

  it('needs no claim where it is late unless it is proven', () => {
    const [found] = outcome([claim('2026-02-06')], '2026-03-20', [duty({ lateIf: 'unproven' })]);
    expect(found).toMatchObject({ state: 'late', claim: null, claimUntil: null });
    expect(state([done('2026-02-05')], '2026-03-20', [duty({ lateIf: 'unproven' })])).toBe('done');
  });

  it('is nobody’s where the period does not have its day', () => {
    expect(outcome([], '2026-03-20', [duty({ dueDay: 29 })])).toEqual([]);
  });
});

describe('late duties', () => {
  const late = (...duties: readonly Duty[]) =>
    [...lateDuties(outcome([], '2026-03-20', duties))].map(([kpi, rule]) => `${kpi} ${rule.owes} ${rule.duty} ${toDecimal(rule.scoreAs)}`);
  const unproven = (id: string, owes: 'brand' | 'provider', scoreAs: string | null, ...kpis: readonly string[]) =>
    duty({ id, owes, lateIf: 'unproven', ifLate: { kpis, scoreAs } });

  it('govern their KPIs, with the most of what several let them score', () => {
    expect(late(unproven('a', 'brand', '0.8', 'gmv', 'roas'), unproven('b', 'brand', '0.9', 'gmv'))).toEqual([
      'gmv brand b 0.9',
      'roas brand a 0.8',
    ]);
    expect(late(unproven('a', 'brand', '0.9', 'gmv'), unproven('b', 'brand', '0.8', 'gmv'))).toEqual(['gmv brand b 0.9']);
    expect(late(unproven('a', 'provider', null, 'gmv'))).toEqual(['gmv provider a 0']);
  });

  it('govern none where both parties are late on it', () => {
    expect(late(unproven('a', 'brand', '0.8', 'gmv', 'roas'), unproven('b', 'provider', null, 'gmv'))).toEqual(['roas brand a 0.8']);
  });

  it('govern none that is not late', () => {
    expect(late(duty())).toEqual([]);
  });
});
