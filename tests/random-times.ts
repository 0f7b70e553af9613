import fc from 'fast-check';
import { addDays, instantText, parseInstant, startOfDay, zoneStretches } from '../src/kernel/calendar.js';
import type { drop } from './build-terms.js';

/* Times for random rows and exclusions, around what clocks do: for every engine the same. */

type DropWindow = Parameters<typeof drop>[1];

/** Zones with a change of offset in the term: forward, back, over midnight, by half an hour, a skipped day, none. */
export const PLACES = [
  {
    zone: 'America/New_York',
    wall: 'Europe/London',
    term: { from: '2026-03-03', to: '2026-04-20' },
    near: ['2026-03-08', '2026-03-29'],
    changes: ['2026-03-08T07:00:00Z', '2026-03-29T01:00:00Z'],
  },
  {
    zone: 'America/Sao_Paulo',
    wall: 'America/Sao_Paulo',
    term: { from: '2018-10-20', to: '2018-12-05' },
    near: ['2018-11-04'],
    changes: ['2018-11-04T03:00:00Z'],
  },
  {
    zone: 'America/Sao_Paulo',
    wall: 'America/New_York',
    term: { from: '2018-02-01', to: '2018-03-31' },
    near: ['2018-02-18', '2018-03-11'],
    changes: ['2018-02-18T02:00:00Z', '2018-03-11T07:00:00Z'],
  },
  {
    zone: 'America/St_Johns',
    wall: 'America/St_Johns',
    term: { from: '2010-11-01', to: '2010-12-31' },
    near: ['2010-11-07'],
    changes: ['2010-11-07T02:31:00Z'],
  },
  {
    zone: 'Pacific/Apia',
    wall: 'Pacific/Apia',
    term: { from: '2011-12-01', to: '2012-01-31' },
    near: ['2011-12-30', '2011-12-31'],
    changes: ['2011-12-30T10:00:00Z'],
  },
  {
    zone: 'Asia/Shanghai',
    wall: 'Australia/Lord_Howe',
    term: { from: '2026-03-10', to: '2026-05-31' },
    near: ['2026-04-05', '2026-04-01'],
    changes: ['2026-04-04T15:00:00Z'],
  },
  {
    zone: 'Asia/Kathmandu',
    wall: 'Africa/Casablanca',
    term: { from: '1969-11-15', to: '1970-02-10' },
    near: ['1969-12-31', '1970-01-01'],
    changes: ['1970-01-01T00:00:00Z'],
  },
] as const;
export type Place = (typeof PLACES)[number];

/** A quarter of an hour, in microseconds. */
const QUARTER = 900_000_000n;

/** Instants around the days of interest: to the quarter of an hour, and a microsecond beside it. */
export function instants(place: Place): fc.Arbitrary<bigint> {
  const days = [...place.near, place.term.from, addDays(place.term.to, 1), addDays(place.term.from, 12)];
  const around = fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: -120, max: 120 }))
    .map(([day, quarters]) => startOfDay(day, 'UTC') + BigInt(quarters) * QUARTER);
  const change = fc
    .tuple(fc.constantFrom(...place.changes), fc.integer({ min: -16, max: 16 }))
    .map(([at, quarters]) => (parseInstant(at) ?? 0n) + BigInt(quarters) * QUARTER);
  return fc.tuple(fc.oneof(around, change), fc.constantFrom(0n, -1n, 1n)).map(([instant, beside]) => instant + beside);
}

/** Wall-clock readings; near a change, those that were shown twice or never come up too. */
export function walls(place: Place): fc.Arbitrary<string> {
  const offsets = fc.constantFrom(...place.changes).chain((at) => {
    const instant = parseInstant(at) ?? 0n;
    const [before, after] = zoneStretches(place.wall, instant - 1n, instant + 1n);
    return fc.constantFrom(before?.offset ?? 0n, after?.offset ?? 0n, 0n);
  });
  return fc.tuple(instants(place), offsets).map(([micros, offset]) => instantText(micros + offset).replace('Z', ''));
}

/** What an exclusion may leave out: a few local days, or up to fifteen hours between two instants. */
export function windows(place: Place): fc.Arbitrary<DropWindow> {
  const dates = fc
    .tuple(fc.constantFrom(...place.near), fc.integer({ min: 0, max: 3 }))
    .map(([from, more]) => ({ dates: { from, to: addDays(from, more) } }));
  const hours = fc.tuple(instants(place), fc.integer({ min: 1, max: 60 })).map(([from, quarters]) => ({
    instants: { from: String(from), to: String(from + BigInt(quarters) * QUARTER) },
  }));
  return fc.oneof(dates, hours);
}
