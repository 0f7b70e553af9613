import type { Contract, Scheduled } from '../contract/model.js';
import type { Every, PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { compare, divide, type Exact, type Rational, rational } from '../kernel/rational.js';
import { periodsBetween } from '../settlement/timeline.js';

export interface Target {
  readonly path: readonly string[];
  readonly schedule: Scheduled<Exact>;
}

/** What `maxTargetChange`, `maxDrift` and `minPeriodsBetween` are about: the targets of KPIs and of wagers. */
export function targetsOf(contract: Contract): Target[] {
  const ofFees = contract.fees.flatMap((fee) => ('target' in fee ? [{ path: ['fees', fee.id, 'target'], schedule: fee.target }] : []));
  return [...contract.kpis.map((kpi) => ({ path: ['kpis', kpi.id, 'target'], schedule: kpi.target })), ...ofFees];
}

/** The target at a path; null where the contract has none there. */
export function targetIn(contract: Contract, path: readonly string[]): Scheduled<Exact> | null {
  return targetsOf(contract).find((target) => target.path.join('/') === path.join('/'))?.schedule ?? null;
}

/** The periods in which a target is another one than before. */
export function movedIn(periods: readonly PeriodId[], base: Scheduled<Exact>, head: Scheduled<Exact>): PeriodId[] {
  return periods.filter((id) => scheduledAt(head, id) !== scheduledAt(base, id));
}

/** |after − before| ÷ |before|; null where the value replaced is 0. */
export function shareOfChange(before: Rational, after: Rational): Rational | null {
  return divide(after.sub(before).abs(), before.abs()) ?? null;
}

/** Whether one value is no further from another than a limit allows. */
export function isWithin(limit: Exact, before: Exact, after: Exact): boolean {
  const step = shareOfChange(rational(before), rational(after));
  return step === null ? before === after : compare(step, rational(limit)) <= 0;
}

/** Two steps of one target, and how many periods the later one lies after the earlier. */
export interface CloseSteps {
  readonly earlier: PeriodId;
  readonly later: PeriodId;
  readonly distance: number;
}

/** Every two steps of the new schedule that are closer than `limit` periods, one of them made by this change. */
export function closeSteps(
  limit: number,
  periods: readonly PeriodId[],
  base: Scheduled<Exact>,
  head: Scheduled<Exact>,
  every: Every,
): CloseSteps[] {
  const moved = movedIn(periods, base, head);
  const steps = periods.filter((id, index) => {
    const before = periods[index - 1];
    return before !== undefined && scheduledAt(head, id) !== scheduledAt(head, before);
  });
  const isNew = (id: PeriodId): boolean => {
    const before = periods[periods.indexOf(id) - 1];
    return moved.includes(id) || (before !== undefined && moved.includes(before));
  };
  return steps.flatMap((later, index) => {
    const earlier = steps[index - 1];
    if (earlier === undefined || (!isNew(earlier) && !isNew(later))) return [];
    const distance = periodsBetween(earlier, later, every);
    return distance >= limit ? [] : [{ earlier, later, distance }];
  });
}
