import { type RunningEvidence, valueUpTo } from '../attainment/running.js';
import { datesOf, type LocalDate } from '../kernel/calendar.js';
import { toDouble } from './doubles.js';
import { decimal } from './scenario-ranges.js';

/**
 * What a KPI had come to by each day of a running period, first to last; null where that is not known, as of distinct counts up to a
 * day that nobody counted.
 * @param through the last day that every fact covers; null where it lies before the period.
 */
export function courseOf(running: RunningEvidence, kpi: { readonly id: string; readonly metric: string }, through: LocalDate | null) {
  const { from } = running.evidence.inForce;
  const days = through === null ? [] : datesOf({ from, to: through });
  return days.map((day): string | null => {
    const value = valueUpTo(running, kpi.metric, kpi.id, day);
    return value.known ? decimal(toDouble(value.value)) : null;
  });
}
