import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOfDayNumber,
  datesOf,
  dayNumber,
  daysInclusive,
  instantText,
  intersect,
  isDate,
  isForeignZone,
  isZone,
  localDate,
  localTime,
  maxDate,
  minDate,
  parseInstant,
  periodDays,
  periodOf,
  shiftPeriod,
  startOfDay,
  weekday,
  zoneStretches,
} from '../../src/kernel/calendar.js';
import { scheduledAt, termPeriods } from '../../src/kernel/period.js';

describe('dates', () => {
  it('knows which exist', () => {
    expect(isDate('2024-02-29')).toBe(true);
    expect(isDate('2026-02-29')).toBe(false);
    expect(isDate('2026-1-05')).toBe(false);
    expect(isDate('2026-01-05T00:00')).toBe(false);
  });

  it('counts days across months and years', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysInclusive('2026-01-12', '2026-01-31')).toBe(20);
    expect(weekday('2026-01-05')).toBe(1);
    expect(weekday('2026-01-04')).toBe(7);
    expect(weekday('1969-12-28')).toBe(7);
  });

  it('lists the days of a range, and cuts two to what both hold', () => {
    expect(datesOf({ from: '2026-02-27', to: '2026-03-01' })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(datesOf({ from: '2026-03-01', to: '2026-03-01' })).toEqual(['2026-03-01']);
    expect(datesOf({ from: '2026-03-02', to: '2026-03-01' })).toEqual([]);
    const february = { from: '2026-02-01', to: '2026-02-28' };
    expect(intersect(february, { from: '2026-01-15', to: '2026-02-10' })).toEqual({ from: '2026-02-01', to: '2026-02-10' });
    expect(intersect({ from: '2026-02-28', to: '2026-04-01' }, february)).toEqual({ from: '2026-02-28', to: '2026-02-28' });
    expect(intersect(february, { from: '2026-03-01', to: '2026-03-31' })).toBeNull();
    expect([minDate('2026-01-01', '2026-01-02'), maxDate('2026-01-01', '2026-01-02')]).toEqual(['2026-01-01', '2026-01-02']);
    expect([minDate('2026-01-02', '2026-01-01'), maxDate('2026-01-02', '2026-01-01')]).toEqual(['2026-01-01', '2026-01-02']);
  });
});

describe('zones', () => {
  it('starts a day at its first instant', () => {
    expect(instantText(startOfDay('2026-02-01', 'Asia/Shanghai'))).toBe('2026-01-31T16:00:00Z');
    expect(instantText(startOfDay('2026-03-08', 'America/New_York'))).toBe('2026-03-08T05:00:00Z');
    expect(instantText(startOfDay('2026-03-09', 'America/New_York'))).toBe('2026-03-09T04:00:00Z');
    // Midnight did not exist in Sao Paulo on the day summer time began.
    expect(instantText(startOfDay('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00Z');
    // There the clock went back from midnight: the day begins when it is midnight again.
    expect(instantText(startOfDay('2018-02-18', 'America/Sao_Paulo'))).toBe('2018-02-18T03:00:00Z');
    // In Nuuk it went on at 22:00 of the day before, which is 01:00 of the day itself in UTC.
    expect(instantText(startOfDay('2022-03-27', 'America/Nuuk'))).toBe('2022-03-27T02:00:00Z');
  });

  it('gives the local date of an instant', () => {
    expect(localDate(parseInstant('2026-01-31T15:59:59.999999Z') ?? 0n, 'Asia/Shanghai')).toBe('2026-01-31');
    expect(localDate(parseInstant('2026-01-31T16:00:00Z') ?? 0n, 'Asia/Shanghai')).toBe('2026-02-01');
    expect(localDate(-1n, 'UTC')).toBe('1969-12-31');
  });

  it('lists the stretches of constant offset', () => {
    const year = zoneStretches('America/New_York', startOfDay('2026-01-01', 'UTC'), startOfDay('2026-12-31', 'UTC'));
    expect(year.map(({ from, offset }) => [from === null ? null : instantText(from), Number(offset / 3_600_000_000n)])).toEqual([
      [null, -5],
      ['2026-03-08T07:00:00Z', -4],
      ['2026-11-01T06:00:00Z', -5],
    ]);
    expect(zoneStretches('Asia/Shanghai', 0n, startOfDay('1980-01-01', 'UTC')).length).toBe(1);
  });

  it('takes names, not offsets', () => {
    expect(isZone('Asia/Shanghai')).toBe(true);
    expect(isZone('UTC')).toBe(true);
    expect(isZone('+08:00')).toBe(false);
    expect(isZone('Mars/Base')).toBe(false);
    expect(() => localDate(0n, 'Mars/Base')).toThrow('no zone of the tz database: Mars/Base');
  });

  it.each([
    ['Asia/Shanghai', true],
    ['etc/gmt+5', true],
    ['Etc/UTC', false],
    ['etc/greenwich', false],
    ['PRC', false],
    ['Mars/Base', false],
    ['orders/2026', false],
  ])('%s in a query hands it a zone to count by: %s', (text, foreign) => {
    expect(isForeignZone(text)).toBe(foreign);
  });

  it('shows the clock of a zone, before 1970 too', () => {
    expect(localTime(parseInstant('2026-03-28T23:59:59.999999Z') ?? 0n, 'Europe/Berlin')).toBe('2026-03-29T00:59:59');
    expect(localTime(-1n, 'UTC')).toBe('1969-12-31T23:59:59');
    expect(localTime(-1_000_000n, 'UTC')).toBe('1969-12-31T23:59:59');
    expect(localTime(-1_000_001n, 'UTC')).toBe('1969-12-31T23:59:58');
  });

  it('reads instants only with an offset', () => {
    expect(instantText(parseInstant('2026-01-05T12:00:00+08:00') ?? 0n)).toBe('2026-01-05T04:00:00Z');
    expect(parseInstant('2026-01-05T12:00:00')).toBeNull();
    expect(parseInstant('2026-02-30T12:00:00Z')).toBeNull();
    expect(parseInstant('2026-01-05T12:00:00.123456Z')).toBe(1_767_614_400_123_456n);
    for (const other of ['+002026-01-05T12:00:00Z', '2026-01-05T12:00:00Z[UTC]', '2026-01-05T12:00:00.1234567Z', '2026-01-05 12:00:00Z']) {
      expect(parseInstant(other), other).toBeNull();
    }
  });
});

describe('periods', () => {
  it.each([
    ['2026-02', 'month', '2026-02-01', '2026-02-28'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03'],
  ] as const)('%s is a %s from %s to %s', (period, every, from, to) => {
    expect(periodDays(period, every)).toEqual({ from, to });
    expect(periodOf(from, every)).toBe(period);
    expect(periodOf(to, every)).toBe(period);
  });

  it.each([
    ['2026-13', 'month'],
    ['2026-00', 'month'],
    ['2026-W01', 'month'],
    ['2026-Q1', 'month'],
    ['x2026-01', 'month'],
    ['2026-011', 'month'],
    ['2026-Q0', 'quarter'],
    ['2026-W01', 'quarter'],
    ['2026-01', 'week'],
    ['2026-Q1', 'week'],
    ['2026-W54', 'week'],
    ['2025-W53', 'week'],
    ['2026-W00', 'week'],
    ['2026-Q5', 'quarter'],
    ['2026-01', 'quarter'],
  ] as const)('%s is no %s', (period, every) => {
    expect(periodDays(period, every)).toBeNull();
  });

  it('are those of Temporal, in every year that is written with four digits and more than two', () => {
    const days = fc.integer({ min: dayNumber('0101-01-01'), max: dayNumber('9998-12-31') });
    fc.assert(
      fc.property(days, (day) => {
        const date = dateOfDayNumber(day);
        const there = Temporal.PlainDate.from(date);
        const week = `${String(there.yearOfWeek).padStart(4, '0')}-W${String(there.weekOfYear).padStart(2, '0')}`;
        expect(periodOf(date, 'week')).toBe(week);
        const monday = there.subtract({ days: there.dayOfWeek - 1 });
        expect(periodDays(week, 'week')).toEqual({ from: monday.toString(), to: monday.add({ days: 6 }).toString() });
        const first = there.with({ day: 1 });
        expect(periodDays(periodOf(date, 'month'), 'month')).toEqual({ from: first.toString(), to: there.with({ day: 31 }).toString() });
        const opening = first.subtract({ months: (there.month - 1) % 3 });
        const quarter = { from: opening.toString(), to: opening.add({ months: 3 }).subtract({ days: 1 }).toString() };
        expect(periodDays(periodOf(date, 'quarter'), 'quarter')).toEqual(quarter);
      }),
    );
  });

  it('shifts over year ends', () => {
    expect(shiftPeriod('2025-12', 'month', 2)).toBe('2026-02');
    expect(shiftPeriod('2026-Q1', 'quarter', -1)).toBe('2025-Q4');
    expect(shiftPeriod('2026-W53', 'week', 1)).toBe('2027-W01');
    expect(shiftPeriod('2026-05', 'month', 0)).toBe('2026-05');
    expect(() => shiftPeriod('2026-Q1', 'month', 1)).toThrow('no month: 2026-Q1');
  });

  it('cuts a term into periods with the days in force', () => {
    const periods = termPeriods({ from: '2026-01-12', to: '2026-03-10' }, 'month');
    expect(periods.map((period) => [period.id, period.daysInForce, period.daysInPeriod])).toEqual([
      ['2026-01', 20, 31],
      ['2026-02', 28, 28],
      ['2026-03', 10, 31],
    ]);
  });

  it('takes the last scheduled value that has begun', () => {
    const schedule = [
      { from: '2026-01', value: 'a' },
      { from: '2026-07', value: 'b' },
    ];
    expect(['2026-01', '2026-06', '2026-07', '2027-02'].map((period) => scheduledAt(schedule, period))).toEqual(['a', 'a', 'b', 'b']);
    expect(scheduledAt(schedule, '2025-12')).toBe('a');
    expect(() => scheduledAt([], '2026-01')).toThrow('empty schedule');
  });
});
