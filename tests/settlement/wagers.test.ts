import { describe, expect, it } from 'vitest';
import { known, reason, undefinedBy } from '../../src/attainment/value.js';
import type { Wager } from '../../src/contract/fee-kinds/wager.js';
import type { Terms } from '../../src/contract/model.js';
import { ONE, rational, toDecimal } from '../../src/kernel/rational.js';
import type { FeeContext } from '../../src/settlement/fee-context.js';
import { agreedFor, agreedHorizon, gapTo, wagered, wagerLine } from '../../src/settlement/fees/wager.js';
import { TraceNotes } from '../../src/settlement/raw-line.js';
import { definitions, linesOf, relationship, settleDays, statementOf } from './relationship.js';

const at = (value: string) => [{ from: '2026-01', value }];
const bet = { better: 'higher', over: 'term', target: at('100'), deadband: at('10') } as unknown as Wager;
const stakes = { ...bet, pays: { stake: at('500') } } as unknown as Wager;
const rates = { ...bet, pays: { rate: at('0.5'), limit: at('60') } } as unknown as Wager;

describe('what a wager comes to', () => {
  const comes = (fee: Wager, actual: string, share = ONE, isFlow = false) => {
    const agreed = agreedFor(fee, '2026-01', share, isFlow);
    return toDecimal(wagered(agreed, gapTo(fee, agreed, rational(actual))));
  };

  it.each([
    ['100', '500'],
    ['100.01', '500'],
    ['99.99', '0'],
    ['90', '0'],
    ['89.99', '-500'],
  ])('for a stake, at %s: %s', (actual, amount) => {
    expect(comes(stakes, actual)).toBe(amount);
  });

  it.each([
    ['100', '0'],
    ['110', '0'],
    ['112', '1'],
    ['230', '60'],
    ['231', '60'],
    ['90', '0'],
    ['88', '-1'],
    ['-30', '-60'],
    ['-300', '-60'],
  ])('at a rate, at %s: %s', (actual, amount) => {
    expect(comes(rates, actual)).toBe(amount);
  });

  it('turns round where lower is better', () => {
    const lower = { ...rates, better: 'lower' } as Wager;
    expect([comes(lower, '88'), comes(lower, '112')]).toEqual(['1', '-1']);
  });

  it('is for the part of the days that counts: levels of a flow too, those of a ratio not', () => {
    const half = rational('1/2');
    // target 50, deadband 5, limit 30: 57 is 7 above it, 2 beyond the deadband
    expect(comes(rates, '57', half, true)).toBe('1');
    expect(comes(rates, '300', half, true)).toBe('30');
    expect(comes(rates, '112', half, false)).toBe('1');
    expect(comes(stakes, '100', half, false)).toBe('250');
  });
});

describe('what a wager is agreed over', () => {
  const terms = { contract: { term: { from: '2026-02-10', to: '2026-11-20' } } } as unknown as Terms;
  const over = (fee: Partial<Wager>, from: string, to: string) =>
    agreedHorizon({ ...bet, ...fee } as Wager, terms, { inForce: { from, to } });

  it('is the term', () => {
    const term = { from: '2026-02-10', to: '2026-11-20' };
    expect(over({ over: 'term' }, '2026-05-01', '2026-05-31')).toEqual({ whole: term, agreed: term });
  });

  it('is a quarter, as far as the term reaches', () => {
    expect(over({ over: 'quarter' }, '2026-02-10', '2026-02-28')).toEqual({
      whole: { from: '2026-01-01', to: '2026-03-31' },
      agreed: { from: '2026-02-10', to: '2026-03-31' },
    });
    expect(over({ over: 'quarter' }, '2026-05-01', '2026-05-31').agreed).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(over({ over: 'quarter' }, '2026-11-01', '2026-11-20').agreed).toEqual({ from: '2026-10-01', to: '2026-11-20' });
  });
});

describe('a wager of 500 over January and February, on 1,000', () => {
  const fee = { ...stakes, id: 'bet', metric: 'gmv', target: at('1000'), onEarlyEnd: 'scale' } as unknown as Wager;
  const own = { contract: { term: { from: '2026-01-01', to: '2026-02-28' } } } as unknown as Terms;
  const february = { id: '2026-02', inForce: { from: '2026-02-01', to: '2026-02-28' } };
  const line = (sales: string | null, more: object = {}) => {
    const value =
      sales === null ? undefinedBy([{ reason: reason('stale', { fact: 'sales', freshAt: '-' }), party: 'brand' }]) : known(rational(sales));
    const context = {
      ...{ terms: own, period: february, timeline: { end: '2026-02-28', termination: null }, metricToDate: () => value },
      ...{ attainment: { words: { metrics: new Map() } }, decideAgainst: null, onTarget: false },
      ...more,
    } as unknown as FeeContext;
    const raw = wagerLine.compute(fee, context, new TraceNotes(), { state: 'open' });
    const { reason: why, inputs } = raw.told();
    const given = inputs.find(({ input }) => input === 'metric')?.value ?? '?';
    return [raw.value === null ? 'held' : toDecimal(raw.value), why?.code, why?.with.actual ?? '-', `of ${given}`].join(' ');
  };

  it('is won or lost by what there is', () => {
    expect([line('1000'), line('985'), line('995')]).toEqual(['500 wager 1000 of 1000', '-500 wager 985 of 985', '0 wager 995 of 995']);
  });

  it('is held while that is not known, and on target where the hold is decided', () => {
    expect(line(null)).toBe('held stale - of ?');
    expect(line(null, { decideAgainst: 'brand' })).toBe('500 wager 1000 of ?');
    expect(line(null, { onTarget: true })).toBe('500 wager 1000 of ?');
    expect(line('985', { onTarget: true })).toBe('500 wager 1000 of 985');
    expect(line('985', { decideAgainst: 'brand' })).toBe('-500 wager 985 of 985');
  });

  it('counts in the last of its months alone, on all of their days', () => {
    const span = (from: string, to: string, end = '2026-02-28') => wagerLine.span(fee, own, { from, to }, end);
    const both = { metric: 'gmv', from: '2026-01-01', to: '2026-02-28' };
    expect(span('2026-01-01', '2026-01-31')).toBeNull();
    expect(span('2026-02-01', '2026-02-28')).toEqual(both);
    // a contract that ends on 10 February, or on the last of January
    expect(span('2026-02-01', '2026-02-10', '2026-02-10')).toEqual({ ...both, to: '2026-02-10' });
    expect(span('2026-01-01', '2026-01-31', '2026-01-31')).toEqual({ ...both, to: '2026-01-31' });
  });
});

/*
 * Over a term of 118 days, sales of 4,000 are the target, at 10% with a limit of 500. Ended after 59 days, half of it: 2,000 and 250. Sales of
 * 1,500 a month are 1,000 above it, which is 100 for the provider; 500 a month are 1,000 below, which is 100 for the brand. With `void`
 * a wager comes to nothing where the contract ends early, unless the side that ended it is the one that loses.
 */
describe('a wager whose contract ends early', () => {
  const ended = (party: string, onEarlyEnd: string, revenue: string) => {
    const { terms, events } = relationship(
      {
        term: { from: '2026-01-01', to: '2026-04-28' },
        fees: [
          {
            ...{ id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', over: 'term', onEarlyEnd },
            ...{ target: 4000, deadband: 0, rate: '10%', limit: 500 },
          },
        ],
      },
      definitions(false),
      { '2026-01-15-end.yaml': { kind: 'termination', party, on: '2026-02-28', cause: 'convenience' } },
    );
    const values = { '2026-01': { revenue }, '2026-02': { revenue } };
    const days = ['2026-02-05', '2026-03-05'].map((asOf) => ({ asOf, values }));
    const line = statementOf(settleDays(terms, events, days), '2026-02').lines.find(({ id }) => id === 'bet');
    return `${line?.amount} ${line?.reason?.code}`;
  };

  it.each([
    ['brand', 'void', '1500', '100.00 wager'],
    ['brand', 'void', '500', '0.00 wager-void'],
    ['brand', 'void', '1000', '0.00 wager-void'],
    ['provider', 'void', '500', '-100.00 wager'],
    ['provider', 'void', '1500', '0.00 wager-void'],
    ['provider', 'void', '1000', '0.00 wager-void'],
    ['provider', 'scale', '1500', '100.00 wager'],
    ['provider', 'scale', '9000', '250.00 wager'],
  ])('by the %s, %s, at %s a month: %s', (party, onEarlyEnd, revenue, expected) => {
    expect(ended(party, onEarlyEnd, revenue)).toBe(expected);
  });
});

it('a wager whose contract ends early says for which part of its days it is, and who has ended it', () => {
  const { terms, events } = relationship(
    {
      term: { from: '2026-01-01', to: '2026-04-28' },
      fees: [
        {
          ...{ id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', over: 'term', onEarlyEnd: 'void' },
          ...{ target: 4000, deadband: 0, rate: '10%', limit: 500 },
        },
      ],
    },
    definitions(false),
    { '2026-01-15-end.yaml': { kind: 'termination', party: 'brand', on: '2026-02-28', cause: 'convenience' } },
  );
  const values = { '2026-01': { revenue: '500' }, '2026-02': { revenue: '500' } };
  const [, february] = settleDays(terms, events, [
    { asOf: '2026-02-05', values },
    { asOf: '2026-03-05', values },
  ]);
  const told = february?.statement.lines.map(({ trace }) => trace.branches.map(({ rule, taken, with: given }) => [rule, taken, given]));
  expect(told).toEqual([
    [
      ['horizon-ends', true, { from: '2026-01-01', to: '2026-02-28' }],
      // 59 of 118 days
      ['early-end', true, { share: '0.5', on: '2026-02-28' }],
      ['void', true, { party: 'brand' }],
    ],
  ]);
});

it('a wager of a quarter counts the months of that quarter alone', () => {
  const fee = { id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', over: 'quarter', onEarlyEnd: 'void' };
  const { terms, events } = relationship({
    term: { from: '2026-01-01', to: '2026-06-30' },
    fees: [{ ...fee, target: 300, deadband: 0, rate: '10%', limit: 1000 }],
  });
  const months = (from: number, revenue: string) => [0, 1, 2].map((at) => [`2026-0${from + at}`, { revenue }] as const);
  const values = Object.fromEntries([...months(1, '100'), ...months(4, '200')]);
  const ledger = settleDays(terms, events, [{ asOf: '2026-07-05', values }]);
  // 300 on a target of 300; then 600, which is 300 more
  expect([linesOf(statementOf(ledger, '2026-03')), linesOf(statementOf(ledger, '2026-06'))]).toEqual([['bet 0.00'], ['bet 30.00']]);
});

it('a wager on what is not known is held, not taken as on target', () => {
  const { terms, events } = relationship({
    term: { from: '2026-01-01', to: '2026-01-31' },
    fees: [
      {
        ...{ id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', over: 'term', onEarlyEnd: 'void' },
        ...{ target: 4000, deadband: 0, stake: 500 },
      },
    ],
  });
  const lines = (revenue: string | null) =>
    linesOf(statementOf(settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue } } }]), '2026-01'));
  expect([lines(null), lines('4000')]).toEqual([['bet 0.00 held'], ['bet 500.00']]);
});

/*
 * Whether an early end voids a wager is what sales say. January has 500 of 1,000 that another tool counts, which somebody has to look at: until
 * then the wager is held as any amount, whatever it comes to. The contract ends in January, 31 of 118 days: at 4,000 × 31 ÷ 118 = 1,050.85 the
 * target is 550.85 above, which is 55.08 for the brand where the provider ends it, and nothing where the brand does.
 */
it.each([
  ['brand', '0.00 wager-void'],
  ['provider', '-55.08 wager'],
])('a wager that the %s’s end may void is held while what it goes by wants a review: then %s', (party, reviewed) => {
  const words = definitions(false);
  const bet = { id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', over: 'term', onEarlyEnd: 'void', target: 4000, deadband: 0 };
  const settled = (events: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => {
    const { terms, events: known } = relationship(
      { term: { from: '2026-01-01', to: '2026-04-28' }, review: { every: 'month' }, fees: [{ ...bet, rate: '10%', limit: 500 }] },
      {
        ...words,
        measures: { ...(words.measures as object), other: { definition: 'of a tool', of: 'sales', sum: 'tool', when: 'ts' } },
        reconcile: [{ id: 'shop-vs-tool', left: 'revenue', right: 'other', tolerance: '5%', onBreach: 'flag' }],
      },
      { '2026-01-01-end.yaml': { kind: 'termination', party, on: '2026-01-31', cause: 'convenience' }, ...events },
    );
    const ledger = settleDays(terms, known, [{ asOf: '2026-02-20', values: { '2026-01': { revenue: '500', other: '1000' } } }]);
    const [line] = statementOf(ledger, '2026-01').lines;
    return `${line?.amount} ${line?.reason?.code}${line?.held === true ? ' held' : ''}`;
  };
  const review = { kind: 'review', party: 'brand', period: '2026-01', findings: ['f'], acknowledges: ['shop-vs-tool'] };
  expect(settled({})).toBe('0.00 unreviewed held');
  expect(settled({ '2026-02-10-v.yaml': review })).toBe(reviewed);
});
