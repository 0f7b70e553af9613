import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Duty } from '../contract/model.js';
import { addDays, type LocalDate, maxDate } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import type { TermPeriod } from '../kernel/period.js';
import { maximum, type Rational, rational, ZERO } from '../kernel/rational.js';

/** KPI → the late duty that governs it. */
export type LateDuties = ReadonlyMap<string, { readonly owes: Party; readonly duty: string; readonly scoreAs: Rational }>;

/** The last day on which a duty is in time: the n-th day of the calendar period. */
function dutyDueOn(duty: Duty, period: TermPeriod): LocalDate {
  return addDays(period.calendar.from, duty.dueDay - 1);
}

/**
 * Which KPIs a late duty governs in a period (section 4). A duty is done on the later of `on` and the file's date, or on
 * `on` where both parties approved the event. Where both parties are late on one KPI neither gains by it: no rule applies.
 * A duty that falls due while the contract is not in force is nobody's, and none is late before its day has passed.
 */
export function lateDuties(duties: readonly Duty[], events: readonly ContractEvent[], period: TermPeriod, asOf: LocalDate): LateDuties {
  const late = new Map<string, { owes: Party; duty: string; scoreAs: Rational }>();
  const both = new Set<string>();
  for (const duty of duties) {
    const dueOn = dutyDueOn(duty, period);
    if (dueOn < period.inForce.from || dueOn > period.inForce.to || dueOn >= asOf || doneBy(duty, events, period, dueOn)) continue;
    for (const kpi of duty.ifLate.kpis) {
      const earlier = late.get(kpi);
      if (earlier !== undefined && earlier.owes !== duty.owes) both.add(kpi);
      const scoreAs = maximum(earlier?.scoreAs ?? ZERO, duty.ifLate.scoreAs === null ? ZERO : rational(duty.ifLate.scoreAs));
      late.set(kpi, { owes: duty.owes, duty: duty.id, scoreAs });
    }
  }
  for (const kpi of both) late.delete(kpi);
  return late;
}

function doneBy(duty: Duty, events: readonly ContractEvent[], period: TermPeriod, dueOn: LocalDate): boolean {
  return events.some(
    (event) =>
      event.kind === 'duty' &&
      event.duty === duty.id &&
      event.period === period.id &&
      (event.agreed ? event.on : maxDate(event.on, event.date)) <= dueOn,
  );
}
