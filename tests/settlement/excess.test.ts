import { describe, expect, it } from 'vitest';
import { type Cause, known, reason, undefinedBy, type Value } from '../../src/attainment/value.js';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import type { PassThrough } from '../../src/contract/fee-kinds/pass-through.js';
import { rational, toDecimal } from '../../src/kernel/rational.js';
import { type AcknowledgedExcess, acknowledgedExcess, excessId } from '../../src/settlement/excess.js';
import type { FeeContext } from '../../src/settlement/fee-context.js';
import { computeExcess, passThroughLine } from '../../src/settlement/fees/pass-through.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { type RawLine, TraceNotes } from '../../src/settlement/raw-line.js';

const LINE = { period: '2026-01', fee: 'ads', currency: 'USD', rounding: 'half_even' } as const;
const ID = 'excess/2026-01/ads';

const review = (date: string, party = 'brand', acknowledges = [ID]) =>
  ({ kind: 'review', date, party, acknowledges }) as unknown as ContractEvent;
const statement = (asOf: string, life: unknown, line = 'ads/excess', period = '2026-01') =>
  ({ statement: { asOf, carried: { lines: [{ period, line, life }] } } }) as unknown as LedgerEntry;
const waits = (excess: string, code = 'over-limit') => ({
  ...{ state: 'held', amount: '0.00', wasSettled: false, byRule: false, since: '2026-02-05', statements: 1 },
  causes: [
    { reason: { code: 'stale', with: { excess: '9' } }, party: 'brand' },
    { reason: { code, with: { excess } }, party: null },
  ],
});
const paid = (amount: string) => ({ state: 'settled', amount, byRule: false });
const upTo = (events: readonly ContractEvent[], ledger: readonly LedgerEntry[]) => {
  const found = acknowledgedExcess({ events, ledger }, LINE);
  return found === null ? 'none' : found.upTo === null ? 'any' : toDecimal(found.upTo);
};

describe('what the brand has acknowledged beyond a limit', () => {
  it('is named by its period and its fee', () => {
    expect(excessId('2026-01', 'ads')).toBe(ID);
  });

  it('is nothing without a review of its own that names it', () => {
    const ledger = [statement('2026-02-05', waits('100'))];
    expect(upTo([], ledger)).toBe('none');
    expect(upTo([review('2026-02-10', 'provider'), review('2026-02-10', 'brand', ['excess/2026-01/other'])], ledger)).toBe('none');
    expect(upTo([{ ...review('2026-02-10'), kind: 'note' } as unknown as ContractEvent], ledger)).toBe('none');
  });

  it('is whatever it comes to where no statement has told anything yet', () => {
    const found = acknowledgedExcess({ events: [review('2026-02-01')], ledger: [statement('2026-02-05', paid('0.00'))] }, LINE);
    expect(found?.upTo).toBeNull();
    expect(found?.covers(rational('1000000'))).toBe(true);
  });

  it('is what the last statement before the review told, else the first', () => {
    const ledger = [
      statement('2026-02-05', waits('100')),
      statement('2026-03-05', waits('150', 'over-acknowledged')),
      statement('2026-04-05', paid('170.00')),
    ];
    expect(upTo([review('2026-02-04')], ledger)).toBe('100');
    expect(upTo([review('2026-02-05')], ledger)).toBe('100');
    expect(upTo([review('2026-03-04')], ledger)).toBe('100');
    expect(upTo([review('2026-03-05')], ledger)).toBe('150');
    expect(upTo([review('2026-05-01')], ledger)).toBe('170');
  });

  it('is the most of several reviews, in any order', () => {
    const ledger = [statement('2026-02-05', waits('150')), statement('2026-03-05', waits('100'))];
    expect(upTo([review('2026-02-10'), review('2026-03-10')], ledger)).toBe('150');
    expect(upTo([review('2026-03-10'), review('2026-02-10')], ledger)).toBe('150');
  });

  it('does not stand on other lines and periods', () => {
    const ledger = [statement('2026-02-05', waits('100'), 'ads'), statement('2026-03-05', waits('150'), 'ads/excess', '2026-02')];
    expect(upTo([review('2026-05-01')], ledger)).toBe('any');
  });

  it('covers what was told, to the digits in which it was told, and not a bit more', () => {
    const told = acknowledgedExcess({ events: [review('2026-02-10')], ledger: [statement('2026-02-05', waits('0.666666666667'))] }, LINE);
    // two thirds are told with twelve places; as a payment they would be 0.67, which is more
    expect(told?.covers(rational('2/3'))).toBe(true);
    expect(told?.covers(rational('0.666666666668'))).toBe(false);
    const sum = acknowledgedExcess({ events: [review('2026-02-10')], ledger: [statement('2026-02-05', paid('0.33'))] }, LINE);
    // a third is paid as 0.33
    expect(sum?.covers(rational('1/3'))).toBe(true);
    expect(sum?.covers(rational('0.33'))).toBe(true);
    expect(sum?.covers(rational('0.336'))).toBe(false);
  });
});

describe('costs with 10% on them, of which 1,000 need no review', () => {
  const always = (value: string) => [{ from: '2026-01', value }];
  const ads = {
    id: 'ads',
    kind: 'pass_through',
    cost: 'spend',
    markup: { onCost: always('0.1') },
    upTo: always('1000'),
  } as unknown as PassThrough;
  const stale: Cause = { reason: reason('stale', { fact: 'ads', freshAt: '-' }), party: 'provider' };
  const unsure: Cause = { reason: reason('stale', { fact: 'sales', freshAt: '-' }), party: 'brand' };
  const gate = (state: 'failed' | 'held') => ({
    gate: { id: 'g', metric: 'roas', limit: 'atMost', blocks: ['ads'] },
    actual: state === 'held' ? undefinedBy([unsure]) : known(rational('4')),
    ...{ limit: rational('3'), state },
  });
  const context = (cost: string | null, more: { gates?: readonly object[]; decideAgainst?: 'provider' } = {}): FeeContext => {
    const value: Value = cost === null ? undefinedBy([stale]) : known(rational(cost));
    const { gates = [], decideAgainst = null } = more;
    return {
      ...{ terms: { contract: { grace: null, currency: 'USD', rounding: 'half_even' } }, period: { id: '2026-01' } },
      ...{ decideAgainst, unknownGates: null },
      attainment: { gates, metric: () => value },
    } as unknown as FeeContext;
  };
  const told = (raw: RawLine) => {
    const { reason: why, formula } = raw.told();
    const causes = raw.causes.map(({ reason: { code, with: given }, party }) => [code, ...Object.values(given), party].join(' '));
    return raw.value === null
      ? `held: ${causes.join(', ')}`
      : [toDecimal(raw.value), formula, why?.code, ...Object.values(why?.with ?? {})].join(' | ');
  };
  const excess = (given: FeeContext, acknowledged: AcknowledgedExcess | null = null) => told(computeExcess(ads, given, acknowledged));
  const upToSo = (text: string): AcknowledgedExcess => ({ upTo: rational(text), covers: (found) => found.lte(rational(text)) });

  it('are paid back up to there, as far as they are known', () => {
    const paidBack = (cost: string | null, fee = ads) =>
      told(passThroughLine.compute(fee, context(cost), new TraceNotes(), { state: 'open' }));
    expect(paidBack('900')).toBe('990 | min(900 × (1 + 10%), 1000) | pass-through | 900 | 10%');
    expect(paidBack('1200')).toBe('1000 | min(1200 × (1 + 10%), 1000) | pass-through | 1200 | 10%');
    expect(paidBack('1200', { ...ads, upTo: null })).toBe('1320 | 1200 × (1 + 10%) | pass-through | 1200 | 10%');
    expect(paidBack(null)).toBe('held: stale ads - provider');
  });

  it('exceed nothing up to there, whatever gates say', () => {
    expect(excess(context('900'))).toBe('0 | max(0, 990 − 1000) | ');
    expect(excess(context('900', { gates: [gate('held')] }))).toBe('0 | max(0, 990 − 1000) | ');
    expect(excess(context('1200', { gates: [gate('failed')] }))).toBe('0 | 0 | gate-failed | g | roas | 4 | 3 | ≤');
  });

  it('wait for nobody beyond it where that rounds to nothing', () => {
    // 909.095 and 10% are 1,000.0045: less than half a cent; 909.1 and 10% are 1,000.01
    expect(excess(context('909.095'))).toBe('0.0045 | max(0, 1000.0045 − 1000) | ');
    expect(excess(context('909.095', { gates: [gate('held')] }))).toBe('0.0045 | max(0, 1000.0045 − 1000) | ');
    expect(excess(context('909.1'))).toBe('held: over-limit excess/2026-01/ads 1000 0.01 provider');
  });

  it('wait beyond it for a review of the brand, which nobody but the provider answers for', () => {
    expect(excess(context('1200'))).toBe('held: over-limit excess/2026-01/ads 1000 320 provider');
    expect(excess(context('1200', { gates: [gate('held')] }))).toBe('held: stale sales - brand');
    expect(excess(context(null))).toBe('held: stale ads - provider');
  });

  it('are paid beyond it as acknowledged; where they have grown since, all of that waits', () => {
    const paid = '320 | max(0, 1320 − 1000) | excess-acknowledged | excess/2026-01/ads';
    expect(excess(context('1200'), { upTo: null, covers: () => true })).toBe(paid);
    expect(excess(context('1200'), upToSo('320'))).toBe(paid);
    expect(excess(context('1200'), upToSo('300'))).toBe('held: over-acknowledged excess/2026-01/ads 1000 320 300 provider');
    // decided, it is what was acknowledged
    expect(excess(context('1200', { decideAgainst: 'provider' }), upToSo('300'))).toBe(
      '300 | 300 | excess-acknowledged | excess/2026-01/ads',
    );
    expect(excess(context('1200', { decideAgainst: 'provider' }))).toBe('held: over-limit excess/2026-01/ads 1000 320 provider');
  });
});
