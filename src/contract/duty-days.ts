import { addDays, type LocalDate } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
import type { Contract, Duty } from './model.js';

/**
 * The last day on which a duty is in time: the n-th day of the calendar period. Null where the contract is not in force on it:
 * such a duty is nobody's.
 */
export function dutyDueOn(duty: Pick<Duty, 'dueDay'>, { calendar, inForce }: TermPeriod): LocalDate | null {
  const dueOn = addDays(calendar.from, duty.dueDay - 1);
  return dueOn < inForce.from || dueOn > inForce.to ? null : dueOn;
}

/** The last day on which a duty of a period may be claimed to have been late: `acceptance.days` after the period's end. */
export function lastClaimDay({ acceptance }: Pick<Contract, 'acceptance'>, { inForce }: TermPeriod): LocalDate {
  return addDays(inForce.to, acceptance.days);
}
