import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../src/attainment/measures.js';
import { toDecimal, ZERO } from '../../src/kernel/rational.js';
import { forecastMeasure, type MeasureForecast } from '../../src/outlook/measure-forecasts.js';
import { type RatioBond, ratioBonds } from '../../src/outlook/ratio-bonds.js';
import { originsOf, type PeriodForecast, restsAt } from '../../src/outlook/scenarios.js';
import { seriesOf, shopDays } from './series.js';
import { shopInput } from './shop.js';

const DAYS = Array.from({ length: 14 }, (_, day) => day);
const byDay = (value: number) => new Map(DAYS.map((day) => [day, value]));
const measure = (rest: number, factor: number): MeasureForecast => ({
  toDate: 0,
  rest,
  factors: byDay(factor),
  none: null,
  series: seriesOf('2026-01-01', []),
});
const sum = (...ids: readonly (readonly [string, number])[]) => new Map(ids);

/** Sales of 1,000 are expected, 1,200 in the scenarios; spend of 400, 440 in them; refunds of 100, 90 in them. */
function period(bond: Pick<RatioBond, 'over' | 'under'> & { readonly follows: string }, planned = sum()): PeriodForecast {
  const measures = new Map([
    ['sales', measure(1000, 1.2)],
    ['spend', measure(400, 1.1)],
    ['refunds', measure(100, 0.9)],
  ]);
  // a ratio of 2 is expected, 2.5 in the scenarios
  const forecast = { ratio: 2, factors: byDay(1.25) };
  const bonds = new Map([['ratio', { ...bond, follows: new Set([bond.follows]), forecast, origins: new Set(DAYS) }]]);
  return { measures, counts: new Set(), digitsOf: () => 2, daysGone: 10, daysLeft: 20, bonds, planned, asExpected: [] };
}
const both = (each: PeriodForecast) =>
  [restsAt(each, null), restsAt(each, 3)].map((rests) => Object.fromEntries([...rests].map(([id, rest]) => [id, Number(toDecimal(rest))])));
const ROAS = { over: sum(['sales', 1]), under: sum(['spend', 1]) };

describe('what follows from a ratio', () => {
  it('is what stands below the line, or above it, in every scenario', () => {
    expect(both(period({ ...ROAS, follows: 'spend' }))).toEqual([
      { sales: 1000, spend: 500, refunds: 100 },
      { sales: 1200, spend: 480, refunds: 90 },
    ]);
    expect(both(period({ ...ROAS, follows: 'sales' }))).toEqual([
      { sales: 800, spend: 400, refunds: 100 },
      { sales: 1100, spend: 440, refunds: 90 },
    ]);
  });

  it('is one of several above the line: sales less refunds are so many times what is spent', () => {
    const net = { over: sum(['sales', 1], ['refunds', -1]), under: sum(['spend', 1]), follows: 'refunds' };
    // 1,000 − 200 = 2 × 400; 1,200 − 100 = 2.5 × 440
    expect(both(period(net)).map(({ refunds }) => refunds)).toEqual([200, 100]);
  });

  it('stays as it is where nothing above 0 would do: what is below 0 is never twice what is above', () => {
    const less = { over: sum(['refunds', -1]), under: sum(['sales', 1]), follows: 'refunds' };
    expect(both(period(less)).map(({ refunds }) => refunds)).toEqual([100, 90]);
  });

  it('is exact: half a cent of spend is none, and 1.1 × 3 is no 3.3000000000000003', () => {
    const each = {
      ...period({ ...ROAS, follows: 'sales' }),
      measures: new Map([
        ['sales', measure(7, 1)],
        ['spend', measure(100.006, 1)],
      ]),
    };
    const bond = { ...ROAS, follows: new Set(['sales']), forecast: { ratio: 1.1, factors: byDay(3) }, origins: new Set(DAYS) };
    const told = { ...each, bonds: new Map([['ratio', bond]]) };
    // 100.01 × 3.3
    expect(toDecimal(restsAt(told, 3).get('sales') ?? ZERO)).toBe('330.033');
    // of 100 visits 3.3 in a hundred buy, though nobody buys three times and a bit
    expect(toDecimal(restsAt({ ...told, digitsOf: () => 0, counts: new Set(['sales', 'spend']) }, 3).get('sales') ?? ZERO)).toBe('330');
  });

  it('is not moved by what is planned in its place, nor is the other side', () => {
    expect(both(period({ ...ROAS, follows: 'sales' }, sum(['spend', 900])))[1]).toMatchObject({ sales: 1100, spend: 900 });
    expect(both(period({ ...ROAS, follows: 'spend' }, sum(['spend', 900])))[1]).toMatchObject({ sales: 1200, spend: 900 });
  });

  it('is known on the days that what it follows from is known on', () => {
    const each = period({ ...ROAS, follows: 'sales' });
    const later = new Map([...each.measures, ['spend', { ...measure(400, 1.1), factors: new Map([...byDay(1.1)].slice(5)) }]]);
    expect(originsOf({ ...each, measures: later }, ['sales'])).toEqual(DAYS.slice(5));
    expect(originsOf({ ...each, measures: later }, ['refunds'])).toEqual(DAYS);
  });
});

describe('which side follows', () => {
  const { contract, definitions } = shopInput({ through: '2026-10-14' }).settlement.terms;
  const october = { from: '2026-10-01', to: '2026-10-31' };
  const wild = shopDays(500, 3).map((value, day) => value * (day % 40 < 20 ? 0.5 : 1.5));
  const ground = (revenue: readonly number[], spend: readonly number[]) => ({
    words: vocabulary(contract, definitions),
    measures: new Map([
      ['revenue', forecastMeasure(seriesOf('2025-06-02', revenue), october, [])],
      ['spend', forecastMeasure(seriesOf('2025-06-02', spend), october, [])],
    ]),
    daysGone: 14,
    daysLeft: 17,
    daysSkipped: 0,
  });
  const follows = (metrics: readonly string[], revenue = shopDays(500), spend = shopDays(500, 11)) => [
    ...(ratioBonds(ground(revenue, spend), metrics).get('roas')?.follows ?? []),
  ];

  it('is the one that is read in no sum; above the line where neither is', () => {
    expect(follows(['roas'])).toEqual(['revenue']);
    expect(follows(['roas', 'gmv'])).toEqual(['spend']);
    expect(follows(['budget', 'roas'])).toEqual(['revenue']);
  });

  it('is the one that was harder to forecast where both are', () => {
    expect(follows(['roas', 'gmv', 'budget'], wild)).toEqual(['revenue']);
    expect(follows(['roas', 'gmv', 'budget'], shopDays(500), wild)).toEqual(['spend']);
  });
});
