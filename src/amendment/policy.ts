import type { Scheduled, Terms } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { type Exact, rational, toDecimal } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { classify } from './classify.js';
import { laterOf, laterTarget, type Remedy } from './later.js';
import type { AmendmentFinding, AmendmentFindingCode, TermChange } from './model.js';
import { noticeOf } from './open-periods.js';
import { periodsOf, reachOf, sameCalendar, type Texts } from './reach.js';
import { closeSteps, isWithin, movedIn, shareOfChange, targetIn, targetsOf } from './target-steps.js';

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

function remedied(found: AmendmentFinding, remedy: Remedy): AmendmentFinding {
  return { ...found, with: { ...found.with, ...remedy.with }, later: remedy.later };
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
  // Another calendar reaches all periods that are left, and nothing else can come too late where it does not.
  if (!sameCalendar(texts) && change.path.join('/') !== 'calendar/every') return null;
  const { asOf, settled } = context;
  if (kind === 'economic' && change.reaches.length === 0 && texts.ends !== null) return afterEnd(change, texts.ends, texts, settled);
  const starts = startsOf(texts);
  const startOf = (id: PeriodId): LocalDate => starts.get(id) ?? id;
  const late = change.reaches.filter((id) => settled.has(id));
  const begun = change.reaches.filter((id) => !settled.has(id) && startOf(id) <= asOf);
  const named = (ids: readonly PeriodId[]) => ({ from: ids[0] ?? '', to: ids.at(-1) ?? '' });
  const tooLate = (code: 'settled-period' | 'begun-period' | 'notice', params: Readonly<Record<string, string>>) =>
    remedied(finding(code, change.path, params), laterOf(change, texts, context));
  if (late.length > 0) return tooLate('settled-period', named(late));
  // Facts and formulas have no date of their own; what is measured must be able to follow the data it is measured in.
  if (kind === 'definition') {
    return begun.length === 0 ? null : finding('definition-reaches-begun', change.path, named(begun), false);
  }
  if (begun.length > 0) return tooLate('begun-period', { ...named(begun), asOf });
  const { noticeDays, earliest } = noticeOf(texts, asOf);
  const soon = change.reaches.find((id) => startOf(id) < earliest);
  if (soon === undefined) return null;
  const early = change.reaches.filter((id) => startOf(id) < earliest);
  return tooLate('notice', { ...named(early), period: soon, start: startOf(soon), earliest, days: String(noticeDays) });
}

/** Where all that a change would reach comes after the last day of a contract that a termination ends. */
function afterEnd(change: TermChange, end: LocalDate, texts: Texts, settled: ReadonlySet<PeriodId>): AmendmentFinding | null {
  const reaches = reachOf(change, { ...texts, ends: null }, settled);
  const [from, to] = [reaches[0], reaches.at(-1)];
  return from === undefined || to === undefined ? null : finding('after-end', change.path, { from, to, end });
}

/** Whether targets move too far, too often or away from what was first signed, by the rules of the text that is being replaced. */
export function targetFindings(texts: Texts, context: PolicyContext): AmendmentFinding[] {
  const { amendments } = texts.base.contract;
  if (amendments === null || !sameCalendar(texts)) return [];
  const periods = periodsOf(texts).map(({ id }) => id);
  return targetsOf(texts.head.contract).flatMap(({ path, schedule }) => {
    const base = targetIn(texts.base.contract, path);
    if (base === null) return [];
    const moved = movedIn(periods, base, schedule);
    if (moved.length === 0) return [];
    const first = targetIn(context.firstSigned.contract, path) ?? base;
    return [
      ...stepFinding('max-target-change', amendments.maxTargetChange, path, moved, schedule, base),
      ...stepFinding('max-drift', amendments.maxDrift, path, moved, schedule, first),
      ...distanceFindings(amendments.minPeriodsBetween, path, { base, head: schedule }, texts, context),
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
    if (found.has(values) || isWithin(limit, before, after)) continue;
    found.set(values, finding(code, path, { period, before, after, step: step === null ? '∞' : toDecimal(step), limit }));
  }
  return [...found.values()];
}

/** Every two steps of the new schedule that are too close, one of them made by this change, and where they would not be. */
function distanceFindings(
  limit: number | null,
  path: readonly string[],
  schedules: { readonly base: Scheduled<Exact>; readonly head: Scheduled<Exact> },
  texts: Texts,
  context: Omit<PolicyContext, 'firstSigned'>,
): AmendmentFinding[] {
  if (limit === null) return [];
  const periods = periodsOf(texts).map(({ id }) => id);
  const found = closeSteps(limit, periods, schedules.base, schedules.head, texts.base.contract.calendar.every);
  if (found.length === 0) return [];
  const remedy = laterTarget(path, texts, context);
  const moved = movedIn(periods, schedules.base, schedules.head);
  const span = { from: moved[0] ?? '', to: moved.at(-1) ?? '' };
  return found.map(({ earlier, later, distance }) =>
    remedied(finding('min-periods-between', path, { ...span, earlier, later, distance: String(distance), limit: String(limit) }), remedy),
  );
}
