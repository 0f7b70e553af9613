import type { PeriodId } from '../../kernel/calendar.js';
import { scheduledAt } from '../../kernel/period.js';
import { maximum, type Rational, rational, sum, ZERO } from '../../kernel/rational.js';
import { tierParts } from '../curve.js';
import type { Scheduled, Steps } from '../model.js';
import { compareGrowth, compareTiers, joinOrders, type Order, rises, type TierTerms } from '../orders.js';
import { pairsIn } from './judging.js';
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

/**
 * Whether changed tiers come to more in every period, whatever the base: the field by itself, and with what else of the fee changes. Where
 * they add up over the term a period pays what its base adds to the total, and one below 0 takes off at the rates that are better.
 */
export function judgeTiers({ field, periods, neverNegative }: FeeChange, old: Tiered, now: Tiered): Order {
  if (field !== 'tiers' && field !== 'mode') return null;
  const toDate = old.accumulate === 'term' || now.accumulate === 'term';
  const order = (before: TierTerms, after: TierTerms): Order => {
    if (toDate && neverNegative) return compareGrowth(before, after);
    const compared = compareTiers(before, after, !neverNegative);
    return toDate && compared !== 0 ? null : compared;
  };
  return joinOrders(
    pairsIn(periods, (id) => [scheduledAt(old.tiers, id), scheduledAt(now.tiers, id)]).flatMap(([before, after]) => {
      const alone = field === 'tiers' ? { tiers: after, mode: old.mode } : { tiers: before, mode: now.mode };
      const from = { tiers: before, mode: old.mode };
      const both = old.mode !== now.mode && before !== after;
      return [order(from, alone), ...(both ? [order(from, { tiers: after, mode: now.mode })] : [])];
    }),
  );
}

/**
 * Whether tiers pay to one side only: nothing below 0 is paid for, and no larger total pays less than a smaller one. With each rate on its
 * own part none can, and on the whole none does whose rates rise.
 */
export function paysOneWay({ tiers, mode, accumulate }: Tiered, neverNegative: boolean): boolean {
  return neverNegative && (accumulate === 'period' || mode === 'marginal' || tiers.every(({ value }) => rises(value)));
}
