import fc from 'fast-check';

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
