import { scheduledAt } from '../../kernel/period.js';
import { compare, divide, isZero, maximum, minimum, ONE, type Rational, rational, sign, sum, ZERO } from '../../kernel/rational.js';
import { scoreOf } from '../curve.js';
import type { Commission, Wager } from '../model.js';
import { about, aboutPercent, amount, percent } from './figures.js';
import type { Finding, LintContext, LintRule } from './lint-rule.js';
import {
  actualAt,
  COMPOSITE,
  capPoint,
  commissionOn,
  compositeOf,
  feeClause,
  highestScore,
  type KpiLine,
  movesPay,
  type PeriodPay,
  paidAt,
  paidByActual,
  periodPay,
  usualCommission,
  wagerLimit,
} from './period-pay.js';

const A_THOUSANDTH = rational('0.001');
const A_TENTH = rational('0.1');
/** Far less than any step that matters: stands for "just below" and "just above" a jump. */
const A_HAIR = rational('1e-9');

/** Pay on both sides of a step of 0.1%. */
interface Move {
  readonly fee: string;
  readonly what: string;
  readonly at: string;
  readonly before: Rational;
  readonly after: Rational;
}

/** Fee → what it pays. */
type Paid = ReadonlyMap<string, Rational>;

const total = (paid: Paid) => sum(paid.values());
const size = (move: Move) => move.after.sub(move.before).abs();

/** The fee whose line changes most between two payments. */
function mainFee(a: Paid, b: Paid): string {
  let main = { fee: '', size: rational(-1) };
  for (const [fee, value] of a) {
    const moved = value.sub(b.get(fee) ?? ZERO).abs();
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
 * What a step does that starts or ends just below, at, and just above a point. Just beside it as well, since a jump and the
 * slopes around it may add up or hide each other.
 */
function movesAround(what: string, shown: string, point: Rational, step: Rational, paid: (at: Rational) => Paid): readonly Move[] {
  const hair = step.mul(A_HAIR);
  return [point.sub(hair), point, point.add(hair)].flatMap((at): Move[] => {
    const [low, here, high] = [paid(at.sub(step)), paid(at), paid(at.add(step))];
    return [
      { fee: mainFee(low, here), what, at: shown, before: total(low), after: total(here) },
      { fee: mainFee(here, high), what, at: shown, before: total(here), after: total(high) },
    ];
  });
}

/** Moves of fees by the KPI itself (with those by the composite, the others at 100%). */
function movesByActual(pay: PeriodPay, subject: KpiLine): readonly Move[] {
  return breakpoints(pay, subject).flatMap((actual) => {
    const paid = (at: Rational) => paidByActual(pay, subject, at, ONE);
    return movesAround(subject.kpi.id, about(actual), actual, actual.abs().mul(A_THOUSANDTH), paid);
  });
}

/** Moves of fees by the composite, whatever the KPIs that make it up: at every step, by the KPI that moves it fastest. */
function movesByComposite(pay: PeriodPay): readonly Move[] {
  const fees = pay.scored.filter((scored) => scored.by === COMPOSITE);
  if (fees.length === 0) return [];
  const step = pay.kpis.map((kpi) => (pay.rule === 'min' ? steepest(kpi) : steepest(kpi).mul(kpi.weight))).reduce(maximum, ZERO);
  const most = highestScore(pay, COMPOSITE);
  const paid = (score: Rational) => {
    const reached = maximum(ZERO, minimum(most, score));
    return new Map(fees.map((scored) => [scored.fee.id, paidAt(scored, reached)]));
  };
  return fees.flatMap(({ steps }) => {
    return steps.flatMap(({ at: text }) => {
      const at = rational(text);
      return compare(at, most) > 0 ? [] : movesAround(COMPOSITE, percent(at), at, step, paid);
    });
  });
}

/** Only `whole` tiers jump; a marginal commission grows with its base. */
function commissionMoves(commission: Commission, period: string): readonly Move[] {
  if (commission.mode !== 'whole') return [];
  return scheduledAt(commission.tiers, period).flatMap((tier): Move[] => {
    const from = rational(tier.at);
    if (isZero(from)) return [];
    const before = commissionOn(from.sub(from.mul(A_THOUSANDTH)), commission, period);
    return [{ fee: commission.id, what: commission.base, at: tier.at, before, after: commissionOn(from, commission, period) }];
  });
}

/** A stake falls at the target; a rate is steep where its limit is reached within little more than 0.1% of the actual. */
function wagerMove(wager: Wager, period: string): Move | null {
  const target = rational(scheduledAt(wager.target, period));
  const deadband = rational(scheduledAt(wager.deadband, period));
  const limit = wagerLimit(wager, period);
  const shared = { fee: wager.id, what: wager.metric };
  if ('stake' in wager.pays) {
    const across = compare(target.abs().mul(A_THOUSANDTH), deadband) > 0;
    return { ...shared, at: about(target), before: across ? limit.neg() : ZERO, after: limit };
  }
  const rate = rational(scheduledAt(wager.pays.rate, period));
  if (isZero(rate)) return null;
  const edge = deadband.add(limit.div(rate));
  const actual = wager.better === 'higher' ? target.add(edge) : target.sub(edge);
  const nearer = edge.sub(actual.abs().mul(A_THOUSANDTH));
  const beyond = maximum(ZERO, nearer.abs().sub(deadband)).mul(rate);
  const before = minimum(beyond, limit).mul(rational(sign(nearer)));
  return { ...shared, at: about(actual), before, after: limit };
}

/** What bonuses, penalties and commissions move in a period between nothing and everything, where the text or the history tells. */
function variablePay(context: LintContext, pay: PeriodPay, without: string | null): Rational {
  const scored = sum(pay.scored.map(({ most }) => most));
  const commissions = context.contract.fees.map((fee) => {
    return fee.kind === 'commission' && fee.id !== without ? (usualCommission(context, fee, pay.period) ?? ZERO) : ZERO;
  });
  return scored.add(sum(commissions));
}

/** The largest cliff of a list of moves, per fee. */
function cliffs(context: LintContext, pay: PeriodPay, moves: readonly { move: Move; variable: Rational }[]): readonly Finding[] {
  const worst = new Map<string, { move: Move; variable: Rational }>();
  for (const candidate of moves) {
    const { move, variable } = candidate;
    if (compare(size(move), variable.mul(A_TENTH)) <= 0) continue;
    const known = worst.get(move.fee);
    if (known === undefined || compare(size(move), size(known.move)) > 0) worst.set(move.fee, candidate);
  }
  return [...worst.values()].map(({ move, variable }) => {
    const params = {
      fee: move.fee,
      period: pay.period,
      what: move.what,
      at: move.at,
      before: amount(context, move.before),
      after: amount(context, move.after),
      currency: context.contract.currency,
      share: aboutPercent(size(move).div(variable)),
      variable: amount(context, variable),
    };
    return { code: 'payout-cliff', at: feeClause(context, move.fee), params };
  });
}

function cliffsIn(context: LintContext, period: string, isLast: boolean): readonly Finding[] {
  const pay = periodPay(context, period);
  const variable = variablePay(context, pay, null);
  const direct = (kpi: KpiLine) => pay.kpis.length === 1 || pay.scored.some((scored) => scored.by === kpi.kpi.id);
  const moves = [
    ...pay.kpis.filter((kpi) => movesPay(pay, kpi) && direct(kpi)).flatMap((kpi) => movesByActual(pay, kpi)),
    ...(pay.kpis.length === 1 ? [] : movesByComposite(pay)),
  ].map((move) => ({ move, variable }));
  for (const fee of context.contract.fees) {
    if (fee.kind === 'commission') {
      const others = variablePay(context, pay, fee.id);
      const usual = usualCommission(context, fee, period) ?? ZERO;
      for (const move of commissionMoves(fee, period)) moves.push({ move, variable: others.add(maximum(usual, move.after.abs())) });
    } else if (fee.kind === 'wager' && (fee.over === 'quarter' || isLast)) {
      const move = wagerMove(fee, period);
      if (move !== null) moves.push({ move, variable: variable.add(wagerLimit(fee, period)).add(wagerLimit(fee, period)) });
    }
  }
  return cliffs(context, pay, moves);
}

/**
 * 0.1% of the actual moves more than a tenth of variable pay: evaluated exactly just below, at and just above every
 * corner of the score line and every point, band and whole tier. Gates and minimums are cliffs on purpose and are left out,
 * as is what a guarantee or cap would soften. One finding per fee, in the first period that has the cliff.
 */
export const payoutCliff: LintRule = (context) => {
  const found = new Map<string, Finding>();
  const last = context.segments.at(-1);
  for (const segment of context.segments) {
    for (const finding of cliffsIn(context, segment.period, segment === last)) {
      const fee = String(finding.params.fee);
      if (!found.has(fee)) found.set(fee, finding);
    }
  }
  return [...found.values()];
};
