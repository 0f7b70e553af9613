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
  const lowest = bands.map(({ rate }) => rate).reduce(minimum);
  if (fee.accumulate === 'period' || isFirst) {
    const turn = ({ from, before, at }: Band): Turn => ({ at: from, before, from: at });
    const shape: Shape = { below: lowest, turns: [turn(first), ...others.map(turn)], above: last.rate };
    return { least: shape, most: shape, isOuter: false };
  }
  const far = neverNegative ? [last.rate] : [lowest, last.rate];
  const [more, less] = [steepest(bands, far, maximum, 1), steepest(bands, far, minimum, -1)];
  return { least: anyDifference(less, more), most: anyDifference(more, less), isOuter: tiers.length > 1 };
}

/** How far a total can carry a commission over a stretch of it, wherever that begins: `jump` at once, `near` up to `until`, then `far`. */
interface Steepest {
  readonly jump: Rational;
  readonly near: Rational;
  readonly until: Rational;
  readonly far: Rational;
}

/** Bands without an end go on for ever; one in the middle is steeper only over its own width. */
function steepest(bands: readonly Band[], far: readonly Rational[], end: (a: Rational, b: Rational) => Rational, sign: 1 | -1): Steepest {
  const inSign = (value: Rational) => maximum(ZERO, value.mul(sign)).mul(sign);
  const onward = far.reduce(end);
  const near = bands.map(({ rate }) => rate).reduce(end);
  const extra = bands.map(({ from, rate }, place) => {
    const next = bands[place + 1];
    return next === undefined ? ZERO : inSign(rate.sub(onward)).mul(next.from.sub(from));
  });
  const until = isZero(near.sub(onward)) ? ZERO : sum(extra).div(near.sub(onward));
  return { jump: sum(bands.map(({ before, at }) => inSign(at.sub(before)))), near, until, far: onward };
}

/** A commission that adds up comes to any difference of two of its values: as the total rises `up`, as it falls `down` the other way. */
function anyDifference(up: Steepest, down: Steepest): Shape {
  const reach = ({ jump, near, until }: Steepest) => jump.add(near.mul(until));
  const low = smooth(down.until.neg(), reach(down).neg());
  const turns: readonly [Turn, ...Turn[]] = [
    { at: ZERO, before: down.jump.neg(), from: up.jump },
    ...(isZero(up.until) ? [] : [smooth(up.until, reach(up))]),
  ];
  return { below: down.far, turns: isZero(down.until) ? turns : [low, ...turns], above: up.far };
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
