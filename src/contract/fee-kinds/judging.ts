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
