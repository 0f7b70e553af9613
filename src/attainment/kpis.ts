import { attainmentOf, type ScoreLine, scoreOf } from '../contract/curve.js';
import type { EventOf, Kpi, Level } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import { scheduledAt, type TermPeriod } from '../kernel/period.js';
import { compare, isZero, maximum, type Rational, rational, toDecimal, ZERO } from '../kernel/rational.js';
import { recordedZone } from '../kernel/zone-record.js';
import type { LateDuties } from './duties.js';
import { remainingDays, waiversOf } from './exclusions.js';
import { measureValue, type Vocabulary } from './measures.js';
import { type Cause, onlyDivision, type Reason, reason, type Value } from './value.js';

export type KpiState = 'scored' | 'below_minimum' | 'waived' | 'missing' | 'held';

/** What a fee by a KPI (or the composite) pays as: a score, nothing by a rule, or not yet known. */
export type Pay =
  | { readonly kind: 'score'; readonly score: Rational; readonly byRule: Reason | null }
  | { readonly kind: 'nothing'; readonly byRule: Reason }
  | { readonly kind: 'held'; readonly causes: readonly Cause[] };

/** A KPI of one period, measured and scored. */
export interface KpiOutcome {
  readonly kpi: Kpi;
  readonly state: KpiState;
  readonly actual: Value;
  readonly line: ScoreLine;
  readonly hasThreshold: boolean;
  readonly weight: Rational;
  readonly attainment: Rational | null;
  readonly score: Rational | null;
  /** What bonuses by it pay as. */
  readonly pay: Pay;
  /** What penalties by it deduct as. */
  readonly penalty: Pay;
  readonly reasons: readonly Reason[];
  /** Where the brand was late with a duty: the score that the actual would have earned, so that lateness saves it nothing. */
  readonly earned: Rational | null;
}

/** What scoring the KPIs of a period needs. */
export interface KpiContext {
  readonly words: Vocabulary;
  readonly period: TermPeriod;
  readonly evidence: EvidencePeriod;
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

function scoreLine(context: KpiContext, kpi: Kpi, remaining: Rational): ScoreLine {
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

/** A measure's value on the rows that the KPI keeps: its variant where exclusions made one, else the whole. */
function measureFor(context: KpiContext, kpi: string): (id: string) => Value {
  return (id) => {
    const { evidence, words } = context;
    const variant = evidence.variants.find((candidate) => candidate.kpi === kpi && candidate.id === id);
    return measureValue(words, evidence, id, variant ?? evidence.measures.find((candidate) => candidate.id === id));
  };
}

/** Scores one KPI; the order of the cases is the order in which one rule beats the next (section 4). */
export function attainKpi(context: KpiContext, kpi: Kpi): KpiOutcome {
  const { words, period, late } = context;
  const measure = measureFor(context, kpi.id);
  const zone = recordedZone(context.evidence.calendar, words.contract.calendar.timezone);
  const remaining = remainingDays(context.exclusions, kpi.id, period.inForce, zone);
  const line = scoreLine(context, kpi, remaining);
  const actual = context.metric(kpi.metric, measure);
  const weight = rational(scheduledAt(kpi.weight, period.id));
  const base = { kpi, actual, line, hasThreshold: kpi.threshold !== null, weight, earned: null };
  const attainment = actual.known && !isZero(line.target) ? attainmentOf(actual.value, line) : null;
  const waived = (pay: Pay, penalty: Pay, why: Reason): KpiOutcome => {
    return { ...base, state: 'waived', attainment: null, score: null, pay, penalty, reasons: [why] };
  };

  const waiver = waiversOf(context.exclusions, kpi.id, period.id)[0];
  if (waiver?.treatment.kind === 'waive') {
    const why = reason('waived', { event: waiver.file });
    const { scoreAs } = waiver.treatment;
    const pay: Pay = scoreAs === 'none' ? nothing(why) : { kind: 'score', score: rational(scoreAs), byRule: why };
    return waived(pay, pay, why);
  }
  if (isZero(remaining)) {
    const why = reason('no-time-left');
    return waived(nothing(why), nothing(why), why);
  }
  const duty = late.get(kpi.id);
  if (duty?.owes === 'provider') {
    const why = reason('provider-late', { duty: duty.duty });
    return { ...base, state: 'scored', attainment, score: ZERO, ...payAs(ZERO, why), reasons: [why] };
  }
  if (duty?.owes === 'brand') {
    const why = reason('brand-late', { duty: duty.duty });
    const earned = actual.known ? scoreOf(actual.value, line) : null;
    const pay: Pay = { kind: 'score', score: maximum(duty.scoreAs, earned ?? ZERO), byRule: why };
    return { ...waived(pay, nothing(why), why), earned };
  }
  const minimum = minimumOf(context, kpi, measure, remaining);
  if (minimum !== null && minimum.state === 'missed') {
    return { ...base, state: 'below_minimum', attainment, score: ZERO, ...payAs(ZERO, minimum.why), reasons: [minimum.why] };
  }
  const causes = minimum?.state === 'unknown' ? minimum.causes : [];
  if (actual.known && causes.length === 0) {
    const score = scoreOf(actual.value, line);
    return { ...base, state: 'scored', attainment, score, ...payAs(score, null), reasons: [] };
  }
  if (causes.length === 0 && !actual.known && onlyDivision(actual) && kpi.whenMissing !== 'hold') {
    const why = reason(kpi.whenMissing === 'zero' ? 'missing-zero' : 'missing-excluded', { metric: kpi.metric });
    if (kpi.whenMissing === 'zero') {
      return { ...base, state: 'missing', attainment: null, score: ZERO, ...payAs(ZERO, why), reasons: [why] };
    }
    return { ...base, state: 'missing', attainment: null, score: null, pay: nothing(why), penalty: nothing(why), reasons: [why] };
  }
  const all = [...causes, ...(actual.known ? [] : actual.causes)];
  const held: Pay = { kind: 'held', causes: all };
  return { ...base, state: 'held', attainment: null, score: null, pay: held, penalty: held, reasons: all.map((cause) => cause.reason) };
}

function nothing(why: Reason): Pay {
  return { kind: 'nothing', byRule: why };
}

function payAs(score: Rational, byRule: Reason | null): { pay: Pay; penalty: Pay } {
  const pay: Pay = { kind: 'score', score, byRule };
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

/** The weighted mean or the smallest of the KPIs' scores, and what fees by it pay as. */
export interface CompositeOutcome {
  readonly state: 'scored' | 'waived' | 'held';
  readonly score: Rational | null;
  readonly pay: Pay;
  readonly penalty: Pay;
  readonly reasons: readonly Reason[];
}

/**
 * The composite of a period. `heldAs` stands in for held KPIs when an expired hold is decided (section 6, Held). Where the
 * brand was late with a duty, bonuses by the composite pay at least what the earned scores would have paid.
 */
export function attainComposite(words: Vocabulary, kpis: readonly KpiOutcome[], heldAs: Rational | null = null): CompositeOutcome {
  const composite = compositeOf(words, kpis, heldAs);
  if (kpis.every((kpi) => kpi.earned === null)) return composite;
  const asEarned = compositeOf(
    words,
    kpis.map((kpi) => (kpi.earned === null ? kpi : { ...kpi, state: 'scored', score: kpi.earned })),
    heldAs,
  );
  if (asEarned.score === null || composite.pay.kind === 'held') return composite;
  if (composite.pay.kind === 'score' && compare(composite.pay.score, asEarned.score) >= 0) return composite;
  const why = kpis.find((kpi) => kpi.earned !== null)?.reasons[0] ?? null;
  return { ...composite, pay: { kind: 'score', score: asEarned.score, byRule: why } };
}

function compositeOf(words: Vocabulary, kpis: readonly KpiOutcome[], heldAs: Rational | null): CompositeOutcome {
  const { rule, minWeightLeft } = words.contract.composite;
  const held = kpis.filter((kpi) => kpi.state === 'held');
  if (held.length > 0 && heldAs === null) {
    const causes = held.flatMap((kpi) => (kpi.pay.kind === 'held' ? kpi.pay.causes : []));
    return heldComposite(causes);
  }
  const scored = kpis.flatMap((kpi) => {
    const score = kpi.state === 'held' ? heldAs : kpi.score;
    return score === null ? [] : [{ score, weight: kpi.weight }];
  });
  const left = scored.reduce((total, part) => total.add(part.weight), ZERO);
  const lacking = kpis.filter((kpi) => kpi.state !== 'held' && kpi.score === null);
  const enough = rule === 'min' ? scored.length > 0 : !isZero(left);
  if (!enough || compare(left, rational(minWeightLeft)) < 0) {
    if (lacking.every((kpi) => kpi.state === 'waived')) return waivedComposite(lacking);
    const why = reason('too-little-weight', { left: toDecimal(left), needed: minWeightLeft });
    return heldComposite([{ reason: why, party: null }]);
  }
  const score =
    rule === 'min'
      ? scored.map((part) => part.score).reduce((a, b) => (compare(a, b) <= 0 ? a : b))
      : scored.reduce((total, part) => total.add(part.score.mul(part.weight)), ZERO).div(left);
  return { state: 'scored', score, ...payAs(score, null), reasons: [] };
}

function heldComposite(causes: readonly Cause[]): CompositeOutcome {
  const held: Pay = { kind: 'held', causes };
  return { state: 'held', score: null, pay: held, penalty: held, reasons: causes.map((cause) => cause.reason) };
}

/** All that lacks is waived: pays as at the smallest of what the waived KPIs pay as; one with `none` makes it nothing. */
function waivedComposite(waived: readonly KpiOutcome[]): CompositeOutcome {
  const why = reason('composite-waived', { kpis: waived.map((kpi) => kpi.kpi.id).join(', ') });
  const smallest = (pays: readonly Pay[]): Pay => {
    let score: Rational | null = null;
    for (const pay of pays) {
      if (pay.kind !== 'score') return nothing(why);
      if (score === null || compare(pay.score, score) < 0) score = pay.score;
    }
    return score === null ? nothing(why) : { kind: 'score', score, byRule: why };
  };
  return {
    state: 'waived',
    score: null,
    pay: smallest(waived.map((kpi) => kpi.pay)),
    penalty: smallest(waived.map((kpi) => kpi.penalty)),
    reasons: [why],
  };
}

/** What a held KPI or composite pays as when its hold is decided for a party: 100% for the provider, or 0. */
export function decidedPay(pay: Pay, heldAs: Rational): Pay {
  return pay.kind === 'held' ? { kind: 'score', score: heldAs, byRule: null } : pay;
}
