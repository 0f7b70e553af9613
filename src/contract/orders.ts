import type { PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { compare, ONE, type Rational, rational, sum, ZERO } from '../kernel/rational.js';
import { deductionOf, paysOf, type ScoreLine, scoreOf, tierParts } from './curve.js';
import type { Kpi, Level, Steps } from './model.js';

/*
 * Whether one rule of pay lies above another everywhere. All of them are straight lines between known points, so comparing
 * at the points, just before them, between and beyond them decides it exactly: no sample, no tolerance.
 */

/** 1: never below and somewhere above; -1 the reverse; 0: equal everywhere; null: above here, below there. */
export type Order = 1 | 0 | -1 | null;

/** The order of a whole whose parts have these: null where one part says the reverse of another. */
export function joinOrders(orders: Iterable<Order>): Order {
  let joined: Order = 0;
  for (const order of orders) {
    if (order === null || (order !== 0 && joined !== 0 && order !== joined)) return null;
    if (order !== 0) joined = order;
  }
  return joined;
}

/** The same seen from the other rule: what lay above lies below. */
export function invert(order: Order): Order {
  return order === null || order === 0 ? order : order === 1 ? -1 : 1;
}

type Curve = (x: Rational) => Rational;

const two = rational('2');

/** Compares two curves that are straight between neighbouring points and continuous from the right, from the first point on. */
function orderOf(before: Curve, after: Curve, points: readonly Rational[], below: boolean): Order {
  const at = distinct(points);
  const [first, last] = [at[0], at.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const difference = (x: Rational) => sum([after(x), before(x).neg()]);
  const orders: Order[] = at.map((point) => compare(difference(point), ZERO));
  at.forEach((point, index) => {
    const next = at[index + 1];
    if (next === undefined) return;
    const middle = difference(point.add(next).div(two));
    orders.push(compare(middle, ZERO), compare(arrivalAt(difference, point, next), ZERO));
  });
  orders.push(compare(difference(last.add(ONE)), ZERO));
  // Beyond the last point both are straight: what they differ by at two points there tells how they go on.
  const drift = difference(last.add(two)).sub(difference(last.add(ONE)));
  orders.push(compare(drift, ZERO));
  if (below) orders.push(compare(difference(first.sub(ONE)), ZERO));
  return joinOrders(orders);
}

const starts = (steps: Steps): Rational[] => steps.map((step) => rational(step.at));

/** Tiers, and what they are rates of. */
export interface TierTerms {
  readonly tiers: Steps;
  readonly mode: 'marginal' | 'whole';
}

const tierCurve =
  ({ tiers, mode }: TierTerms): Curve =>
  (base) =>
    sum(tierParts(base, tiers, mode).map(({ rate, part }) => rate.mul(part)));

/** Commissions on every base from 0 on, or on those below 0 too. */
export function compareTiers(before: TierTerms, after: TierTerms, below: boolean): Order {
  return orderOf(tierCurve(before), tierCurve(after), [ZERO, ...starts(before.tiers), ...starts(after.tiers)], below);
}

/** What commissions add wherever a base that is 0 or more grows from one total to a larger one. */
export function compareGrowth(before: TierTerms, after: TierTerms): Order {
  const [old, now] = [tierCurve(before), tierCurve(after)];
  const at = distinct([ZERO, ...starts(before.tiers), ...starts(after.tiers)]);
  const difference = (x: Rational) => now(x).sub(old(x));
  // Where the difference of the two never falls, no part of the way adds less.
  const orders = at.flatMap((point, index): Order[] => {
    const here = difference(point);
    const next = at[index + 1];
    if (next === undefined) return [compare(difference(point.add(ONE)), here)];
    const arrival = arrivalAt(difference, point, next);
    return [compare(arrival, here), compare(difference(next), arrival)];
  });
  return joinOrders(orders);
}

/** Where a line that is straight from one point to the next arrives before it may jump. */
function arrivalAt(difference: Curve, point: Rational, next: Rational): Rational {
  return difference(point.add(next).div(two)).mul(two).sub(difference(point));
}

function distinct(points: readonly Rational[]): Rational[] {
  return [...new Map(points.map((point) => [point.toFraction(), point])).values()].sort(compare);
}

/** What a bonus pays of its pool, at every score. */
export function comparePoints(
  before: { points: Steps; shape: 'step' | 'linear' },
  after: { points: Steps; shape: 'step' | 'linear' },
): Order {
  const curve =
    ({ points, shape }: typeof before): Curve =>
    (score) =>
      paysOf(score, points, shape);
  return orderOf(curve(before), curve(after), [ZERO, ...starts(before.points), ...starts(after.points)], true);
}

/** What a penalty deducts, at every score. */
export function compareBands(before: Steps, after: Steps): Order {
  return orderOf(
    (x) => deductionOf(x, before),
    (x) => deductionOf(x, after),
    [ZERO, ...starts(before), ...starts(after)],
    true,
  );
}

/** Whether a bonus never pays less, and a penalty never deducts more, for a higher score. */
export function rises(steps: Steps): boolean {
  return steps.every((step, index) => index === 0 || compare(rational(step.value), rational(steps[index - 1]?.value ?? '0')) >= 0);
}

function levelAt(level: Level, target: Rational): Rational {
  return 'times' in level ? rational(level.times).mul(target) : rational(level.value);
}

/** A KPI's score line in a period, for a whole period in force. */
export function scoreLine(kpi: Kpi, period: PeriodId): ScoreLine {
  const target = rational(scheduledAt(kpi.target, period));
  return {
    better: kpi.better,
    threshold: kpi.threshold === null ? ZERO : levelAt(scheduledAt(kpi.threshold, period), target),
    target,
    stretch: kpi.stretch === null ? null : levelAt(scheduledAt(kpi.stretch, period), target),
    cap: rational(scheduledAt(kpi.cap, period)),
  };
}

/** Scores at every actual; null also where one counts up and the other down. */
export function compareScores(before: ScoreLine, after: ScoreLine): Order {
  if (before.better !== after.better) return null;
  const points = [before, after].flatMap((line) => {
    const run = line.target.sub(line.threshold);
    // Where the line through threshold and target reaches the cap.
    const capped = line.threshold.add(run.mul(line.cap));
    return [line.threshold, line.target, capped, ...(line.stretch === null ? [] : [line.stretch])];
  });
  return orderOf(
    (x) => scoreOf(x, before),
    (x) => scoreOf(x, after),
    points,
    true,
  );
}
