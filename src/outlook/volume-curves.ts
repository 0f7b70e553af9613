import type { PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import { chargedFor } from '../contract/fee-kinds/pass-through.js';
import { amountAt } from '../contract/fee-kinds/record.js';
import { type Tiered, tieredOn } from '../contract/fee-kinds/tiered.js';
import type { PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { compare, isZero, maximum, minimum, ONE, type Rational, rational, sum, ZERO } from '../kernel/rational.js';

/*
 * What lines by volume pay on a metric of which there may be any amount: straight between turning points. Lines on one metric are
 * looked at together, since the metric has one value: what one pays on much of it another may take back.
 */

/** Where a shape turns: it comes to `before` from below, and begins anew with `from`. */
interface Turn {
  readonly at: Rational;
  readonly before: Rational;
  readonly from: Rational;
}

/** A function of a metric: `below` and `above` are what a unit more of the metric adds under its first turn and over its last. */
export interface Shape {
  readonly below: Rational;
  readonly turns: readonly [Turn, ...Turn[]];
  readonly above: Rational;
}

/** A line between the least and the most that it pays; the same where the metric alone decides. */
export interface VolumeCurve {
  readonly line: string;
  readonly metric: string;
  readonly least: Shape;
  readonly most: Shape;
  /** Whether the rates are the farthest ones: which of them holds goes by what came before. */
  readonly isOuter: boolean;
}

/** A period, and whether nothing of the term lies before it. */
export interface CurvePlace {
  readonly period: PeriodId;
  readonly isFirst: boolean;
}

/** The curve of a line that goes by a metric of which there may be any amount; null for every other line. */
export function curveOf(fee: PeriodFee, place: CurvePlace, neverNegative: (metric: string) => boolean): VolumeCurve | null {
  const { period } = place;
  switch (fee.kind) {
    case 'commission':
      return { line: fee.id, metric: fee.base, ...tieredShapes(fee, place, neverNegative(fee.base)) };
    case 'rebate': {
      const { least, most, isOuter } = tieredShapes(fee, place, neverNegative(fee.base));
      return { line: fee.id, metric: fee.base, least: negated(most), most: negated(least), isOuter };
    }
    case 'unit_price':
      return alike(fee.id, fee.quantity, straight(amountAt(fee.price, period)));
    case 'pass_through': {
      const rate = chargedFor(fee, period, ONE);
      return alike(fee.id, fee.cost, fee.upTo === null ? straight(rate) : limited(rate, amountAt(fee.upTo, period)));
    }
    default:
      return null;
  }
}

function alike(line: string, metric: string, shape: Shape): VolumeCurve {
  return { line, metric, least: shape, most: shape, isOuter: false };
}

const smooth = (at: Rational, value: Rational): Turn => ({ at, before: value, from: value });

function straight(rate: Rational): Shape {
  return { below: rate, turns: [smooth(ZERO, ZERO)], above: rate };
}

function limited(rate: Rational, limit: Rational): Shape {
  return { below: rate, turns: [smooth(ZERO, ZERO), smooth(limit.div(rate), limit)], above: ZERO };
}

function negated({ below, turns: [first, ...others], above }: Shape): Shape {
  const turn = ({ at, before, from }: Turn): Turn => ({ at, before: before.neg(), from: from.neg() });
  return { below: below.neg(), turns: [turn(first), ...others.map(turn)], above: above.neg() };
}

interface Band {
  readonly from: Rational;
  readonly rate: Rational;
  /** What it comes to just below where it begins, and there. */
  readonly before: Rational;
  readonly at: Rational;
}

/** The first period of a term has the total to date for its base, as each period has its own where nothing adds up. */
function tieredShapes(
  fee: Tiered,
  { period, isFirst }: CurvePlace,
  neverNegative: boolean,
): Pick<VolumeCurve, 'least' | 'most' | 'isOuter'> {
  const tiers = scheduledAt(fee.tiers, period);
  const bands = tiers.map((tier, place): Band => {
    const from = rational(tier.at);
    const at = tieredOn(fee, period, from);
    const before = fee.mode === 'whole' ? from.mul(rational(tiers[place - 1]?.value ?? '0')) : at;
    return { from, rate: rational(tier.value), before, at };
  });
  const [first, ...others] = bands;
  const last = bands.at(-1);
  if (first === undefined || last === undefined) return { least: straight(ZERO), most: straight(ZERO), isOuter: false };
  // What a total below 0 goes back by, as settlement says it.
  const below = tieredOn(fee, period, rational('-1')).neg();
  if (fee.accumulate === 'period' || isFirst) {
    const turn = ({ from, before, at }: Band): Turn => ({ at: from, before, from: at });
    const shape: Shape = { below, turns: [turn(first), ...others.map(turn)], above: last.rate };
    return { least: shape, most: shape, isOuter: false };
  }
  const far = neverNegative ? [last.rate] : [below, last.rate];
  const [more, less] = [steepest(bands, far, maximum, 1), steepest(bands, far, minimum, -1)];
  return { least: anyDifference(less, more), most: anyDifference(more, less), isOuter: tiers.length > 1 };
}

/** How far a total can carry a commission over a stretch of it, wherever that begins: from point to point, then at a rate for ever. */
interface Steepest {
  readonly points: readonly [Point, ...Point[]];
  readonly far: Rational;
}

interface Point {
  readonly at: Rational;
  readonly value: Rational;
}

/** A straight line over stretches. */
interface Straight {
  readonly start: Rational;
  readonly slope: Rational;
}

/**
 * Three things hold of every stretch: no more than all jumps at once and the steepest rate; no more than what turns between tiers bring
 * beside the rate that goes on for ever, which is reached; and, where that rate goes back, than the best of all stretches, which is too.
 */
function steepest(bands: readonly Band[], far: readonly Rational[], end: (a: Rational, b: Rational) => Rational, sign: 1 | -1): Steepest {
  const onward = far.reduce(end);
  const jumps = sum(bands.map(({ before, at }) => maximum(ZERO, at.sub(before).mul(sign))));
  const all: Straight[] = [
    {
      start: jumps,
      slope: bands
        .map(({ rate }) => rate)
        .reduce(end)
        .mul(sign),
    },
    { start: onceBeside(bands, onward, sign), slope: onward.mul(sign) },
    ...(compare(onward.mul(sign), ZERO) <= 0 ? [{ start: onceBeside(bands, ZERO, sign), slope: ZERO }] : []),
  ];
  const [first, ...others] = lowest(all);
  const signed = ({ at, value }: Point): Point => ({ at, value: value.mul(sign) });
  return { points: [signed(first), ...others.map(signed)], far: onward };
}

/** What a commission gains beside a rate over the best stretch of totals: from one turn to a later one, on whichever side of its jump. */
function onceBeside(bands: readonly Band[], rate: Rational, sign: 1 | -1): Rational {
  const gained = bands.flatMap(({ from, before, at }) => [before, at].map((value) => value.sub(rate.mul(from)).mul(sign)));
  let least = gained[0] ?? ZERO;
  let most = ZERO;
  for (const each of gained) {
    least = minimum(least, each);
    most = maximum(most, each.sub(least));
  }
  return most;
}

/** The lowest of straight lines from 0 on: where it begins, and where it goes over to a flatter one. */
function lowest(lines: readonly Straight[]): [Point, ...Point[]] {
  const order = (a: Straight, b: Straight) => compare(a.start, b.start) || compare(a.slope, b.slope);
  let [here = { start: ZERO, slope: ZERO }] = [...lines].sort(order);
  const points: [Point, ...Point[]] = [{ at: ZERO, value: here.start }];
  for (;;) {
    const { start, slope } = here;
    const crossings = lines
      .filter((line) => compare(line.slope, slope) < 0)
      .map((line) => ({ line, at: line.start.sub(start).div(slope.sub(line.slope)) }))
      .sort((a, b) => compare(a.at, b.at) || compare(a.line.slope, b.line.slope));
    const [next] = crossings;
    if (next === undefined) return points;
    if (!isZero(next.at)) points.push({ at: next.at, value: start.add(slope.mul(next.at)) });
    here = next.line;
  }
}

/** A commission that adds up comes to any difference of two of its values: as the total rises `up`, as it falls `down` the other way. */
function anyDifference(up: Steepest, down: Steepest): Shape {
  const [rise, ...rises] = up.points;
  const [fall, ...falls] = down.points;
  const middle: Turn = { at: ZERO, before: fall.value.neg(), from: rise.value };
  const fallen = falls.map(({ at, value }) => smooth(at.neg(), value.neg())).reverse();
  const [first, ...others] = [...fallen, middle, ...rises.map(({ at, value }) => smooth(at, value))];
  return { below: down.far, turns: [first ?? middle, ...others], above: up.far };
}

/** The value of a shape at a point: just below it, or from it on. */
export function valueAt({ below, turns, above }: Shape, x: Rational, side: 'before' | 'from'): Rational {
  const place = turns.findLastIndex(({ at }) => compare(at, x) <= 0);
  const turn = turns[place];
  if (turn === undefined) return turns[0].before.sub(below.mul(turns[0].at.sub(x)));
  if (isZero(x.sub(turn.at))) return turn[side];
  const next = turns[place + 1];
  const slope = next === undefined ? above : next.before.sub(turn.from).div(next.at.sub(turn.at));
  return turn.from.add(slope.mul(x.sub(turn.at)));
}

/** What it rises by under its first turn, from point to point (its own turns where none are given), and over its last turn. */
export function slopesOf(shape: Shape, points: readonly Rational[]): readonly Rational[] {
  const places = points.length > 0 ? points : shape.turns.map((turn) => turn.at);
  const rises = places.slice(1).map((x, place) => valueAt(shape, x, 'before').sub(valueAt(shape, places[place] ?? x, 'from')));
  return [shape.below, ...rises, shape.above];
}
