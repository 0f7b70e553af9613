import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { rational, toDecimal } from '../../src/kernel/rational.js';
import { acknowledgedExcess, excessId } from '../../src/settlement/excess.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';

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
