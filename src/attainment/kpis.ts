import { attainmentOf, type ScoreLine, scoreOf } from '../contract/curve.js';
import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Kpi, Level } from '../contract/model.js';
import type { Party } from '../kernel/party.js';
import { scheduledAt, type TermPeriod } from '../kernel/period.js';
import { compare, isZero, maximum, type Rational, rational, toDecimal, ZERO } from '../kernel/rational.js';
import type { LateDuties } from './duties.js';
import { waiversOf } from './exclusions.js';
import type { Vocabulary } from './measures.js';
import { type Cause, type Reason, reason, type Value } from './value.js';

/** What a fee by a KPI (or the composite) pays as: a score, nothing by a rule, or not yet known (but `atLeast` so much). */
export type Pay =
  | { readonly kind: 'score'; readonly score: Rational; readonly byRule: Reason | null }
  | { readonly kind: 'nothing'; readonly byRule: Reason }
  | { readonly kind: 'held'; readonly causes: readonly Cause[]; readonly atLeast: Rational };

/** What it pays as where that is known. */
export type CertainPay = Exclude<Pay, { readonly kind: 'held' }>;

/** What bonuses and penalties by a KPI (or the composite) come to, and why. */
export interface Pays {
  /** What bonuses by it pay as. */
  readonly pay: Pay;
  /** What penalties by it deduct as. */
  readonly penalty: Pay;
  readonly reasons: readonly Reason[];
}

/** A KPI's result by what was measured alone; each state has just what it can have. */
export type MeasuredKpi = Pays &
  (
    | { readonly state: 'scored' | 'below_minimum'; readonly score: Rational }
    /** The actual divides by zero: a score of 0, or none, as `whenMissing` says. */
    | { readonly state: 'missing'; readonly score: Rational | null }
    | { readonly state: 'held'; readonly causes: readonly Cause[] }
  );

/** A KPI that an agreed waiver, a late brand or a period without time takes out of scoring. */
export type WaivedKpi = Pays & {
  readonly state: 'waived';
  /** What was agreed that it pays as, without what it earned. A composite that is waived pays as at the smallest of these. */
  readonly waivedAs: CertainPay;
  readonly penalty: CertainPay;
  /** Where the brand was late with a duty: what the KPI would have earned otherwise, so that lateness saves it nothing. */
  readonly earned: MeasuredKpi | null;
};

/** A KPI of one period, measured and scored. */
export type KpiOutcome = KpiLevels & (MeasuredKpi | WaivedKpi);

/** What a KPI's result rests on, whatever became of it. */
interface KpiLevels {
  readonly kpi: Kpi;
  readonly actual: Value;
  readonly line: ScoreLine;
  readonly hasThreshold: boolean;
  readonly weight: Rational;
  readonly attainment: Rational | null;
}

/** An outcome without what became of it. */
export function levelsOf({ kpi, actual, line, hasThreshold, weight, attainment }: KpiLevels): KpiLevels {
  return { kpi, actual, line, hasThreshold, weight, attainment };
}

/** The score that a KPI brings into the composite; null where it has none. */
export function scoreIn(outcome: MeasuredKpi | WaivedKpi): Rational | null {
  return outcome.state === 'waived' || outcome.state === 'held' ? null : outcome.score;
}

/** What scoring the KPIs of a period needs. */
interface KpiContext {
  readonly words: Vocabulary;
  readonly period: TermPeriod;
  /** A measure on the rows that the KPI's exclusions leave of it, and the days that they leave. */
  readonly measureOf: (kpi: string, id: string) => Value;
  readonly remaining: (kpi: string) => Rational;
  readonly exclusions: readonly EventOf<'exclusion'>[];
  readonly late: LateDuties;
  /** Adds the causes of reconciliations on hold that touch an expression's measures. */
  readonly metric: (metric: string, measure: (id: string) => Value) => Value;
}

/** Multiplies what is written for a whole period down to what remains of it, for flows. */
export function scaledLevel(words: Vocabulary, metric: string, value: Rational, remaining: Rational, period: TermPeriod): Rational {
  if (words.metrics.get(metric)?.type !== 'flow') return value;
  return value.mul(remaining).div(rational(period.daysInPeriod));
}

function levelOf(level: Level, target: Rational): Rational {
  return 'times' in level ? rational(level.times).mul(target) : rational(level.value);
}

/** The levels of a KPI in a period, those of a flow for the days that remain of it. */
export function scoreLine(context: Pick<KpiContext, 'words' | 'period'>, kpi: Kpi, remaining: Rational): ScoreLine {
  const { words, period } = context;
  const scaled = (value: Rational) => scaledLevel(words, kpi.metric, value, remaining, period);
  const target = rational(scheduledAt(kpi.target, period.id));
  const threshold = kpi.threshold === null ? ZERO : levelOf(scheduledAt(kpi.threshold, period.id), target);
  const stretch = kpi.stretch === null ? null : levelOf(scheduledAt(kpi.stretch, period.id), target);
  return {
    better: kpi.better,
    threshold: scaled(threshold),
    target: scaled(target),
    stretch: stretch === null ? null : scaled(stretch),
    cap: rational(scheduledAt(kpi.cap, period.id)),
  };
}

/** Scores one KPI; the order of the cases is the order in which one rule beats the next (section 4). */
export function attainKpi(context: KpiContext, kpi: Kpi): KpiOutcome {
  const { period, late } = context;
  const measure = (id: string) => context.measureOf(kpi.id, id);
  const remaining = context.remaining(kpi.id);
  const line = scoreLine(context, kpi, remaining);
  const actual = context.metric(kpi.metric, measure);
  const weight = rational(scheduledAt(kpi.weight, period.id));
  const attainment = actual.known && !isZero(line.target) ? attainmentOf(actual.value, line) : null;
  const base = { kpi, actual, line, hasThreshold: kpi.threshold !== null, weight, attainment };
  const duty = late.get(kpi.id);

  const waiver = waiversOf(context.exclusions, kpi.id, period.id)[0];
  if (waiver?.treatment.kind === 'waive') {
    const why = reason('waived', { event: waiver.file });
    const { scoreAs } = waiver.treatment;
    const pay: CertainPay = scoreAs === 'none' ? nothing(why) : { kind: 'score', score: rational(scoreAs), byRule: why };
    // what was agreed comes first, but a late party takes no penalty
    return { ...base, ...waived(pay, duty?.owes === 'brand' ? nothing(lateBy(duty)) : pay, why) };
  }
  if (isZero(remaining)) {
    const why = reason('no-time-left');
    return { ...base, ...waived(nothing(why), nothing(why), why) };
  }
  if (duty?.owes === 'provider') {
    const why = lateBy(duty);
    return { ...base, state: 'scored', score: ZERO, ...payAs(ZERO, why), reasons: [why] };
  }
  if (duty?.owes === 'brand') {
    const why = lateBy(duty);
    const earned = measuredKpi(kpi, line, actual, null);
    const { pay, unknown } = atLeastAs(earned.pay, duty.scoreAs, line.cap, why);
    const waivedAs: CertainPay = { kind: 'score', score: duty.scoreAs, byRule: why };
    const reasons = [why, ...unknown.map((cause) => cause.reason)];
    return { ...base, state: 'waived', pay, penalty: nothing(why), reasons, waivedAs, earned };
  }
  return { ...base, ...measuredKpi(kpi, line, actual, minimumOf(context, kpi, measure, remaining)) };
}

function lateBy(duty: { readonly owes: Party; readonly duty: string }): Reason {
  return reason(duty.owes === 'brand' ? 'brand-late' : 'provider-late', { duty: duty.duty });
}

function waived(pay: CertainPay, penalty: CertainPay, why: Reason): WaivedKpi {
  return { state: 'waived', pay, penalty, reasons: [why], waivedAs: pay, earned: null };
}

/** A score as agreed, but never less than what was earned; where that is not known yet, only what it cannot exceed is certain. */
function atLeastAs(earned: Pay, scoreAs: Rational, cap: Rational, why: Reason): { pay: Pay; unknown: readonly Cause[] } {
  const as = (score: Rational): Pay => ({ kind: 'score', score, byRule: why });
  if (earned.kind === 'score') return { pay: as(maximum(scoreAs, earned.score)), unknown: [] };
  if (earned.kind === 'nothing' || compare(scoreAs, cap) >= 0) return { pay: as(scoreAs), unknown: [] };
  return { pay: { kind: 'held', causes: earned.causes, atLeast: scoreAs }, unknown: earned.causes };
}

/** What a KPI's actual and minimum alone make of it. */
function measuredKpi(kpi: Kpi, line: ScoreLine, actual: Value, minimum: Minimum | null): MeasuredKpi {
  if (minimum?.state === 'missed') {
    return { state: 'below_minimum', score: ZERO, ...payAs(ZERO, minimum.why), reasons: [minimum.why] };
  }
  const causes = minimum?.state === 'unknown' ? minimum.causes : [];
  if (actual.known && causes.length === 0) {
    const score = scoreOf(actual.value, line);
    return { state: 'scored', score, ...payAs(score, null), reasons: [] };
  }
  if (causes.length === 0 && !actual.known && actual.byDivision && kpi.whenMissing !== 'hold') {
    const why = reason(kpi.whenMissing === 'zero' ? 'missing-zero' : 'missing-excluded', { metric: kpi.metric });
    if (kpi.whenMissing === 'zero') return { state: 'missing', score: ZERO, ...payAs(ZERO, why), reasons: [why] };
    return { state: 'missing', score: null, pay: nothing(why), penalty: nothing(why), reasons: [why] };
  }
  const all = [...causes, ...(actual.known ? [] : actual.causes)];
  return { state: 'held', causes: all, ...heldBy(all), reasons: all.map((cause) => cause.reason) };
}

/** A fee by it pays nothing by a rule. */
export function nothing(why: Reason): CertainPay {
  return { kind: 'nothing', byRule: why };
}

/** Bonuses pay, and penalties deduct, as at a score. */
export function payAs(score: Rational, byRule: Reason | null): { pay: Pay; penalty: Pay } {
  const pay: Pay = { kind: 'score', score, byRule };
  return { pay, penalty: pay };
}

/** Neither is known. */
export function heldBy(causes: readonly Cause[]): { pay: Pay; penalty: Pay } {
  const pay: Pay = { kind: 'held', causes, atLeast: ZERO };
  return { pay, penalty: pay };
}

type Minimum =
  | { readonly state: 'reached' }
  | { readonly state: 'missed'; readonly why: Reason }
  | { readonly state: 'unknown'; readonly causes: readonly Cause[] };

function minimumOf(context: KpiContext, kpi: Kpi, measure: (id: string) => Value, remaining: Rational): Minimum | null {
  if (kpi.minimum === null) return null;
  const value = context.metric(kpi.minimum.metric, measure);
  if (!value.known) return { state: 'unknown', causes: value.causes };
  const written = rational(scheduledAt(kpi.minimum.atLeast, context.period.id));
  const atLeast = scaledLevel(context.words, kpi.minimum.metric, written, remaining, context.period);
  if (compare(value.value, atLeast) >= 0) return { state: 'reached' };
  const params = { metric: kpi.minimum.metric, actual: toDecimal(value.value), minimum: toDecimal(atLeast) };
  return { state: 'missed', why: reason('below-minimum', params) };
}
