import { distinct } from '../kernel/objects.js';
import { compare, isZero, maximum, type Rational, rational, toDecimal, ZERO } from '../kernel/rational.js';
import {
  type CertainPay,
  heldBy,
  type KpiOutcome,
  levelsOf,
  type MeasuredKpi,
  nothing,
  type Pay,
  type Pays,
  payAs,
  scoreIn,
  type WaivedKpi,
} from './kpis.js';
import type { Vocabulary } from './measures.js';
import { type Cause, type Reason, reason } from './value.js';

/** The weighted mean or the smallest of the KPIs' scores, and what fees by it pay as. */
export type CompositeOutcome = Pays &
  ({ readonly state: 'scored'; readonly score: Rational } | { readonly state: 'waived' } | { readonly state: 'held' });

/** The composite's score; null where it has none. */
export function compositeScore(outcome: CompositeOutcome): Rational | null {
  return outcome.state === 'scored' ? outcome.score : null;
}

/**
 * The composite of a period. `heldAs` stands in for what is held when an expired hold is decided (section 6). Where the
 * brand was late with a duty, fees by the composite pay at least as at the composite with what those KPIs would have earned.
 */
export function attainComposite(words: Vocabulary, kpis: readonly KpiOutcome[], heldAs: Rational | null = null): CompositeOutcome {
  const shown = compositeOf(words, kpis, heldAs);
  const late = kpis.find((kpi) => earnedOf(kpi) !== null);
  const why = late?.reasons[0];
  if (why === undefined) return shown;
  const inTime = compositeOf(words, kpis.map(asEarned), heldAs);
  const unknown = heldAs === null ? kpis.flatMap(unknownOf) : [];
  const most = unknown.length === 0 ? null : compositeScore(compositeOf(words, kpis.map(atMost), heldAs));
  const earned: Earned = { inTime: compositeScore(inTime), unknown, most, why };
  return {
    ...shown,
    pay: atLeastEarned(shown.pay, earned),
    penalty: shown.penalty.kind === 'nothing' ? shown.penalty : atLeastEarned(shown.penalty, earned),
  };
}

/** What the composite would be, had the brand been in time. */
interface Earned {
  /** Null where it is not known, or where it would have no score either. */
  readonly inTime: Rational | null;
  readonly unknown: readonly Cause[];
  /** What it cannot exceed while it is not known. */
  readonly most: Rational | null;
  readonly why: Reason;
}

function earnedOf(kpi: KpiOutcome): MeasuredKpi | null {
  return kpi.state === 'waived' ? kpi.earned : null;
}

function asEarned(kpi: KpiOutcome): KpiOutcome {
  const earned = earnedOf(kpi);
  return earned === null ? kpi : { ...levelsOf(kpi), ...earned };
}

function atMost(kpi: KpiOutcome): KpiOutcome {
  const earned = earnedOf(kpi);
  return earned?.state === 'held'
    ? { ...levelsOf(kpi), ...payAs(kpi.line.cap, null), state: 'scored', score: kpi.line.cap, reasons: [] }
    : asEarned(kpi);
}

/** Why what a late brand's KPI would have earned is not known, where it weighs anything. */
function unknownOf(kpi: KpiOutcome): readonly Cause[] {
  const earned = earnedOf(kpi);
  return earned?.state === 'held' && !isZero(kpi.weight) ? earned.causes : [];
}

function atLeastEarned(shown: Pay, earned: Earned): Pay {
  const as = (score: Rational): Pay => ({ kind: 'score', score, byRule: earned.why });
  // where too little weight is left, what was earned in time would have been paid; where data lack, they lack in time as well
  if (shown.kind === 'held') {
    return earned.inTime === null ? { ...shown, causes: distinct([...shown.causes, ...earned.unknown]) } : as(earned.inTime);
  }
  const floor = shown.kind === 'score' ? shown.score : ZERO;
  if (earned.unknown.length > 0) {
    if (earned.most !== null && compare(floor, earned.most) >= 0) return shown;
    return { kind: 'held', causes: earned.unknown, atLeast: floor };
  }
  if (earned.inTime === null || (shown.kind === 'score' && compare(shown.score, earned.inTime) >= 0)) return shown;
  return as(earned.inTime);
}

function compositeOf(words: Vocabulary, kpis: readonly KpiOutcome[], heldAs: Rational | null): CompositeOutcome {
  const { rule, minWeightLeft } = words.contract.composite;
  // a KPI of weight 0% makes nothing undefined
  const weighing = kpis.filter((kpi) => !isZero(kpi.weight));
  const held = weighing.filter((kpi) => kpi.state === 'held');
  if (held.length > 0 && heldAs === null) return heldComposite(held.flatMap((kpi) => kpi.causes));
  const scored = kpis.flatMap((kpi) => {
    const score = kpi.state === 'held' && !isZero(kpi.weight) ? heldAs : scoreIn(kpi);
    return score === null ? [] : [{ score, weight: kpi.weight }];
  });
  const left = scored.reduce((total, part) => total.add(part.weight), ZERO);
  const enough = rule === 'min' ? scored.length > 0 : !isZero(left);
  if (!enough || compare(left, rational(minWeightLeft)) < 0) {
    const lacking = weighing.filter((kpi) => kpi.state !== 'held' && scoreIn(kpi) === null);
    // `min` ignores weights: there one of 0% counts, once it is known
    const also = rule === 'min' ? kpis.filter(isWaived).filter(({ weight, pay }) => isZero(weight) && pay.kind !== 'held') : [];
    if (lacking.every(isWaived)) return waivedComposite([...lacking, ...also]);
    const why = reason('too-little-weight', { left: toDecimal(left), needed: minWeightLeft });
    return heldComposite([{ reason: why, party: null }]);
  }
  const score =
    rule === 'min'
      ? scored.map((part) => part.score).reduce((a, b) => (compare(a, b) <= 0 ? a : b))
      : scored.reduce((total, part) => total.add(part.score.mul(part.weight)), ZERO).div(left);
  return { state: 'scored', score, ...payAs(score, null), reasons: [] };
}

type WaivedOutcome = KpiOutcome & WaivedKpi;

function isWaived(kpi: KpiOutcome): kpi is WaivedOutcome {
  return kpi.state === 'waived';
}

function heldComposite(causes: readonly Cause[]): CompositeOutcome {
  return { state: 'held', ...heldBy(causes), reasons: causes.map((cause) => cause.reason) };
}

/** All that lacks is waived: pays as at the smallest `scoreAs` of the waived KPIs, whatever they earned; one with `none` makes it nothing. */
function waivedComposite(waived: readonly WaivedOutcome[]): CompositeOutcome {
  const why = reason('composite-waived', { kpis: waived.map((kpi) => kpi.kpi.id).join(', ') });
  const pay = smallest(
    waived.map((kpi) => kpi.waivedAs),
    why,
  );
  const penalty = smallest(
    waived.map((kpi) => kpi.penalty),
    why,
  );
  return { state: 'waived', pay, penalty, reasons: [why] };
}

function smallest(pays: readonly CertainPay[], why: Reason): CertainPay {
  let score: Rational | null = null;
  for (const pay of pays) {
    if (pay.kind === 'nothing') return nothing(why);
    if (score === null || compare(pay.score, score) < 0) score = pay.score;
  }
  return score === null ? nothing(why) : { kind: 'score', score, byRule: why };
}

/** What a held KPI or composite pays as when its hold is decided: 100% for the provider, or 0, but what is certain at least. */
export function decidedPay(pay: Pay, heldAs: Rational): Pay {
  return pay.kind === 'held' ? { kind: 'score', score: maximum(heldAs, pay.atLeast), byRule: null } : pay;
}
