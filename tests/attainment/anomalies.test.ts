import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anomaliesOf, detectAnomalies } from '../../src/attainment/anomalies.js';
import { historyOf } from '../../src/attainment/daily-history.js';
import { addDays, type LocalDate } from '../../src/kernel/calendar.js';
import { rational } from '../../src/kernel/rational.js';

/** Monday; five weeks from here end on Sunday 2026-02-08. */
const MONDAY = '2026-01-05';
const FIVE_WEEKS = { from: MONDAY, to: '2026-02-08' };

/** A series from Monday on; null is a day without rows. */
function series(values: readonly (string | number | null)[], from: LocalDate = MONDAY, measure = 'revenue') {
  const days = values.flatMap((value, index) => (value === null ? [] : [{ day: addDays(from, index), value: rational(String(value)) }]));
  return { measure, days };
}

/** A week that varies by a few units around a weekday shape; `shift` keeps the weeks apart. */
function week(shift: number): number[] {
  return [100, 110, 120, 130, 140, 90, 80].map((base) => base + shift);
}

const WEEKS = [week(0), week(-2), week(2), week(-1), week(1)].flat();

/** The weeks with some days replaced, by index from Monday. */
function changed(days: Readonly<Record<number, string | number | null>>, base: readonly number[] = WEEKS) {
  return base.map((value, index) => (Object.hasOwn(days, index) ? (days[index] ?? null) : value));
}

const idsOf = (values: readonly (string | number | null)[], period = FIVE_WEEKS) =>
  detectAnomalies([series(values)], period).map((anomaly) => anomaly.id);

describe('detectAnomalies', () => {
  it('compares a day with its weekday: 0.6745 × (x − median) ÷ MAD', () => {
    // Thursdays 130, 128, 132, 129 and 1000: median 130; deviations 0, 2, 2, 1, 870: MAD 2; z = 0.6745 × 870 ÷ 2 = 293.4075.
    expect(detectAnomalies([series(changed({ 31: 1000 }))], FIVE_WEEKS)).toEqual([
      { id: 'revenue@2026-02-05', measure: 'revenue', day: '2026-02-05', value: '1000', median: '130', z: '293.41' },
    ]);
  });

  it('is exact where a median lies between two days and values have decimals', () => {
    // Four Mondays 10.1, 10.2, 10.4, 99.9: median 10.3; deviations 0.2, 0.1, 0.1, 89.6: MAD 0.15; z = 0.6745 × 89.6 ÷ 0.15.
    const other = ['10', '10.1', '10.2', '10.3', '10.4', '10.5'];
    const values = [
      ['10.1', ...other],
      ['10.2', ...other],
      ['10.4', ...other],
      ['99.9', ...other],
    ].flat();
    expect(detectAnomalies([series(values)], { from: '2026-01-26', to: '2026-02-01' })).toEqual([
      { id: 'revenue@2026-01-26', measure: 'revenue', day: '2026-01-26', value: '99.9', median: '10.3', z: '402.90' },
    ]);
  });

  it('finds a bad-data day (× 10) and a sale (× 4), on the day alone', () => {
    expect(idsOf(changed({ 24: 1290 }))).toEqual(['revenue@2026-01-29']);
    expect(idsOf(changed({ 25: 560 }))).toEqual(['revenue@2026-01-30']);
  });

  it('finds an outage of some days, whether they bring 0, almost nothing, or no rows at all', () => {
    const outage = ['revenue@2026-01-27', 'revenue@2026-01-28', 'revenue@2026-01-29'];
    expect(idsOf(changed({ 22: 0, 23: 0, 24: 0 }))).toEqual(outage);
    expect(idsOf(changed({ 22: 3, 23: 2, 24: 4 }))).toEqual(outage);
    expect(idsOf(changed({ 22: null, 23: null, 24: null }))).toEqual(outage);
  });

  it('finds an outage that lasts to the end of the period', () => {
    const friday = { 32: null, 33: null, 34: null };
    expect(idsOf(changed(friday))).toEqual(['revenue@2026-02-06', 'revenue@2026-02-07', 'revenue@2026-02-08']);
  });

  it('leaves an outage alone that is not material: one day of five weeks is under 5%', () => {
    expect(idsOf(changed({ 22: 0 }))).toEqual([]);
    expect(idsOf(changed({ 22: 0 }), { from: '2026-01-26', to: '2026-02-01' })).toEqual(['revenue@2026-01-27']);
  });

  it('finds a day that brought nothing although the weekday varies by a fifth, where |z| stays below 6', () => {
    // Mondays 100, 120, 80, 115, 0: median 100, deviations 0, 20, 20, 15, 100: MAD 20, z = −3.3725.
    const noisy = [100, 120, 80, 115, 0].flatMap((monday, index) => [monday, ...week([0, 2, -2, 1, -1][index] ?? 0).slice(1)]);
    const found = detectAnomalies([series(noisy)], { from: '2026-02-02', to: '2026-02-08' });
    expect(found.map(({ day, z }) => [day, z])).toEqual([['2026-02-02', '-3.37']]);
    // a tenth of the median is something: z = −0.6745 × 90 ÷ 20 = −3.04 is no anomaly, as it would be of 9
    const last = (monday: number) =>
      idsOf(
        noisy.map((value, index) => (index === 28 ? monday : value)),
        { from: '2026-02-02', to: '2026-02-08' },
      );
    expect([last(11), last(10), last(9)]).toEqual([[], [], ['revenue@2026-02-02']]);
  });

  it('flags beyond 6, not before', () => {
    // Mondays 100, 120, 80, 115 and x: median 115; deviations 15, 5, 35, 0: MAD 15; z of 249 is 6.03, of 248 5.98.
    const mondays = (last: number) => WEEKS.map((value, index) => (index % 7 === 0 ? ([100, 120, 80, 115, last][index / 7] ?? 0) : value));
    const lastWeek = { from: '2026-02-02', to: '2026-02-08' };
    expect(idsOf(mondays(249), lastWeek)).toEqual(['revenue@2026-02-02']);
    expect(idsOf(mondays(248), lastWeek)).toEqual([]);
  });

  it('does not flag what is just 6', () => {
    // Mondays 18,000, 18,651, 20,000, 21,349 and x: median 20,000; deviations 2,000, 1,349, 0, 1,349: MAD 1,349. 0.6745 × 12,000 ÷ 1,349 = 6.
    const last = (monday: number) => {
      const mondays = [20_000, 21_349, 18_651, 18_000, monday];
      const values = WEEKS.map((value, index) => (index % 7 === 0 ? (mondays[index / 7] ?? 0) : value * 100));
      return idsOf(values, { from: '2026-02-02', to: '2026-02-08' });
    };
    expect([last(32_000), last(32_001)]).toEqual([[], ['revenue@2026-02-02']]);
  });

  it('flags from half the level around it on, not before', () => {
    // The 15 days from 2026-01-25 on have a median of 111, so 166.5 is half as much again; z is about 29 in both.
    const lastWeek = { from: '2026-02-02', to: '2026-02-08' };
    expect(idsOf(changed({ 34: 167 }), lastWeek)).toEqual(['revenue@2026-02-08']);
    expect(idsOf(changed({ 34: 166 }), lastWeek)).toEqual([]);
  });

  it('takes the level around a day between the two middle ones where the days are an even number', () => {
    // The 16 days from 2026-01-24 on: 79, 81, 82, 89, 92, 99, 101, 109 | 111, 119, 121, 129, 131, 139, 141 and that Saturday's own value.
    // Their median is 110, so 165 is half as much again.
    const lastWeek = { from: '2026-02-02', to: '2026-02-08' };
    expect(idsOf(changed({ 33: 165 }), lastWeek)).toEqual(['revenue@2026-02-07']);
    expect(idsOf(changed({ 33: 164 }), lastWeek)).toEqual([]);
  });

  it('adds up days that follow each other in the same direction, and no others', () => {
    // Over five weeks 3,850 come in. With a and b on a Tuesday and a Wednesday these usually bring 111 and 121, and 3,622 + a + b come in all:
    // 20 × (a + b − 232) are as much from a + b = 435 on. Neither day alone is 5%.
    expect(idsOf(changed({ 22: 215, 23: 220 }))).toEqual(['revenue@2026-01-27', 'revenue@2026-01-28']);
    expect(idsOf(changed({ 22: 214, 23: 220 }))).toEqual([]);
    // a day between them, or one that brought nothing before a sale, makes no run
    expect(idsOf(changed({ 22: 215, 24: 230 }))).toEqual([]);
    expect(idsOf(changed({ 22: 0, 23: 500 }))).toEqual(['revenue@2026-01-28']);
    expect(idsOf(changed({ 22: 500, 23: 0 }))).toEqual(['revenue@2026-01-27']);
  });

  it('asks for 5% of the larger total, of what came or of what is usual', () => {
    // From Tuesday 2026-01-20 on 20 days are usually worth 670 + 770 + 770 = 2,210: a Tuesday's 110 that are lacking are under 5%
    // of that, and over 5% of what came; without that first Tuesday it is 2,100, of which they are more than 5%.
    expect(idsOf(changed({ 22: 0 }), { from: '2026-01-20', to: '2026-02-08' })).toEqual([]);
    expect(idsOf(changed({ 22: 0 }), { from: '2026-01-21', to: '2026-02-08' })).toEqual(['revenue@2026-01-27']);
    // With 228 on that Tuesday its weekday's usual is 111. The 20 days brought 682 − 109 + 228 + 763 + 777 = 2,341: 117 more are under
    // 5% of it, of 2,342 the 118 of one more are not; of the usual 2,213 both would be.
    const days = { from: '2026-01-20', to: '2026-02-08' };
    expect(idsOf(changed({ 22: 228 }), days)).toEqual([]);
    expect(idsOf(changed({ 22: 229 }), days)).toEqual(['revenue@2026-01-27']);
  });

  it('leaves weekdays alone on which the shop is closed', () => {
    const closed = changed(Object.fromEntries([6, 13, 20, 27, 34].map((sunday) => [sunday, null])));
    expect(idsOf(closed)).toEqual([]);
  });

  it('leaves a trend and a season alone', () => {
    const weeks = Array.from({ length: 17 }, (_, index) => week(index % 3));
    const trend = weeks.flatMap((days, index) => days.map((value) => value + index * 12));
    const season = weeks.flatMap((days, index) => days.map((value) => (index < 12 ? value : value * 3)));
    const lastFour = { from: addDays(MONDAY, 13 * 7), to: addDays(MONDAY, 17 * 7 - 1) };
    expect(idsOf(trend, lastFour)).toEqual([]);
    expect(idsOf(season, lastFour)).toEqual([]);
  });

  it('flags only days of the period, and ignores what comes after it', () => {
    const values = changed({ 3: 1000, 31: 1000 });
    expect(idsOf(values, { from: '2026-01-12', to: '2026-02-01' })).toEqual([]);
    expect(idsOf(values, { from: '2026-01-12', to: '2026-02-08' })).toEqual(['revenue@2026-02-05']);
  });

  it('answers of the measure and the days that are asked for, whatever was asked before of the same history', () => {
    const history = historyOf([series(changed({ 17: 1000, 31: 1000 })).days]);
    const of = (measure: string, from: string) => anomaliesOf(history, measure, { from, to: '2026-02-08' }).map(({ id }) => id);
    expect(of('revenue', '2026-01-26')).toEqual(['revenue@2026-02-05']);
    expect(of('orders', '2026-01-26')).toEqual(['orders@2026-02-05']);
    expect(of('revenue', '2026-01-19')).toEqual(['revenue@2026-01-22', 'revenue@2026-02-05']);
  });

  it('says nothing with fewer than 28 days with rows', () => {
    expect(idsOf(changed({ 24: 1290 }).slice(0, 27))).toEqual([]);
    expect(idsOf(changed({ 24: 1290 }).slice(0, 28), { from: MONDAY, to: '2026-02-01' })).toEqual(['revenue@2026-01-29']);
    // days after the period's end are none
    expect(idsOf(changed({ 24: 1290 }), { from: MONDAY, to: '2026-01-31' })).toEqual([]);
  });

  it('says nothing of sparse, mostly zero, constant or absent series', () => {
    const sparse = Array.from({ length: 80 }, (_, index) => (index % 2 === 0 ? 100 + (index % 5) : null));
    const zero = Array.from({ length: 35 }, (_, index) => (index === 20 ? 500 : 0));
    const constant = changed(
      { 24: 1000 },
      Array.from({ length: 35 }, () => 100),
    );
    const period = { from: MONDAY, to: addDays(MONDAY, 79) };
    expect(idsOf(sparse.with(40, 5000), period)).toEqual([]);
    expect(idsOf(zero)).toEqual([]);
    expect(idsOf(constant)).toEqual([]);
    expect(idsOf([])).toEqual([]);
  });

  it('works on measures that are negative', () => {
    const refunds = changed({ 24: 1290 }).map((value) => -Number(value));
    const [found] = detectAnomalies([series(refunds, MONDAY, 'refunded')], FIVE_WEEKS);
    expect(found).toMatchObject({ id: 'refunded@2026-01-29', value: '-1290', median: '-131' });
  });

  it('keeps the order of the measures and works on values without a finite decimal', () => {
    const thirds = { measure: 'a', days: series(changed({ 24: 1290 })).days.map(({ day, value }) => ({ day, value: value.div(3) })) };
    const found = detectAnomalies([series(changed({ 31: 1000 }), MONDAY, 'z'), thirds], FIVE_WEEKS);
    expect(found.map((anomaly) => anomaly.id)).toEqual(['z@2026-02-05', 'a@2026-01-29']);
    expect(found[1]?.median).toBe('43.666666666667'); // Thursdays 130, 128, 132, 1290, 131: median 131, then ÷ 3
  });

  const steady = fc.array(fc.integer({ min: 900, max: 1100 }), { minLength: 35, maxLength: 120 });

  it('never flags a series that stays within a tenth of its level', () => {
    fc.assert(fc.property(steady, (values) => idsOf(values, { from: MONDAY, to: addDays(MONDAY, values.length - 1) }).length === 0));
  });

  it('depends neither on the order of the days nor on the unit', () => {
    fc.assert(
      fc.property(steady, fc.nat(34), fc.integer({ min: 0, max: 20_000 }), (values, at, wild) => {
        const written = series(values.map((value, index) => (index === at ? wild : value)));
        const period = { from: MONDAY, to: addDays(MONDAY, values.length - 1) };
        const shuffled = { ...written, days: [...written.days].reverse() };
        const inCents = { ...written, days: written.days.map(({ day, value }) => ({ day, value: value.div(100) })) };
        const found = detectAnomalies([written], period);
        expect(detectAnomalies([shuffled], period)).toEqual(found);
        expect(detectAnomalies([inCents], period).map(({ id, z }) => [id, z])).toEqual(found.map(({ id, z }) => [id, z]));
      }),
    );
  });

  it('never stops flagging a day that gets wilder', () => {
    fc.assert(
      fc.property(
        steady,
        fc.nat(34),
        fc.integer({ min: 1100, max: 20_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (values, at, wild, more) => {
          const period = { from: MONDAY, to: addDays(MONDAY, values.length - 1) };
          const flagged = (value: number) =>
            idsOf(
              values.map((each, index) => (index === at ? value : each)),
              period,
            ).length > 0;
          return !flagged(wild) || flagged(wild + more);
        },
      ),
    );
  });
});
