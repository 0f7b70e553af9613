import type { PeriodId } from '../../kernel/calendar.js';
import { scheduledAt } from '../../kernel/period.js';
import { compare, maximum, minimum, ONE, type Rational, rational, sign, sum, ZERO } from '../../kernel/rational.js';
import { deductionOf, paysOf, type ScoreLine, scoreOf } from '../curve.js';
import type { Bonus } from '../fee-kinds/bonus.js';
import { type Fee, kindOf } from '../fee-kinds/fee-kinds.js';
import type { Penalty } from '../fee-kinds/penalty.js';
import type { Wager } from '../fee-kinds/wager.js';
import { isWaived } from '../grace.js';
import type { Clause, Kpi, Level, Steps } from '../model.js';
import { stepNumbers } from '../step-numbers.js';
import type { LintContext } from './lint-rule.js';

/*
 * What a whole period pays, as far as the contract's text decides it: no data, no guarantee, no cap, no gates. Rules
 * about pay ask it with made-up scores.
 */

/** The name of the composite in a fee's `by`. */
export const COMPOSITE = 'composite';

export interface KpiLine {
  readonly kpi: Kpi;
  readonly line: ScoreLine;
  readonly weight: Rational;
}

/** A fee that pays or deducts by a score. */
export interface ScoredFee {
  readonly fee: Bonus | Penalty;
  readonly by: string;
  /** The pool, or the most that a penalty takes its share of. */
  readonly base: Rational;
  /** The bonus that a penalty takes its share of, where both follow one score: then the base moves with it. */
  readonly of: ScoredFee | null;
  readonly steps: Steps;
  /** The most that the fee pays or deducts, at any score that can be reached. */
  readonly most: Rational;
}

/** The pay rules of one period. */
export interface PeriodPay {
  readonly period: PeriodId;
  /** All but those that grace waives in the period, and deductions from these: they pay nothing in it, whatever comes. */
  readonly fees: readonly Fee[];
  readonly kpis: readonly KpiLine[];
  readonly rule: 'weighted_mean' | 'min';
  readonly scored: readonly ScoredFee[];
}

function levelOf(level: Level, target: Rational): Rational {
  return 'times' in level ? rational(level.times).mul(target) : rational(level.value);
}

/** A KPI's levels for a whole period. */
function wholePeriodLine(kpi: Kpi, period: PeriodId): ScoreLine {
  const target = rational(scheduledAt(kpi.target, period));
  return {
    better: kpi.better,
    threshold: kpi.threshold === null ? ZERO : levelOf(scheduledAt(kpi.threshold, period), target),
    target,
    stretch: kpi.stretch === null ? null : levelOf(scheduledAt(kpi.stretch, period), target),
    cap: rational(scheduledAt(kpi.cap, period)),
  };
}

/** The pay rules of a period; several rules ask for them, so that they are worked out once per contract and period. */
export function periodPay(context: LintContext, period: PeriodId): PeriodPay {
  const known = context.pays.get(period);
  if (known !== undefined) return known;
  const pay = payRules(context, period);
  context.pays.set(period, pay);
  return pay;
}

function payRules(context: LintContext, period: PeriodId): PeriodPay {
  const { contract } = context;
  const kpis = contract.kpis.map((kpi) => {
    return { kpi, line: wholePeriodLine(kpi, period), weight: rational(scheduledAt(kpi.weight, period)) };
  });
  const fees = contract.fees.filter(
    (fee) => ![fee.id, kindOf(fee).deductsFrom(fee) ?? fee.id].some((id) => isWaived(contract, id, period)),
  );
  const pay: PeriodPay = { period, fees, kpis, rule: contract.composite.rule, scored: [] };
  const bonuses = fees.flatMap((fee) => ('points' in fee ? [scoredBonus(pay, fee)] : []));
  const penalties = fees.flatMap((fee) => ('bands' in fee ? (scoredPenalty(context, pay, fee, bonuses) ?? []) : []));
  return { ...pay, scored: [...bonuses, ...penalties] };
}

function scoredBonus(pay: PeriodPay, fee: Bonus): ScoredFee {
  const steps = scheduledAt(fee.points, pay.period);
  const highest = highestScore(pay, fee.by);
  const base = rational(scheduledAt(fee.pool, pay.period));
  const reached = stepNumbers(steps).filter((point) => compare(point.at, highest) <= 0);
  const values = reached.map((point) => point.value);
  if (reached.length < steps.length) values.push(paysOf(highest, steps, fee.shape)); // on the way to a point beyond
  return { fee, by: fee.by, base, of: null, steps, most: base.mul(values.reduce(maximum, ZERO)) };
}

/** Null where only data can tell what it is taken of (a commission that nobody expects anything of). */
function scoredPenalty(context: LintContext, pay: PeriodPay, fee: Penalty, bonuses: readonly ScoredFee[]): ScoredFee | null {
  const steps = scheduledAt(fee.bands, pay.period);
  const bonus = 'fee' in fee.of ? findBonus(bonuses, fee.of.fee) : null;
  const base = bonus?.most ?? penaltyBase(context, fee, pay.period);
  if (base === null) return null;
  const of = bonus !== null && bonus.by === fee.by ? bonus : null;
  const highest = highestScore(pay, fee.by);
  const bands = stepNumbers(steps);
  const deductions = bands.map((band, index) => {
    const below = bands[index - 1];
    const met = sign(band.at) > 0 && (below === undefined || compare(below.at, highest) <= 0);
    const part = of === null ? base : paidAt(of, minimum(band.at, highest));
    return met ? part.mul(band.value) : ZERO;
  });
  return { fee, by: fee.by, base, of, steps, most: deductions.reduce(maximum, ZERO) };
}

function findBonus(bonuses: readonly ScoredFee[], id: string): ScoredFee | null {
  return bonuses.find((bonus) => bonus.fee.id === id) ?? null;
}

/** What a penalty takes its share of, but for bonuses; null where only data can tell. */
function penaltyBase(context: LintContext, penalty: Penalty, period: PeriodId): Rational | null {
  if ('amount' in penalty.of) return rational(scheduledAt(penalty.of.amount, period));
  const { fee: id } = penalty.of;
  const fee = context.contract.fees.find((candidate) => candidate.id === id);
  return fee === undefined ? null : usualPay(context, fee, period);
}

/** The highest score that a fee can be paid by. */
export function highestScore(pay: PeriodPay, by: string): Rational {
  if (by === COMPOSITE) return compositeOf(pay, (kpi) => kpi.line.cap);
  return pay.kpis.find((candidate) => candidate.kpi.id === by)?.line.cap ?? ONE;
}

/** The largest value of tiers or bands; 0 is always one of them. */
export function largestStep(steps: Steps): Rational {
  return stepNumbers(steps)
    .map((step) => step.value)
    .reduce(maximum, ZERO);
}

/** What both expect of a fee's metric: the target of a KPI on it, else the mean of its history; null without. */
export function usualBase(context: LintContext, fee: Fee, period: PeriodId): Rational | null {
  const { kpis, baseline } = context.contract;
  const metric = kindOf(fee).metric?.of(fee) ?? null;
  const kpi = kpis.find((candidate) => candidate.metric === metric && candidate.better === 'higher');
  if (kpi !== undefined) return rational(scheduledAt(kpi.target, period));
  const history = baseline.find((candidate) => candidate.metric === metric)?.values ?? [];
  if (history.length === 0) return null;
  return sum(history.map((entry) => rational(entry.value))).div(rational(history.length));
}

/**
 * What a fee comes to where the text tells: its amount, or what it pays on what both expect of its metric. Null where nobody wrote
 * that down, and for fees by a score or by other lines.
 */
export function usualPay(context: LintContext, fee: Fee, period: PeriodId): Rational | null {
  const { shape } = kindOf(fee);
  if (shape.pays === 'amount') return shape.amount(fee, period);
  if (shape.pays !== 'volume' && shape.pays !== 'cost') return null;
  const base = usualBase(context, fee, period);
  return base === null ? null : shape.on(fee, period, base);
}

/** Whether a fee pays by how much there is of its metric, and so moves with the result. */
export function paysByVolume(fee: Fee): boolean {
  return kindOf(fee).shape.pays === 'volume';
}

/** The most that a wager moves to either side. */
export function wagerLimit(wager: Wager, period: PeriodId): Rational {
  return rational(scheduledAt('stake' in wager.pays ? wager.pays.stake : wager.pays.limit, period));
}

/** The composite of the KPIs' scores. */
export function compositeOf(pay: PeriodPay, scoreOfKpi: (kpi: KpiLine) => Rational): Rational {
  const scores = pay.kpis.map((kpi) => ({ score: scoreOfKpi(kpi), weight: kpi.weight }));
  if (pay.rule === 'min') return scores.map(({ score }) => score).reduce(minimum);
  return sum(scores.map(({ score, weight }) => score.mul(weight)));
}

/** What one fee by a score pays at it; a penalty's part is negative. */
export function paidAt({ fee, base, of, steps }: ScoredFee, score: Rational): Rational {
  if (fee.kind === 'bonus') return base.mul(paysOf(score, steps, fee.shape));
  const part = of === null ? base : maximum(ZERO, paidAt(of, score));
  return part.mul(deductionOf(score, steps)).neg();
}

/** What bonuses and penalties by a KPI's score pay when it scores `own` and every other KPI `others` (or its cap). */
export function paidByScore(pay: PeriodPay, subject: KpiLine, own: Rational, others: Rational): ReadonlyMap<Fee['id'], Rational> {
  let composite: Rational | undefined;
  const paid = new Map<string, Rational>();
  for (const scored of pay.scored) {
    if (scored.by !== subject.kpi.id && scored.by !== COMPOSITE) continue;
    if (scored.by === COMPOSITE) {
      composite ??= compositeOf(pay, (kpi) => (kpi === subject ? own : minimum(others, kpi.line.cap)));
    }
    paid.set(scored.fee.id, paidAt(scored, scored.by === COMPOSITE ? (composite ?? ZERO) : own));
  }
  return paid;
}

/** The same when its actual is `actual`. */
export function paidByActual(pay: PeriodPay, subject: KpiLine, actual: Rational, others: Rational): ReadonlyMap<Fee['id'], Rational> {
  return paidByScore(pay, subject, scoreOf(actual, subject.line), others);
}

/** Whether a KPI's score moves any bonus or penalty. */
export function movesPay(pay: PeriodPay, subject: KpiLine): boolean {
  const inComposite = pay.rule === 'min' || compare(subject.weight, ZERO) > 0;
  return pay.scored.some((scored) => scored.by === subject.kpi.id || (scored.by === COMPOSITE && inComposite));
}

/** The actual beyond which a KPI's score no longer rises. */
export function capPoint(line: ScoreLine): Rational {
  return actualAt(line, line.cap);
}

/** The actual that earns a score between 0 and the cap: the score line read backwards. */
export function actualAt(line: ScoreLine, score: Rational): Rational {
  if (line.stretch !== null && compare(score, ONE) > 0) {
    return line.target.add(score.sub(ONE).div(line.cap.sub(ONE)).mul(line.stretch.sub(line.target)));
  }
  return line.threshold.add(score.mul(line.target.sub(line.threshold)));
}

/** The clause of the fee with an id. */
export function feeClause(context: LintContext, id: string): Clause {
  return context.contract.fees.find((fee) => fee.id === id)?.clause ?? context.top;
}
