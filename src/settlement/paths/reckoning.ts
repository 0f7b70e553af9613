import { compare, greatestCommonDivisor, type Rational, type Rounding, rational } from '../../kernel/rational.js';

/*
 * Reckoning on doubles of which it is known how far they may be off. A figure is `v ÷ per`, `v` off by at most `e`; an `e` of 0 means that `v`
 * is the very value, and then it is a whole number: cents below 2^53, tiers over the denominator of their rates. Each operation is a
 * closure that is made once and run on every path. What cannot be decided raises `doubt`, and the path is left to the exact computation.
 * Cells are written over from path to path: that is what makes them fast, and nothing outside this folder sees one.
 */

/** Where an operation puts what it came to. */
export interface Cell {
  v: number;
  e: number;
}

export interface Figure {
  readonly cell: Cell;
  readonly per: bigint;
}

type Operation = () => void;

/** 2^53: whole numbers below it are exact. */
const EXACT = 2 ** 53;
/** Denominators above this leave too little room for amounts: such a figure is reckoned as a quotient that is off. */
const MOST_PER = 2n ** 31n;
/** Twice what one operation on doubles may be off by, in parts of its result: the other half covers what the bounds themselves lose. */
export const UNIT = 2 ** -52;

/** A level in the units of the cells that are held against it. */
interface Place {
  readonly at: number;
  readonly off: number;
  readonly isWhole: boolean;
}

interface Line {
  readonly slope: Cell;
  readonly offset: Cell;
}

/** A function that is straight between its breaks, as figures make it from an exact one. */
export interface Curve {
  /** Ascending, each once. */
  readonly breaks: readonly Rational[];
  /** What it is at each break. */
  readonly at: readonly Rational[];
  /** Below the first break, between each and the next, above the last. */
  readonly pieces: readonly { readonly slope: Rational; readonly offset: Rational }[];
}

/**
 * A list of operations and the cells they work on.
 * @param unit how far one operation may be off, in parts of its result; tests put 0 in its place to see what the bounds are good for.
 */
export class Reckoning {
  /** Set where a bound reaches over a decision: what follows is worth nothing. */
  doubt = false;
  private operations: Operation[] = [];
  /** Cells that are the same on every path: what is made of them alone is made once. */
  private readonly constants = new Set<Cell>();

  constructor(private readonly unit: number = UNIT) {}

  /** What has been put down since the last time, to be run in this order. */
  taken(): readonly Operation[] {
    const taken = this.operations;
    this.operations = [];
    return taken;
  }

  /** A figure that is put in from outside. */
  input(per: bigint): Figure {
    return { cell: newCell(), per };
  }

  constant(value: Rational): Figure {
    const whole = value.s * value.n;
    const isExact = value.d <= MOST_PER && isSmall(whole);
    const v = isExact ? Number(whole) : nearest(value);
    const cell = { v, e: isExact ? 0 : 2 * Math.abs(v) * this.unit };
    this.constants.add(cell);
    return { cell, per: isExact ? value.d : 1n };
  }

  do(operation: Operation): void {
    this.operations.push(operation);
  }

  /** Times a number. */
  times(a: Figure, by: Rational): Figure {
    const shared = greatestCommonDivisor(by.n, a.per);
    const [factor, per] = [(by.s * by.n) / shared, (a.per / shared) * by.d];
    if (per > MOST_PER || !isSmall(factor)) return this.scaledBy(a, nearest(by.div(rational(a.per))));
    return factor === 1n ? { cell: a.cell, per } : this.wholeTimes(a.cell, Number(factor), per);
  }

  plus(a: Figure, b: Figure): Figure {
    return this.joined(a, b, (x, y, to) => () => {
      to.v = x.v + y.v;
      to.e = this.bounded(x.e + y.e, to.v);
    });
  }

  minus(a: Figure, b: Figure): Figure {
    return this.joined(a, b, (x, y, to) => () => {
      to.v = x.v - y.v;
      to.e = this.bounded(x.e + y.e, to.v);
    });
  }

  sum(all: readonly Figure[]): Figure {
    return all.slice(1).reduce((total, each) => this.plus(total, each), all[0] ?? this.constant(rational(0)));
  }

  least(a: Figure, b: Figure): Figure {
    return this.joined(a, b, (x, y, to) => () => choose(x.v < y.v ? x : y, x.v < y.v ? y : x, to));
  }

  most(a: Figure, b: Figure): Figure {
    return this.joined(a, b, (x, y, to) => () => choose(x.v > y.v ? x : y, x.v > y.v ? y : x, to));
  }

  product(a: Figure, b: Figure): Figure {
    const [left, right] = a.per * b.per > MOST_PER ? [this.quotientOf(a), this.quotientOf(b)] : [a, b];
    const [x, y] = [left.cell, right.cell];
    return this.made(left.per * right.per, [x, y], (to) => () => {
      to.v = x.v * y.v;
      to.e = this.bounded(Math.abs(x.v) * y.e + Math.abs(y.v) * x.e + x.e * y.e, to.v);
    });
  }

  /** Doubt where the divisor may be 0. */
  ratio(a: Figure, b: Figure): Figure {
    const shared = greatestCommonDivisor(a.per, b.per);
    const x = this.wholeTimes(a.cell, Number(b.per / shared), 1n).cell;
    const y = this.wholeTimes(b.cell, Number(a.per / shared), 1n).cell;
    return this.made(1n, [x, y], (to) => () => {
      const size = Math.abs(y.v);
      if (size <= y.e) {
        this.doubt = true;
        return;
      }
      to.v = x.v / y.v;
      const isExact = x.e === 0 && y.e === 0 && Number.isInteger(to.v) && to.v * y.v === x.v;
      to.e = isExact ? 0 : (x.e + Math.abs(to.v) * y.e) / (size - y.e) + Math.abs(to.v) * this.unit;
    });
  }

  /** Runs what follows with −1, 0 or 1: how a figure lies to a level. Doubt where that is not certain. */
  compared(a: Figure, level: Rational, then: (order: number) => void): void {
    const { cell } = a;
    const place = this.placeOf(a, level);
    this.do(() => then(this.orderTo(cell, place)));
  }

  /** A figure where a condition holds when it is run, else 0. */
  where(holds: () => boolean, { cell, per }: Figure): Figure {
    const to = newCell();
    this.do(() => {
      const is = holds();
      to.v = is ? cell.v : 0;
      to.e = is ? cell.e : 0;
    });
    return { cell: to, per };
  }

  /** What a curve gives on a figure. */
  on(curve: Curve, a: Figure): Figure {
    const { cell } = a;
    const { per, pieces, values } = this.coefficients(curve, a.per);
    const places = curve.breaks.map((level, index) => ({ level: this.placeOf(a, level), at: values[index], below: pieces[index] }));
    const above = pieces[places.length];
    const straight = (to: Cell, line: Line | undefined): void => {
      if (line === undefined) return;
      const { slope, offset } = line;
      if (slope.v === 0) {
        choose(offset, offset, to);
        return;
      }
      const part = cell.v * slope.v;
      to.v = part + offset.v;
      const off = this.bounded(Math.abs(slope.v) * cell.e + (Math.abs(cell.v) + cell.e) * slope.e, part);
      to.e = this.bounded(off + offset.e, to.v);
    };
    return this.made(per, [cell], (to) => () => {
      for (const { level, at, below } of places) {
        const order = this.orderTo(cell, level);
        if (order < 0) {
          straight(to, below);
          return;
        }
        if (order === 0 && at !== undefined) {
          choose(at, at, to);
          return;
        }
      }
      straight(to, above);
    });
  }

  /** Rounded once to so many digits after the point, as `roundScaled` does. Doubt where the bound reaches over a tie. */
  rounded(a: Figure, digits: number, rounding: Rounding): Figure {
    const scale = 10n ** BigInt(digits);
    const { cell, per } = this.times(a, rational(scale));
    const divisor = Number(per);
    return this.made(scale, [cell], (to) => () => {
      to.e = 0;
      to.v = cell.e === 0 ? roundedWhole(cell.v, divisor, rounding) : this.roundedAbout(cell, divisor);
    });
  }

  private roundedAbout({ v, e }: Cell, divisor: number): number {
    const value = v / divisor;
    const off = e / divisor + Math.abs(value) * this.unit;
    const below = Math.floor(value);
    const beyond = value - below - 0.5;
    if (Math.abs(beyond) <= off) this.doubt = true;
    return beyond < 0 ? below : below + 1;
  }

  private placeOf({ per }: Figure, level: Rational): Place {
    const scaled = level.mul(rational(per));
    const isWhole = scaled.d === 1n && isSmall(scaled.n);
    const at = isWhole ? Number(scaled.s * scaled.n) : nearest(scaled);
    return { at, isWhole, off: isWhole ? 0 : 2 * Math.abs(at) * this.unit };
  }

  /** How a figure's cell lies to a level; 0 only where it is the level. Doubt where that is not certain. */
  private orderTo({ v, e }: Cell, { at, off, isWhole }: Place): number {
    const beyond = v - at;
    if (beyond === 0 && e === 0 && isWhole) return 0;
    if (Math.abs(beyond) <= e + off + Math.abs(beyond) * this.unit) this.doubt = true;
    return beyond < 0 ? -1 : 1;
  }

  /** A curve's lines over one denominator, on figures that have one. */
  private coefficients({ pieces, at }: Curve, per: bigint) {
    const slopes = pieces.map(({ slope }) => slope.div(rational(per)));
    const all = [...slopes, ...pieces.map(({ offset }) => offset), ...at];
    const denominator = all.reduce((so, { d }) => (so * d) / greatestCommonDivisor(so, d), 1n);
    const shared = denominator <= MOST_PER ? denominator : 1n;
    const cellOf = (value: Rational): Cell => {
      const scaled = value.mul(rational(shared));
      if (scaled.d === 1n && isSmall(scaled.n)) return { v: Number(scaled.s * scaled.n), e: 0 };
      const v = nearest(scaled);
      return { v, e: 2 * Math.abs(v) * this.unit };
    };
    return {
      per: shared,
      pieces: pieces.map(({ offset }, index) => ({ slope: cellOf(slopes[index] ?? rational(0)), offset: cellOf(offset) })),
      values: at.map(cellOf),
    };
  }

  private joined(a: Figure, b: Figure, put: (x: Cell, y: Cell, to: Cell) => Operation): Figure {
    const per = (a.per * b.per) / greatestCommonDivisor(a.per, b.per);
    const [left, right] = per > MOST_PER ? [this.quotientOf(a), this.quotientOf(b)] : [a, b];
    const shared = per > MOST_PER ? 1n : per;
    const x = this.wholeTimes(left.cell, Number(shared / left.per), shared).cell;
    const y = this.wholeTimes(right.cell, Number(shared / right.per), shared).cell;
    return this.made(shared, [x, y], (to) => put(x, y, to));
  }

  private quotientOf(a: Figure): Figure {
    return a.per === 1n ? a : this.scaledBy(a, 1 / Number(a.per));
  }

  /** Times a double that is itself off. */
  private scaledBy({ cell }: Figure, factor: number): Figure {
    return this.made(1n, [cell], (to) => () => {
      to.v = cell.v * factor;
      to.e = cell.v === 0 && cell.e === 0 ? 0 : cell.e * Math.abs(factor) + 3 * Math.abs(to.v) * this.unit;
    });
  }

  /** Times a whole number. */
  private wholeTimes(cell: Cell, factor: number, per: bigint): Figure {
    if (factor === 1) return { cell, per };
    return this.made(per, [cell], (to) => () => {
      to.v = cell.v * factor;
      to.e = this.bounded(cell.e * Math.abs(factor), to.v);
    });
  }

  private made(per: bigint, of: readonly Cell[], put: (to: Cell) => Operation): Figure {
    const to = newCell();
    const operation = put(to);
    if (of.every((cell) => this.constants.has(cell)) && this.isCertain(operation)) this.constants.add(to);
    else this.do(operation);
    return { cell: to, per };
  }

  /** Whether an operation raises no doubt. */
  private isCertain(operation: Operation): boolean {
    const before = this.doubt;
    this.doubt = false;
    operation();
    const isCertain = !this.doubt;
    this.doubt = before;
    return isCertain;
  }

  /** The bound of a result whose parts are off by so much together: whole numbers stay exact while they are small. */
  private bounded(off: number, value: number): number {
    return off === 0 && Math.abs(value) < EXACT ? 0 : off + Math.abs(value) * this.unit;
  }
}

/** The one that is chosen where both are certain; else either, off by what both are. */
function choose(taken: Cell, left: Cell, to: Cell): void {
  to.v = taken.v;
  to.e = taken.e + left.e < Math.abs(taken.v - left.v) ? taken.e : Math.max(taken.e, left.e);
}

/** Whole numbers below 2^53 alone, so that a tie is a tie: their quotient is never rounded up to a whole number that it does not reach. */
function roundedWhole(value: number, divisor: number, rounding: Rounding): number {
  const size = Math.abs(value);
  const quotient = Math.floor(size / divisor);
  const twice = (size - quotient * divisor) * 2;
  const isUp = twice > divisor || (twice === divisor && (rounding === 'half_up' || quotient % 2 === 1));
  const magnitude = isUp ? quotient + 1 : quotient;
  return value < 0 ? -magnitude : magnitude;
}

function newCell(): Cell {
  return { v: Number.NaN, e: Number.NaN };
}

/** The double nearest to the quotient of the nearest doubles: off by no more than three roundings. */
function nearest({ s, n, d }: Rational): number {
  return Number(s * n) / Number(d);
}

function isSmall(whole: bigint): boolean {
  return whole < BigInt(EXACT) && whole > -BigInt(EXACT);
}

/**
 * Makes a curve of an exact function that is straight between some breaks, by asking it: two points inside each piece give its line, a third
 * one proves it.
 * @returns null where it is not straight there: then the breaks are not all of them.
 */
export function curveOf(given: readonly Rational[], exact: (x: Rational) => Rational): Curve | null {
  const breaks = [...given].sort(compare).filter((level, index, all) => index === 0 || compare(level, all[index - 1] ?? level) !== 0);
  const one = rational(1);
  const inside = [...breaks, null].map((next, index): readonly [Rational, Rational, Rational] => {
    const before = breaks[index - 1];
    const start = before ?? (next === null ? rational(0) : next.sub(4));
    const width = next === null || before === undefined ? one : next.sub(before).div(4);
    return [start.add(width), start.add(width.mul(2)), start.add(width.mul(3))];
  });
  const pieces = inside.flatMap(([a, b, c]) => {
    const [atA, atB, atC] = [exact(a), exact(b), exact(c)];
    const slope = atB.sub(atA).div(b.sub(a));
    const offset = atA.sub(slope.mul(a));
    return compare(slope.mul(c).add(offset), atC) === 0 ? [{ slope, offset }] : [];
  });
  return pieces.length === inside.length ? { breaks, at: breaks.map(exact), pieces } : null;
}
