import { scoreLine } from '../attainment/kpis.js';
import { vocabulary } from '../attainment/measures.js';
import { scoreOf } from '../contract/curve.js';
import type { Fee, FeeOf } from '../contract/fee-kinds/fee-kinds.js';
import { chargedFor } from '../contract/fee-kinds/pass-through.js';
import type { Gate, Kpi, Metric, Scheduled, Steps, Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { minorDigits } from '../kernel/money.js';
import { scheduledAt, type TermPeriod } from '../kernel/period.js';
import { compare, type Exact, isZero, ONE, type Rational, rational, toExact, ZERO } from '../kernel/rational.js';
import type { GivenMetrics } from './given.js';
import { earlierAt, givenAt, LEVELS, type Level, levelValue, paidOn, usualPeriod, withoutConditions } from './levels.js';

/*
 * What is paid one unit below a level, at it, and one unit above it, for each level that a contract has: the one pay function
 * computes every example as it would a period.
 */

/** A figure and what it pays. */
export interface Example {
  readonly figure: Exact;
  /** What a KPI's figure scores; null where the figure is none of a KPI. */
  readonly score: Exact | null;
  readonly pay: string;
}

export type BoundaryOf =
  /** Pays the period, every other KPI at its target. */
  | { readonly kind: 'kpi'; readonly kpi: string; readonly metric: string; readonly level: Level | 'minimum' }
  | { readonly kind: 'gate'; readonly gate: string; readonly metric: string }
  /** Pays the fee's own line. */
  | { readonly kind: 'base' | 'distance' | 'limit'; readonly fee: string; readonly metric: string }
  | { readonly kind: 'score'; readonly fee: string };

/** One unit below the level, at it, one unit above it. */
export interface Boundary {
  readonly of: BoundaryOf;
  readonly examples: readonly [Example, Example, Example];
}

interface Trial {
  readonly terms: Terms;
  readonly period: TermPeriod;
}

/** The examples of a usual period, in the order of the contract; none where a line needs a figure that nothing gives. */
export function boundariesOf(terms: Terms): readonly Boundary[] {
  const period = usualPeriod(terms);
  if (period === null) return [];
  const trial = { terms, period };
  const { kpis, gates, fees } = terms.contract;
  return [
    ...kpis.flatMap((kpi) => kpiBoundaries(trial, kpi)),
    ...gates.flatMap((gate) => gateBoundary(trial, gate)),
    ...fees.flatMap((fee) => feeBoundaries(trial, fee)),
  ];
}

type Pays = (figure: Rational) => Example | null;

function around(of: BoundaryOf, level: Rational, unit: Rational, pays: Pays): Boundary[] {
  const [below, at, above] = [pays(level.sub(unit)), pays(level), pays(level.add(unit))];
  return below === null || at === null || above === null ? [] : [{ of, examples: [below, at, above] }];
}

/** The smallest difference that a figure of a metric shows: a cent, a last decimal, one of what is counted. */
function unitOf({ terms }: Trial, id: string): Rational {
  const { definitions, contract } = terms;
  const metric = definitions.metrics.find((each) => each.id === id);
  if (metric === undefined) return ONE;
  if (metric.unit === 'money') return tenth(amountDigits(metric, contract.currency));
  if (metric.unit === 'share') return tenth((metric.decimals ?? 2) + 2);
  return isCount(terms, metric) ? ONE : tenth(metric.decimals ?? 2);
}

/** Digits of an amount: those of its currency; of a ratio (what a visit brings) those that it is shown with. */
export function amountDigits({ type, decimals }: Metric, currency: string): number {
  return type === 'ratio' && decimals !== null ? decimals : minorDigits(currency);
}

function isCount({ definitions }: Terms, { formula }: Metric): boolean {
  const measure = 'measure' in formula ? definitions.measures.find(({ id }) => id === formula.measure) : undefined;
  return measure !== undefined && !('sum' in measure.aggregate);
}

const tenth = (digits: number): Rational => ONE.div(rational(10n ** BigInt(digits)));

function kpiBoundaries(trial: Trial, kpi: Kpi): Boundary[] {
  const { terms, period } = trial;
  const line = scoreLine({ words: vocabulary(terms.contract, terms.definitions), period }, kpi, rational(period.daysInForce));
  const ownMinimum = kpi.minimum?.metric === kpi.metric ? scaledTo(trial, kpi.metric, kpi.minimum.atLeast) : null;
  const scoreAt = (figure: Rational) => (ownMinimum !== null && compare(figure, ownMinimum) < 0 ? ZERO : scoreOf(figure, line));
  const pays = paysWith(trial, kpi.metric);
  const levels = LEVELS.filter((level) => level !== 'stretch' || compare(line.cap, ONE) > 0);
  const scored = levels.flatMap((level) =>
    around({ kind: 'kpi', kpi: kpi.id, metric: kpi.metric, level }, levelValue(line, level), unitOf(trial, kpi.metric), (figure) => ({
      ...pays(figure),
      score: toExact(scoreAt(figure)),
    })),
  );
  return [...scored, ...minimumBoundary(trial, kpi)];
}

/** The KPI at its target, on as much as its minimum asks for. */
function minimumBoundary(trial: Trial, kpi: Kpi): Boundary[] {
  const { minimum } = kpi;
  if (minimum === null) return [];
  const level = scaledTo(trial, minimum.metric, minimum.atLeast);
  const of = { kind: 'kpi', kpi: kpi.id, metric: minimum.metric, level: 'minimum' } as const;
  return around(of, level, unitOf(trial, minimum.metric), paysWith(trial, minimum.metric));
}

/**
 * The period with one metric as given, for all that goes by it: its KPIs, minimums, gates and fees. Every KPI on another metric is at
 * its target, as all are in the periods before; whatever asks for another metric is reached.
 */
function paysWith({ terms, period }: Trial, metric: string): (figure: Rational) => Example {
  const tried = withConditionsOn(terms, metric);
  const earlier = earlierAt(terms, period, 'target');
  const { all, byKpi } = givenAt(terms, period, 'target');
  const ofMetric = terms.contract.kpis.filter((kpi) => kpi.metric === metric);
  return (figure) => {
    const metrics = {
      all: new Map([...all, [metric, figure]]),
      byKpi: new Map([...byKpi, ...ofMetric.map(({ id }) => [id, figure] as const)]),
    };
    return { figure: toExact(figure), score: null, pay: paidOn({ terms: tried, period, metrics }, earlier).total };
  };
}

/** Terms of which only what one metric decides may stand against a payment. */
function withConditionsOn(terms: Terms, metric: string): Terms {
  const { contract } = withoutConditions(terms);
  const kpis = terms.contract.kpis.map((kpi) => (kpi.minimum?.metric === metric ? kpi : { ...kpi, minimum: null }));
  return { ...terms, contract: { ...contract, kpis, gates: terms.contract.gates.filter((gate) => gate.metric === metric) } };
}

/** A level in the period: that of a flow by its days in force. */
function scaledTo({ terms, period }: Trial, metric: string, level: Scheduled<Exact>): Rational {
  const written = rational(scheduledAt(level, period.id));
  const isFlow = terms.definitions.metrics.find(({ id }) => id === metric)?.type === 'flow';
  return isFlow ? written.mul(rational(period.daysInForce)).div(rational(period.daysInPeriod)) : written;
}

function gateBoundary(trial: Trial, gate: Gate): Boundary[] {
  const of = { kind: 'gate', gate: gate.id, metric: gate.metric } as const;
  const level = scaledTo(trial, gate.metric, gate.value);
  return around(of, level, unitOf(trial, gate.metric), paysWith(trial, gate.metric));
}

function feeBoundaries(trial: Trial, fee: Fee): Boundary[] {
  const { id: period } = trial.period;
  switch (fee.kind) {
    case 'commission':
    case 'rebate':
      return scheduledAt(fee.tiers, period)
        .filter(({ at }) => !isZero(rational(at)))
        .flatMap(({ at }) => baseBoundary(trial, { ...fee, accumulate: 'period' }, fee.base, rational(at), 'base'));
    case 'pass_through':
      return limitBoundary(trial, fee);
    case 'bonus':
      return scoresIn(fee.points, period).flatMap((at) => scoreBoundary(trial, fee, [], at));
    case 'penalty':
      return penaltyBoundaries(trial, fee);
    case 'wager':
      return wagerLevels(fee, period).flatMap((level) => baseBoundary(trial, { ...fee, over: 'term' }, fee.metric, level, 'distance'));
    default:
      return [];
  }
}

/** A fee alone, on a figure of its metric, in a term of one period; a gate on that metric may block it. */
function baseBoundary(trial: Trial, fee: Fee, metric: string, level: Rational, kind: 'base' | 'distance' | 'limit'): Boundary[] {
  const { terms, period } = trial;
  const bound = withConditionsOn(terms, metric);
  const tried = { ...bound, contract: { ...bound.contract, fees: [fee], ...(kind === 'distance' ? { term: period.inForce } : {}) } };
  const unit = unitOf(trial, metric);
  return around({ kind, fee: fee.id, metric }, level, unit, (figure) =>
    lineOf(tried, period, fee.id, { all: new Map([[metric, figure]]), byKpi: new Map() }, figure),
  );
}

/** The cost of which the charge, markup included, reaches what is paid without a review. */
function limitBoundary(trial: Trial, fee: FeeOf<'pass_through'>): Boundary[] {
  const { upTo, cost } = fee;
  if (upTo === null) return [];
  const limit = rational(scheduledAt(upTo, trial.period.id));
  const charged = (of: Rational) => chargedFor(fee, trial.period.id, of);
  const unit = unitOf(trial, cost);
  return baseBoundary(trial, fee, cost, limit.div(charged(ONE)).div(unit).ceil().mul(unit), 'limit');
}

function lineOf(terms: Terms, period: TermPeriod, id: string, metrics: GivenMetrics, figure: Rational): Example | null {
  const line = paidOn({ terms, period, metrics }, []).known.find((each) => each.id === id);
  return line === undefined ? null : { figure: toExact(figure), score: null, pay: line.amount };
}

/** A wager turns at its target and at the ends of its deadband. */
function wagerLevels({ target, deadband }: FeeOf<'wager'>, period: PeriodId): Rational[] {
  const [middle, width] = [rational(scheduledAt(target, period)), rational(scheduledAt(deadband, period))];
  return isZero(width) ? [middle] : [middle.sub(width), middle, middle.add(width)];
}

/** A share of a retainer or of an amount; what other fees come to needs figures of their own. */
function penaltyBoundaries(trial: Trial, fee: FeeOf<'penalty'>): Boundary[] {
  const { of } = fee;
  const bases = 'fee' in of ? trial.terms.contract.fees.filter((each) => each.id === of.fee && each.kind === 'retainer') : [];
  if ('fee' in of && bases.length === 0) return [];
  return scoresIn(fee.bands, trial.period.id).flatMap((at) => scoreBoundary(trial, fee, bases, at));
}

/** The scores at which a table changes; there is nothing below 0. */
function scoresIn(steps: Scheduled<Steps>, period: PeriodId): Rational[] {
  return scheduledAt(steps, period)
    .map(({ at }) => rational(at))
    .filter((at) => !isZero(at));
}

/** A metric that is the score itself. */
const SCORE = 'given score';
/** The hundredth part of a percent. */
const SCORE_UNIT = tenth(4);
const UNBOUNDED = '1000000';

/** A fee on a score that is given: one KPI has it, and with it the composite. */
function scoreBoundary(trial: Trial, fee: FeeOf<'bonus' | 'penalty'>, bases: readonly Fee[], level: Rational): Boundary[] {
  const { terms, period } = trial;
  const [kpi] = terms.contract.kpis;
  const [metric] = terms.definitions.metrics;
  if (kpi === undefined || metric === undefined) return [];
  const always = (value: Exact): Scheduled<Exact> => [{ from: period.id, value }];
  const scored: Kpi = {
    ...kpi,
    id: fee.by,
    metric: SCORE,
    better: 'higher',
    weight: always('1'),
    target: always('1'),
    threshold: null,
    stretch: null,
    cap: always(UNBOUNDED),
    minimum: null,
  };
  const given: Metric = { ...metric, id: SCORE, unit: 'share', type: 'ratio' };
  const { contract, definitions } = withoutConditions(terms);
  const tried: Terms = {
    ...terms,
    contract: { ...contract, kpis: [scored], composite: { rule: 'weighted_mean', minWeightLeft: '0' }, fees: [...bases, fee] },
    definitions: { ...definitions, metrics: [...definitions.metrics, given] },
  };
  return around({ kind: 'score', fee: fee.id }, level, SCORE_UNIT, (score) =>
    lineOf(tried, period, fee.id, { all: new Map([[SCORE, score]]), byKpi: new Map() }, score),
  );
}
