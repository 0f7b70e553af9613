import { type PeriodId, shiftPeriod } from '../kernel/calendar.js';
import type { Contract } from './model.js';

type Gracious = Pick<Contract, 'grace' | 'calendar'>;

/** The first period after grace; null without grace. */
export function afterGrace({ grace, calendar }: Gracious): PeriodId | null {
  return grace === null ? null : shiftPeriod(grace.from, calendar.every, grace.periods);
}

/** Whether grace makes a fee 0 in a period. */
export function isWaived(contract: Gracious, fee: string, period: PeriodId): boolean {
  const { grace } = contract;
  const after = afterGrace(contract);
  return grace !== null && after !== null && grace.waives.includes(fee) && grace.from <= period && period < after;
}
