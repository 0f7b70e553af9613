import { describe, expect, it } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import { moneyText } from '../../src/kernel/money.js';
import type { Party } from '../../src/kernel/party.js';
import { rational } from '../../src/kernel/rational.js';
import { factsOf, type Overrides } from '../../src/settlement/line-facts.js';
import type { CarriedLine } from '../../src/settlement/line-life.js';
import type { LineKind } from '../../src/settlement/model.js';
import { TraceNotes } from '../../src/settlement/raw-line.js';
import type { Recomputation } from '../../src/settlement/recomputation.js';

/*
 * What a line of March comes to when its hold is decided (section 6): for the party that waited, against the one whose data lack. A
 * line is given as what it would come to under each assumption. Before, it came to 40.00 and 60.00: the mean is 50.00.
 */
const month = (id: string) => ({ period: { id, daysInForce: 30, daysInPeriod: 30 } });
const paid = (period: string, amount: string) =>
  ({ period, line: 'line', life: { state: 'settled', amount, byRule: false } }) as unknown as CarriedLine;
const RUN = {
  input: {
    terms: {
      contract: {
        ...{ currency: 'USD', rounding: 'half_even', holds: { maxPeriods: 3 }, acceptance: { days: 10 }, disputes: { days: 30 } },
        calendar: { every: 'month' },
      },
    },
    ...{ asOf: '2026-04-05', events: [], ledger: [], target: { period: '2026-03' } },
  },
  views: ['2026-01', '2026-02', '2026-03'].map(month),
  carried: [paid('2026-01', '40.00'), paid('2026-02', '60.00')],
  zoneRulesAlone: false,
} as unknown as Recomputation;

/** What it comes to: `brand`, `provider` with data decided against them, gates as they are or taken as passed. */
interface Readings {
  readonly brand?: string | null;
  readonly provider?: string | null;
  /** The same, and gates that are not known count as passed. */
  readonly open?: string | null;
  /** Nothing lacks but gates, and they count as passed. */
  readonly gatesPassed?: string | null;
  readonly onTarget?: string;
  readonly certain?: string;
}

function decided(kind: LineKind, party: Party | null, readings: Readings, more: { unreviewed?: string } = {}): string {
  const known = (text: string) => new TraceNotes().amount(rational(text), text);
  const lacking = new TraceNotes().held([{ reason: reason('stale', { fact: 'sales', freshAt: '-' }), party }]);
  const held = more.unreviewed === undefined ? lacking : { ...lacking, unreviewed: rational(more.unreviewed) };
  const compute = ({ decideAgainst, unknownGates, onTarget, certainAlone }: Overrides) => {
    const { open, gatesPassed } = readings;
    const found =
      decideAgainst != null
        ? unknownGates === 'passed'
          ? (open ?? readings[decideAgainst])
          : readings[decideAgainst]
        : onTarget === true
          ? readings.onTarget
          : unknownGates === 'passed'
            ? gatesPassed
            : certainAlone === true
              ? readings.certain
              : null;
    return found == null ? held : known(found);
  };
  const { facts } = factsOf(RUN, null, { id: 'line', kind, before: null, wasDue: true, period: '2026-03', compute });
  const { amount, why } = facts.decide();
  return `${moneyText(amount)} ${why.code}`;
}

describe('a hold that is decided', () => {
  it('for want of the brand’s data pays the most, of the provider’s the least', () => {
    expect(decided('retainer', 'brand', { brand: '120', open: '90' })).toBe('120.00 decided-for-provider');
    expect(decided('retainer', 'brand', { brand: '90', open: '120' })).toBe('120.00 decided-for-provider');
    expect(decided('retainer', 'provider', { provider: '30', open: '20' })).toBe('20.00 decided-for-brand');
  });

  it('is the mean where nobody’s data alone lack', () => {
    expect(decided('retainer', null, { brand: '120', provider: '30' })).toBe('50.00 decided-mean');
  });

  it('takes what the provider’s data cannot tell for nothing, and what the brand’s cannot for the mean', () => {
    expect(decided('commission', 'provider', {})).toBe('0.00 decided-for-brand');
    expect(decided('commission', 'brand', {})).toBe('50.00 decided-mean');
    // a rebate is owed by the provider: unknown by the brand's doing it is nothing
    expect(decided('rebate', 'brand', {})).toBe('0.00 decided-for-provider');
    expect(decided('rebate', 'provider', {})).toBe('50.00 decided-mean');
    // so is what no kind of fee says anything of
    expect(decided('excess', 'provider', {})).toBe('0.00 decided-for-brand');
    expect(decided('excess', 'brand', {})).toBe('50.00 decided-mean');
  });

  it('for which gates alone are to blame costs nobody what they would have let through', () => {
    // by the brand's data: what passed would pay, or nothing; by the provider's what is less
    expect(decided('retainer', 'brand', { brand: '90', open: '90', gatesPassed: '100' })).toBe('100.00 decided-for-provider');
    expect(decided('penalty', 'brand', { brand: '-80', open: '-80', gatesPassed: '-80' })).toBe('0.00 decided-for-provider');
    expect(decided('retainer', 'provider', { provider: '30', open: '30', gatesPassed: '100' })).toBe('0.00 decided-for-brand');
  });

  it('of a wager is as on target, and never wins by data of one’s own', () => {
    // on target it is won with 300: not by the provider whose data lack
    expect(decided('wager', 'provider', { provider: '300', open: '300' })).toBe('0.00 decided-for-brand');
    expect(decided('wager', 'brand', { brand: '300', open: '300' })).toBe('300.00 decided-for-provider');
    expect(decided('wager', 'brand', { brand: '-300', open: '-300' })).toBe('0.00 decided-for-provider');
    // known, and held by gates alone: what it lost counts as on target too
    expect(decided('wager', 'provider', { provider: '-20', open: '-20', gatesPassed: '-30', onTarget: '-90' })).toBe(
      '-90.00 decided-for-brand',
    );
    expect(decided('retainer', 'provider', { provider: '-20', open: '-20', gatesPassed: '-30', onTarget: '-90' })).toBe(
      '-30.00 decided-for-brand',
    );
  });

  it('of a bonus by a late brand’s KPI pays what is certain at least, unless a review alone lacks', () => {
    expect(decided('bonus', null, { certain: '80' })).toBe('80.00 decided-at-least');
    expect(decided('bonus', null, { certain: '20' })).toBe('50.00 decided-mean');
    expect(decided('bonus', null, {})).toBe('50.00 decided-mean');
    expect(decided('bonus', null, { certain: '80' }, { unreviewed: '10' })).toBe('50.00 decided-mean');
    expect(decided('retainer', null, { certain: '80' })).toBe('50.00 decided-mean');
  });
});

describe('what a statement knows of a line', () => {
  const view = (more: object = {}) =>
    ({
      ...{ open: false, over: false, own: false, restricted: false, period: { id: '2026-01', daysInForce: 31, daysInPeriod: 31 } },
      terms: { contract: { currency: 'JPY', rounding: 'half_up' } },
      ...more,
    }) as never;
  const given = (value: string | null, more: object = {}, line: object = {}) => {
    const notes = new TraceNotes();
    const raw = value === null ? notes.held([]) : notes.amount(rational(value), value);
    return factsOf(RUN, view(more), { id: 'line', kind: 'retainer', before: null, wasDue: true, compute: () => raw, ...line } as never);
  };
  const settled = { before: { life: { state: 'settled' } } };

  it('is rounded in the currency and by the rule of its own period', () => {
    const { facts } = given('10.5');
    expect([facts.currency, facts.computed]).toEqual(['JPY', { minor: 11n, currency: 'JPY' }]);
    expect(given(null).facts.computed).toBeNull();
  });

  it('is closed outside the window, where it is not known or measured for others alone', () => {
    expect([given(null).closed, given('1').closed]).toEqual([true, false]);
    expect([given('1', { restricted: true }, settled).closed, given('1', {}, settled).closed]).toEqual([true, false]);
    expect(given('1', { restricted: true }, { before: { life: { state: 'held' } } }).closed).toBe(false);
    expect(given('1', { restricted: true }).closed).toBe(false);
    for (const within of [{ open: true }, { over: true }, { own: true }]) expect(given(null, within).closed).toBe(false);
    // acceptances and other lines move these still
    for (const kind of ['milestone', 'recovery', 'guarantee', 'cap', 'penalty']) expect(given(null, {}, { kind }).closed).toBe(false);
    expect(
      factsOf(RUN, null, { id: 'line', kind: 'correction', before: null, wasDue: true, compute: () => new TraceNotes().held([]) }).closed,
    ).toBe(false);
  });
});
