import { type DateRange, daysInclusive, type Every, intersect, type PeriodId, periodDays, periodOf, shiftPeriod } from './calendar.js';
import { type Rational, rational } from './rational.js';
import { remembered } from './remembered.js';

/** A period of a contract with the days in which the contract is in force in it. */
export interface TermPeriod {
  readonly id: PeriodId;
  /** The calendar period, whole. */
  readonly calendar: DateRange;
  /** The days in force. */
  readonly inForce: DateRange;
  readonly daysInForce: number;
  readonly daysInPeriod: number;
}

/** Every period of a term, ascending; the first and last may be partly in force. */
export const termPeriods = remembered((term: DateRange, every: Every): readonly TermPeriod[] => {
  const periods: TermPeriod[] = [];
  for (let id = periodOf(term.from, every); ; id = shiftPeriod(id, every, 1)) {
    const calendar = periodDays(id, every);
    const inForce = calendar === null ? null : intersect(calendar, term);
    if (calendar === null || inForce === null) return periods;
    periods.push({
      id,
      calendar,
      inForce,
      daysInForce: daysInclusive(inForce.from, inForce.to),
      daysInPeriod: daysInclusive(calendar.from, calendar.to),
    });
  }
});

/** Share of the period in which the contract is in force. */
export function shareInForce({ daysInForce, daysInPeriod }: Pick<TermPeriod, 'daysInForce' | 'daysInPeriod'>): Rational {
  return rational(daysInForce).div(rational(daysInPeriod));
}

/** The value of a scheduled field in a period: the last entry that starts at or before it. */
export function scheduledAt<T>(schedule: readonly { readonly from: PeriodId; readonly value: T }[], period: PeriodId): T {
  let found = schedule[0];
  for (const entry of schedule) if (entry.from <= period) found = entry;
  if (found === undefined) throw new RangeError('empty schedule');
  return found.value;
}
