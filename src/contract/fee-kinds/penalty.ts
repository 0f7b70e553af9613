import { scheduledAt } from '../../kernel/period.js';
import type { Exact } from '../../kernel/rational.js';
import type { Scheduled, Steps } from '../model.js';
import { compareBands, invert, joinOrders, type Order, rises } from '../orders.js';
import { numberOrder, pairsIn, prorateOrder } from './judging.js';
import { always, areNone, type FeeBase, type FeeChange, type FeeKindRecord, isNone, never, no } from './record.js';

/** A share of a line or an amount, taken off by a score. */
export interface Penalty extends FeeBase {
  readonly kind: 'penalty';
  readonly of: { readonly fee: string } | { readonly amount: Scheduled<Exact> };
  readonly by: string;
  readonly bands: Scheduled<Steps>;
  readonly prorate: boolean;
}

function judge(change: FeeChange, old: Penalty, now: Penalty): Order {
  switch (change.field) {
    case 'bands':
      return invert(
        joinOrders(
          pairsIn(change.periods, (id) => [scheduledAt(old.bands, id), scheduledAt(now.bands, id)]).map(([before, after]) =>
            compareBands(before, after),
          ),
        ),
      );
    case 'of.amount':
      return invert(numberOrder(change));
    case 'prorate':
      return invert(prorateOrder(change));
    default:
      return null;
  }
}

export const penalty: FeeKindRecord<Penalty, 'deduction'> = {
  step: 'deduction',
  favours: 'brand',
  scheduled: ['amount', 'bands'],
  normalize: (fee, read, base) => ({
    ...base,
    kind: fee.kind,
    of: fee.of === undefined ? { amount: read.amounts('amount') } : { fee: fee.of },
    by: fee.by,
    bands: read.steps('bands'),
    prorate: fee.prorate ?? true,
  }),
  metric: null,
  by: (fee) => fee.by,
  deductsFrom: (fee) => ('fee' in fee.of ? fee.of.fee : null),
  accumulates: no,
  carries: never,
  shape: { pays: 'score', steps: (fee) => fee.bands, rises: (bands) => rises([...bands].reverse()) },
  variable: always,
  bites: (fee, period) => !areNone(fee.bands, period) && (!('amount' in fee.of) || !isNone(fee.of.amount, period)),
  saysNothingAgreed: (fee, period) => areNone(fee.bands, period),
  judge,
  oneWay: always,
  shifts: never,
  once: false,
  blockable: true,
  deductible: false,
  parts: [],
  fromLines: true,
  largeWaits: true,
  unknownCosts: 'provider',
  taxed: always,
  decided: 'as-computed',
};
