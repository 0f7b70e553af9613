import { type Every, type PeriodId, shiftPeriod } from '../kernel/calendar.js';

/** What a period is compared with. */
export const AGAINST = ['target', 'previous', 'year', 'baseline'] as const;
export type Against = (typeof AGAINST)[number];

const A_YEAR: Readonly<Record<Every, number>> = { month: 12, quarter: 4, week: 52 };

/** The period that all of a period is compared with; null where each KPI has its own, or none. */
export function otherPeriod(period: PeriodId, against: Against, every: Every): PeriodId | null {
  if (against === 'previous') return shiftPeriod(period, every, -1);
  return against === 'year' ? shiftPeriod(period, every, -A_YEAR[every]) : null;
}
