import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';

/**
 * The terms as if what they say of one period had always held: every schedule becomes its value in that period. So a
 * change that starts in July can be tried on the months before it.
 */
export function termsAsOf(terms: Terms, period: PeriodId): Terms {
  // Lists keep their shape and schedules become shorter schedules, so the result is of the same type.
  return { ...terms, contract: flatten(terms.contract, period) as Terms['contract'] };
}

function flatten(value: unknown, period: PeriodId): unknown {
  if (Array.isArray(value)) {
    const entries = value.flatMap((entry: unknown) => (isEntry(entry) ? [entry] : []));
    const [first] = entries;
    if (first !== undefined && entries.length === value.length) return [{ from: first.from, value: scheduledAt(entries, period) }];
    return value.map((item) => flatten(item, period));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, flatten(inner, period)]));
}

function isEntry(value: unknown): value is { readonly from: PeriodId; readonly value: unknown } {
  return typeof value === 'object' && value !== null && 'from' in value && typeof value.from === 'string' && 'value' in value;
}
