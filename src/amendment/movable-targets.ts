import type { Scheduled, Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { scheduledAt, termPeriods } from '../kernel/period.js';
import type { Exact } from '../kernel/rational.js';
import { type Agreed, openPeriods } from './open-periods.js';
import type { Texts } from './reach.js';
import { closeSteps, targetsOf } from './target-steps.js';

/** A value that no target has. */
const ANOTHER: Exact = '-1';

/**
 * The targets of KPIs and wagers, each with the periods from which a new value of it could be agreed on a day: those that have not begun,
 * with the notice, up to a termination, where some value is far enough from the other steps. How far a target may move is a matter of the value.
 */
export function movableTargets(
  terms: Terms,
  agreed: Agreed,
  ends: Texts['ends'],
): { readonly id: string; readonly from: readonly PeriodId[] }[] {
  const { amendments, calendar, term } = terms.contract;
  const limit = amendments?.minPeriodsBetween ?? 0;
  const all = termPeriods(term, calendar.every).map(({ id }) => id);
  const open = openPeriods(terms, { base: terms, head: terms, ends }, agreed).map(({ id }) => id);
  return targetsOf(terms.contract).map(({ path: [, id = ''], schedule }) => ({
    id,
    from: open.filter((period) => {
      // a step that is brought forward or put off is one step as before
      const values = [ANOTHER, ...schedule.map(({ value }) => value)].filter((value) => value !== scheduledAt(schedule, period));
      return values.some((value) => closeSteps(limit, all, schedule, movedFrom(schedule, period, value), calendar.every).length === 0);
    }),
  }));
}

/** A schedule with one entry put in or replaced; later ones stay. */
function movedFrom(schedule: Scheduled<Exact>, from: PeriodId, value: Exact): Scheduled<Exact> {
  return [...schedule.filter((entry) => entry.from < from), { from, value }, ...schedule.filter((entry) => entry.from > from)];
}
