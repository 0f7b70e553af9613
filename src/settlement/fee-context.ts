import { attainComposite, decidedPay } from '../attainment/composite.js';
import type { Pay } from '../attainment/kpis.js';
import type { Scores } from '../attainment/scores.js';
import type { Cause, Value } from '../attainment/value.js';
import type { Milestone } from '../contract/fee-kinds/milestone.js';
import type { Terms } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import type { Money } from '../kernel/money.js';
import type { Party } from '../kernel/party.js';
import type { TermPeriod } from '../kernel/period.js';
import { isZero, ONE, type Rational, ZERO } from '../kernel/rational.js';
import type { LineKind } from './model.js';
import type { Timeline } from './timeline.js';

/** What a line already computed in the same period means to the steps after it. */
export interface EarlierStep {
  readonly kind: LineKind;
  /** What later steps compute with; 0 (or what was settled before) while held. */
  readonly basis: Money;
  readonly held: boolean;
  readonly causes: readonly Cause[];
}

/** What earlier periods leave to later ones, while periods are recomputed in order. */
export interface CrossPeriod {
  /** Commission line → period → the base it counts with. */
  readonly bases: Map<string, Map<PeriodId, Rational>>;
  /** Σ of earlier subtotals after their cap, less recoveries. */
  capped: Rational;
  /** Top-ups of the recoverable guarantee not yet recovered. */
  draw: Rational;
  /** Milestone → the period that paid it. */
  readonly milestones: Map<string, PeriodId>;
  /** Milestones whose payment in an earlier period is not known yet. */
  readonly pendingMilestones: Map<string, readonly Cause[]>;
}

/** Everything that one fee of one period is computed from. */
export interface FeeContext {
  readonly terms: Terms;
  readonly period: TermPeriod;
  readonly attainment: Scores;
  /** From when a milestone counts as accepted; null while it does not. */
  readonly acceptedOn: (fee: Milestone) => LocalDate | null;
  readonly timeline: Timeline;
  readonly steps: ReadonlyMap<string, EarlierStep>;
  readonly cross: CrossPeriod;
  /** A metric over a span of periods from `from` up to a date, each under its own definitions. */
  readonly metricToDate: (metric: string, from: LocalDate, upTo: LocalDate) => Value;
  /** Set when an expired hold is decided: what is unknown counts as at this party's fault. */
  readonly decideAgainst: Party | null;
  /** Set when a hold is decided that gates alone may have caused: what gates count as that are not known. */
  readonly unknownGates: 'passed' | null;
  /** Set when a hold is decided: a wager counts as exactly on target, whatever is known of it. */
  readonly onTarget: boolean;
  /** Set when a hold is decided: a late brand's KPI pays as what it pays as at least, if that is anything. */
  readonly certainAlone: boolean;
}

/** What bonuses (or penalties) by a KPI or the composite pay as. */
export function payBy(context: FeeContext, by: string, side: 'pay' | 'penalty'): Pay {
  const { attainment, decideAgainst, certainAlone } = context;
  const heldAs = decideAgainst === null ? null : decideAgainst === 'brand' ? ONE : ZERO;
  const decidedAs = (pay: Pay): Pay => {
    if (heldAs !== null) return decidedPay(pay, heldAs);
    return certainAlone && pay.kind === 'held' && !isZero(pay.atLeast) ? decidedPay(pay, ZERO) : pay;
  };
  if (by === 'composite') {
    const composite = heldAs === null ? attainment.composite : attainComposite(attainment.words, attainment.kpis, heldAs);
    return decidedAs(composite[side]);
  }
  const kpi = attainment.kpis.find((candidate) => candidate.kpi.id === by);
  if (kpi === undefined) throw new RangeError(`unchecked terms: no KPI ${by}`);
  return decidedAs(kpi[side]);
}
