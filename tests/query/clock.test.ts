import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOfDayNumber, dayNumber, localDate, parseInstant, startOfDay } from '../../src/kernel/calendar.js';
import {
  clockOf,
  DAY,
  type Piece,
  rawRangesOfInstants,
  recentChange,
  unionOfDays,
  wallInstant,
  withoutDays,
} from '../../src/query/clock.js';

/** What SQL computes from the pieces. */
function dayBy(pieces: readonly Piece[], raw: bigint): string {
  const shift = pieces.filter((piece) => piece.from === null || piece.from <= raw).at(-1)?.shift ?? 0n;
  const local = raw + shift;
  return dateOfDayNumber(Number(local >= 0n ? local / DAY : -((-local + DAY - 1n) / DAY)));
}
const at = (text: string): bigint => parseInstant(text) ?? 0n;
const wall = (text: string): bigint => at(`${text}Z`);

describe('local days of instants', () => {
  it.each([
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['America/New_York', '2026-03-08T05:00:00Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
    ['America/New_York', '2026-11-01T04:00:00Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-02'],
    ['Asia/Shanghai', '2026-01-31T15:59:59Z', '2026-01-31'],
    ['Asia/Shanghai', '2026-01-31T16:00:00Z', '2026-02-01'],
    // no midnight: the day starts at 01:00 local
    ['America/Sao_Paulo', '2018-11-04T02:59:59Z', '2018-11-03'],
    ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04'],
    // 23:00 to 24:00 twice: both belong to the day before
    ['America/Sao_Paulo', '2018-02-18T01:59:59Z', '2018-02-17'],
    ['America/Sao_Paulo', '2018-02-18T02:59:59Z', '2018-02-17'],
    ['America/Sao_Paulo', '2018-02-18T03:00:00Z', '2018-02-18'],
    // clocks went back at 00:01: the day had begun for a minute and stays begun
    ['America/St_Johns', '2010-11-07T02:29:59Z', '2010-11-06'],
    ['America/St_Johns', '2010-11-07T02:30:00Z', '2010-11-07'],
    ['America/St_Johns', '2010-11-07T02:31:00Z', '2010-11-07'],
    ['America/St_Johns', '2010-11-07T03:29:59Z', '2010-11-07'],
    ['America/St_Johns', '2010-11-07T03:30:00Z', '2010-11-07'],
    // a day that never was
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('%s: %s is in %s', (zone, instant, day) => {
    const clock = clockOf(null, zone, { from: addDays(day, -20), to: addDays(day, 20) });
    expect(dayBy(clock.toLocal, at(instant))).toBe(day);
    expect(startOfDay(day, zone) <= at(instant) && at(instant) < startOfDay(addDays(day, 1), zone)).toBe(true);
  });

  it('are those of the calendar, in any zone at any time', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'America/St_Johns',
      'America/Sao_Paulo',
      'Africa/Casablanca',
      'Asia/Tehran',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Gaza',
      'Europe/London',
      'Antarctica/Troll',
    );
    const instants = fc
      .integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })
      .map((minutes) => BigInt(minutes) * 60_000_000n);
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const around = localDate(instant, zone);
        const clock = clockOf(null, zone, { from: addDays(around, -40), to: addDays(around, 40) });
        const day = dayBy(clock.toLocal, instant);
        expect(startOfDay(day, zone) <= instant && instant < startOfDay(addDays(day, 1), zone)).toBe(true);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('wall clocks', () => {
  it.each([
    // 02:30 does not exist: read with the offset before the gap
    ['America/New_York', '2026-03-08T01:59:59', '2026-03-08T06:59:59Z'],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00Z'],
    ['America/New_York', '2026-03-08T03:00:00', '2026-03-08T07:00:00Z'],
    // 01:30 is there twice: the first
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00Z'],
    ['America/New_York', '2026-11-01T01:59:59', '2026-11-01T05:59:59Z'],
    ['America/New_York', '2026-11-01T02:00:00', '2026-11-01T07:00:00Z'],
    ['Asia/Shanghai', '2026-02-01T00:00:00', '2026-01-31T16:00:00Z'],
  ])('%s %s is %s', (zone, time, instant) => {
    expect(wallInstant(wall(time), zone)).toBe(at(instant));
  });

  it('of another zone than the contract’s go through the instant', () => {
    const clock = clockOf('America/New_York', 'Europe/London', { from: '2026-03-01', to: '2026-04-30' });
    expect(dayBy(clock.toLocal, wall('2026-03-07T18:59:59'))).toBe('2026-03-07');
    expect(dayBy(clock.toLocal, wall('2026-03-07T19:00:00'))).toBe('2026-03-08');
    // New York has summer time, London not yet
    expect(dayBy(clock.toLocal, wall('2026-03-20T19:59:59'))).toBe('2026-03-20');
    expect(dayBy(clock.toLocal, wall('2026-03-20T20:00:00'))).toBe('2026-03-21');
    expect(dayBy(clock.toLocal, wall('2026-04-20T19:00:00'))).toBe('2026-04-21');
  });

  it('a range of instants is exactly these wall times, also across a change', () => {
    const clock = clockOf('America/New_York', 'UTC', { from: '2026-03-01', to: '2026-03-31' });
    const ranges = rawRangesOfInstants(clock, at('2026-03-08T06:30:00Z'), at('2026-03-08T07:30:00Z'));
    expect(ranges).toEqual([
      { from: wall('2026-03-08T01:30:00'), to: wall('2026-03-08T02:30:00') },
      { from: wall('2026-03-08T03:00:00'), to: wall('2026-03-08T03:30:00') },
    ]);
  });
});

describe('sets of days', () => {
  it('day numbers are days since 1970, before it too', () => {
    expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), dayNumber('2026-01-01')]).toEqual([0, -1, 20454]);
    expect(dateOfDayNumber(-1)).toBe('1969-12-31');
  });

  it('unite, and leave', () => {
    const days = (from: number, to: number) => ({ from: addDays('2026-01-01', from), to: addDays('2026-01-01', to) });
    expect(unionOfDays([days(10, 12), days(0, 3), days(4, 6), days(5, 5)])).toEqual([days(0, 6), days(10, 12)]);
    expect(withoutDays(days(0, 9), [days(3, 4), days(-5, 0), days(9, 20)])).toEqual([days(1, 2), days(5, 8)]);
    expect(withoutDays(days(0, 9), [days(0, 9)])).toEqual([]);
    expect(withoutDays(days(0, 9), [])).toEqual([days(0, 9)]);
  });
});

describe('the last change of offset before a wall time', () => {
  it('is seen for two days: the latest reading need not be the latest instant after a day was skipped', () => {
    const wall = (text: string) => parseInstant(`${text}Z`) ?? 0n;
    // the readings of the 30th never came up: they count with the offset before, and end 24 hours after the 31st began
    expect(recentChange(wall('2011-12-31T20:00:00'), 'Pacific/Apia')).toBe(wall('2011-12-31T00:00:00'));
    expect(wallInstant(wall('2011-12-30T23:00:00'), 'Pacific/Apia')).toBeGreaterThan(
      wallInstant(wall('2011-12-31T20:00:00'), 'Pacific/Apia'),
    );
    expect(recentChange(wall('2012-01-02T00:00:00'), 'Pacific/Apia')).toBeNull();
  });
});
