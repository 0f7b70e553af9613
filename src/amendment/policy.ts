import type { Contract, Scheduled, Terms } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { compare, divide, type Exact, type Rational, rational, toDecimal } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { periodsBetween } from '../settlement/timeline.js';
import { classify } from './classify.js';
import { laterOf } from './later.js';
import type { AmendmentFinding, AmendmentFindingCode, TermChange } from './model.js';
import { periodsOf, type Texts } from './reach.js';

/** What the rules about a change are judged with. */
export interface PolicyContext {
  /** The day on which the change is taken to be agreed. */
  readonly asOf: LocalDate;
  readonly settled: ReadonlySet<PeriodId>;
  /** The text that was signed first, as far as it is known: what drift is measured against. */
  readonly firstSigned: Terms;
}

/** A change with the periods that it reaches. */
export interface ReachingChange extends TermChange {
  readonly reaches: readonly PeriodId[];
}

function finding(
  code: AmendmentFindingCode,
  path: readonly string[],
  params: Readonly<Record<string, string>>,
  refuses = true,
): AmendmentFinding {
  return { code, refuses, path, with: params };
}

const startsOf = remembered(
  (texts: Texts): ReadonlyMap<PeriodId, LocalDate> => new Map(periodsOf(texts).map(({ id, inForce }) => [id, inForce.from])),
);

/**
 * Whether a change comes in time (section 7). What reaches a settled or begun period is refused whatever the contract says;
 * the notice is that of the text that is being replaced, so that no amendment can first loosen the rule and then use it.
 */
export function timingFinding(change: ReachingChange, texts: Texts, context: Omit<PolicyContext, 'firstSigned'>): AmendmentFinding | null {
  const kind = classify(change);
  if (kind !== 'economic' && kind !== 'definition') return null;
  const { asOf, settled } = context;
  const starts = startsOf(texts);
  const startOf = (id: PeriodId): LocalDate => starts.get(id) ?? id;
  const late = change.reaches.filter((id) => settled.has(id));
  const begun = change.reaches.filter((id) => !settled.has(id) && startOf(id) <= asOf);
  const named = (ids: readonly PeriodId[]) => ({ from: ids[0] ?? '', to: ids.at(-1) ?? '' });
  const tooLate = (code: 'settled-period' | 'begun-period', params: Readonly<Record<string, string>>) => ({
    ...finding(code, change.path, params),
    later: laterOf(change, texts),
  });
  if (late.length > 0) return tooLate('settled-period', named(late));
  // Facts and formulas have no date of their own; what is measured must be able to follow the data it is measured in.
  if (kind === 'definition') {
    return begun.length === 0 ? null : finding('definition-reaches-begun', change.path, named(begun), false);
  }
  if (begun.length > 0) return tooLate('begun-period', { ...named(begun), asOf });
  const noticeDays = texts.base.contract.amendments?.noticeDays ?? 0;
  const earliest = addDays(asOf, noticeDays);
  const soon = change.reaches.find((id) => startOf(id) < earliest);
  if (soon === undefined) return null;
  return finding('notice', change.path, { period: soon, start: startOf(soon), earliest, days: String(noticeDays) });
}

interface Target {
  readonly path: readonly string[];
  readonly schedule: Scheduled<Exact>;
}

/** What `maxTargetChange`, `maxDrift` and `minPeriodsBetween` are about: the targets of KPIs and of wagers. */
function targetsOf(contract: Contract): Target[] {
  const ofFees = contract.fees.flatMap((fee) => ('target' in fee ? [{ path: ['fees', fee.id, 'target'], schedule: fee.target }] : []));
  return [...contract.kpis.map((kpi) => ({ path: ['kpis', kpi.id, 'target'], schedule: kpi.target })), ...ofFees];
}

function targetIn(contract: Contract, path: readonly string[]): Scheduled<Exact> | null {
  return targetsOf(contract).find((target) => target.path.join('/') === path.join('/'))?.schedule ?? null;
}

/** Whether targets move too far, too often or away from what was first signed, by the rules of the text that is being replaced. */
export function targetFindings(texts: Texts, context: Pick<PolicyContext, 'firstSigned'>): AmendmentFinding[] {
  const { amendments, calendar } = texts.base.contract;
  if (amendments === null || calendar.every !== texts.head.contract.calendar.every) return [];
  const periods = periodsOf(texts).map(({ id }) => id);
  return targetsOf(texts.head.contract).flatMap(({ path, schedule }) => {
    const base = targetIn(texts.base.contract, path);
    if (base === null) return [];
    const moved = periods.filter((id) => scheduledAt(schedule, id) !== scheduledAt(base, id));
    if (moved.length === 0) return [];
    const first = targetIn(context.firstSigned.contract, path) ?? base;
    return [
      ...stepFinding('max-target-change', amendments.maxTargetChange, path, moved, schedule, base),
      ...stepFinding('max-drift', amendments.maxDrift, path, moved, schedule, first),
      ...distanceFinding(amendments.minPeriodsBetween, path, periods, moved, schedule, calendar.every),
    ];
  });
}

/** Every step to a new value that is further from the old one than the limit allows, both as written, by its first period. */
function stepFinding(
  code: 'max-target-change' | 'max-drift',
  limit: Exact | null,
  path: readonly string[],
  moved: readonly PeriodId[],
  head: Scheduled<Exact>,
  against: Scheduled<Exact>,
): AmendmentFinding[] {
  if (limit === null) return [];
  const found = new Map<string, AmendmentFinding>();
  for (const period of moved) {
    const [before, after] = [scheduledAt(against, period), scheduledAt(head, period)];
    const step = shareOfChange(rational(before), rational(after));
    const values = `${before} ${after}`;
    if (found.has(values) || (step !== null && compare(step, rational(limit)) <= 0)) continue;
    found.set(values, finding(code, path, { period, before, after, step: step === null ? '∞' : toDecimal(step), limit }));
  }
  return [...found.values()];
}

/** |after − before| ÷ |before|; null where the value replaced is 0. */
function shareOfChange(before: Rational, after: Rational): Rational | null {
  return divide(after.sub(before).abs(), before.abs()) ?? null;
}

/** Every two steps of the new schedule that are too close, one of them made by this change. */
function distanceFinding(
  limit: number | null,
  path: readonly string[],
  periods: readonly PeriodId[],
  moved: readonly PeriodId[],
  schedule: Scheduled<Exact>,
  every: Contract['calendar']['every'],
): AmendmentFinding[] {
  if (limit === null) return [];
  const steps = periods.filter((id, index) => {
    const before = periods[index - 1];
    return before !== undefined && scheduledAt(schedule, id) !== scheduledAt(schedule, before);
  });
  const isNew = (id: PeriodId): boolean => {
    const before = periods[periods.indexOf(id) - 1];
    return moved.includes(id) || (before !== undefined && moved.includes(before));
  };
  return steps.flatMap((later, index) => {
    const earlier = steps[index - 1];
    if (earlier === undefined || (!isNew(earlier) && !isNew(later))) return [];
    const distance = periodsBetween(earlier, later, every);
    if (distance >= limit) return [];
    return [finding('min-periods-between', path, { earlier, later, distance: String(distance), limit: String(limit) })];
  });
}
