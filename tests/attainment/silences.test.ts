import { expect, it } from 'vitest';
import { NO_ROWS, type RowHistory, withRows } from '../../src/attainment/row-history.js';
import { detectSilences, type MeasuredRows } from '../../src/attainment/silences.js';
import { type DateRange, datesOf, dayNumber } from '../../src/kernel/calendar.js';

const JANUARY = { from: '2026-01-01', to: '2026-01-31' };
const FEBRUARY = { from: '2026-02-01', to: '2026-02-28' };
const MARCH = { from: '2026-03-01', to: '2026-03-31' };

type Day = (day: string, index: number) => boolean;
const every: Day = () => true;
const none: Day = () => false;
const outside =
  (from: string, to: string): Day =>
  (day) =>
    day < from || day > to;
const eachOf =
  (days: number): Day =>
  (_, index) =>
    index % days === 0;

function rows(inForce: DateRange, has: Day, besides: Partial<MeasuredRows> = {}): MeasuredRows {
  const days = datesOf(inForce).filter(has).map(dayNumber);
  return { measure: 'revenue', inForce, days, factRows: days.length, lacksFile: false, isFiltered: true, ...besides };
}

/** What is found in the last of some periods that follow each other. */
function found(...periods: readonly MeasuredRows[]): string[] {
  const last = periods.at(-1);
  const before = periods.slice(0, -1).reduce<RowHistory>(withRows, NO_ROWS);
  return last === undefined ? [] : detectSilences(before, last).map(({ id, silence, to }) => `${silence} ${id} to ${to}`);
}

it('finds a month of daily rows that was never exported, of a fact whose load time says that it is complete', () => {
  expect(found(rows(JANUARY, every), rows(FEBRUARY, none))).toEqual(['stops revenue@2026-02-01 to 2026-02-28']);
  expect(found(rows(JANUARY, every), rows(FEBRUARY, none), rows(MARCH, every))).toEqual([]);
});

it('finds a period without any row of a fact that has no load time, also the first', () => {
  expect(found(rows(JANUARY, none, { lacksFile: true }))).toEqual(['no-file revenue@2026-01-01 to 2026-01-31']);
  const rare = rows(JANUARY, eachOf(10));
  expect(found(rare, rows(FEBRUARY, none, { lacksFile: true }))).toEqual(['no-file revenue@2026-02-01 to 2026-02-28']);
  expect(found(rare, rows(FEBRUARY, none))).toEqual([]);
});

it('finds a file that covers a part of its month only: at its end, in its middle, at the beginning of the contract', () => {
  expect(found(rows(JANUARY, every), rows(FEBRUARY, outside('2026-02-21', '2026-02-28')))).toEqual([
    'stops revenue@2026-02-21 to 2026-02-28',
  ]);
  expect(found(rows(JANUARY, every), rows(FEBRUARY, outside('2026-02-10', '2026-02-14')))).toEqual([
    'stops revenue@2026-02-10 to 2026-02-14',
  ]);
  expect(found(rows(JANUARY, outside('2026-01-01', '2026-01-09')))).toEqual(['stops revenue@2026-01-01 to 2026-01-09']);
});

it('leaves four days to the comparison with their weekdays', () => {
  expect(found(rows(JANUARY, every), rows(FEBRUARY, outside('2026-02-10', '2026-02-13')))).toEqual([]);
});

it('counts days over a month’s end, and names those of the period', () => {
  const january = rows(JANUARY, outside('2026-01-28', '2026-01-31'));
  expect(found(january, rows(FEBRUARY, outside('2026-02-01', '2026-02-02')))).toEqual(['stops revenue@2026-02-01 to 2026-02-02']);
  expect(found(january)).toEqual([]);
});

it('takes rare rows for what they are: four times what nine in ten days are apart', () => {
  // Every third day in January: 11 days with rows, ten distances of 3. The last is the 31st: 11 days without are under 12, 12 are not.
  expect(
    found(
      rows(JANUARY, eachOf(3)),
      rows(FEBRUARY, (_, index) => index >= 11),
    ),
  ).toEqual([]);
  expect(
    found(
      rows(JANUARY, eachOf(3)),
      rows(FEBRUARY, (_, index) => index >= 12),
    ),
  ).toEqual(['stops revenue@2026-02-01 to 2026-02-12']);
  // Every fourth day: eight days, seven distances say nothing.
  expect(found(rows(JANUARY, eachOf(4)), rows(FEBRUARY, none))).toEqual([]);
  // A shop closed on Saturdays and Sundays: one distance in five is 3, so that nine in ten are 3 at most.
  const weekdays: Day = (day) => ((dayNumber(day) + 3) % 7) + 1 <= 5;
  expect(found(rows(JANUARY, weekdays), rows(FEBRUARY, weekdays))).toEqual([]);
});

it('finds conditions that no row has ever met, as one thing for all periods', () => {
  expect(found(rows(JANUARY, none, { factRows: 9 }))).toEqual([]);
  expect(found(rows(JANUARY, none, { factRows: 10 }))).toEqual(['never revenue@2026-01-01 to 2026-01-31']);
  expect(found(rows(JANUARY, none, { factRows: 9 }), rows(FEBRUARY, none, { factRows: 1 }))).toEqual([
    'never revenue@2026-01-01 to 2026-02-28',
  ]);
  expect(found(rows(JANUARY, none, { factRows: 10, isFiltered: false }))).toEqual([]);
  expect(found(rows(JANUARY, eachOf(31)), rows(FEBRUARY, none, { factRows: 500 }))).toEqual([]);
});

it('knows nothing of what lies between two periods that do not follow each other', () => {
  expect(
    found(
      rows(JANUARY, every),
      rows(MARCH, (_, index) => index >= 4),
    ),
  ).toEqual([]);
  expect(
    found(
      rows(JANUARY, every),
      rows(MARCH, (_, index) => index >= 5),
    ),
  ).toEqual(['stops revenue@2026-03-01 to 2026-03-05']);
});

it('answers what is asked, of whatever was asked before on the same history', () => {
  const asked = rows(JANUARY, none, { factRows: 10 });
  const of = (besides: Partial<MeasuredRows>) =>
    detectSilences(NO_ROWS, { ...asked, ...besides }).map(({ id, silence, to }) => [silence, id, to].join(' '));
  expect(of({})).toEqual(['never revenue@2026-01-01 2026-01-31']);
  expect(of({ measure: 'orders' })).toEqual(['never orders@2026-01-01 2026-01-31']);
  expect(of({ inForce: { from: '2026-01-02', to: '2026-01-31' } })).toEqual(['never revenue@2026-01-02 2026-01-31']);
  expect(of({ inForce: { from: '2026-01-01', to: '2026-01-30' } })).toEqual(['never revenue@2026-01-01 2026-01-30']);
  expect(of({ lacksFile: true })).toEqual(['no-file revenue@2026-01-01 2026-01-31']);
  expect(of({ isFiltered: false })).toEqual([]);
  expect(of({ factRows: 9 })).toEqual([]);
  expect(of({ days: datesOf(JANUARY).map(dayNumber) })).toEqual([]);
});

it('leaves the distance of a run between two days with rows out of what is usual, and of no other run', () => {
  const on =
    (...days: readonly number[]): Day =>
    (day) =>
      days.includes(Number(day.slice(8)));
  const first = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const until = (day: number) => ({ from: '2026-01-01', to: `2026-01-${day}` });
  // nine days apart by 1, one by 2, and by 6 the run itself: without it nine in ten are apart by 1
  expect(found(rows(until(18), on(...first, 12, 18)))).toEqual(['stops revenue@2026-01-13 to 2026-01-17']);
  // nine by 1 and one by 6: at the end of the period that one counts; of the run that makes it too few are left
  expect(found(rows(until(21), on(...first, 16)))).toEqual(['stops revenue@2026-01-17 to 2026-01-21']);
});
