import fc from 'fast-check';
import { addDays, instantText, parseInstant, startOfDay, zoneStretches } from '../../../src/kernel/calendar.js';

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

export const QUARTER = 900_000_000n;

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

/** Text that has gone wrong somewhere: quotes, statements, bytes beyond ASCII, other writings of the same letter, nothing. */
export const TEXTS = [
  'ok',
  'Ok',
  'ok ',
  '',
  'NULL',
  "o'k",
  '"q"',
  '`b`',
  'a\\b',
  'line\nbreak\ttab',
  "'; DROP TABLE sales; --",
  "' OR 1=1 --",
  '*/ SELECT 1 /*',
  '${x} {y} @p1 $1 ?',
  'zürich',
  'zu\u0308rich',
  'ﬁ',
  'ß',
  'ſ',
  'İ',
  '日本',
  '汉字，文本',
  '😀',
  '\u{10FFFF}',
  '\uFFFD',
  '\u200Bzero',
  '2026-03-08',
  '1.50',
  'true',
] as const;

export const texts = fc.constantFrom(...TEXTS);

/** Decimals of up to 29 digits before and 9 after the point, as text. */
export const decimals: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -100_000, max: 1_000_000 }).map((value) => (value / 100).toFixed(2)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 9 }))
      .map(([digits, places]) => scaled(digits, places)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '99999999999999999999999999999.999999999',
      '-99999999999999999999999999999.999999999',
      '0.000000001',
      '-0.000000001',
      '0',
    ),
  },
);

function scaled(digits: bigint, places: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return digits < 0n ? `-${whole}` : whole;
}

/** Floats: sums of tenths, halves of the last kept place, values too large and values that are none. */
export const floats: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 1000) },
  { weight: 2, arbitrary: fc.integer({ min: -2000, max: 2000 }).map((value) => (value + 0.5) / 1e9) },
  { weight: 2, arbitrary: fc.double({ min: -1e12, max: 1e12, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0.1 + 0.2, -0, 0, 1e-12, 123456789012.345, 9007199254740992, 0.0000000005, -0.0000000015) },
);
