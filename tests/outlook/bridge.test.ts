import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Rational, rational, sum, toExact, ZERO } from '../../src/kernel/rational.js';
import { BRIDGE_DRIVERS, type BridgeFigures, bridge } from '../../src/outlook/bridge.js';
import { contributions, MOST_DRIVERS } from '../../src/outlook/contributions.js';
import { type RatioSums, ratioMoves, type Segment, sumMoves } from '../../src/outlook/segments.js';
import { shownParts } from '../../src/outlook/shown-parts.js';
import { tries } from '../tries.js';

/** A short form for every run; `OUTLOOK_CASES=100000` for the long one. */
const CASES = tries('OUTLOOK_CASES', 300);
const runs = { numRuns: CASES };

const add = (parts: Iterable<Rational>) => toExact(sum(parts));

/** Amounts with zeros and negatives, of few digits, so that sums meet 0. */
const amount = fc.oneof(
  fc.constantFrom('0', '0', '1', '-1'),
  fc.integer({ min: -400, max: 900 }).map((cents) => `${cents / 4}`),
);
const exact = amount.map((text) => rational(text));

describe('the worked figure of the design', () => {
  const side = (units: number, price: string, rate: string, refunded: string): BridgeFigures => {
    const gross = rational(units).mul(rational(price));
    const converted = gross.mul(rational(rate));
    return { units: rational(units), gross, converted, net: converted.mul(rational(1).sub(rational(refunded))) };
  };
  const segments = [
    { id: 'DE', before: side(600, '50', '1', '0.05'), after: side(550, '52', '1', '0.06') },
    { id: 'US', before: side(400, '60', '0.90', '0.08'), after: side(550, '58', '0.95', '0.10') },
  ];

  it('48,372.00 becomes 54,158.50', () => {
    expect(add(segments.map(({ before }) => before.net))).toBe('48372');
    expect(add(segments.map(({ after }) => after.net))).toBe('54158.5');
  });

  it('by volume, mix, price, rate and refunds, exactly', () => {
    const parts = bridge(segments);
    // 4883.830666…, 152.127333…, 292.530666…, 1268.867333…
    expect(Object.fromEntries(BRIDGE_DRIVERS.map((driver) => [driver, toExact(parts[driver])]))).toEqual({
      volume: toExact(rational('4883.83').add(rational('1/1500'))),
      mix: toExact(rational('152.127').add(rational('1/3000'))),
      price: toExact(rational('292.53').add(rational('1/1500'))),
      fx: toExact(rational('1268.867').add(rational('1/3000'))),
      refunds: '-810.856',
    });
    expect(add(Object.values(parts))).toBe('5786.5');
  });

  it('shown to the cent, the rows are the total', () => {
    const parts = bridge(segments);
    const shown = shownParts(
      BRIDGE_DRIVERS.map((id) => ({ id, value: parts[id] })),
      578650n,
      2,
    );
    expect(Object.fromEntries(shown)).toEqual({ volume: 488383n, mix: 15213n, price: 29253n, fx: 126887n, refunds: -81086n });
  });
});

const figures: fc.Arbitrary<BridgeFigures | null> = fc.option(fc.record({ units: exact, gross: exact, converted: exact, net: exact }), {
  freq: 4,
  nil: null,
});
const sums: fc.Arbitrary<RatioSums | null> = fc.option(fc.record({ top: exact, bottom: exact }), { freq: 4, nil: null });

function segmentsOf<Of>(side: fc.Arbitrary<Of | null>): fc.Arbitrary<Segment<Of>[]> {
  return fc
    .array(fc.record({ before: side, after: side }), { maxLength: 5 })
    .map((all) => all.map((each, index) => ({ id: `s${index}`, ...each })));
}

const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && 'toFraction' in inner ? String(inner) : inner,
  );

describe('parts and their sum', () => {
  it('a bridge leaves nothing over, in whatever order its segments come', () => {
    fc.assert(
      fc.property(segmentsOf(figures), (segments) => {
        const parts = bridge(segments);
        const net = (side: 'before' | 'after') => sum(segments.map((segment) => segment[side]?.net ?? ZERO));
        expect(add(Object.values(parts))).toBe(toExact(net('after').sub(net('before'))));
        expect(written(bridge([...segments].reverse()))).toBe(written(parts));
      }),
      runs,
    );
  });

  it('segments of a ratio leave nothing over; one that begins or ends has no rate effect', () => {
    fc.assert(
      fc.property(segmentsOf(sums), (segments) => {
        const total = (side: 'before' | 'after', of: keyof RatioSums) => sum(segments.map((segment) => segment[side]?.[of] ?? ZERO));
        const moves = ratioMoves(segments);
        const [before, after] = [total('before', 'bottom'), total('after', 'bottom')];
        if (before.n === 0n || after.n === 0n) {
          expect(moves).toBeNull();
          return;
        }
        const moved = total('after', 'top').div(after).sub(total('before', 'top').div(before));
        expect(add((moves ?? []).flatMap(({ rate, mix }) => [rate, mix]))).toBe(toExact(moved));
        for (const { presence, rate } of moves ?? []) if (presence !== 'both') expect(rate.n).toBe(0n);
        expect(written(ratioMoves([...segments].reverse()))).toBe(written(moves));
      }),
      runs,
    );
  });

  it('segments of a sum leave nothing over', () => {
    const side = fc.option(exact, { freq: 4, nil: null });
    fc.assert(
      fc.property(segmentsOf(side), (segments) => {
        const total = (at: 'before' | 'after') => sum(segments.map((segment) => segment[at] ?? ZERO));
        const moves = sumMoves(segments);
        expect(add(moves.map(({ moved }) => moved))).toBe(toExact(total('after').sub(total('before'))));
        expect(written(sumMoves([...segments].reverse()))).toBe(written(moves));
      }),
      runs,
    );
  });

  it('contributions add up, are the same in any order, and a driver without effect moves nothing', () => {
    const game = fc
      .integer({ min: 0, max: 5 })
      .chain((count) =>
        fc.record({ count: fc.constant(count), values: fc.array(exact, { minLength: 1 << count, maxLength: 1 << count }) }),
      );
    fc.assert(
      fc.property(game, ({ count, values }) => {
        const at = (isNew: (driver: number) => boolean) => values[setOf(count, isNew)] ?? ZERO;
        const parts = contributions(count, at) ?? [];
        expect(add(parts)).toBe(toExact((values.at(-1) ?? ZERO).sub(values[0] ?? ZERO)));
        // the same drivers named the other way round, and one more that no value depends on
        const turned = contributions(count + 1, (isNew) => at((driver) => isNew(count - driver))) ?? [];
        expect(turned.map(String)).toEqual(['0', ...[...parts].reverse().map(String)]);
      }),
      runs,
    );
  });

  it('are not known where a value is not, and are refused for too many drivers', () => {
    expect(contributions(2, (isNew) => (isNew(0) && !isNew(1) ? null : ZERO))).toBeNull();
    expect(() => contributions(MOST_DRIVERS + 1, () => ZERO)).toThrow('9 drivers, at most 8');
  });

  it('shown parts add up to what is shown over them, each at most one unit from its own rounding', () => {
    const parts = fc.array(fc.integer({ min: -100000, max: 100000 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(parts, (numbers) => {
        const named = numbers.map((value, index) => ({ id: `p${index}`, value: rational(`${value}/3000`) }));
        const whole = sum(named.map(({ value }) => value)).mul(100);
        const total = BigInt(whole.round().toString());
        const shown = shownParts(named, total, 2);
        expect([...shown.values()].reduce((all, each) => all + each, 0n)).toBe(total);
        for (const { id, value } of named)
          expect(
            compare(
              value
                .mul(100)
                .sub(rational(shown.get(id) ?? 0n))
                .abs(),
              rational(1),
            ),
          ).toBeLessThan(1);
        expect([...shownParts([...named].reverse(), total, 2)].sort()).toEqual([...shown].sort());
      }),
      runs,
    );
  });
});

function setOf(count: number, isNew: (driver: number) => boolean): number {
  return Array.from({ length: count }, (_, driver) => (isNew(driver) ? 1 << driver : 0)).reduce((all, bit) => all | bit, 0);
}
