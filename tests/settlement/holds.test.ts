import { describe, expect, it } from 'vitest';
import { type Cause, reason } from '../../src/attainment/value.js';
import { moneyText } from '../../src/kernel/money.js';
import type { Party } from '../../src/kernel/party.js';
import { type Rational, rational, toDecimal } from '../../src/kernel/rational.js';
import { decide, decidedFrom, decidingDay, isDecision, meanOf, partyOf } from '../../src/settlement/holds.js';
import type { CarriedLine } from '../../src/settlement/line-life.js';
import { timeline } from '../../src/settlement/timeline.js';
import { relationship } from './relationship.js';

const cause = (party: Party | null): Cause => ({ reason: reason('stale', { fact: 'sales', freshAt: '2026-01-01' }), party });

describe('whose data a hold waits for', () => {
  it.each([
    [['brand'], 'brand'],
    [['provider', 'provider'], 'provider'],
    [['brand', 'provider'], null],
    [['brand', null], null],
    [[null], null],
    [[], null],
  ] as const)('%j: %s', (parties, party) => {
    expect(partyOf(parties.map(cause))).toBe(party);
  });
});

it('a hold is decided so many periods after it began, the first being its own', () => {
  expect(decidedFrom('2026-02-05', 3, 'month')).toBe('2026-04-06'); // 60 days
  expect(decidedFrom('2026-02-05', 1, 'month')).toBe('2026-02-05');
  expect(decidedFrom('2026-02-05', 3, 'week')).toBe('2026-02-19');
  expect(decidedFrom('2026-02-05', 2, 'quarter')).toBe('2026-05-07'); // 91 days
});

/* A contract of the year 2026 by months, each due 15 days after its end; three statements hold a line at most. */
describe('the day from which a statement decides a hold', () => {
  const calendar = { every: 'month', timezone: 'UTC', lockAfterDays: 15, trueUpPeriods: 3 };
  const fees = [{ id: 'base', kind: 'retainer', amount: 1000 }];
  const day = (since: string, statements: number, settled: string, asOf: string, clauses = {}) => {
    const { terms, events } = relationship({ calendar, fees, ...clauses });
    return decidingDay(terms.contract, timeline(terms.contract, events), { since, statements }, settled, asOf);
  };

  it('is that of the fourth statement where three may hold it: the third, of 15 August, is made a day after its 60 days', () => {
    expect(day('2026-06-15', 1, '2026-05', '2026-06-15')).toBe('2026-09-15');
    expect(day('2026-06-15', 2, '2026-06', '2026-07-15')).toBe('2026-09-15');
    expect(day('2026-06-15', 3, '2026-07', '2026-08-15')).toBe('2026-09-15');
  });

  it('is not before its days have passed, however many statements one run makes', () => {
    // Listed by five statements of 15 June at once: 60 days end on 14 August, the next that is due then is that of July.
    expect(day('2026-06-15', 5, '2026-05', '2026-06-15')).toBe('2026-08-15');
    expect(day('2026-06-15', 1, '2026-01', '2026-06-15')).toBe('2026-08-15');
  });

  it('is past where the statement that decides is overdue, and the same whenever it is asked for', () => {
    for (const asOf of ['2026-09-14', '2026-09-15', '2026-09-20', '2026-12-01']) {
      expect(day('2026-06-15', 3, '2026-07', asOf)).toBe('2026-09-15');
    }
    // The statement of July was due on 15 August, and may decide from 10 September on, the 60th day after 12 July.
    expect(day('2026-07-12', 3, '2026-06', '2026-09-20')).toBe('2026-09-10');
  });

  it('is that of the very next where none but the first may hold it, and of a tail after the term', () => {
    expect(day('2026-06-15', 1, '2026-05', '2026-06-15', { holds: { maxPeriods: 1 } })).toBe('2026-07-15');
    // December is due on 15 January, the tails that follow on 15 February and 15 March.
    expect(day('2026-12-15', 1, '2026-11', '2026-12-15')).toBe('2027-03-15');
  });

  it('counts weeks by 7 days and quarters by 91', () => {
    const weeks = { calendar: { ...calendar, every: 'week', lockAfterDays: 3 }, term: { from: '2026-01-05', to: '2026-12-27' } };
    // Weeks end on Sundays, and are due on Wednesdays: held on 14, 21 and 28 January.
    expect(day('2026-01-14', 1, '2026-W02', '2026-01-14', weeks)).toBe('2026-02-04');
    const quarters = { calendar: { ...calendar, every: 'quarter' }, holds: { maxPeriods: 2 } };
    expect(day('2026-04-15', 1, '2026-Q1', '2026-04-15', quarters)).toBe('2026-10-15');
  });
});

describe('the mean that stands in for a line nobody can compute', () => {
  const settled = (period: string, amount: string, line = 'sales') => ({ period, line, life: { state: 'settled', amount } }) as CarriedLine;
  const shares = new Map([
    ['2026-01', rational('1/2')],
    ['2026-02', rational(1)],
    ['2026-03', rational(1)],
    ['2026-04', rational(1)],
    ['2026-05', rational(1)],
    ['2026-06', rational('1/4')],
  ]);
  const mean = (carried: readonly CarriedLine[], period = '2026-06') => toDecimal(meanOf(carried, 'sales', period, shares, 'USD'));

  it('is of its amounts for whole periods, for the days in force of its own', () => {
    // (100 ÷ ½ + 400) ÷ 2 × ¼
    expect(mean([settled('2026-01', '100.00'), settled('2026-02', '400.00')])).toBe('75');
    expect(mean([settled('2026-01', '100.00'), settled('2026-02', '400.00')], '2026-05')).toBe('300');
  });

  it('is of the three latest periods, in whatever order they are carried', () => {
    const all = ['2026-02', '2026-05', '2026-03', '2026-04'].map((period, at) => settled(period, `${[999, 30, 10, 20][at]}.00`));
    // (10 + 20 + 30) ÷ 3 × ¼
    expect(mean(all)).toBe('5');
    expect(mean([...all].reverse())).toBe('5');
  });

  it('leaves out other lines, its own period, and periods whose days nobody knows', () => {
    expect(mean([settled('2026-02', '40.00'), settled('2026-03', '80.00', 'other'), settled('2026-06', '80.00')])).toBe('10');
    expect(mean([settled('2025-12', '80.00'), settled('2026-02', '40.00')])).toBe('10');
  });

  it('is nothing where nothing was settled', () => {
    expect(mean([])).toBe('0');
    expect(mean([settled('2026-02', '40.00')], '2027-01')).toBe('0');
  });

  it('leaves out what was held', () => {
    const held = {
      period: '2026-03',
      line: 'sales',
      life: { state: 'held', amount: '0.00', causes: [], since: '2026-04-05', statements: 1 },
    };
    expect(mean([held as unknown as CarriedLine, settled('2026-02', '40.00')])).toBe('10');
  });
});

describe('an expired hold', () => {
  const numbers = (...texts: readonly (string | null)[]): (Rational | null)[] =>
    texts.map((text) => (text === null ? null : rational(text)));
  const decided = (party: Party | null, against: readonly (string | null)[], gateAlone: readonly string[] = [], mean = '50') => {
    const { amount, why } = decide(
      party,
      { against: numbers(...against), gateAlone: gateAlone.map((text) => rational(text)) },
      rational(mean),
      'USD',
      'half_even',
    );
    return `${moneyText(amount)} ${why.code}`;
  };

  it.each([
    ['of the brand is decided for the provider', 'brand', ['100', '30'], [], '100.00 decided-for-provider'],
    ['of the provider is decided for the brand', 'provider', ['100', '30'], [], '30.00 decided-for-brand'],
    ['of the brand, whatever a gate may bring more', 'brand', ['100'], ['120', '0'], '120.00 decided-for-provider'],
    ['of the provider, whatever a gate may bring less', 'provider', ['100'], ['120', '0'], '0.00 decided-for-brand'],
    ['of nobody is the mean', null, ['100', '30'], [], '50.00 decided-mean'],
    ['that nobody can compute is the mean', 'brand', [null], [], '50.00 decided-mean'],
    ['that is computed one way alone: the better for the other of it and the mean', 'brand', ['10', null], [], '50.00 decided-mean'],
    ['that is computed one way alone: the better, computed', 'brand', ['80', null], [], '80.00 decided-for-provider'],
    ['without any reading is the mean', 'provider', [], [], '50.00 decided-mean'],
  ] as const)('%s', (_, party, against, gateAlone, expected) => {
    expect(decided(party, against, gateAlone)).toBe(expected);
  });

  it('is rounded once', () => {
    expect(decided('brand', ['0.125'], [], '0')).toBe('0.12 decided-for-provider');
    expect(decided(null, [], [], '1/3')).toBe('0.33 decided-mean');
  });

  it('is told from what else a line may say', () => {
    expect(isDecision(null)).toBe(false);
    expect(isDecision(reason('wager-void', { on: '2026-01-01' }))).toBe(false);
    const codes = ['decided-mean', 'decided-for-provider', 'decided-for-brand', 'decided-as-settled'] as const;
    expect(codes.map((code) => isDecision(reason(code)))).toEqual([true, true, true, true]);
    expect(isDecision(reason('decided-at-least', { mean: '50' }))).toBe(true);
  });
});
