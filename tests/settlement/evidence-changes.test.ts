import { describe, expect, it } from 'vitest';
import { changesIn } from '../../src/settlement/evidence-changes.js';
import { gathered } from '../../src/settlement/unproved.js';

type Day = readonly [day: string, rows: number, value: string, currency?: string];
const measure = (id: string, days: readonly Day[], more: object = {}) => ({
  ...{ id, rows: days.length, nulls: 0 },
  days: days.map(([day, rows, value, currency]) => ({ day, rows, value, ...(currency === undefined ? {} : { currency }) })),
  ...more,
});

describe('what has changed of a period since it was measured last', () => {
  const changes = (before: readonly object[] | null, now: readonly object[] | null, earlier?: readonly object[]) => {
    const ledger = before === null ? [] : [{ evidence: { periods: [{ period: '2026-01', measures: before }] }, statement: {}, terms: {} }];
    const underEarlierRules = earlier === undefined ? {} : { underEarlierRules: { measures: earlier } };
    const fresh = now === null ? null : { evidence: { measures: now, ...underEarlierRules } };
    return changesIn({ period: { id: '2026-01' }, fresh } as never, ledger as never).map((change) => {
      const { period, measure: of, day, before: was, after, rowsBefore, rowsAfter } = change;
      const cause = 'cause' in change ? ` by ${change.cause}` : '';
      return `${period} ${of} ${day ?? '-'}: ${was ?? '-'} (${rowsBefore}) → ${after ?? '-'} (${rowsAfter})${cause}`;
    });
  };
  const sales = (...days: readonly Day[]) => [measure('sales', days)];
  const [first, second]: Day[] = [
    ['2026-01-01', 1, '5'],
    ['2026-01-02', 2, '7'],
  ];
  const both = sales(first as Day, second as Day);

  it('is nothing where it says the same, or was never measured', () => {
    expect(changes(both, sales(second as Day, first as Day))).toEqual([]);
    expect(changes(null, both)).toEqual([]);
    expect(changes(both, null)).toEqual([]);
    expect(changes([measure('other', [])], both)).toEqual([]);
  });

  it('is a day with another value, other rows, more or less', () => {
    expect(changes(both, sales(first as Day, ['2026-01-02', 2, '8']))).toEqual(['2026-01 sales 2026-01-02: 7 (2) → 8 (2)']);
    expect(changes(both, sales(first as Day, ['2026-01-02', 3, '7']))).toEqual(['2026-01 sales 2026-01-02: 7 (2) → 7 (3)']);
    expect(changes(both, sales(second as Day))).toEqual(['2026-01 sales 2026-01-01: 5 (1) → - (0)']);
    expect(changes(sales(second as Day), both)).toEqual(['2026-01 sales 2026-01-01: - (0) → 5 (1)']);
    expect(changes(sales(second as Day), sales(first as Day))).toEqual([
      '2026-01 sales 2026-01-01: - (0) → 5 (1)',
      '2026-01 sales 2026-01-02: 7 (2) → - (0)',
    ]);
  });

  it('is told of each currency', () => {
    const of = (usd: string, eur: string) => sales(['2026-01-01', 1, usd, 'USD'], ['2026-01-01', 1, eur, 'EUR']);
    expect(changes(of('1', '2'), of('1', '3'))).toEqual(['2026-01 sales EUR 2026-01-01: 2 (1) → 3 (1)']);
  });

  it('is what is of no day: NULLs, and who was counted', () => {
    const nulls = (count: number) => [measure('sales', [], { rows: 9, nulls: count })];
    expect(changes(nulls(0), nulls(1))).toEqual(['2026-01 sales -: - (9) → - (9)']);
    const buyers = (distinct: number | undefined) => [measure('sales', [], distinct === undefined ? {} : { distinct })];
    expect(changes(buyers(3), buyers(4))).toEqual(['2026-01 sales -: 3 (0) → 4 (0)']);
    expect(changes(buyers(undefined), buyers(4))).toEqual(['2026-01 sales -: - (0) → 4 (0)']);
    expect(changes(buyers(4), buyers(undefined))).toEqual(['2026-01 sales -: 4 (0) → - (0)']);
    // whoever is counted has no value a day, but rows
    const seen = (...days: readonly object[]) => [measure('sales', [], { days, distinct: 4 })];
    const day = { day: '2026-01-02', rows: 2 };
    expect(changes(seen(), seen(day))).toEqual(['2026-01 sales 2026-01-02: - (0) → - (2)']);
    expect(changes(seen(day), seen())).toEqual(['2026-01 sales 2026-01-02: - (2) → - (0)']);
  });

  it('is apart what the rules of the zones have moved', () => {
    const moved = sales(['2026-01-01', 3, '12']);
    expect(changes(both, moved, both)).toEqual([
      '2026-01 sales 2026-01-01: 5 (1) → 12 (3) by zone-rules',
      '2026-01 sales 2026-01-02: 7 (2) → - (0) by zone-rules',
    ]);
    expect(changes(sales(first as Day), moved, both)[0]).toBe('2026-01 sales 2026-01-02: - (0) → 7 (2)');
  });
});

it('what nobody here can know is told once, with all its periods', () => {
  const thing = (what: string, periods: readonly string[], event = 'a') => ({ what, periods, params: { event } }) as never;
  expect(gathered([thing('x', ['2026-03']), thing('y', []), thing('x', ['2026-01', '2026-03']), thing('x', ['2026-02'], 'b')])).toEqual([
    thing('x', ['2026-01', '2026-03']),
    thing('y', []),
    thing('x', ['2026-02'], 'b'),
  ]);
});
