import { scheduledAt } from '../../kernel/period.js';
import type { Exact } from '../../kernel/rational.js';
import type { Scheduled, Steps } from '../model.js';
import { comparePoints, joinOrders, type Order, rises } from '../orders.js';
import { numberOrder, pairsIn, prorateOrder } from './judging.js';
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
    case 'points':
    case 'shape':
      return judgePoints(change, old, now);
    case 'pool':
      return numberOrder(change);
    case 'prorate':
      return prorateOrder(change);
    default:
      return null;
  }
}

/** The field by itself, and with what else of the curve changes. */
function judgePoints({ field, periods }: FeeChange, old: Bonus, now: Bonus): Order {
  return joinOrders(
    pairsIn(periods, (id) => [scheduledAt(old.points, id), scheduledAt(now.points, id)]).flatMap(([before, after]) => {
      const alone = field === 'points' ? { points: after, shape: old.shape } : { points: before, shape: now.shape };
      const from = { points: before, shape: old.shape };
      const both = old.shape !== now.shape && before !== after;
      return [comparePoints(from, alone), ...(both ? [comparePoints(from, { points: after, shape: now.shape })] : [])];
    }),
  );
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
  oneWay: always,
  shifts: never,
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
