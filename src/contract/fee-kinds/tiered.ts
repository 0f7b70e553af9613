import type { PeriodId } from '../../kernel/calendar.js';
import { scheduledAt } from '../../kernel/period.js';
import { maximum, type Rational, rational, sum, ZERO } from '../../kernel/rational.js';
import { tierParts } from '../curve.js';
import type { Scheduled, Steps } from '../model.js';
import { compareTiers, joinOrders, type Order } from '../orders.js';
import type { FeeChange } from './record.js';

/** Rates on parts of a base. */
export interface Tiered {
  readonly base: string;
  readonly tiers: Scheduled<Steps>;
  readonly mode: 'marginal' | 'whole';
  readonly accumulate: 'period' | 'term';
}

/** What tiers come to on a base, in one period. */
export function tieredOn({ tiers, mode }: Pick<Tiered, 'tiers' | 'mode'>, period: PeriodId, base: Rational): Rational {
  return sum(tierParts(base, scheduledAt(tiers, period), mode).map((part) => part.rate.mul(part.part)));
}

/** The largest rate of a period; 0 is always one of them. */
export function largestRate({ tiers }: Pick<Tiered, 'tiers'>, period: PeriodId): Rational {
  return scheduledAt(tiers, period)
    .map((step) => rational(step.value))
    .reduce(maximum, ZERO);
}

/** Whether changed tiers come to more, on every base. */
export function judgeTiers({ field, period }: FeeChange, old: Tiered, now: Tiered): Order {
  if (field === 'tiers') {
    const at = (fee: Tiered) => ({ tiers: scheduledAt(fee.tiers, period), mode: old.mode });
    return compareTiers(at(old), at(now));
  }
  if (field !== 'mode') return null;
  return joinOrders(old.tiers.map(({ value: tiers }) => compareTiers({ tiers, mode: old.mode }, { tiers, mode: now.mode })));
}
