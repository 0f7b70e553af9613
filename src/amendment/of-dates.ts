import type { ClausePath } from './clause-path.js';

/** Fields that say when a statement is made, may be disputed and is due: their days add up to the day of payment. */
const DATES: ReadonlySet<string> = new Set<ClausePath<'calendar' | 'acceptance' | 'payment', '/'>>([
  'calendar/lockAfterDays',
  'acceptance/days',
  'payment',
  'payment/dueDays',
]);

/** Whether a change moves the days of statements, and with them when money is paid. */
export function isOfDates(path: readonly string[]): boolean {
  return DATES.has(path.join('/'));
}
