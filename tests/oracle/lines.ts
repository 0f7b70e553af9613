import {
  compare,
  isZero,
  maximum,
  minimum,
  ONE,
  type Rational,
  type Rounding,
  rational,
  roundScaled,
  sign,
  sum,
  ZERO,
} from '../../src/kernel/rational.js';
import { countDays, type Days } from './days.js';
import { type FeeOf, type FeeText, inPeriod, number, stepsIn } from './documents.js';
import { type Cause, known, metricOver, type Value } from './measuring.js';
import {
  compositeScore,
  type FeeScore,
  type GateResult,
  gatesFor,
  type KpiResult,
  kpiScore,
  measuresUnder,
  scoreKpi,
  shareInForce,
  sliceOf,
  type View,
} from './scoring.js';

/* What one fee comes to in one period (section 5), before what has been settled is looked at. */

/**
 * An amount; `byRule`: 0 by a rule rather than by what was earned (the mean leaves it out); `certain`: 0 whatever is still
 * unknown. Or not known, and who answers for that.
 */
export type Outcome =
  | { readonly is: 'amount'; readonly amount: Rational; readonly byRule: boolean; readonly certain: boolean }
  | { readonly is: 'unknown'; readonly causes: ReadonlySet<Cause> };

/** How what is not known is taken: not at all, or as an expired hold decides it (section 6, Held). */
export type Reading = 'as it is' | 'for the provider' | 'for the brand';

/** What a line needs to know of the other lines and periods. */
export interface Surroundings {
  readonly view: View;
  readonly reading: Reading;
  /** Settled as it stands: what another line of the period counts as, and whether that is known. */
  lineOf(fee: string): { readonly amount: Rational; readonly causes: ReadonlySet<Cause> | null };
  /** The base of an accumulated commission in the earlier periods: as it is known, else as it was last settled on. */
  earlierBases(fee: FeeOf<'commission'>): Rational;
  /** A metric over days of several periods, up to and with this one. */
  over(metric: string, days: Days): Value;
  milestone(fee: FeeOf<'milestone'>): MilestoneOutcome;
  /** The days of the term as agreed, the last day it was really in force, and who ended it early. */
  readonly term: Days;
  readonly end: string;
  readonly endedBy: 'brand' | 'provider' | null;
  /** Measures that are flagged and that nobody has looked at. */
  readonly reviewMissing: ReadonlyMap<string, ReadonlySet<Cause>>;
}

export type MilestoneOutcome = 'pays' | 'not' | { readonly causes: ReadonlySet<Cause> };

const MINOR_DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, KWD: 3, BHD: 3 };

export function rounded(amount: Rational, currency: string, rounding: Rounding): Rational {
  const digits = MINOR_DIGITS[currency] ?? 2;
  return rational(roundScaled(amount, digits, rounding)).div(rational(10n ** BigInt(digits)));
}

function inGrace(fee: string, { terms, period }: View, periods: readonly { period: string; share: Rational }[]): boolean {
  const { grace } = terms.contract;
  if (grace === undefined || !grace.waives.includes(fee)) return false;
  const from = grace.from ?? periods.find(({ share }) => compare(share, rational('0.5')) >= 0)?.period;
  const first = periods.findIndex((each) => from !== undefined && each.period >= from);
  const at = periods.findIndex((each) => each.period === period);
  return first >= 0 && at >= first && at < first + grace.periods;
}

export function blocked(fee: string, view: View, periods: readonly { period: string; share: Rational }[]): GateResult {
  if (inGrace(fee, view, periods)) return 'failed'; // grace makes a line 0 as a failed gate does
  return gatesFor(fee, view);
}

const rule = (): Outcome => ({ is: 'amount', amount: ZERO, byRule: true, certain: true });
const earned = (amount: Rational): Outcome => ({ is: 'amount', amount, byRule: false, certain: false });
const held = (causes: Iterable<Cause>): Outcome => ({ is: 'unknown', causes: new Set(causes) });

export function lineOutcome(fee: FeeText, around: Surroundings, gate: GateResult): Outcome {
  const { view, reading } = around;
  const { contract } = view.terms;
  // Grace and a failed gate make a line 0 whether its inputs are known or not; only then does something undefined hold it.
  if (fee.kind !== 'milestone' && gate === 'failed') return rule();
  const raw = rawOutcome(fee, around);
  const outcome: Outcome = raw.is === 'amount' ? { ...raw, amount: rounded(raw.amount, contract.currency, contract.rounding) } : raw;
  if (outcome.is === 'amount' && outcome.certain) return outcome; // 0 by a rule, whatever else is unknown
  if (fee.kind === 'milestone') return withReview(fee, outcome, around);
  if (typeof gate === 'string') return withReview(fee, outcome, around);
  if (reading === 'for the provider') return outcome; // counts as passed
  // It counts as failed, but never to the cost of whom it is decided for: it then spares the provider no penalty.
  if (reading === 'for the brand') return outcome.is === 'amount' && sign(outcome.amount) < 0 ? outcome : rule();
  return held([...gate.causes, ...(outcome.is === 'unknown' ? outcome.causes : []), ...(reviewHolds(fee, around) ?? [])]);
}

function reviewHolds(fee: FeeText, { view, reviewMissing, reading }: Surroundings): ReadonlySet<Cause> | null {
  if (reading !== 'as it is' || reviewMissing.size === 0) return null;
  const variable = ['commission', 'bonus', 'wager', 'penalty'].includes(fee.kind) || (fee.kind === 'milestone' && fee.metric !== undefined);
  const causes = new Set([...measuresUnder(fee, view)].flatMap((measure) => [...(reviewMissing.get(measure) ?? [])]));
  return variable && causes.size > 0 ? causes : null;
}

function withReview(fee: FeeText, outcome: Outcome, around: Surroundings): Outcome {
  const causes = reviewHolds(fee, around);
  if (causes === null) return outcome;
  return held([...causes, ...(outcome.is === 'unknown' ? outcome.causes : [])]);
}

function rawOutcome(fee: FeeText, around: Surroundings): Outcome {
  switch (fee.kind) {
    case 'retainer':
      return earned(number(inPeriod(fee.amount, around.view.period)).mul(prorated(fee, around.view)));
    case 'commission':
      return commission(fee, around);
    case 'bonus':
      return bonus(fee, around);
    case 'milestone':
      return milestone(fee, around);
    case 'wager':
      return wager(fee, around);
    case 'penalty':
      return penalty(fee, around);
    default:
      throw new RangeError(`${fee.kind} is computed from lines`);
  }
}

/** Days-proration applies to retainer amount, bonus pool, penalty amount, guarantee, period cap. */
export function prorated(fee: { readonly prorate?: boolean }, view: View): Rational {
  return fee.prorate === false ? ONE : shareInForce(view);
}

// ---- commission

type Steps = readonly { readonly at: Rational; readonly value: Rational }[];

function commissionOn(base: Rational, tiers: Steps, mode: 'marginal' | 'whole'): Rational {
  if (sign(base) < 0) return base.mul(tiers.map(({ value }) => value).reduce((least, rate) => minimum(least, rate)));
  if (mode === 'whole') return base.mul(tiers.filter(({ at }) => compare(at, base) <= 0).at(-1)?.value ?? ZERO);
  return sum(
    tiers.map(({ at, value }, index) => {
      const next = tiers[index + 1]?.at;
      const top = next === undefined ? base : minimum(base, next);
      return value.mul(maximum(top.sub(at), ZERO));
    }),
  );
}

function commission(fee: FeeOf<'commission'>, around: Surroundings): Outcome {
  const { view, reading } = around;
  const { contract } = view.terms;
  const tiers = stepsIn(fee.tiers, view.period);
  if (tiers.every(({ value }) => isZero(value))) return rule(); // whatever the base
  const base = metricOver(fee.base, [sliceOf(view)]);
  if (!base.known) return reading === 'for the brand' ? earned(ZERO) : held(base.causes);
  if (fee.accumulate === 'period') return earned(commissionOn(base.value, tiers, fee.mode));
  const before = around.earlierBases(fee);
  const f = (total: Rational) => rounded(commissionOn(total, tiers, fee.mode), contract.currency, contract.rounding);
  return earned(f(before.add(base.value)).sub(f(before)));
}

// ---- bonus and penalty

/** KPIs as an expired hold takes them: held ones score 100% for the provider, 0 for the brand. */
function asRead(kpi: KpiResult, reading: Reading): KpiResult {
  if (reading === 'as it is') return kpi;
  const score = reading === 'for the provider' ? ONE : ZERO;
  if (kpi.state === 'held') return { ...kpi, state: 'scored', score, causes: new Set() };
  if (kpi.brandLate?.earned.is === 'unknown') return { ...kpi, brandLate: { ...kpi.brandLate, earned: { is: 'score', score } } };
  return kpi;
}

function scoreFor(by: string, { view, reading }: Surroundings, isPenalty: boolean): FeeScore {
  const { kpis } = view.terms.contract;
  if (by === 'composite') {
    return compositeScore(
      kpis.map((kpi) => asRead(scoreKpi(kpi, view), reading)),
      view.terms,
      isPenalty,
    );
  }
  const kpi = kpis.find((each) => each.id === by);
  if (kpi === undefined) throw new RangeError(`no KPI ${by}`);
  return kpiScore(asRead(scoreKpi(kpi, view), reading), isPenalty);
}

function bonusShare(points: Steps, score: Rational, shape: 'step' | 'linear'): Rational {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || compare(score, first.at) < 0) return ZERO;
  if (compare(score, last.at) >= 0) return last.value;
  const index = points.findIndex(({ at }) => compare(score, at) < 0);
  const [from, to] = [points[index - 1], points[index]];
  if (from === undefined || to === undefined) return last.value;
  if (shape === 'step') return from.value;
  return from.value.add(score.sub(from.at).div(to.at.sub(from.at)).mul(to.value.sub(from.value)));
}

function bonus(fee: FeeOf<'bonus'>, around: Surroundings): Outcome {
  const { view } = around;
  const points = stepsIn(fee.points, view.period);
  const pool = number(inPeriod(fee.pool, view.period)).mul(prorated(fee, view));
  if (isZero(pool) || points.every(({ value }) => isZero(value))) return rule(); // whatever the score
  const score = scoreFor(fee.by, around, false);
  if (score.is === 'unknown') return held(score.causes);
  if (score.is === 'nothing') return rule();
  const amount = pool.mul(bonusShare(points, score.score, fee.shape));
  return isZero(amount) && scoredByRule(fee.by, around) ? rule() : earned(amount);
}

/** A minimum that is missed and a provider's late duty are rules; a score of 0 that the actual earned is none. */
function scoredByRule(by: string, { view }: Surroundings): boolean {
  const kpi = view.terms.contract.kpis.find((each) => each.id === by);
  if (kpi === undefined) return false;
  const result = scoreKpi(kpi, view);
  return result.state === 'below_minimum' || result.ruled;
}

function penalty(fee: FeeOf<'penalty'>, around: Surroundings): Outcome {
  const { view } = around;
  const bands = stepsIn(fee.bands, view.period);
  if (bands.every(({ value }) => isZero(value))) return rule();
  const of = fee.of === undefined ? null : around.lineOf(fee.of);
  const base = of === null ? number(inPeriod(fee.amount ?? 0, view.period)).mul(prorated(fee, view)) : maximum(of.amount, ZERO);
  const baseUnknown = of?.causes ?? null;
  if (baseUnknown === null && isZero(base)) return rule(); // nothing to deduct from
  const score = scoreFor(fee.by, around, true);
  if (score.is === 'nothing') return rule();
  if (score.is === 'unknown') {
    const { atLeast } = score;
    if (atLeast !== undefined && bands.every(({ at }) => compare(at, atLeast) <= 0)) return rule(); // whatever it turns out to be
    return held([...score.causes, ...(baseUnknown ?? [])]);
  }
  const lowest = bands.find(({ at }) => compare(score.score, at) < 0);
  if (lowest === undefined || isZero(lowest.value)) return earned(ZERO);
  if (baseUnknown !== null) return held(baseUnknown);
  return earned(base.mul(lowest.value).neg());
}

// ---- milestone

function milestone(fee: FeeOf<'milestone'>, around: Surroundings): Outcome {
  const outcome = around.milestone(fee);
  if (outcome === 'not') return rule();
  if (outcome !== 'pays') return held(outcome.causes);
  return earned(number(inPeriod(fee.amount, around.view.period)));
}

// ---- wager

function wager(fee: FeeOf<'wager'>, around: Surroundings): Outcome {
  const { view, term, end, endedBy, reading } = around;
  const horizon = horizonOf(fee, around);
  if (horizon === null) return rule(); // not at its horizon's end
  const { inForce, whole } = horizon;
  const share = rational(countDays(inForce)).div(countDays(whole));
  const cutShort = end < term.to && inForce.to === end && whole.to > end;
  const flow = view.terms.definitions.metrics[fee.metric]?.type === 'flow';
  const at = <T>(field: T | Readonly<Record<string, T>>) => inPeriod<T>(field, view.period);
  const target = number(at(fee.target)).mul(flow ? share : ONE);
  const deadband = number(at(fee.deadband)).mul(flow ? share : ONE);
  const stake = fee.stake === undefined ? null : number(at(fee.stake)).mul(share);
  const limit = fee.limit === undefined ? ZERO : number(at(fee.limit)).mul(share);
  const rate = fee.rate === undefined ? ZERO : number(at(fee.rate));
  if (stake === null ? isZero(limit) || isZero(rate) : isZero(stake)) return rule();
  const actual = ((): Value => {
    const found = around.over(fee.metric, inForce);
    // A hold that has expired takes a wager as exactly on target.
    return found.known || reading === 'as it is' ? found : known(target);
  })();
  if (!actual.known) return held(actual.causes);
  const amount = wagerAmount(actual.value, { better: fee.better, target, deadband, stake, limit, rate });
  if (cutShort && fee.onEarlyEnd === 'void') {
    // `void` works only against the party that terminates: a wager it is losing is settled as `scale`.
    const losing = endedBy === 'brand' ? sign(amount) > 0 : sign(amount) < 0;
    if (!losing) return rule();
  }
  return earned(amount);
}

interface WagerTerms {
  readonly better: 'higher' | 'lower';
  readonly target: Rational;
  readonly deadband: Rational;
  readonly stake: Rational | null;
  readonly limit: Rational;
  readonly rate: Rational;
}

function wagerAmount(actual: Rational, { better, target, deadband, stake, limit, rate }: WagerTerms): Rational {
  const d = better === 'higher' ? actual.sub(target) : target.sub(actual);
  if (stake !== null) {
    if (sign(d) >= 0) return stake;
    return compare(d, deadband.neg()) < 0 ? stake.neg() : ZERO;
  }
  const beyond = rate.mul(sign(d)).mul(maximum(d.abs().sub(deadband), ZERO));
  return maximum(minimum(beyond, limit), limit.neg());
}

/** What a wager pays that is exactly on target. */
export function onTarget(fee: FeeOf<'wager'>, around: Surroundings): Rational {
  const horizon = horizonOf(fee, around);
  if (horizon === null || fee.stake === undefined) return ZERO;
  const share = rational(countDays(horizon.inForce)).div(countDays(horizon.whole));
  const { currency, rounding } = around.view.terms.contract;
  return rounded(number(inPeriod(fee.stake, around.view.period)).mul(share), currency, rounding);
}

/** The days a wager is about and those of them in force, in the last period of them; else null. */
function horizonOf(fee: FeeOf<'wager'>, { view, term, end }: Surroundings): { readonly inForce: Days; readonly whole: Days } | null {
  const real = { from: term.from, to: end < term.to ? end : term.to };
  const whole = fee.over === 'term' ? term : quarterOf(view.days.to);
  const from = whole.from > real.from ? whole.from : real.from;
  const to = whole.to < real.to ? whole.to : real.to;
  const isLast = view.days.from <= to && to <= view.days.to;
  return isLast ? { inForce: { from, to }, whole } : null;
}

export function quarterOf(date: string): Days {
  const year = date.slice(0, 4);
  const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3);
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  const starts = ['01-01', '04-01', '07-01', '10-01'];
  return { from: `${year}-${starts[quarter]}`, to: `${year}-${ends[quarter]}` };
}
