import type { PeriodId } from '../../kernel/calendar.js';
import { compare, rational } from '../../kernel/rational.js';
import type { Order } from '../orders.js';
import type { FeeChange } from './record.js';

/** 1: the provider is never paid less; -1: never more. */
export const PROVIDER = 1;
export const BRAND = -1;

/** Whether a number rises; null where either side is none. */
export function numberOrder({ before, after }: Pick<FeeChange, 'before' | 'after'>): Order {
  const value = (side: unknown) => (typeof side === 'string' || typeof side === 'number' ? rational(side) : null);
  const [old, now] = [value(before), value(after)];
  return old === null || now === null ? null : compare(now, old);
}

/** A share of the days can only be less than the whole. */
export function prorateOrder({ after }: Pick<FeeChange, 'after'>): Order {
  return after === false ? PROVIDER : BRAND;
}

/** What two schedules say in some periods, every pair of values once. */
export function pairsIn<T>(periods: readonly PeriodId[], valuesAt: (period: PeriodId) => readonly [T, T]): (readonly [T, T])[] {
  const pairs = periods.map((id) => valuesAt(id));
  if (pairs.length === 1) return pairs;
  return [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()];
}
