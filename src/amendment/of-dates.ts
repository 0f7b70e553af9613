import type { Contract } from '../contract/model.js';

/** A clause, or a field of it: one that is called otherwise by now does not compile. */
type PathOf<Name extends keyof Contract> = Name extends keyof Contract
  ? Name | `${Name}/${string & keyof NonNullable<Contract[Name]>}`
  : never;

/** Fields that say when a statement is made, may be disputed and is due: their days add up to the day of payment. */
const DATES: ReadonlySet<string> = new Set<PathOf<'calendar' | 'acceptance' | 'payment'>>([
  'calendar/lockAfterDays',
  'acceptance/days',
  'payment',
  'payment/dueDays',
]);

/** Whether a change moves the days of statements, and with them when money is paid. */
export function isOfDates(path: readonly string[]): boolean {
  return DATES.has(path.join('/'));
}
