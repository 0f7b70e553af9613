import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { placeFaults } from '../../src/settlement/place-faults.js';
import { withoutEffect } from '../../src/settlement/without-effect/without-effect.js';
import { movedByZoneRulesAlone } from '../../src/settlement/zone-rules.js';

const event = (kind: string, file: string, more: object = {}) => ({ kind, file, date: '2026-02-10', ...more }) as unknown as ContractEvent;

describe('the place of a statement after the one before it', () => {
  /* January to March; a month may be settled from 5 days after its end on. */
  const terms = (more: object = {}) => ({
    contract: {
      ...{ id: 'a', currency: 'USD', term: { from: '2026-01-01', to: '2026-03-31' } },
      calendar: { every: 'month', lockAfterDays: 5 },
      ...more,
    },
  });
  const entry = (period: string, to: string | null, asOf: string, more: object = {}, of = terms()) =>
    ({
      terms: of,
      statement: { period, from: to === null ? null : `${period}-01`, to, asOf, events: [], ...more },
    }) as unknown as LedgerEntry;
  const january = entry('2026-01', '2026-01-31', '2026-02-05', { events: [{ file: 'a' }] });
  const faults = (one: LedgerEntry, previous: LedgerEntry | null = january, events: readonly ContractEvent[] = []) =>
    placeFaults(one, previous, events).map((fault) => Object.values(fault).join(' '));
  const february = (more: object = {}) => entry('2026-02', '2026-02-28', '2026-03-05', { events: [{ file: 'a' }, { file: 'b' }], ...more });

  it('is the next one, on its days, when it is due, with the events before', () => {
    expect(faults(january, null)).toEqual([]);
    expect(faults(february())).toEqual([]);
  });

  it('is no other period', () => {
    expect(faults(february(), null)).toEqual(['ledger-gap 2026-02 2026-01']);
    expect(faults(entry('2026-03', '2026-03-31', '2026-04-05'))).toEqual(['ledger-gap 2026-03 2026-02']);
  });

  it('is not of other days, nor too early, nor before the last', () => {
    expect(faults(february({ to: '2026-02-27' }))).toEqual(['ledger-days 2026-02-01 … 2026-02-27 2026-02-01 … 2026-02-28']);
    expect(faults(february({ from: null, to: null }))).toEqual(['ledger-days - … - 2026-02-01 … 2026-02-28']);
    expect(faults(february({ asOf: '2026-03-04' }))).toEqual(['ledger-not-due 2026-03-04 2026-03-05']);
    const late = entry('2026-01', '2026-01-31', '2026-03-06', { events: [] });
    expect(faults(february(), late)).toEqual(['ledger-as-of-back 2026-03-05 2026-03-06 2026-01']);
    expect(faults(february({ asOf: '2026-03-06' }), late)).toEqual([]);
  });

  it('leaves out no event', () => {
    expect(faults(february({ events: [{ file: 'b' }] }))).toEqual(['ledger-event-left-out a 2026-01']);
  });

  it('is a tail without days after the last month', () => {
    const march = entry('2026-03', '2026-03-31', '2026-04-05');
    expect(faults(entry('2026-04', null, '2026-05-05'), march)).toEqual([]);
    expect(faults(entry('2026-04', '2026-04-30', '2026-05-05'), march)).toEqual(['ledger-days 2026-04-01 … 2026-04-30 - … -']);
    expect(faults(entry('2026-04', null, '2026-05-04'), march)).toEqual(['ledger-not-due 2026-05-04 2026-05-05']);
  });

  it('is cut by each termination that there is, or by none', () => {
    const ends = (file: string, on: string) => event('termination', file, { on });
    const both = [ends('x', '2026-02-10'), ends('y', '2026-02-20')];
    for (const to of ['2026-02-10', '2026-02-20', '2026-02-28']) expect(faults(february({ to }), january, both)).toEqual([]);
    expect(faults(february({ to: '2026-02-15' }), january, both)).toEqual(['ledger-days 2026-02-01 … 2026-02-15 2026-02-01 … 2026-02-10']);
    // as of the earliest of them
    expect(faults(february({ to: '2026-02-10', asOf: '2026-02-15' }), january, both)).toEqual([]);
    expect(faults(february({ to: '2026-02-10', asOf: '2026-02-14' }), january, both)).toEqual(['ledger-not-due 2026-02-14 2026-02-15']);
  });

  it('is of the same contract, currency and first period', () => {
    const inTurn = (more: object) => faults(entry('2026-02', '2026-02-28', '2026-03-05', { events: [{ file: 'a' }] }, terms(more)));
    expect(inTurn({ id: 'b' })).toEqual(['ledger-terms-kept b a']);
    expect(inTurn({ currency: 'EUR' })).toEqual(['ledger-terms-kept EUR USD']);
    expect(inTurn({ term: { from: '2025-12-01', to: '2026-03-31' } })).toEqual(['ledger-terms-kept 2025-12 2026-01']);
    expect(inTurn({ title: 'x' })).toEqual([]);
  });
});

describe('what the rules of zones alone have moved', () => {
  const sales = (value: string) => [{ id: 'sales', value }];
  const one = {
    period: '2026-01',
    measures: sales('5'),
    variants: [],
    rates: [],
    exclusions: [],
    facts: [{ id: 'f', complete: true, freshAt: 'x' }],
  };
  const moved = { ...one, measures: sales('6'), underEarlierRules: { measures: sales('5'), variants: [] } };
  const alone = (now: object, events: readonly ContractEvent[] = [], before: object = one, more: object = {}) => {
    const ledger = [{ statement: { events: [{ file: 'counted' }] }, evidence: { periods: [before] }, terms: {} }];
    return movedByZoneRulesAlone(
      [{ own: false, period: { id: '2026-01' }, fresh: { evidence: now }, ...more }] as never,
      { events, ledger } as never,
    );
  };

  it('is what says the same by the rules before', () => {
    expect(alone(moved)).toBe(true);
    expect(alone(one)).toBe(false);
    expect(alone(moved, [], one, { own: true })).toBe(false);
    expect(alone(moved, [], one, { fresh: null })).toBe(false);
    expect(alone(moved, [], { ...one, period: '2026-02' })).toBe(false);
  });

  it.each([
    ['a value', { underEarlierRules: { measures: sales('4'), variants: [] } }],
    ['what a KPI keeps', { underEarlierRules: { measures: sales('5'), variants: [{ id: 'v' }] } }],
    ['an exclusion', { exclusions: ['x'] }],
    ['whether data are complete', { facts: [{ id: 'f', complete: false, freshAt: 'x' }] }],
    ['a rate', { rates: [{ currency: 'EUR', day: '2026-01-01', rate: '2' }] }],
  ])('is not what changes %s too', (_, more) => {
    expect(alone({ ...moved, ...more }, [], { ...one, rates: [{ currency: 'EUR', day: '2026-01-01', rate: '1' }] })).toBe(false);
  });

  it('asks neither for when data came nor for rates of days that only one of them has', () => {
    expect(alone({ ...moved, facts: [{ id: 'f', complete: true, freshAt: 'y' }] })).toBe(true);
    const rate = (day: string) => ({ currency: 'EUR', day, rate: day });
    const rates = (...days: readonly string[]) => ({ rates: days.map(rate) });
    expect(alone({ ...moved, ...rates('2026-01-01', '2026-01-02') }, [], { ...one, ...rates('2026-01-01', '2026-01-03') })).toBe(true);
  });

  it('is not beside an event that moves money and was not counted', () => {
    expect(alone(moved, [event('exclusion', 'counted')])).toBe(true);
    expect(alone(moved, [event('exclusion', 'new')])).toBe(false);
    expect(alone(moved, [event('payment', 'new')])).toBe(true);
  });
});

describe('what a review acknowledges although nothing waits for it', () => {
  const line = (moves: string) => ({ period: '2026-01', line: 'sales', life: { state: 'waiting', moves, since: '2026-02-05' } });
  const idle = (
    id: string,
    more: { party?: string; lines?: readonly object[]; reconcile?: readonly object[]; file?: string; date?: string } = {},
  ) => {
    const { party = 'brand', lines = [], reconcile = [], file = 'new', date = '2026-02-10' } = more;
    const anomalies = [
      { id: 'revenue@2026-01-10', reviewed: false },
      { id: 'revenue@2026-01-11', reviewed: true },
    ];
    const statement = { events: [{ file: 'counted' }], carried: { lines }, anomalies, reconcile, to: '2026-01-31' };
    const terms = {
      contract: { fees: [], acceptance: { days: 10 }, review: null },
      definitions: {
        reconcile: [
          { id: 'books', onBreach: 'hold' },
          { id: 'notes', onBreach: 'flag' },
        ],
      },
    };
    const events = [event('review', file, { party, date, acknowledges: [id] })];
    return withoutEffect('contracts/a', { terms, events, ledger: [{ statement, terms }] } as never).map(({ params }) =>
      [params.ids ?? []].flat().map(String),
    );
  };
  const isIdle = (...given: Parameters<typeof idle>) => idle(...given).length === 1;

  it('is a settled day that no statement lists, or a day to come', () => {
    expect([isIdle('revenue@2026-01-10'), isIdle('revenue@2026-01-11'), isIdle('revenue@2026-01-12')]).toEqual([false, true, true]);
    expect([isIdle('revenue@2026-01-31'), isIdle('revenue@2026-02-01')]).toEqual([true, false]);
    expect([isIdle('revenue@2026-02-09'), isIdle('revenue@2026-02-10'), isIdle('revenue@2026-02-11')]).toEqual([false, true, true]);
  });

  it('is a true-up that does not wait, or waits for the other party, or was not there yet', () => {
    const waits = (moves: string, more = {}) => isIdle('true-up/2026-01/sales', { lines: [line(moves)], ...more });
    expect([waits('5.00'), waits('-5.00'), waits('-5.00', { party: 'provider' }), waits('5.00', { party: 'provider' })]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect([waits('5.00', { date: '2026-02-05' }), waits('5.00', { date: '2026-02-04' })]).toEqual([false, true]);
    expect(isIdle('true-up/2026-01/other', { lines: [line('5.00')] })).toBe(true);
    expect(isIdle('true-up/2026-01/sales', { lines: [{ ...line('5.00'), life: { state: 'settled' } }] })).toBe(true);
  });

  it('is a reconciliation that holds, which no review releases', () => {
    expect([isIdle('books'), isIdle('notes')]).toEqual([true, false]);
  });

  it('says what does wait, and nothing of what was counted', () => {
    const rule = (id: string, breached: boolean, onBreach: string, reviewed: boolean) => ({ id, breached, onBreach, reviewed });
    const reconcile = [
      rule('a', true, 'flag', false),
      rule('b', false, 'flag', false),
      rule('c', true, 'hold', false),
      rule('d', true, 'flag', true),
    ];
    const [found] = idle('books', { lines: [line('5.00')], reconcile });
    expect(found).toEqual(['true-up/2026-01/sales (brand)', 'revenue@2026-01-10', 'a']);
    expect(idle('books', { lines: [line('-5.00')] })[0]?.[0]).toBe('true-up/2026-01/sales (provider)');
    expect(isIdle('books', { file: 'counted' })).toBe(false);
  });
});
