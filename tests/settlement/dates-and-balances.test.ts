import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import type { Milestone } from '../../src/contract/fee-kinds/milestone.js';
import type { Contract } from '../../src/contract/model.js';
import { money } from '../../src/kernel/money.js';
import { type AcceptanceFacts, acceptanceDate, isAcceptedBy, mayBeAccepted } from '../../src/settlement/acceptance.js';
import { balanceOf, isSamePayment, paymentsIn } from '../../src/settlement/balance.js';
import { isReviewed, isTrueUpReviewed } from '../../src/settlement/reviews.js';
import { periodInForce, periodsBetween, targetAfter, timeline } from '../../src/settlement/timeline.js';
import { gathered } from '../../src/settlement/unproved.js';

const event = (fields: object) => fields as unknown as ContractEvent;

describe('when a milestone is accepted: due on 31 March, 10 days to answer, the contract ends on 30 June', () => {
  const launch = { id: 'launch', due: '2026-03-31' } as unknown as Milestone;
  const accept = (on: string, date = on, milestone = 'launch') => event({ kind: 'acceptance', milestone, on, date, file: `a-${date}` });
  const ask = (on: string, date = on) => event({ kind: 'acceptance_request', milestone: 'launch', on, date, file: `q-${date}` });
  const refuse = (answers: string, date: string) => event({ kind: 'refusal', milestone: 'launch', answers, date, file: `r-${date}` });
  const facts = (events: readonly ContractEvent[], asOf = '2026-07-31', end = '2026-06-30'): AcceptanceFacts => ({
    events,
    asOf,
    acceptanceDays: 10,
    end,
  });

  it.each([
    ['on the day that the brand says', [accept('2026-03-10')], '2026-03-10'],
    ['on its due day', [accept('2026-03-31', '2026-04-20')], '2026-03-31'],
    ['not after it', [accept('2026-04-01')], null],
    ['not by that of another', [accept('2026-03-10', '2026-03-10', 'other')], null],
    ['after it in answer to a request made by then', [ask('2026-03-31'), accept('2026-04-05')], '2026-04-05'],
    ['after it in answer to a request of the same day', [ask('2026-03-31'), accept('2026-04-05', '2026-03-31')], '2026-04-05'],
    ['by silence', [ask('2026-03-31')], '2026-04-10'],
    ['by silence on a request that was filed later than it says', [ask('2026-03-20', '2026-03-25')], '2026-04-04'],
    ['not by silence on a request that was filed too late', [ask('2026-03-31', '2026-04-01')], null],
    ['not in answer to such a one', [ask('2026-03-31', '2026-04-01'), accept('2026-04-05')], null],
    ['not where the request was refused in time', [ask('2026-03-31'), refuse('q-2026-03-31', '2026-04-10')], null],
    ['where it was refused too late', [ask('2026-03-31'), refuse('q-2026-03-31', '2026-04-11')], '2026-04-10'],
    ['where another was refused', [ask('2026-03-31'), refuse('q-other', '2026-04-01')], '2026-04-10'],
    [
      'not in answer to a request that had been refused',
      [ask('2026-03-31'), refuse('q-2026-03-31', '2026-04-04'), accept('2026-04-05')],
      null,
    ],
    ['not in answer to a request that was made later', [ask('2026-03-30', '2026-03-31'), accept('2026-04-05', '2026-03-30')], '2026-04-10'],
    ['on the first of several days', [accept('2026-03-20'), accept('2026-03-10')], '2026-03-10'],
  ] as const)('%s', (_, events, date) => {
    expect(acceptanceDate(launch, facts(events))).toBe(date);
  });

  it('knows of a day what was given by then, and belongs to the days in force', () => {
    expect([
      acceptanceDate(launch, facts([ask('2026-03-31')], '2026-04-09')),
      acceptanceDate(launch, facts([ask('2026-03-31')], '2026-04-10')),
    ]).toEqual([null, '2026-04-10']);
    expect(acceptanceDate(launch, facts([accept('2026-03-20')], '2026-07-31', '2026-03-15'))).toBe('2026-03-15');
    expect(acceptanceDate(launch, facts([ask('2026-03-31')], '2026-07-31', '2026-04-05'))).toBe('2026-04-05');
  });

  it('is by the end of a period or is not', () => {
    const april = periodInForce('2026-04', 'month', { from: '2026-04-01', to: '2026-04-10' });
    expect(isAcceptedBy(launch, april, facts([ask('2026-03-31')]))).toBe(true);
    expect(isAcceptedBy(launch, { ...april, inForce: { from: '2026-04-01', to: '2026-04-09' } }, facts([ask('2026-03-31')]))).toBe(false);
    expect(isAcceptedBy(launch, april, facts([]))).toBe(false);
  });

  it('may still come by its day, or by an answer to a request', () => {
    const may = (events: readonly ContractEvent[], asOf: string) => mayBeAccepted(launch, facts(events, asOf));
    expect([may([], '2026-03-30'), may([], '2026-03-31')]).toEqual([true, false]);
    expect(may([ask('2026-03-31')], '2026-04-09')).toBe(true);
    expect(may([ask('2026-03-31')], '2026-04-10')).toBe(false); // accepted by now
    expect(may([ask('2026-03-31'), refuse('q-2026-03-31', '2026-04-05')], '2026-04-05')).toBe(false);
    expect(may([accept('2026-03-10')], '2026-03-20')).toBe(false);
  });
});

describe('what is owed', () => {
  const pay = (amount: string, on = '2026-03-01', party = 'brand', reference = 'r1') =>
    event({ kind: 'payment', amount, on, party, reference });
  const owed = (...totals: readonly string[]) =>
    totals.map((total, index) => ({ period: `2026-0${index + 1}`, dueOn: null, total: money(total, 'USD') }));
  const told = (totals: readonly string[], payments: readonly ContractEvent[], asOf = '2026-12-31') => {
    const { balance, open } = balanceOf(owed(...totals), payments, asOf, 'USD');
    return [balance, ...open.map(({ period, amount }) => `${period} ${amount}`)];
  };

  it('clears the oldest first, by payments and by what is in the brand’s favour', () => {
    expect(told([], [])).toEqual(['0.00']);
    expect(told(['100.00', '50.00'], [])).toEqual(['150.00', '2026-01 100.00', '2026-02 50.00']);
    expect(told(['100.00', '50.00'], [pay('60')])).toEqual(['90.00', '2026-01 40.00', '2026-02 50.00']);
    expect(told(['100.00', '50.00'], [pay('100')])).toEqual(['50.00', '2026-02 50.00']);
    expect(told(['100.00', '50.00'], [pay('120')])).toEqual(['30.00', '2026-02 30.00']);
    expect(told(['100.00', '50.00'], [pay('200')])).toEqual(['-50.00']);
    expect(told(['100.00', '-30.00', '0.00', '50.00'], [])).toEqual(['120.00', '2026-01 70.00', '2026-04 50.00']);
    expect(told(['100.00'], [pay('-10')])).toEqual(['110.00', '2026-01 100.00']);
  });

  it('knows payments up to a day', () => {
    expect(told(['100.00'], [pay('60', '2026-03-02')], '2026-03-01')).toEqual(['100.00', '2026-01 100.00']);
    expect(told(['100.00'], [pay('60', '2026-03-02')], '2026-03-02')).toEqual(['40.00', '2026-01 40.00']);
  });

  it('counts a payment once that both parties tell of, and twice what one tells twice', () => {
    const [ours, theirs] = [pay('60'), pay('60.00', '2026-03-01', 'provider')];
    expect(paymentsIn([ours, theirs])).toEqual([ours]);
    expect(paymentsIn([theirs, ours])).toEqual([theirs]);
    expect(paymentsIn([ours, ours, theirs])).toEqual([ours, ours]);
    expect(paymentsIn([ours, theirs, ours, theirs])).toEqual([ours, ours]);
    expect(
      paymentsIn([
        ours,
        pay('60', '2026-03-02', 'provider'),
        pay('60', '2026-03-01', 'provider', 'r2'),
        pay('61', '2026-03-01', 'provider'),
      ]),
    ).toHaveLength(4);
    expect(paymentsIn([event({ kind: 'review' })])).toEqual([]);
    expect(isSamePayment(ours as never, theirs as never)).toBe(true);
  });
});

describe('periods as they really run', () => {
  const contract = {
    term: { from: '2026-01-15', to: '2026-04-30' },
    calendar: { every: 'month', lockAfterDays: 5 },
  } as unknown as Contract;
  const ends = (...on: readonly string[]) => on.map((date) => event({ kind: 'termination', on: date }));
  const told = (events: readonly ContractEvent[]) => {
    const { periods, end, termination } = timeline(contract, events);
    return [end, termination?.on ?? '-', periods.map(({ id }) => id).join(' ')];
  };

  it('end with the term, or with the earliest termination', () => {
    expect(told([])).toEqual(['2026-04-30', '-', '2026-01 2026-02 2026-03 2026-04']);
    expect(told(ends('2026-03-10', '2026-02-20', '2026-03-01'))).toEqual(['2026-02-20', '2026-02-20', '2026-01 2026-02']);
    expect(told(ends('2026-06-01'))).toEqual(['2026-04-30', '2026-06-01', '2026-01 2026-02 2026-03 2026-04']);
    expect(told([event({ kind: 'review', on: '2026-02-20' })])[0]).toBe('2026-04-30');
  });

  it('are settled one after the other, and then tails', () => {
    const next = (settled: string | null, events: readonly ContractEvent[] = []) => {
      const target = targetAfter(contract, timeline(contract, events), settled);
      return target === null ? null : [target.period, target.inForce?.inForce.to ?? 'tail', target.dueOn];
    };
    expect(next(null)).toEqual(['2026-01', '2026-01-31', '2026-02-05']);
    expect(next('2026-01')).toEqual(['2026-02', '2026-02-28', '2026-03-05']);
    expect(next('2026-04')).toEqual(['2026-05', 'tail', '2026-06-05']);
    expect(next('2026-02', ends('2026-02-20'))).toEqual(['2026-03', 'tail', '2026-04-05']);
    expect(next(null, ends('2026-01-01'))).toBeNull();
  });

  it('have their days, and lie so far apart', () => {
    expect(periodInForce('2026-02', 'month', { from: '2026-02-01', to: '2026-02-10' })).toMatchObject({
      daysInForce: 10,
      daysInPeriod: 28,
    });
    expect(() => periodInForce('2026-02', 'quarter', { from: '2026-02-01', to: '2026-02-10' })).toThrow('no quarter: 2026-02');
    expect([
      periodsBetween('2026-01', '2026-01', 'month'),
      periodsBetween('2025-11', '2026-02', 'month'),
      periodsBetween('2026-02', '2026-01', 'month'),
    ]).toEqual([0, 3, 0]);
  });
});

describe('what a review acknowledges', () => {
  const january = periodInForce('2026-01', 'month', { from: '2026-01-01', to: '2026-01-31' });
  const review = (more: object) => [
    event({ kind: 'review', party: 'brand', period: '2026-01', date: '2026-01-20', acknowledges: ['x', 'true-up/2026-01/bonus'], ...more }),
  ];

  it('is of its own period and of those that were over', () => {
    expect(isReviewed(review({}), january, 'x')).toBe(true);
    expect(isReviewed(review({}), january, 'y')).toBe(false);
    expect(isReviewed(review({ period: '2026-02', date: '2026-02-01' }), january, 'x')).toBe(true);
    expect(isReviewed(review({ period: '2025-12', date: '2026-01-31' }), january, 'x')).toBe(false);
    expect(isReviewed(review({ kind: 'note' }), january, 'x')).toBe(false);
  });

  it('is a large true-up where it is of whom that costs, since it was listed and before it counts by itself', () => {
    const acknowledged = (more: object, since = '2026-01-20', until = '2026-01-31') =>
      isTrueUpReviewed(review(more), { period: '2026-01', line: 'bonus' }, 'brand', { since, until });
    expect([
      acknowledged({}),
      acknowledged({}, '2026-01-21'),
      acknowledged({ date: '2026-01-30' }),
      acknowledged({ date: '2026-01-31' }),
      acknowledged({ party: 'provider' }),
      acknowledged({ acknowledges: ['bonus'] }),
      acknowledged({ kind: 'note' }),
    ]).toEqual([true, false, true, false, false, false, false]);
  });
});

it('what cannot be proved is told once, with all its periods', () => {
  const each = (what: string, periods: readonly string[], params = {}) => ({ what, periods, params }) as never;
  expect(gathered([each('b', ['2026-02']), each('a', []), each('b', ['2026-01', '2026-02']), each('b', ['2026-03'], { x: '1' })])).toEqual([
    { what: 'b', periods: ['2026-01', '2026-02'], params: {} },
    { what: 'a', periods: [], params: {} },
    { what: 'b', periods: ['2026-03'], params: { x: '1' } },
  ]);
});
