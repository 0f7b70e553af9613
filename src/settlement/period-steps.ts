import type { Cause } from '../attainment/value.js';
import { type FeeKind, isPeriodFee, kindNamed, kindOf, type PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { Contract } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { moneyValue } from '../kernel/money.js';
import { type Rational, ZERO } from '../kernel/rational.js';
import type { AcknowledgedExcess } from './excess.js';
import type { CrossPeriod, EarlierStep, FeeContext } from './fee-context.js';
import { computeFee, INSIDE, OUTSIDE } from './fees/compute.js';
import { computeRecovery, subtotalOf } from './fees/guarantee.js';
import { computeExcess } from './fees/pass-through.js';
import type { LineKind } from './model.js';
import type { RawLine } from './raw-line.js';

/*
 * The one order in which a period's lines are computed (section 5, Order), and what they leave to the lines and periods after them:
 * for settlement, which takes each line through its life, and for a plain reckoning of what terms pay.
 */

/** A line to be computed: of a fee, or of what follows from it. */
export interface StepOfPeriod {
  readonly fee: PeriodFee;
  readonly id: string;
  readonly kind: LineKind;
  readonly compute: (context: FeeContext) => RawLine;
}

/** What became of a line. */
export interface StepTaken {
  readonly step: EarlierStep;
  /** The base that a fee accumulating over the term counts with from here on; null: none is known. */
  readonly base: Rational | null;
  /** Whether it has taken its milestone, or why that is not known yet. */
  readonly milestone: 'taken' | 'not taken' | readonly Cause[];
}

/** Everything that a period's lines share. */
export interface StepsOfPeriod {
  readonly period: PeriodId;
  readonly contract: Contract;
  /** What the periods before have left; what this one leaves is put to it. */
  readonly cross: CrossPeriod;
  /** The lines of the period so far, which each of them adds to. */
  readonly steps: Map<string, EarlierStep>;
  /** What the brand has acknowledged of what a pass-through exceeds its limit by. */
  readonly acknowledged: (fee: PeriodFee) => AcknowledgedExcess | null;
}

/** Takes the lines of a period in their order. */
export function takeSteps({ period, contract, cross, steps, acknowledged }: StepsOfPeriod, take: (line: StepOfPeriod) => StepTaken): void {
  const fees = contract.fees.filter(isPeriodFee);
  const next = (line: StepOfPeriod): StepTaken => {
    const taken = take(line);
    steps.set(line.id, taken.step);
    return taken;
  };
  const takeKinds = (kinds: readonly FeeKind[]) => {
    for (const fee of kinds.flatMap((kind) => fees.filter((each) => each.kind === kind))) {
      const { kind, id } = fee;
      const taken = next({ fee, id, kind, compute: (at) => computeFee(fee, at) });
      if (kindOf(fee).accumulates(fee) !== null) keepTermBase(cross, id, period, taken.base);
      if (kind === 'milestone') noteMilestone(cross, id, period, taken.milestone);
      if (kind !== 'pass_through' || fee.upTo === null) continue;
      next({ fee, id: `${id}/excess`, kind: 'excess', compute: (at) => computeExcess(fee, at, acknowledged(fee)) });
    }
  };
  takeKinds(INSIDE);
  const cap = [...steps.values()].find((step) => kindNamed(step.kind)?.step === 'ceiling');
  const afterCap = subtotalOf(steps.values()).add(cap === undefined ? ZERO : moneyValue(cap.basis));
  let recovered = ZERO;
  for (const fee of fees) {
    if (fee.kind !== 'guarantee' || !fee.recoverable) continue;
    const step = steps.get(fee.id);
    const taken = next({ fee, id: `${fee.id}/recovery`, kind: 'recovery', compute: (at) => computeRecovery(fee, at, afterCap) });
    const basis = moneyValue(taken.step.basis);
    recovered = recovered.add(basis);
    cross.draw = cross.draw.add(step === undefined ? ZERO : moneyValue(step.basis)).add(basis);
  }
  cross.capped = cross.capped.add(afterCap).add(recovered);
  takeKinds(OUTSIDE);
}

/** The base that a term commission counts with from here on; an unknown one counts nothing. */
function keepTermBase(cross: CrossPeriod, fee: string, period: PeriodId, base: Rational | null): void {
  const byPeriod = cross.bases.get(fee) ?? new Map<PeriodId, Rational>();
  byPeriod.set(period, base ?? ZERO);
  cross.bases.set(fee, byPeriod);
}

function noteMilestone(cross: CrossPeriod, fee: string, period: PeriodId, milestone: StepTaken['milestone']): void {
  if (milestone === 'taken') cross.milestones.set(fee, period);
  else if (milestone !== 'not taken') cross.pendingMilestones.set(fee, milestone);
}

/** Before the first period. */
export function crossAtFirst(milestones: Iterable<readonly [string, PeriodId]> = []): CrossPeriod {
  return { bases: new Map(), capped: ZERO, draw: ZERO, milestones: new Map(milestones), pendingMilestones: new Map() };
}
