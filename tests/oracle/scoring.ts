import { compare, isZero, maximum, minimum, ONE, type Rational, rational, sign, ZERO } from '../../src/kernel/rational.js';
import { countDays, type Days, dayStart, instantOf, plusDays } from './days.js';
import {
  type BookEventOf,
  type DutyText,
  dateOf,
  eventsOf,
  type FeeText,
  inPeriod,
  type KpiText,
  number,
  type TermsText,
  type Written,
} from './documents.js';
import {
  breachOf,
  type Cause,
  type Leaves,
  measuresOf,
  metricOver,
  reviewersOf,
  type Slice,
  type Snapshot,
  undefinedOf,
  type Value,
} from './measuring.js';

/* KPIs, the composite and the gates of one period (section 4), as one measurement shows them. */

/** A period of the contract as one looks at it with one measurement. */
export interface View {
  readonly period: string;
  /** The calendar's period, whole. */
  readonly whole: Days;
  /** The days of it in which the contract is in force. */
  readonly days: Days;
  readonly terms: TermsText;
  readonly snapshot: Snapshot;
}

export function shareInForce({ whole, days }: View): Rational {
  return rational(countDays(days)).div(countDays(whole));
}

export function sliceOf({ period, days, terms, snapshot }: View, leaves: Leaves = []): Slice {
  return { period, days, terms, snapshot, leaves };
}

export interface KpiResult {
  readonly id: string;
  readonly state: 'scored' | 'below_minimum' | 'waived' | 'missing' | 'held';
  readonly weight: Rational;
  readonly actual: Rational | null;
  readonly attainment: Rational | null;
  /** What it scores in the composite; null where it leaves it or is not known. */
  readonly score: Rational | null;
  /** Why it is held. */
  readonly causes: ReadonlySet<Cause>;
  /** Waived by an exclusion: fees by it pay as at this, null for `none`. */
  readonly agreed: { readonly scoreAs: Rational | null } | null;
  /** Waived because the brand was late: `scoreAs`, never less than what it earned. */
  readonly brandLate: { readonly scoreAs: Rational; readonly earned: Earned } | null;
  /** Whether the brand was late (and the provider was not), whatever else waives the KPI. */
  readonly spared: boolean;
  /** The provider was late and scores 0 by that rule. */
  readonly ruled: boolean;
}

/** What the actual would have scored: a score, no score (`whenMissing: exclude`), or not known. */
type Earned =
  | { readonly is: 'score'; readonly score: Rational }
  | { readonly is: 'none' }
  /** `atMost`: its cap; nothing that it turns out to be is more. */
  | { readonly is: 'unknown'; readonly causes: ReadonlySet<Cause>; readonly atMost: Rational };

// ---- Duties

/** Whose duties on a KPI were late in the period. */
function latePartiesFor(kpi: string, view: View): { readonly provider: boolean; readonly brandAs: Rational | null } {
  const { terms } = view;
  const late = (terms.contract.duties ?? []).filter((duty) => duty.ifLate.kpis.includes(kpi) && isLate(duty, view));
  const done = late.filter((duty) => duty.owes === 'brand').map((duty) => number(duty.ifLate.scoreAs ?? 0));
  return {
    provider: late.some((duty) => duty.owes === 'provider'),
    brandAs: done.length === 0 ? null : done.reduce(maximum), // the best of what the late brand owes several times over
  };
}

/**
 * Done on the later of `on` and the file's date, or on `on` where both agreed. One that falls due outside the days in force is
 * nobody's; none is late before its day has passed. With `claimed` it is late only where the other party has said so after the due day
 * and within the days of acceptance after the period's end.
 */
function isLate(duty: DutyText, { period, whole, days, snapshot, terms }: View): boolean {
  const due = plusDays(whole.from, duty.dueDay - 1);
  if (due < days.from || due > days.to || snapshot.asOf <= due) return false;
  if (duty.lateIf === 'claimed') {
    const last = plusDays(days.to, terms.contract.acceptance.days);
    const said = eventsOf(snapshot.events, 'lateness').filter((event) => event.duty === duty.id && event.period === period);
    if (!said.some((event) => event.party !== duty.owes && dateOf(event) > due && dateOf(event) <= last)) return false;
  }
  const done = eventsOf(snapshot.events, 'duty').filter((event) => event.duty === duty.id && event.period === period);
  return !done.some((event) => (event.agreed === true ? event.on : event.on > dateOf(event) ? event.on : dateOf(event)) <= due);
}

// ---- Exclusions

type Exclusion = BookEventOf<'exclusion'>;

function exclusionsOf(kpi: string, { snapshot }: View): Exclusion[] {
  return eventsOf(snapshot.events, 'exclusion').filter((event) => event.kpis.includes(kpi));
}

/** How many of the local days in force a window leaves, part of a day by its elapsed share. */
function daysLeft(windows: readonly { from: string; to: string }[], { days, terms }: View): Rational {
  const zone = terms.contract.calendar.timezone;
  let left = ZERO;
  for (let day = days.from; day <= days.to; day = plusDays(day, 1)) {
    let share = ONE;
    for (const window of windows) {
      if (!window.from.includes('T')) {
        if (window.from <= day && day <= window.to) share = ZERO;
        continue;
      }
      const [start, end] = [dayStart(day, zone), dayStart(plusDays(day, 1), zone)];
      const from = instantOf(window.from) > start ? instantOf(window.from) : start;
      const to = instantOf(window.to) < end ? instantOf(window.to) : end;
      if (to > from) share = share.sub(rational(to - from).div(rational(end - start)));
    }
    left = left.add(maximum(share, ZERO));
  }
  return left;
}

// ---- One KPI

function levelOf(written: Written, target: Rational): Rational {
  const text = String(written);
  return text.endsWith('x') ? rational(text.slice(0, -1)).mul(target) : number(written);
}

/**
 * Piecewise linear through (threshold, 0), (target, 100%), (stretch, cap); 0 beyond the threshold, cap beyond the stretch.
 * Without stretch the line threshold → target goes on to the cap.
 */
function scoreOf(kpi: KpiText, actual: Rational, period: string, scale: Rational): Rational {
  const target = number(inPeriod(kpi.target, period));
  const cap = kpi.cap === undefined ? ONE : number(inPeriod(kpi.cap, period));
  const threshold = kpi.threshold === undefined ? ZERO : levelOf(inPeriod(kpi.threshold, period), target);
  const stretch = kpi.stretch === undefined ? null : levelOf(inPeriod(kpi.stretch, period), target);
  // `lower` is the same line in the mirror
  const mirror = kpi.better === 'higher' ? ONE : rational(-1);
  const [a, t0, t1] = [actual.mul(mirror), threshold.mul(scale).mul(mirror), target.mul(scale).mul(mirror)];
  if (compare(a, t0) <= 0) return ZERO;
  const fromThreshold = a.sub(t0).div(t1.sub(t0));
  if (compare(a, t1) <= 0) return fromThreshold;
  if (stretch === null) return minimum(fromThreshold, cap);
  const t2 = stretch.mul(scale).mul(mirror);
  if (compare(a, t2) >= 0) return cap;
  return ONE.add(a.sub(t1).div(t2.sub(t1)).mul(cap.sub(1)));
}

/** For reading: actual ÷ target, or target ÷ actual for `lower`, where 0 and less counts as the cap. */
function attainmentOf(kpi: KpiText, actual: Rational, period: string, scale: Rational): Rational {
  const target = number(inPeriod(kpi.target, period)).mul(scale);
  if (kpi.better === 'higher') return actual.div(target);
  const cap = kpi.cap === undefined ? ONE : number(inPeriod(kpi.cap, period));
  return sign(actual) <= 0 ? cap : target.div(actual);
}

export function scoreKpi(kpi: KpiText, view: View): KpiResult {
  const { period, terms } = view;
  const { metrics } = terms.definitions;
  const exclusions = exclusionsOf(kpi.id, view);
  // Rows in a window leave the KPI's actual; time leaves with them unless only some rows are named.
  const leaves = exclusions.filter((each) => each.window !== undefined);
  const timeAway = exclusions.flatMap((each) => (each.window === undefined || each.where !== undefined ? [] : [each.window]));
  const remaining = daysLeft(timeAway, view);
  const isFlow = metrics[kpi.metric]?.type === 'flow';
  const daysInPeriod = countDays(view.whole);
  const scale = isFlow ? remaining.div(daysInPeriod) : ONE;

  const actual = metricOver(kpi.metric, [sliceOf(view, leaves)]);
  const weight = number(inPeriod(kpi.weight, period));
  const nothing = new Set<Cause>();
  const base = {
    id: kpi.id,
    weight,
    actual: actual.known ? actual.value : null,
    attainment: actual.known && !isZero(scale) ? attainmentOf(kpi, actual.value, period, scale) : null,
    score: null,
    causes: nothing,
    agreed: null,
    brandLate: null,
    ruled: false,
  };
  const late = latePartiesFor(kpi.id, view);
  // Both parties late: neither rule applies, the score earned counts.
  const brandAlone = late.brandAs !== null && !late.provider ? late.brandAs : null;
  const spared = brandAlone !== null;

  // An agreed waiver comes before both parties' late duties (section 9). No time left = waived.
  const waiver = exclusions.find((each) => each.treatment === 'waive' && each.periods?.includes(period));
  if (waiver !== undefined) {
    const scoreAs = waiver.scoreAs === undefined || waiver.scoreAs === 'none' ? null : number(waiver.scoreAs);
    return { ...base, state: 'waived', agreed: { scoreAs }, spared };
  }
  if (isZero(remaining)) return { ...base, state: 'waived', agreed: { scoreAs: null }, spared };

  const earned = earnedBy(kpi, actual, period, scale);
  if (brandAlone !== null) return { ...base, state: 'waived', brandLate: { scoreAs: brandAlone, earned }, spared };
  if (late.provider && late.brandAs === null) return { ...base, state: 'scored', score: ZERO, spared, ruled: true };

  if (kpi.minimum !== undefined) {
    // Measured on the same rows as the KPI and, a flow, scaled by the same remaining days.
    const found = metricOver(kpi.minimum.metric, [sliceOf(view, leaves)]);
    const flow = metrics[kpi.minimum.metric]?.type === 'flow';
    const atLeast = number(inPeriod(kpi.minimum.atLeast, period)).mul(flow ? remaining.div(daysInPeriod) : ONE);
    if (found.known && compare(found.value, atLeast) < 0) return { ...base, state: 'below_minimum', score: ZERO, spared };
    if (!found.known) return { ...base, state: 'held', causes: undefinedOf([found, actual])?.causes ?? nothing, spared };
  }
  if (earned.is === 'unknown') return { ...base, state: 'held', causes: earned.causes, spared };
  if (!actual.known) return { ...base, state: 'missing', score: earned.is === 'score' ? earned.score : null, spared };
  return { ...base, state: 'scored', score: earned.is === 'score' ? earned.score : null, spared };
}

/** `whenMissing` covers only a division by zero in complete, reconciled data; every other undefined holds. */
function earnedBy(kpi: KpiText, actual: Value, period: string, scale: Rational): Earned {
  if (actual.known) return { is: 'score', score: scoreOf(kpi, actual.value, period, scale) };
  if (actual.division && kpi.whenMissing === 'zero') return { is: 'score', score: ZERO };
  if (actual.division && kpi.whenMissing === 'exclude') return { is: 'none' };
  const atMost = kpi.cap === undefined ? ONE : number(inPeriod(kpi.cap, period));
  return { is: 'unknown', causes: actual.causes, atMost };
}

// ---- The composite

/** What a fee sees of a KPI or the composite. */
export type FeeScore =
  | { readonly is: 'score'; readonly score: Rational; readonly waived: boolean }
  /** Pays 0 by a rule. */
  | { readonly is: 'nothing' }
  /** `atLeast`: whatever it turns out to be, no less than this. */
  | { readonly is: 'unknown'; readonly causes: ReadonlySet<Cause>; readonly atLeast?: Rational };

type Composite =
  | { readonly is: 'score'; readonly score: Rational }
  | { readonly is: 'waived' }
  /** `lacking`: too little weight is left, and nothing else is wrong: there is nothing to wait for. */
  | { readonly is: 'unknown'; readonly causes: ReadonlySet<Cause>; readonly lacking: boolean };

interface Part {
  readonly weight: Rational;
  readonly part:
    | Exclude<Earned, { is: 'unknown' }>
    | { readonly is: 'waived' }
    | { readonly is: 'unknown'; readonly causes: ReadonlySet<Cause> };
}

function compose(parts: readonly Part[], terms: TermsText): Composite {
  // A KPI of weight 0% never makes the composite undefined.
  const held = parts.flatMap(({ weight, part }) => (part.is === 'unknown' && !isZero(weight) ? [...part.causes] : []));
  if (held.length > 0) return { is: 'unknown', causes: new Set(held), lacking: false };
  const left = parts.flatMap(({ weight, part }) => (part.is === 'score' ? [{ weight, score: part.score }] : []));
  const weightLeft = left.reduce((sum, { weight }) => sum.add(weight), ZERO);
  const { rule, minWeightLeft } = terms.contract.composite;
  const enough = compare(weightLeft, number(minWeightLeft ?? 0)) >= 0 && left.length > 0 && (rule === 'min' || !isZero(weightLeft));
  if (!enough) {
    const lacking = parts.some(({ weight, part }) => part.is === 'none' && !isZero(weight));
    return lacking ? { is: 'unknown', causes: new Set(['nobody']), lacking: true } : { is: 'waived' };
  }
  if (rule === 'min') return { is: 'score', score: left.map(({ score }) => score).reduce(minimum) };
  return { is: 'score', score: left.reduce((sum, { weight, score }) => sum.add(weight.mul(score)), ZERO).div(weightLeft) };
}

function partOf(kpi: KpiResult, earned: boolean): Part {
  const { weight } = kpi;
  if (kpi.state === 'waived') return { weight, part: earned && kpi.brandLate !== null ? kpi.brandLate.earned : { is: 'waived' } };
  if (kpi.state === 'held') return { weight, part: { is: 'unknown', causes: kpi.causes } };
  return { weight, part: kpi.score === null ? { is: 'none' } : { is: 'score', score: kpi.score } };
}

/** The composite that is shown: waived KPIs leave it, weights renormalised. */
export function compositeOf(kpis: readonly KpiResult[], terms: TermsText): Composite {
  return compose(
    kpis.map((kpi) => partOf(kpi, false)),
    terms,
  );
}

/** What a bonus or a penalty by the composite pays as. */
export function compositeScore(kpis: readonly KpiResult[], terms: TermsText, penalty: boolean): FeeScore {
  const shown = compositeOf(kpis, terms);
  const late = kpis.some((kpi) => kpi.brandLate !== null);
  const asShown = ((): FeeScore => {
    if (shown.is === 'score') return { is: 'score', score: shown.score, waived: false };
    if (shown.is === 'unknown') return { is: 'unknown', causes: shown.causes };
    // All that lacks is waived: the smallest `scoreAs`; `none` pays 0.
    // One of weight 0% is there for reading; `min` ignores weights.
    const counts = (kpi: KpiResult) => terms.contract.composite.rule === 'min' || !isZero(kpi.weight);
    const waived = kpis.filter((kpi) => kpi.state === 'waived' && counts(kpi));
    const levels = waived.map((kpi) => kpi.agreed?.scoreAs ?? kpi.brandLate?.scoreAs ?? null);
    const scores = levels.filter((level): level is Rational => level !== null);
    if (scores.length < levels.length || scores.length === 0) return { is: 'nothing' };
    return { is: 'score', score: scores.reduce(minimum), waived: true };
  })();
  const spared = kpis.some((kpi) => kpi.state === 'waived' && kpi.spared);
  if (penalty && shown.is === 'waived' && spared) return { is: 'nothing' }; // spared like a penalty by the KPI itself
  if (!late) return asShown;
  // Being late never saves the brand money: fees pay at least as the composite with the earned scores.
  const withEarned = compose(
    kpis.map((kpi) => partOf(kpi, true)),
    terms,
  );
  // Where one of the two lacks weight only, the other one pays.
  if (asShown.is === 'unknown') {
    const isLacking = shown.is === 'unknown' && shown.lacking;
    return isLacking && withEarned.is === 'score' ? { is: 'score', score: withEarned.score, waived: true } : asShown;
  }
  if (withEarned.is === 'unknown' && withEarned.lacking) return asShown;
  if (withEarned.is === 'unknown') {
    // What it would have earned must be known before what is shown is enough, unless nothing it could be is more.
    const most = compose(
      kpis.map((kpi) => {
        const part = partOf(kpi, true);
        const earned = kpi.state === 'waived' ? kpi.brandLate?.earned : undefined;
        return earned?.is === 'unknown' ? { ...part, part: { is: 'score', score: earned.atMost } as const } : part;
      }),
      terms,
    );
    if (asShown.is === 'score' && most.is === 'score' && compare(most.score, asShown.score) <= 0) return asShown;
    return { is: 'unknown', causes: withEarned.causes, ...(asShown.is === 'score' ? { atLeast: asShown.score } : {}) };
  }
  if (withEarned.is === 'waived') return asShown;
  if (asShown.is === 'nothing') return { is: 'score', score: withEarned.score, waived: true };
  return { is: 'score', score: maximum(asShown.score, withEarned.score), waived: asShown.waived };
}

/** What a bonus (`penalty: false`) or a penalty by a KPI pays as. */
export function kpiScore(kpi: KpiResult, penalty: boolean): FeeScore {
  if (penalty && kpi.spared) return { is: 'nothing' }; // waived for penalties
  if (kpi.agreed !== null) {
    return kpi.agreed.scoreAs === null ? { is: 'nothing' } : { is: 'score', score: kpi.agreed.scoreAs, waived: true };
  }
  if (kpi.brandLate !== null) {
    const { scoreAs, earned } = kpi.brandLate;
    // What it would have earned must be known before `scoreAs` is enough, unless nothing it could be is more.
    if (earned.is === 'unknown') {
      if (compare(scoreAs, earned.atMost) < 0) return { is: 'unknown', causes: earned.causes };
      return { is: 'score', score: scoreAs, waived: true };
    }
    return { is: 'score', score: earned.is === 'score' ? maximum(scoreAs, earned.score) : scoreAs, waived: true };
  }
  if (kpi.state === 'held') return { is: 'unknown', causes: kpi.causes };
  return kpi.score === null ? { is: 'nothing' } : { is: 'score', score: kpi.score, waived: false };
}

// ---- Gates

export type GateResult = 'passed' | 'failed' | { readonly causes: ReadonlySet<Cause> };

/** Measured over the days in force, without exclusions; a limit on a flow is scaled where the period is partly in force. */
export function gatesFor(fee: string, view: View): GateResult {
  const { terms, period } = view;
  const results = (terms.contract.gates ?? [])
    .filter((gate) => gate.blocks.includes(fee))
    .map((gate) => {
      const found = metricOver(gate.metric, [sliceOf(view)]);
      if (!found.known) return found;
      const flow = terms.definitions.metrics[gate.metric]?.type === 'flow';
      const limit = number(inPeriod(gate.atLeast ?? gate.atMost ?? 0, period)).mul(flow ? shareInForce(view) : ONE);
      const side = compare(found.value, limit);
      return (gate.atLeast !== undefined ? side >= 0 : side <= 0) ? 'passed' : 'failed';
    });
  if (results.includes('failed')) return 'failed';
  const causes = results.flatMap((result) => (typeof result === 'string' ? [] : [...result.causes]));
  return causes.length > 0 ? { causes: new Set(causes) } : 'passed';
}

/** With `review.every` set, a flagged breach without a review holds variable fees: those that use a side of it. Returns the measures that nobody has looked at, each with whoever answers for that. */
export function unreviewed(view: View, reviews: readonly BookEventOf<'review'>[]): ReadonlyMap<string, ReadonlySet<Cause>> {
  const { terms } = view;
  if (terms.contract.review === undefined) return new Map();
  const open = (terms.definitions.reconcile ?? []).filter(
    (rule) =>
      rule.onBreach === 'flag' &&
      breachOf(rule, sliceOf(view)) !== null &&
      // In the review's own period and in those that were over when it was filed, never in one to come.
      !reviews.some(
        (review) => review.acknowledges?.includes(rule.id) === true && (review.period === view.period || dateOf(review) > view.days.to),
      ),
  );
  const causes = new Map<string, Set<Cause>>();
  for (const rule of open) {
    for (const measure of [rule.left, rule.right].flatMap((side) => [...measuresOf(side, terms.definitions)])) {
      causes.set(measure, new Set([...(causes.get(measure) ?? []), ...reviewersOf(rule, sliceOf(view))]));
    }
  }
  return causes;
}

/** The measures that a fee hangs on: its own metric, what its score is made of, the gates that block it, the fee it takes a share of. */
export function measuresUnder(fee: FeeText, view: View): ReadonlySet<string> {
  const { terms, period } = view;
  const { contract, definitions } = terms;
  const counted = contract.kpis.filter(
    ({ id, weight }) =>
      'by' in fee &&
      (fee.by === id || (fee.by === 'composite' && (contract.composite.rule === 'min' || !isZero(number(inPeriod(weight, period)))))),
  );
  const own =
    fee.kind === 'commission'
      ? [fee.base]
      : fee.kind === 'wager' || (fee.kind === 'milestone' && fee.metric !== undefined)
        ? [fee.metric ?? '']
        : [];
  const gates = (contract.gates ?? []).filter(({ blocks }) => blocks.includes(fee.id));
  const metrics = [
    ...own,
    ...counted.flatMap(({ metric, minimum: least }) => (least === undefined ? [metric] : [metric, least.metric])),
    ...gates.map(({ metric }) => metric),
  ];
  const base = fee.kind === 'penalty' ? contract.fees.find(({ id }) => id === fee.of) : undefined;
  return new Set([
    ...metrics.flatMap((metric) => [...measuresOf(metric, definitions)]),
    ...(base === undefined ? [] : measuresUnder(base, view)),
  ]);
}
