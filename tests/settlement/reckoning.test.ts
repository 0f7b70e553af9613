import { describe, expect, it } from 'vitest';
import { type Rational, type Rounding, rational, toDecimal, ZERO } from '../../src/kernel/rational.js';
import { curveOf, type Figure, Reckoning } from '../../src/settlement/paths/reckoning.js';

/*
 * Figures and their bounds, by hand. One operation is taken to be off by U = 1/1024 of its result, which doubles hold exactly, so that every
 * bound can be written down: `[v, e, per]`.
 */
const U = 2 ** -10;
const LARGEST = 2 ** 53;
const HALF = 2n ** 31n;

type Given = readonly [v: number, e: number, per?: bigint];

function reckoned(given: readonly Given[], make: (reckoning: Reckoning, figures: readonly Figure[]) => Figure | null) {
  const reckoning = new Reckoning(U);
  const figures = given.map(([, , per = 1n]) => reckoning.input(per));
  const made = make(reckoning, figures);
  for (const [index, [v, e]] of given.entries()) Object.assign(figures[index]?.cell ?? {}, { v, e });
  for (const operation of reckoning.taken()) operation();
  return { figure: made === null ? null : [made.cell.v, made.cell.e, made.per], doubt: reckoning.doubt };
}

function of(given: readonly Given[], make: (reckoning: Reckoning, a: Figure, b: Figure) => Figure) {
  const found = reckoned(given, (reckoning, [a, b]) => make(reckoning, a as Figure, b as Figure));
  expect(found.doubt).toBe(false);
  return found.figure;
}

const doubtOf = (given: readonly Given[], make: (reckoning: Reckoning, a: Figure, b: Figure) => Figure | null) =>
  reckoned(given, (reckoning, [a, b]) => make(reckoning, a as Figure, b as Figure)).doubt;

describe('a constant', () => {
  const constant = (value: Rational) => of([], (reckoning) => reckoning.constant(value));

  it('is exact over its denominator while both are small', () => {
    expect(constant(rational('-0.25'))).toEqual([-1, 0, 4n]);
    expect(constant(rational(1).div(rational(HALF)))).toEqual([1, 0, HALF]);
    expect(constant(rational(2n ** 53n - 1n))).toEqual([LARGEST - 1, 0, 1n]);
    expect(constant(rational(1n - 2n ** 53n))).toEqual([1 - LARGEST, 0, 1n]);
  });

  it('else is the nearest double, off by two roundings', () => {
    expect(constant(rational(1).div(rational(2n * HALF)))).toEqual([2 ** -32, 2 ** -31 * U, 1n]);
    expect(constant(rational(2n ** 53n))).toEqual([LARGEST, 2 * LARGEST * U, 1n]);
    expect(constant(rational(-(2n ** 53n)))).toEqual([-LARGEST, 2 * LARGEST * U, 1n]);
  });

  it('makes what follows from it alone once, unless that is in doubt', () => {
    const reckoning = new Reckoning(U);
    const [two, none] = [reckoning.constant(rational(2)), reckoning.constant(ZERO)];
    const four = reckoning.plus(two, two);
    expect([four.cell.v, reckoning.taken().length]).toEqual([4, 0]);
    reckoning.ratio(four, none);
    expect(reckoning.doubt).toBe(false);
    const [operation, ...others] = reckoning.taken();
    expect(others).toEqual([]);
    operation?.();
    expect(reckoning.doubt).toBe(true);
    expect(reckoning.taken()).toEqual([]);
    // a doubt that was there is not taken back
    reckoning.plus(two, none);
    expect(reckoning.doubt).toBe(true);
  });
});

describe('times a number', () => {
  const times = (given: Given, by: string | Rational) =>
    of([given], (reckoning, a) => reckoning.times(a, typeof by === 'string' ? rational(by) : by));

  it('is exact: the factor shortened with the denominator', () => {
    expect(times([250, 0, 100n], '4/5')).toEqual([250, 0, 125n]);
    expect(times([250, 0, 100n], '-1/2')).toEqual([-250, 0, 200n]);
    expect(times([250, 0, 100n], '6')).toEqual([750, 0, 50n]);
    expect(times([250, 0, 100n], '0')).toEqual([0, 0, 1n]);
  });

  it('carries what it is off by, whatever its sign', () => {
    expect(times([250, 2], '-3')).toEqual([-750, 6 + 750 * U, 1n]);
  });

  it('is a quotient that is off where the denominator or the factor is too large', () => {
    // 3 × ½ over 2^31
    expect(times([3 * 2 ** 31, 0, HALF], '1/2')).toEqual([1.5, 4.5 * U, 1n]);
    expect(times([0, 0, HALF], '1/2')).toEqual([0, 0, 1n]);
    // off by 1 over 2^32
    expect(times([0, 2 ** 32, HALF], '1/2')).toEqual([0, 1, 1n]);
    expect(times([2 ** 32, 2 ** 32, HALF], '-1/2')).toEqual([-1, 1 + 3 * U, 1n]);
    expect(times([3, 0], rational(2n ** 53n))).toEqual([3 * LARGEST, 9 * LARGEST * U, 1n]);
    expect(times([3 * 2 ** 30, 0, HALF / 2n], '1/2')).toEqual([3 * 2 ** 30, 0, HALF]);
  });
});

describe('two figures', () => {
  // ¼ and 1/6 are 3 and 2 over 12
  const QUARTER: Given = [1, 0, 4n];
  const SIXTH: Given = [1, 0, 6n];

  it('are brought to one denominator', () => {
    expect(of([QUARTER, SIXTH], (reckoning, a, b) => reckoning.plus(a, b))).toEqual([5, 0, 12n]);
    expect(of([QUARTER, SIXTH], (reckoning, a, b) => reckoning.minus(a, b))).toEqual([1, 0, 12n]);
    expect(of([QUARTER, SIXTH], (reckoning, a, b) => reckoning.least(a, b))).toEqual([2, 0, 12n]);
    expect(of([QUARTER, SIXTH], (reckoning, a, b) => reckoning.most(a, b))).toEqual([3, 0, 12n]);
    expect(of([QUARTER, SIXTH], (reckoning, a, b) => reckoning.product(a, b))).toEqual([1, 0, 24n]);
  });

  it('are off by what both are, and by what their result is', () => {
    // ×3 and ×2: 1.5 + 3U and 1 + 2U
    const [a, b]: Given[] = [
      [1, 0.5, 4n],
      [1, 0.5, 6n],
    ];
    expect(of([a as Given, b as Given], (reckoning, x, y) => reckoning.plus(x, y))).toEqual([5, 2.5 + 10 * U, 12n]);
    expect(of([a as Given, b as Given], (reckoning, x, y) => reckoning.minus(x, y))).toEqual([1, 2.5 + 6 * U, 12n]);
  });

  it('are exact below 2^53 and no longer at it', () => {
    const plus = (a: number, b: number) =>
      of(
        [
          [a, 0],
          [b, 0],
        ],
        (reckoning, x, y) => reckoning.plus(x, y),
      );
    expect(plus(LARGEST - 2, 1)).toEqual([LARGEST - 1, 0, 1n]);
    expect(plus(LARGEST - 1, 1)).toEqual([LARGEST, LARGEST * U, 1n]);
    expect(plus(1 - LARGEST, -1)).toEqual([-LARGEST, LARGEST * U, 1n]);
  });

  it.each([
    ['least', [10, 1], [20, 2], [10, 1]],
    ['least', [20, 2], [10, 1], [10, 1]],
    ['most', [10, 1], [20, 2], [20, 2]],
    ['most', [20, 2], [10, 1], [20, 2]],
    // 4 + 6 reach over the distance of 10: either may be it
    ['least', [10, 4], [20, 6], [10, 6]],
    ['most', [10, 6], [20, 4], [20, 6]],
    ['most', [20, 4], [10, 6], [20, 6]],
    ['least', [20, 6], [10, 4], [10, 6]],
    ['least', [10, 3], [20, 6], [10, 3]],
    ['least', [7, 1], [7, 2], [7, 2]],
  ] as const)('the %s of %j and %j', (which, a, b, expected) => {
    expect(of([a, b], (reckoning, x, y) => reckoning[which](x, y))).toEqual([...expected, 1n]);
  });

  it('multiplied are off by each other’s size', () => {
    // 3 × 2 + 5 × ½ + ½ × 2 = 9.5
    const [x, y]: [Given, Given] = [
      [-3, 0.5, 4n],
      [5, 2, 6n],
    ];
    expect(of([x, y], (reckoning, a, b) => reckoning.product(a, b))).toEqual([-15, 9.5 + 15 * U, 24n]);
    expect(of([y, x], (reckoning, a, b) => reckoning.product(a, b))).toEqual([-15, 9.5 + 15 * U, 24n]);
  });

  it('are quotients first where their denominators are too large together', () => {
    const product = (a: Given, b: Given) => of([a, b], (reckoning, x, y) => reckoning.product(x, y));
    expect(product([3, 0, HALF / 2n], [5, 0, 2n])).toEqual([15, 0, HALF]);
    // 2 off by 6U, 1.5 off by 4.5U: 2 × 4.5U + 1.5 × 6U + 27U² + 3U
    expect(product([2 ** 32, 0, HALF], [3, 0, 2n])).toEqual([3, 21 * U + 27 * U * U, 1n]);
    // 3 stays what it is: 3 × 6U + 6U
    expect(product([3, 0], [2 ** 33, 0, 2n * HALF])).toEqual([6, 24 * U, 1n]);
    // 2 over 2^31 and 1 over 3: 2 off by 6U and 1 off by 3U; together off by 9U + 3U
    const plus = of(
      [
        [2 ** 32, 0, HALF],
        [3, 0, 3n],
      ],
      (reckoning, x, y) => reckoning.plus(x, y),
    );
    expect(plus?.[0]).toBeCloseTo(3, 12);
    expect(plus?.[1]).toBeCloseTo(12 * U, 12);
    expect(plus?.[2]).toBe(1n);
  });

  it('added up are as many as there are', () => {
    expect(of([], (reckoning) => reckoning.sum([]))).toEqual([0, 0, 1n]);
    expect(reckoned([[1, 0], [2, 0], [4, 0]], (reckoning, all) => reckoning.sum(all)).figure).toEqual([7, 0, 1n]); // biome-ignore format: one sum
  });
});

describe('a ratio', () => {
  const ratio = (a: Given, b: Given) => of([a, b], (reckoning, x, y) => reckoning.ratio(x, y));

  it('is exact where it is a whole number', () => {
    // 1.5 ÷ 0.5
    expect(ratio([6, 0, 4n], [3, 0, 6n])).toEqual([3, 0, 1n]);
    expect(ratio([-12, 0], [4, 0])).toEqual([-3, 0, 1n]);
    expect(ratio([1, 0], [4, 0])).toEqual([0.25, 0.25 * U, 1n]);
    // 2^53 + 2 is one double, its third is none: nearest is a whole number all the same
    expect(ratio([LARGEST + 2, 0], [3, 0])?.[1]).toBeGreaterThan(0);
  });

  it('is off by both', () => {
    // (1 + 3 × 1) ÷ (4 − 1)
    expect(ratio([12, 1], [4, 1])).toEqual([3, 4 / 3 + 3 * U, 1n]);
    expect(ratio([12, 1], [-4, 1])).toEqual([-3, 4 / 3 + 3 * U, 1n]);
    expect(ratio([12, 1], [4, 0])).toEqual([3, 1 / 4 + 3 * U, 1n]);
    expect(ratio([12, 0], [4, 1])).toEqual([3, 1 + 3 * U, 1n]);
  });

  it('is in doubt where the divisor may be 0', () => {
    const doubt = (b: Given) => doubtOf([[6, 0], b], (reckoning, x, y) => reckoning.ratio(x, y));
    expect([doubt([0, 0]), doubt([1, 1]), doubt([-1, 1]), doubt([1.5, 1]), doubt([1, 0])]).toEqual([true, true, true, false, false]);
  });
});

describe('how a figure lies to a level', () => {
  const order = (given: Given, level: string) => {
    let found: number | null = null;
    const { doubt } = reckoned([given], (reckoning, [a]) => {
      reckoning.compared(a as Figure, rational(level), (is) => {
        found = is;
      });
      return null;
    });
    return doubt ? 'doubt' : found;
  };

  it('is certain where no bound reaches it', () => {
    expect([order([1, 0, 4n], '1/2'), order([2, 0, 4n], '1/2'), order([3, 0, 4n], '1/2')]).toEqual([-1, 0, 1]);
    expect([order([0, 1, 4n], '1/2'), order([1, 1, 4n], '1/2'), order([2, 1, 4n], '1/2'), order([3, 1, 4n], '1/2')]).toEqual([
      -1,
      'doubt',
      'doubt',
      'doubt',
    ]);
    expect(order([4, 1, 4n], '1/2')).toBe(1);
    // 1,024 away, of which the comparison itself may be off by 1: a bound of 1,023 reaches it, one of a little less does not
    expect([order([1024, 1023], '0'), order([1024, 1022.5], '0'), order([-1024, 1023], '0')]).toEqual(['doubt', 1, 'doubt']);
    // −½ is −2 over 4
    expect([order([-3, 0, 4n], '-1/2'), order([-2, 0, 4n], '-1/2'), order([2, 0, 4n], '-1/2')]).toEqual([-1, 0, 1]);
  });

  it('is never equal to a level that no double is', () => {
    // 4/3 in quarters of a third: off by 2 × 4/3 × U = 0.0026
    expect([order([1, 0, 4n], '1/3'), order([2, 0, 4n], '1/3')]).toEqual([-1, 1]);
    expect([order([4 / 3, 0, 4n], '1/3'), order([1.335, 0, 4n], '1/3'), order([1.34, 0, 4n], '1/3')]).toEqual(['doubt', 'doubt', 1]);
  });

  it('lets a figure pass or makes it 0', () => {
    const where = (holds: boolean) => of([[7, 2, 4n]], (reckoning, a) => reckoning.where(() => holds, a));
    expect([where(true), where(false)]).toEqual([
      [7, 2, 4n],
      [0, 0, 4n],
    ]);
  });
});

describe('a curve', () => {
  /** Half of what lies above 10; below it nothing. */
  const above = (x: Rational) => (x.compare(10) > 0 ? x.sub(10).div(2) : ZERO);
  const on = (given: Given, exact = above, breaks = [rational(10)]) => {
    const curve = curveOf(breaks, exact);
    if (curve === null) throw new Error('not straight');
    return reckoned([given], (reckoning, [a]) => reckoning.on(curve, a as Figure));
  };

  it('gives what it is below, at and above its breaks', () => {
    expect([on([4, 0]), on([10, 0]), on([20, 0])].map(({ figure }) => figure)).toEqual([
      [0, 0, 2n],
      [0, 0, 2n],
      [10, 0, 2n],
    ]);
    // 12.5 in tenths: 1.25 in twentieths
    expect(on([125, 0, 10n]).figure).toEqual([25, 0, 20n]);
    const jump = (x: Rational) => rational(x.compare(10) < 0 ? 1 : x.compare(10) === 0 ? 7 : 3);
    expect([9, 10, 11].map((v) => on([v, 0], jump).figure)).toEqual([
      [1, 0, 1n],
      [7, 0, 1n],
      [3, 0, 1n],
    ]);
  });

  it('is off by its slope', () => {
    // 2 + 20U of the part, and 10U of the result
    expect(on([20, 2])).toEqual({ figure: [10, 2 + 30 * U, 2n], doubt: false });
    expect(on([4, 1])).toEqual({ figure: [0, 0, 2n], doubt: false });
    expect([on([11, 2]).doubt, on([13, 2]).doubt]).toEqual([true, false]);
    const falling = (x: Rational) => (x.compare(10) > 0 ? x.sub(10).div(-2) : ZERO);
    expect(on([20, 2], falling).figure).toEqual([-10, 2 + 30 * U, 2n]);
  });

  it('has slopes that are off themselves where their denominators are too large', () => {
    // 1 + x ÷ 2^33 at 2^33, which is off by half of itself: ½ + 1.5 × 2U + U of the part, and 2U of the result
    const flat = (x: Rational) => x.div(rational(2n ** 33n)).add(1);
    expect(on([2 ** 33, 2 ** 32], flat, [])).toEqual({ figure: [2, 0.5 + 6 * U, 1n], doubt: false });
    expect(on([-(2 ** 33), 0], flat, []).figure).toEqual([0, 3 * U, 1n]);
  });

  it('is made of an exact function between its breaks, each once, in order', () => {
    const told = (curve: ReturnType<typeof curveOf>) =>
      curve === null
        ? null
        : {
            breaks: curve.breaks.map((each) => toDecimal(each)),
            at: curve.at.map((each) => toDecimal(each)),
            pieces: curve.pieces.map(({ slope, offset }) => `${toDecimal(slope)}x + ${toDecimal(offset)}`),
          };
    const both = (x: Rational) => (x.compare(20) > 0 ? rational(5) : above(x));
    expect(told(curveOf([rational(20), rational(10), rational(20)], both))).toEqual({
      breaks: ['10', '20'],
      at: ['0', '5'],
      pieces: ['0x + 0', '0.5x + -5', '0x + 5'],
    });
    expect(told(curveOf([rational(10)], both))).not.toBeNull();
    expect(told(curveOf([], (x) => x.mul(3)))).toEqual({ breaks: [], at: [], pieces: ['3x + 0'] });
    expect(curveOf([], (x) => x.mul(x))).toBeNull();
    expect(curveOf([rational(0), rational(40)], both)).toBeNull();
  });
});

describe('rounding', () => {
  /** Thousandths to cents. */
  const rounded = (v: number, rounding: Rounding, e = 0, per = 1000n) => {
    const { figure, doubt } = reckoned([[v, e, per]], (reckoning, [a]) => reckoning.rounded(a as Figure, 2, rounding));
    return doubt ? 'doubt' : figure;
  };

  it('is of whole numbers, ties as agreed', () => {
    const of = (rounding: Rounding) => [1234, 1235, 1236, 1245, -1244, -1245, -1246, 4, 5, 0].map((v) => rounded(v, rounding)?.[0]);
    expect(of('half_up')).toEqual([123, 124, 124, 125, -124, -125, -125, 0, 1, 0]);
    expect(of('half_even')).toEqual([123, 124, 124, 124, -124, -124, -125, 0, 0, 0]);
    expect(rounded(1235, 'half_up')).toEqual([124, 0, 100n]);
    expect(rounded(7, 'half_up', 0, 1n)).toEqual([700, 0, 100n]);
  });

  it('is in doubt where the bound reaches over a tie', () => {
    // 4.7 ± 0.105, in cents
    expect([43, 44, 45, 46, 47].map((v) => rounded(v, 'half_up', 1))).toEqual([[4, 0, 100n], 'doubt', 'doubt', 'doubt', [5, 0, 100n]]);
    expect([-43, -47].map((v) => rounded(v, 'half_up', 1))).toEqual([
      [-4, 0, 100n],
      [-5, 0, 100n],
    ]);
  });
});
