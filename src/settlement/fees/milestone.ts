import { type Cause, reason } from '../../attainment/value.js';
import { type Milestone, milestone } from '../../contract/fee-kinds/milestone.js';
import type { Terms } from '../../contract/model.js';
import { type DateRange, maxDate, minDate, periodOf } from '../../kernel/calendar.js';
import { scheduledAt } from '../../kernel/period.js';
import { compare, rational, toDecimal, ZERO } from '../../kernel/rational.js';
import type { FeeContext } from '../fee-context.js';
import type { Gating } from '../gating.js';
import { takesMilestone } from '../line-life.js';
import type { RawLine, TraceNotes } from '../raw-line.js';
import type { Awaiting, FeeComputation, MetricSpan } from './computation.js';

/**
 * Paid once, in the period that holds the later of reaching the metric (to date, by min(period end, due)) and the
 * acceptance's date; a gate or grace defers it to the first later period that lets it pass, up to due.
 */
function computeMilestone(fee: Milestone, context: FeeContext, notes: TraceNotes, gating: Gating): RawLine {
  const { period, cross, terms } = context;
  const amount = rational(scheduledAt(fee.amount, period.id));
  notes.input('amount', amount).input('due', fee.due);
  const paidIn = cross.milestones.get(fee.id);
  if (paidIn !== undefined && paidIn !== period.id) return notes.zero(ZERO, reason('milestone-paid', { period: paidIn }));
  if (paidIn === period.id) return notes.amount(amount, () => toDecimal(amount), reason('milestone-final'));
  if (milestone.saysNothingAgreed(fee, period.id)) return notes.zero(ZERO, reason('nothing-agreed'));

  const acceptedOn = context.acceptedOn(fee);
  notes.input('accepted-on', acceptedOn);
  if (acceptedOn === null) return notes.zero(ZERO, reason('milestone-not-accepted'));
  const { every } = terms.contract.calendar;
  if (acceptedOn > period.inForce.to) {
    return notes.zero(ZERO, reason('milestone-accepted-later', { on: acceptedOn, period: periodOf(acceptedOn, every) }));
  }
  const lastPeriod = periodOf(maxDate(fee.due, acceptedOn), every);
  if (period.id > lastPeriod) return notes.zero(ZERO, reason('milestone-too-late', { due: fee.due }));

  const reached = reachedBy(fee, context, notes);
  if (reached === 'no') return notes.zero(ZERO, reason('milestone-not-reached'));
  if (gating.state === 'zero') return notes.zero(ZERO, gating.why);
  const causes = [
    ...(reached === 'yes' ? [] : reached),
    ...(gating.state === 'held' ? gating.causes : []),
    ...(context.decideAgainst === null ? (cross.pendingMilestones.get(fee.id) ?? []) : []),
  ];
  if (causes.length > 0) return notes.held(causes);
  return notes.amount(amount, () => toDecimal(amount), reason('milestone', { on: acceptedOn }));
}

/** Whether the metric has been reached to date, at this period's end or an earlier one's. */
function reachedBy(fee: Milestone, context: FeeContext, notes: TraceNotes): 'yes' | 'no' | readonly Cause[] {
  if (fee.reach === null) return 'yes';
  const { timeline, period, terms } = context;
  const atLeast = rational(scheduledAt(fee.reach.atLeast, period.id));
  let unknown: readonly Cause[] = [];
  for (const earlier of timeline.periods) {
    if (earlier.id > period.id || earlier.inForce.from > fee.due) break;
    const upTo = minDate(earlier.inForce.to, fee.due);
    const value = context.metricToDate(fee.reach.metric, terms.contract.term.from, upTo);
    if (earlier.id === period.id) notes.input('metric-up-to', value.known ? value.value : null, { metric: fee.reach.metric, on: upTo });
    if (!value.known) unknown = value.causes;
    else if (compare(value.value, atLeast) >= 0) {
      notes.branch('milestone-reached', true, () => ({ by: upTo, actual: toDecimal(value.value), atLeast: toDecimal(atLeast) }));
      return 'yes';
    }
  }
  if (unknown.length === 0) return 'no';
  if (context.decideAgainst === 'brand') return 'yes';
  return context.decideAgainst === 'provider' ? 'no' : unknown;
}

function awaits(fee: Milestone, { input, period, lines, isSettled, isUnknown }: Awaiting): boolean {
  if (fee.reach === null || period.inForce.from > fee.due || lines.some(({ life }) => takesMilestone(life))) return false;
  const isAsked = input.events.some((event) => 'milestone' in event && event.milestone === fee.id);
  const awaited = isAsked || input.asOf <= fee.due || !isSettled(input.timeline.periods.at(-1)?.id ?? period.id);
  return awaited && isUnknown(fee.reach.metric);
}

function span(fee: Milestone, { contract }: Terms, inForce: DateRange): MetricSpan | null {
  if (fee.reach === null || inForce.from > fee.due) return null;
  return { metric: fee.reach.metric, from: contract.term.from, to: minDate(inForce.to, fee.due) };
}

export const milestoneLine: FeeComputation<Milestone> = { compute: computeMilestone, gatesItself: true, awaits, span };
