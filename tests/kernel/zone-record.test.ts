import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/kernel/calendar.js';
import { type RecordedCalendar, recordCalendar, recordedZone, sameOffsets, zoneBy } from '../../src/kernel/zone-record.js';
import { TZDB_RELEASE } from '../../src/kernel/zones.js';

const calendarOf = (zone: string, ...offsets: RecordedCalendar['zones'][number]['offsets']): RecordedCalendar => ({
  tzdb: '2026f',
  zones: [
    { zone: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] },
    { zone, offsets },
  ],
});

describe('the offsets that days were counted by', () => {
  it('are those of the zones that were read, by name, each once', () => {
    const day = { from: '2026-03-08', to: '2026-03-08' };
    expect(recordCalendar(day, 'Asia/Shanghai', ['America/New_York', 'Asia/Shanghai', 'America/New_York'])).toEqual({
      tzdb: TZDB_RELEASE,
      zones: [
        { zone: 'America/New_York', offsets: [{ offset: '-05:00' }, { from: '2026-03-08T07:00:00Z', offset: '-04:00' }] },
        { zone: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] },
      ],
    });
    expect(recordCalendar(day, 'America/New_York', []).zones).toEqual([
      { zone: 'America/New_York', offsets: [{ offset: '-05:00' }, { from: '2026-03-08T07:00:00Z', offset: '-04:00' }] },
    ]);
  });

  it('hold the change on the day before, where it makes the day begin: Samoa left out 30 December 2011', () => {
    expect(recordCalendar({ from: '2011-12-31', to: '2011-12-31' }, 'Pacific/Apia', []).zones[0]?.offsets).toEqual([
      { offset: '-10:00' },
      { from: '2011-12-30T10:00:00Z', offset: '+14:00' },
    ]);
  });

  it('have seconds where there were any: Liberia was 44 minutes and 30 seconds behind', () => {
    const calendar = recordCalendar({ from: '1971-06-01', to: '1971-06-30' }, 'Africa/Monrovia', []);
    expect(calendar.zones).toEqual([{ zone: 'Africa/Monrovia', offsets: [{ offset: '-00:44:30' }] }]);
    expect(recordedZone(calendar, 'Africa/Monrovia')).toEqual({ first: -2670, changes: [], rule: null });
  });

  it('are the zone again', () => {
    const calendar = calendarOf('America/New_York', { offset: '-05:00' }, { from: '2026-03-08T07:00:00Z', offset: '-04:00' });
    const change = { at: Number(parseInstant('2026-03-08T07:00:00Z')) / 1_000_000, offset: -14_400 };
    expect(recordedZone(calendar, 'America/New_York')).toEqual({ first: -18_000, changes: [change], rule: null });
    expect(zoneBy(calendar, 'Asia/Shanghai')).toEqual({ first: 28_800, changes: [], rule: null });
    expect(zoneBy(null, 'Asia/Shanghai')).toBe('Asia/Shanghai');
  });

  it.each(['08:00', 'x+08:00', '+08:00x', '+8:00', '+08:00:3', ''])('are none that is written %s', (offset) => {
    expect(() => recordedZone(calendarOf('Asia/Tokyo', { offset }), 'Asia/Tokyo')).toThrow(`no offset: ${offset}`);
  });

  it('are asked for a zone that they have', () => {
    expect(() => recordedZone(calendarOf('Asia/Tokyo'), 'Asia/Tokyo')).toThrow(new RangeError('no offset: undefined'));
    expect(() => recordedZone(calendarOf('Asia/Tokyo'), 'Asia/Seoul')).toThrow(new RangeError('evidence does not name Asia/Seoul'));
  });

  it('are the same whatever their release is called, and others where a zone, a change or an offset is', () => {
    const change = { from: '2026-03-08T07:00:00Z', offset: '-04:00' };
    const calendar = calendarOf('America/New_York', { offset: '-05:00' }, change);
    expect(sameOffsets(calendar, { ...calendar, tzdb: '2025c' })).toBe(true);
    for (const other of [
      calendarOf('America/Toronto', { offset: '-05:00' }, change),
      calendarOf('America/New_York', { offset: '-05:00' }, { ...change, from: '2026-03-08T08:00:00Z' }),
      calendarOf('America/New_York', { offset: '-05:00' }, { ...change, offset: '-03:00' }),
      calendarOf('America/New_York', { offset: '-05:00' }),
    ])
      expect(sameOffsets(calendar, other)).toBe(false);
  });
});
