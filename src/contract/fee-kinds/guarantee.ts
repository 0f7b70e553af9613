import type { Exact } from '../../kernel/rational.js';
import type { Scheduled } from '../model.js';
import type { Order } from '../orders.js';
import { BRAND, numberOrder, PROVIDER, prorateOrder } from './judging.js';
import { always, type FeeBase, type FeeChange, type FeeKindRecord, isNone, never, no } from './record.js';

/** A floor under what is earned; a recoverable one is a draw. */
export interface Guarantee extends FeeBase {
  readonly kind: 'guarantee';
  readonly amount: Scheduled<Exact>;
  readonly recoverable: boolean;
  readonly prorate: boolean;
}

function judge(change: FeeChange): Order {
  switch (change.field) {
    case 'amount':
      return numberOrder(change);
    case 'recoverable':
      return change.after === true ? BRAND : PROVIDER;
    case 'prorate':
      return prorateOrder(change);
    default:
      return null;
  }
}

export const guarantee: FeeKindRecord<Guarantee, 'floor'> = {
  step: 'floor',
  favours: 'provider',
  scheduled: ['amount'],
  normalize: (fee, read, base) => ({
    ...base,
    kind: fee.kind,
    amount: read.amounts('amount'),
    recoverable: fee.recoverable ?? false,
    prorate: fee.prorate ?? true,
  }),
  metric: null,
  by: no,
  deductsFrom: no,
  accumulates: no,
  carries: (fee) => fee.recoverable,
  shape: { pays: 'rest' },
  variable: never,
  bites: (fee, period) => !isNone(fee.amount, period),
  saysNothingAgreed: never,
  judge,
  oneWay: always,
  shifts: (fee) => fee.recoverable,
  once: true,
  blockable: true,
  deductible: false,
  parts: ['recovery'],
  fromLines: true,
  largeWaits: false,
  unknownCosts: 'provider',
  taxed: always,
  decided: 'as-computed',
};
