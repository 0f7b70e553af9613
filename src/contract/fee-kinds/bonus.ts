import { scheduledAt } from '../../kernel/period.js';
import type { Exact } from '../../kernel/rational.js';
import type { Scheduled, Steps } from '../model.js';
import { comparePoints, joinOrders, type Order, rises } from '../orders.js';
import { numberOrder, prorateOrder } from './judging.js';
import { always, areNone, type FeeBase, type FeeChange, type FeeKindRecord, isNone, never, no } from './record.js';

/** A pool paid out by a score. */
export interface Bonus extends FeeBase {
  readonly kind: 'bonus';
  readonly pool: Scheduled<Exact>;
  /** A KPI's id or `composite`. */
  readonly by: string;
  readonly points: Scheduled<Steps>;
  readonly shape: 'step' | 'linear';
  readonly prorate: boolean;
}

function judge(change: FeeChange, old: Bonus, now: Bonus): Order {
  switch (change.field) {
    case 'points': {
      const at = (fee: Bonus) => ({ points: scheduledAt(fee.points, change.period), shape: old.shape });
      return comparePoints(at(old), at(now));
    }
    case 'shape':
      return joinOrders(old.points.map(({ value: points }) => comparePoints({ points, shape: old.shape }, { points, shape: now.shape })));
    case 'pool':
      return numberOrder(change);
    case 'prorate':
      return prorateOrder(change);
    default:
      return null;
  }
}

export const bonus: FeeKindRecord<Bonus, 'earned'> = {
  step: 'earned',
  favours: 'provider',
  scheduled: ['pool', 'points'],
  normalize: (fee, read, base) => ({
    ...base,
    kind: fee.kind,
    pool: read.amounts('pool'),
    by: fee.by,
    points: read.steps('points'),
    shape: fee.shape ?? 'linear',
    prorate: fee.prorate ?? true,
  }),
  metric: null,
  by: (fee) => fee.by,
  deductsFrom: no,
  accumulates: no,
  carries: never,
  shape: { pays: 'score', steps: (fee) => fee.points, rises },
  variable: always,
  bites: (fee, period) => !isNone(fee.pool, period) && !areNone(fee.points, period),
  saysNothingAgreed: (fee, period) => isNone(fee.pool, period) || areNone(fee.points, period),
  judge,
  once: false,
  blockable: true,
  deductible: true,
  parts: [],
  fromLines: false,
  largeWaits: true,
  unknownCosts: 'provider',
  taxed: always,
  // A late brand's KPI pays at least what it pays as, whoever caused the hold.
  decided: 'at-least-certain',
};
