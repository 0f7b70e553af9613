import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayValue, historyOf, usualDays, weekdayOf } from '../../src/attainment/daily-history.js';
import { emptyRuns, NO_ROWS, type RowHistory, usualSpacing, withRows } from '../../src/attainment/row-history.js';
import { dateOfDayNumber, dayNumber } from '../../src/kernel/calendar.js';
import { type Rational, rational, toExact } from '../../src/kernel/rational.js';

const FIRST = dayNumber('2026-01-01');

/** The median of numbers, as it is written in a book. */
function median(values: readonly Rational[]): Rational {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return lower === undefined || upper === undefined ? rational(0) : lower.add(upper).div(rational(2));
}

describe('what is usual on a weekday', () => {
  const amounts = fc.tuple(fc.integer({ min: -20, max: 60 }), fc.constantFrom('1', '2', '5', '3'));
  const history = fc.array(fc.option(amounts, { freq: 3 }), { minLength: 1, maxLength: 60 });

  it('is the median of its days from the first with rows on, days without rows as 0, and the median of what they differ by', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 59 }), fc.nat({ max: 9 }), (days, cut, after) => {
        const values = days.flatMap((each, at): DayValue[] =>
          each === null ? [] : [{ day: dateOfDayNumber(FIRST + at), value: rational(`${each[0]}/${each[1]}`) }],
        );
        const isEarly = ({ day }: DayValue) => day < dateOfDayNumber(FIRST + cut);
        const joined = historyOf([values.filter(isEarly), values.filter((each) => !isEarly(each))]);
        const last = FIRST + days.length - 1 + after;
        const start = values[0] === undefined ? last + 1 : dayNumber(values[0].day);
        const on = new Map(values.map(({ day, value }) => [dayNumber(day), value]));
        for (const [weekday, { median2, mad4 }] of usualDays(joined, last).entries()) {
          const own: Rational[] = [];
          for (let day = start; day <= last; day += 1) if (weekdayOf(day) === weekday) own.push(on.get(day) ?? rational(0));
          const middle = median(own);
          const off = median(own.map((value) => value.sub(middle).abs()));
          expect(toExact(rational(median2).div(rational(joined.scale * 2n)))).toBe(toExact(middle));
          expect(toExact(rational(mad4).div(rational(joined.scale * 4n)))).toBe(toExact(off));
        }
        expect([joined.known, joined.first]).toEqual([values.length, values[0] === undefined ? null : start]);
        for (let day = FIRST; day <= last; day += 1) {
          const found = joined.valueOn(day);
          expect(found === null ? null : toExact(rational(found).div(rational(joined.scale)))).toBe(
            on.has(day) ? toExact(on.get(day) ?? rational(0)) : null,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('goes on from the same days to the same history', () => {
    const [january, february]: DayValue[][] = [[{ day: '2026-01-01', value: rational(1) }], [{ day: '2026-02-01', value: rational(2) }]];
    const once = historyOf([january ?? [], february ?? []]);
    expect(historyOf([january ?? [], february ?? []])).toBe(once);
    expect(historyOf([january ?? [], []])).toBe(historyOf([january ?? []]));
    expect(historyOf([january ?? []])).not.toBe(once);
  });
});

describe('days with rows and without', () => {
  const period = (from: string, to: string, ...days: readonly string[]) => ({
    inForce: { from, to },
    days: days.map(dayNumber),
    factRows: days.length,
  });
  const runs = (before: RowHistory, rows: ReturnType<typeof period>) =>
    emptyRuns(before, rows).map(({ since, from, to }) => [since, from, to].map(dateOfDayNumber).join(' '));

  it('are those between days with rows, and before and after them', () => {
    const january = period('2026-01-01', '2026-01-31', '2026-01-03', '2026-01-04', '2026-01-20');
    expect(runs(NO_ROWS, january)).toEqual([
      '2026-01-01 2026-01-01 2026-01-02',
      '2026-01-05 2026-01-05 2026-01-19',
      '2026-01-21 2026-01-21 2026-01-31',
    ]);
    expect(runs(NO_ROWS, period('2026-01-01', '2026-01-02', '2026-01-01', '2026-01-02'))).toEqual([]);
    expect(runs(NO_ROWS, period('2026-01-01', '2026-01-02'))).toEqual(['2026-01-01 2026-01-01 2026-01-02']);
  });

  it('may have begun in the period before, where that ends the day before', () => {
    const before = withRows(NO_ROWS, period('2026-01-01', '2026-01-31', '2026-01-20'));
    expect(runs(before, period('2026-02-01', '2026-02-28', '2026-02-03'))).toEqual([
      '2026-01-21 2026-02-01 2026-02-02',
      '2026-02-04 2026-02-04 2026-02-28',
    ]);
    expect(runs(before, period('2026-02-02', '2026-02-28', '2026-02-03'))).toEqual([
      '2026-02-02 2026-02-02 2026-02-02',
      '2026-02-04 2026-02-04 2026-02-28',
    ]);
    expect(runs(before, period('2026-02-01', '2026-02-28', '2026-02-01'))).toEqual(['2026-02-02 2026-02-02 2026-02-28']);
    const empty = withRows(NO_ROWS, period('2026-01-10', '2026-01-31'));
    expect(runs(empty, period('2026-02-01', '2026-02-02', '2026-02-02'))).toEqual(['2026-01-10 2026-02-01 2026-02-01']);
  });

  it('are counted on from period to period', () => {
    const january = withRows(NO_ROWS, period('2026-01-01', '2026-01-31', '2026-01-03', '2026-01-05', '2026-01-31'));
    expect({ ...january, spacings: [...january.spacings] }).toEqual({
      ...{ from: dayNumber('2026-01-01'), to: dayNumber('2026-01-31'), latest: dayNumber('2026-01-31'), began: dayNumber('2026-01-01') },
      ...{
        everRows: true,
        factRows: 3,
        spacings: [
          [2, 1],
          [26, 1],
        ],
      },
    });
    const february = withRows(january, period('2026-02-01', '2026-02-28', '2026-02-02'));
    expect([...february.spacings]).toEqual([
      [2, 2],
      [26, 1],
    ]);
    expect([february.from, february.factRows]).toEqual([january.from, 4]);
    const later = withRows(january, period('2026-03-01', '2026-03-31', '2026-03-02'));
    expect([later.from, later.began, [...later.spacings]]).toEqual([
      dayNumber('2026-03-01'),
      january.from,
      [
        [2, 1],
        [26, 1],
      ],
    ]);
    const none = withRows(NO_ROWS, period('2026-01-01', '2026-01-31'));
    expect([none.everRows, none.latest, withRows(january, period('2026-02-01', '2026-02-28')).everRows]).toEqual([false, null, true]);
  });

  it('are usually so far apart as nine in ten are', () => {
    const spaced = (...counts: readonly (readonly [number, number])[]): RowHistory => ({ ...NO_ROWS, spacings: new Map(counts) });
    expect(usualSpacing(spaced([7, 9], [30, 1]), null, 10)).toBe(7);
    expect(usualSpacing(spaced([30, 1], [7, 9]), null, 10)).toBe(7);
    expect(usualSpacing(spaced([7, 8], [30, 2]), null, 10)).toBe(30);
    expect(usualSpacing(spaced([7, 9]), null, 10)).toBeNull();
    expect(usualSpacing(spaced([7, 9], [30, 2]), 30, 10)).toBe(7);
    expect(usualSpacing(spaced([7, 9], [30, 1]), 30, 10)).toBeNull();
    expect(usualSpacing(spaced(), null, 0)).toBeNull();
  });
});
