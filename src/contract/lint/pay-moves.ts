import { scheduledAt } from '../../kernel/period.js';
import { compare, divide, isZero, maximum, minimum, ONE, type Rational, rational, sign, sum, ZERO } from '../../kernel/rational.js';
import { scoreOf } from '../curve.js';
import type { Fee } from '../fee-kinds/fee-kinds.js';
import type { Tiered } from '../fee-kinds/tiered.js';
import type { Wager } from '../fee-kinds/wager.js';
import { type Step, stepNumbers } from '../step-numbers.js';
import { about, percent } from './figures.js';
import {
  actualAt,
  COMPOSITE,
  capPoint,
  compositeOf,
  highestScore,
  type KpiLine,
  largestStep,
  type PeriodPay,
  paidAt,
  paidByActual,
  type ScoredFee,
  wagerLimit,
} from './period-pay.js';

const A_THOUSANDTH = rational('0.001');
/** A window that starts at a corner reaches a little further than the corner itself. */
const OVER_A_THOUSANDTH = rational('0.00101');
/** Far less than any step that matters: stands for "just below" and "just above" a jump. */
const A_HAIR = rational('1e-9');

/** Fee → what it pays. */
type Paid = ReadonlyMap<string, Rational>;

/** Pay on both sides of a step of 0.1%. */
export interface Move {
  readonly what: string;
  readonly at: string;
  readonly low: Paid;
  readonly high: Paid;
  readonly before: Rational;
  readonly after: Rational;
}

function moveOf(what: string, at: string, low: Paid, high: Paid): Move {
  return { what, at, low, high, before: sum(low.values()), after: sum(high.values()) };
}

/** How much pay moves. */
export function moved(move: Move): Rational {
  return move.after.sub(move.before).abs();
}

/** The fee whose line changes most. */
export function mainFee({ low, high }: Move): string {
  let main = { fee: '', size: rational(-1) };
  for (const [fee, value] of low) {
    const moved = value.sub(high.get(fee) ?? ZERO).abs();
    if (compare(moved, main.size) > 0) main = { fee, size: moved };
  }
  return main.fee;
}

/** Actuals at which the slope of pay changes, or where it jumps, the other KPIs scoring 100%. */
function breakpoints(pay: PeriodPay, subject: KpiLine): readonly Rational[] {
  const { line } = subject;
  const rest = compositeOf(pay, (kpi) => (kpi === subject ? ZERO : minimum(ONE, kpi.line.cap)));
  const points = [line.threshold, line.target, line.stretch ?? capPoint(line)];
  for (const { by, steps } of pay.scored) {
    if (by !== subject.kpi.id && by !== COMPOSITE) continue;
    for (const step of steps) {
      const at = rational(step.at);
      const own = by === COMPOSITE && pay.rule !== 'min' ? divide(at.sub(rest), subject.weight) : at;
      if (own !== undefined && sign(own) > 0 && compare(own, line.cap) <= 0) points.push(actualAt(line, own));
    }
  }
  return points;
}

/** How far 0.1% of the actual moves the score, at its steepest: the slope is constant between the line's corners. */
function steepest({ line }: KpiLine): Rational {
  let most = ZERO;
  for (const corner of [line.threshold, line.target, line.stretch ?? capPoint(line)]) {
    const score = scoreOf(corner, line);
    const step = corner.mul(A_THOUSANDTH);
    for (const near of [corner.sub(step), corner.add(step)]) most = maximum(most, scoreOf(near, line).sub(score).abs());
  }
  return most;
}

/**
 * What a step does that starts or ends just below, at, or just above a point: a jump there and the slopes around it may
 * add up or hide each other. No window is longer than the step.
 */
function movesAround(what: string, shown: string, point: Rational, step: Rational, paid: (at: Rational) => Paid): readonly Move[] {
  const hair = step.mul(A_HAIR);
  const inner = step.sub(hair);
  const low = paid(point.sub(inner));
  const high = paid(point.add(inner));
  return [point.sub(hair), point, point.add(hair)].flatMap((at): Move[] => {
    const here = paid(at);
    return [moveOf(what, shown, low, here), moveOf(what, shown, here, high)];
  });
}

/** Moves of fees by the KPI itself (with those by the composite, the others at 100%). */
export function movesByActual(pay: PeriodPay, subject: KpiLine): readonly Move[] {
  return breakpoints(pay, subject).flatMap((actual) => {
    const paid = (at: Rational) => paidByActual(pay, subject, at, ONE);
    return movesAround(subject.kpi.id, about(actual), actual, actual.abs().mul(A_THOUSANDTH), paid);
  });
}

/** Moves of fees by the composite, whatever the KPIs that make it up: at every step, by the KPI that moves it fastest. */
export function movesByComposite(pay: PeriodPay): readonly Move[] {
  const fees = pay.scored.filter((scored) => scored.by === COMPOSITE);
  if (fees.length === 0) return [];
  const step = pay.kpis.map((kpi) => (pay.rule === 'min' ? steepest(kpi) : steepest(kpi).mul(kpi.weight))).reduce(maximum, ZERO);
  const most = highestScore(pay, COMPOSITE);
  const paid = (score: Rational) => {
    const reached = maximum(ZERO, minimum(most, score));
    return new Map(fees.map((scored) => [scored.fee.id, paidAt(scored, reached)]));
  };
  const points = new Map(fees.flatMap(({ steps }) => stepNumbers(steps).map(({ at }) => [percent(at), at] as const)));
  return [...points].flatMap(([shown, at]) => (compare(at, most) > 0 ? [] : movesAround(COMPOSITE, shown, at, step, paid)));
}

/** Jumps of a fee's share (0 → first point, from point to point of steps, at the end of a band), by score. */
function jumpsOf({ fee, steps }: ScoredFee): readonly Step[] {
  const numbers = stepNumbers(steps);
  return numbers.flatMap((step, index): Step[] => {
    if (fee.kind === 'penalty') return [{ at: step.at, value: step.value.sub(numbers[index + 1]?.value ?? ZERO).abs() }];
    if (fee.shape === 'linear' && index > 0) return [];
    return [{ at: step.at, value: step.value.sub(numbers[index - 1]?.value ?? ZERO).abs() }];
  });
}

/** The most that jumps, ascending, come to within one step. */
function mostTogether(jumps: readonly Step[], step: Rational): Rational {
  let [most, within, first] = [ZERO, ZERO, 0];
  for (const { at, value } of jumps) {
    within = within.add(value);
    for (let jump = jumps[first]; jump !== undefined && compare(jump.at.add(step), at) < 0; jump = jumps[first]) {
      within = within.sub(jump.value);
      first += 1;
    }
    most = maximum(most, within);
  }
  return most;
}

/** No less than what a fee can move while the score moves by `step`: the jumps that fit into it, and the steepest slope. */
function mostMoved(scored: ScoredFee, step: Rational): Rational {
  const { fee, base, of, steps } = scored;
  let moved = base.mul(mostTogether(jumpsOf(scored), step));
  if (fee.kind === 'bonus' && fee.shape === 'linear') {
    const points = stepNumbers(steps);
    const slopes = points.slice(1).map((point, index) => {
      const below = points[index];
      return below === undefined ? ZERO : (divide(point.value.sub(below.value), point.at.sub(below.at))?.abs() ?? ZERO);
    });
    moved = moved.add(base.mul(slopes.reduce(maximum, ZERO)).mul(step));
  }
  return of === null ? moved : moved.add(mostMoved(of, step).mul(largestStep(steps)));
}

/** No less than what 0.1% of the actual moves the score: the slopes of the line, each where the actual is largest. */
function mostScored({ line }: KpiLine): Rational {
  const end = line.stretch === null ? capPoint(line) : line.target;
  const first = divide(maximum(line.threshold.abs(), end.abs()), line.target.sub(line.threshold).abs()) ?? ZERO;
  const reach = line.stretch === null ? ZERO : maximum(line.target.abs(), line.stretch.abs()).mul(line.cap.sub(ONE).abs());
  const second = line.stretch === null ? ZERO : (divide(reach, line.stretch.sub(line.target).abs()) ?? ZERO);
  return maximum(first, second).mul(OVER_A_THOUSANDTH);
}

/** How many levels are compared to see what moves: at each of them every fee by the same score pays by its own. */
export function comparedLevels({ kpis, scored }: PeriodPay): number {
  const levels = scored.reduce((all, { steps }) => all + steps.length, 3);
  return (kpis.length + 1) * levels * (levels + FEE_LEVELS * scored.length);
}

/** What it takes to look at one fee, in levels. */
const FEE_LEVELS = 5;

/** How many levels {@link staysWithin} looks at for one KPI after the other, where the KPI that moves the composite most does not settle it. */
export function boundedLevels({ kpis, scored }: PeriodPay): number {
  const byAll = scored.filter(({ by }) => by === COMPOSITE);
  return kpis.length * byAll.reduce((all, { steps, of }) => all + steps.length + (of?.steps.length ?? 0), 0);
}

/**
 * Whether no 0.1% of any actual can move more than `limit`, by a bound that needs no evaluation: what settles the matter
 * for nearly every careful contract.
 * @param isShort whether to look no further than at the KPI that moves the composite most, as if every KPI did: no is then no answer.
 */
export function staysWithin(pay: PeriodPay, limit: Rational, isShort: boolean): boolean {
  const scores = pay.kpis.map((kpi) => {
    const score = mostScored(kpi);
    return { kpi, score, weighed: pay.rule === 'min' || pay.kpis.length === 1 ? score : score.mul(kpi.weight) };
  });
  const movedBy = (by: string, step: Rational) => sum(pay.scored.flatMap((fee) => (fee.by === by ? [mostMoved(fee, step)] : [])));
  const most = isShort ? movedBy(COMPOSITE, scores.map(({ weighed }) => weighed).reduce(maximum, ZERO)) : null;
  return scores.every(({ kpi, score, weighed }) => {
    const byAll = most ?? movedBy(COMPOSITE, weighed);
    return compare(movedBy(kpi.kpi.id, score).add(byAll), limit) <= 0;
  });
}

/** Only `whole` tiers jump; marginal ones grow with their base. */
export function tierMoves(fee: Tiered & Pick<Fee, 'id'>, period: string): readonly Move[] {
  if (fee.mode !== 'whole') return [];
  const tiers = scheduledAt(fee.tiers, period);
  const numbers = stepNumbers(tiers);
  let lower = 0;
  return numbers.flatMap(({ at: from, value: rate }, index): Move[] => {
    if (isZero(from)) return [];
    const near = from.sub(from.mul(A_THOUSANDTH));
    // Of tiers less than 0.1% apart several are passed.
    while (lower + 1 < index && compare(numbers[lower + 1]?.at ?? from, near) <= 0) lower += 1;
    const [before, after] = [near.mul(numbers[lower]?.value ?? rate), from.mul(rate)];
    return [moveOf(fee.base, tiers[index]?.at ?? '', new Map([[fee.id, before]]), new Map([[fee.id, after]]))];
  });
}

/** A stake falls at the target; a rate is steep where its limit is reached within little more than 0.1% of the actual. */
export function wagerMove(wager: Wager, period: string): Move | null {
  const target = rational(scheduledAt(wager.target, period));
  const deadband = rational(scheduledAt(wager.deadband, period));
  const limit = wagerLimit(wager, period);
  const move = (at: Rational, before: Rational) => {
    return moveOf(wager.metric, about(at), new Map([[wager.id, before]]), new Map([[wager.id, limit]]));
  };
  if ('stake' in wager.pays) {
    return move(target, compare(target.abs().mul(A_THOUSANDTH), deadband) > 0 ? limit.neg() : ZERO);
  }
  const rate = rational(scheduledAt(wager.pays.rate, period));
  if (isZero(rate)) return null;
  const edge = deadband.add(limit.div(rate));
  const actual = wager.better === 'higher' ? target.add(edge) : target.sub(edge);
  const nearer = edge.sub(actual.abs().mul(A_THOUSANDTH));
  const beyond = maximum(ZERO, nearer.abs().sub(deadband)).mul(rate);
  return move(actual, minimum(beyond, limit).mul(rational(sign(nearer))));
}
