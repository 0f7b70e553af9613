import { addDays, type LocalDate } from '../../kernel/calendar.js';

/** The local date of a day's number: 0 is 1970-01-01. */
function dateOfDays(day: number): LocalDate {
  return addDays('1970-01-01', day);
}

/** Whether the seven days from this one on are in two months. */
export function isMonthCrossed(day: number): boolean {
  return dateOfDays(day).slice(0, 7) !== dateOfDays(day + 6).slice(0, 7);
}
