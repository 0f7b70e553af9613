import type { Fee, Steps } from '../../contract/model.js';
import type { PeriodId } from '../../kernel/calendar.js';
import { scheduledAt } from '../../kernel/period.js';
import { type Exact, isZero, rational } from '../../kernel/rational.js';

/** Whether a variable fee's terms make it 0 in a period whatever is measured: a pool, rates or stakes of 0, before it begins to bite. */
export function paysNothing(fee: Fee, period: PeriodId): boolean {
  const none = (value: Exact): boolean => isZero(rational(value));
  const allNone = (steps: Steps): boolean => steps.every((step) => none(step.value));
  switch (fee.kind) {
    case 'bonus':
      return none(scheduledAt(fee.pool, period)) || allNone(scheduledAt(fee.points, period));
    case 'commission':
      return allNone(scheduledAt(fee.tiers, period));
    case 'milestone':
      return none(scheduledAt(fee.amount, period));
    case 'penalty':
      return allNone(scheduledAt(fee.bands, period));
    case 'wager':
      if ('stake' in fee.pays) return none(scheduledAt(fee.pays.stake, period));
      return none(scheduledAt(fee.pays.rate, period)) || none(scheduledAt(fee.pays.limit, period));
    default:
      return false;
  }
}
