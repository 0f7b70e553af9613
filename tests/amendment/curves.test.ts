import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deductionOf, paysOf, type ScoreLine, scoreOf, tierParts } from '../../src/contract/curve.js';
import type { Steps } from '../../src/contract/model.js';
import { compareBands, compareGrowth, comparePoints, compareScores, compareTiers, type Order } from '../../src/contract/orders.js';
import { compare, type Rational, rational, sum, ZERO } from '../../src/kernel/rational.js';

// The exact comparison against a fine grid of samples: what it calls ordered is ordered at every one of them.

const steps = (first: number | null) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 6 })), {
      minLength: 1,
      maxLength: 4,
      selector: ([at]) => at,
    })
    .map((pairs): Steps => {
      const sorted = [...pairs].sort(([a], [b]) => a - b);
      return (first === null ? sorted : [[first, pairs[0]?.[1] ?? 0], ...sorted]).map(([at, value]) => ({
        at: String(at),
        value: String(value),
      }));
    });

const samples = Array.from({ length: 161 }, (_, index) => rational(index - 20).div(10));

function agrees(order: Order, before: (x: Rational) => Rational, after: (x: Rational) => Rational, from = -2): void {
  const seen = new Set(samples.filter((x) => compare(x, rational(from)) >= 0).map((x) => compare(after(x), before(x))));
  if (order === null) return;
  if (order >= 0) expect(seen.has(-1)).toBe(false);
  if (order <= 0) expect(seen.has(1)).toBe(false);
}

test('commissions', () => {
  const mode = fc.constantFrom('marginal' as const, 'whole' as const);
  fc.assert(
    fc.property(steps(0), mode, steps(0), mode, (a, modeA, b, modeB) => {
      const pay = (tiers: Steps, how: 'marginal' | 'whole') => (x: Rational) =>
        sum(tierParts(x, tiers, how).map(({ rate, part }) => rate.mul(part)));
      const [before, after] = [
        { tiers: a, mode: modeA },
        { tiers: b, mode: modeB },
      ];
      agrees(compareTiers(before, after, false), pay(a, modeA), pay(b, modeB), 0);
      agrees(compareTiers(before, after, true), pay(a, modeA), pay(b, modeB));
      // What is added from any base to any larger one.
      const growth = compareGrowth(before, after);
      const differences = samples.filter((x) => compare(x, ZERO) >= 0).map((x) => pay(b, modeB)(x).sub(pay(a, modeA)(x)));
      const ways = new Set(differences.slice(1).map((each, index) => compare(each, differences[index] ?? ZERO)));
      if (growth === 1 || growth === 0) expect(ways.has(-1)).toBe(false);
      if (growth === -1 || growth === 0) expect(ways.has(1)).toBe(false);
      if (growth === null) expect([...ways].sort()).toEqual(expect.arrayContaining([-1, 1]));
    }),
    { numRuns: 60 },
  );
});

test('what tiers add, by hand', () => {
  const whole = (first: string) => ({
    tiers: [
      { at: '0', value: first },
      { at: '150', value: '0.06' },
    ],
    mode: 'whole' as const,
  });
  // From 149 to 150 the old ones add 9 − 4.47 = 4.53, the new ones 9 − 5.96 = 3.04; from 0 to 100 the old ones add 3, the new ones 4.
  expect(compareGrowth(whole('0.03'), whole('0.04'))).toBeNull();
  expect(compareTiers(whole('0.03'), whole('0.04'), false)).toBe(1);
  const flat = (value: string) => ({ tiers: [{ at: '0', value }], mode: 'marginal' as const });
  expect(compareGrowth(flat('0.03'), flat('0.04'))).toBe(1);
  // On −100 they are −3 and −4.
  expect(compareTiers(flat('0.03'), flat('0.04'), true)).toBeNull();
});

test('bonuses', () => {
  const shape = fc.constantFrom('step' as const, 'linear' as const);
  fc.assert(
    fc.property(steps(null), shape, steps(null), shape, (a, shapeA, b, shapeB) => {
      const order = comparePoints({ points: a, shape: shapeA }, { points: b, shape: shapeB });
      agrees(
        order,
        (x) => paysOf(x, a, shapeA),
        (x) => paysOf(x, b, shapeB),
      );
    }),
    { numRuns: 60 },
  );
});

test('penalties', () => {
  fc.assert(
    fc.property(steps(null), steps(null), (a, b) => {
      agrees(
        compareBands(a, b),
        (x) => deductionOf(x, a),
        (x) => deductionOf(x, b),
      );
    }),
    { numRuns: 60 },
  );
});

test('scores', () => {
  const line = fc
    .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 3 }), fc.boolean(), fc.integer({ min: 11, max: 20 }))
    .map(([levels, stretched, cap]): ScoreLine => {
      const [threshold = 1, target = 2, stretch = 3] = [...levels].sort((a, b) => a - b);
      return {
        better: 'higher',
        threshold: rational(threshold),
        target: rational(target),
        stretch: stretched ? rational(stretch) : null,
        cap: rational(cap).div(10),
      };
    });
  fc.assert(
    fc.property(line, line, (a, b) => {
      agrees(
        compareScores(a, b),
        (x) => scoreOf(x, a),
        (x) => scoreOf(x, b),
      );
      const falling = (each: ScoreLine): ScoreLine => ({
        ...each,
        better: 'lower',
        threshold: each.stretch ?? each.target.add(1),
        stretch: each.stretch === null ? null : each.threshold,
      });
      agrees(
        compareScores(falling(a), falling(b)),
        (x) => scoreOf(x, falling(a)),
        (x) => scoreOf(x, falling(b)),
      );
    }),
    { numRuns: 60 },
  );
});
