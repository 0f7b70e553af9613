import type { Contract } from '../contract/model.js';
import { minorDigits, moneyValue, roundMoney } from '../kernel/money.js';
import { compare, isZero, maximum, minimum, type Rational, rational, sign, sum, ZERO } from '../kernel/rational.js';
import { at, type End, type Open, type Range, sumOf } from './exposure-range.js';
import { type Shape, slopesOf, type VolumeCurve, valueAt } from './volume-curves.js';

/** A line by volume, as it may fail to be paid at all: a gate may block it. */
export interface VolumeLine {
  readonly curve: VolumeCurve;
  readonly mayBeNothing: boolean;
}

/** What lines by volume come to together, each rounded once; a metric has one value in all of them. */
export function volumeRange(lines: readonly VolumeLine[], neverNegative: (metric: string) => boolean, paid: Paid): Range {
  const metrics = [...new Set(lines.map(({ curve }) => curve.metric))];
  return sumOf(
    metrics.map((metric) => {
      const own = lines.filter(({ curve }) => curve.metric === metric);
      const end = (which: Which) => endOf(own, { which, neverNegative: neverNegative(metric), paid });
      return { least: end('least'), most: end('most') };
    }),
  );
}

type Which = 'least' | 'most';
type Paid = Pick<Contract, 'currency' | 'rounding'>;

interface Asked {
  readonly which: Which;
  readonly neverNegative: boolean;
  readonly paid: Paid;
}

/** Of two amounts the one that lies farther out. */
const outer = { least: minimum, most: maximum } as const;

function endOf(lines: readonly VolumeLine[], asked: Asked): End {
  const open = [...openOn(lines, 'above', asked), ...(asked.neverNegative ? [] : openOn(lines, 'below', asked))];
  if (open.length === 0) return at(farthest(lines, asked));
  const closed = lines.filter(({ curve }) => !open.some(({ line }) => line === curve.line));
  return { amount: closed.length === 0 ? ZERO : farthest(closed, asked), open };
}

/** What every line adds for a unit more on a side, where together they go on without an end. */
function openOn(lines: readonly VolumeLine[], side: Open['side'], { which }: Asked): Open[] {
  const outward = which === 'most' ? 1 : -1;
  const rates = lines.map(({ curve, mayBeNothing }): Open => {
    const shape = curve[which];
    const own = side === 'above' ? shape.above : shape.below.neg();
    const rate = mayBeNothing ? outer[which](own, ZERO) : own;
    const is = !curve.isOuter ? 'so' : sign(rate) === outward ? 'at-most' : 'at-least';
    const last = shape.turns.at(-1)?.at ?? ZERO;
    const beyond = side === 'above' && is === 'so' && compare(last, ZERO) > 0 ? last : null;
    return { line: curve.line, metric: curve.metric, side, rate, is, beyond, once: curve.isOuter ? besideOf(shape, side) : ZERO };
  });
  return sign(sum(rates.map(({ rate }) => rate))) === outward ? rates.filter(({ rate }) => !isZero(rate)) : [];
}

/** What a shape comes to beside the rate at which it goes on on a side. */
function besideOf({ below, turns, above }: Shape, side: Open['side']): Rational {
  const first = turns[0];
  const last = turns.at(-1) ?? first;
  return side === 'above' ? last.from.sub(above.mul(last.at)) : first.before.sub(below.mul(first.at));
}

function farthest(lines: readonly VolumeLine[], asked: Asked): Rational {
  const { which, neverNegative } = asked;
  const turns = [ZERO, ...lines.flatMap(({ curve }) => curve[which].turns.map((turn) => turn.at))];
  const points = turns.filter((x) => !neverNegative || compare(x, ZERO) >= 0);
  const sides = (x: Rational): readonly ('before' | 'from')[] => (neverNegative && isZero(x) ? ['from'] : ['before', 'from']);
  return points.flatMap((x) => sides(x).map((side) => togetherAt(lines, x, side, asked))).reduce(outer[which]);
}

/**
 * Lines together at a point, never passed about it once each is rounded. One alone is rounded as its end is; where two meet that come to
 * whole units there, and one outweighs the other, neither gains what the other does not lose; else each may gain half a unit.
 */
function togetherAt(lines: readonly VolumeLine[], x: Rational, side: 'before' | 'from', { which, paid }: Asked): Rational {
  const values = lines.map(({ curve, mayBeNothing }) => {
    const value = valueAt(curve[which], x, side);
    return mayBeNothing ? outer[which](value, ZERO) : value;
  });
  const isWhole = values.every((value) => compare(value, rounded(value, paid)) === 0);
  const moving = lines.filter(({ curve }) => slopesOf(curve[which], []).some((slope) => !isZero(slope)));
  if (moving.length < 2) return rounded(sum(values), paid);
  if (moving.length === 2 && isWhole && !areEverBalanced(lines, which)) return sum(values);
  const scale = rational(10n ** BigInt(minorDigits(paid.currency)));
  const [units, room] = [sum(values).mul(scale), rational(moving.length).div(2)];
  return (which === 'most' ? units.add(room).floor() : units.sub(room).ceil()).div(scale);
}

function rounded(amount: Rational, { currency, rounding }: Paid): Rational {
  return moneyValue(roundMoney(amount, currency, rounding));
}

/** Whether lines make up for each other somewhere: there every value of the metric is as far out as a turn. */
function areEverBalanced(lines: readonly VolumeLine[], which: Which): boolean {
  const points = lines.flatMap(({ curve }) => curve[which].turns.map((turn) => turn.at)).sort(compare);
  const slopes = lines.map(({ curve }) => slopesOf(curve[which], points));
  return (slopes[0] ?? []).some((_, place) => {
    const here = slopes.map((each) => each[place] ?? ZERO);
    return here.some((slope) => !isZero(slope)) && isZero(sum(here));
  });
}
