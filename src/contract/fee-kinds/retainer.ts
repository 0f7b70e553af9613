import type { Exact } from '../../kernel/rational.js';
import type { Scheduled } from '../model.js';
import { numberOrder, prorateOrder } from './judging.js';
import { always, amountAt, type FeeBase, type FeeKindRecord, isNone, never, no } from './record.js';

/** A fixed fee per period. */
export interface Retainer extends FeeBase {
  readonly kind: 'retainer';
  readonly amount: Scheduled<Exact>;
  readonly prorate: boolean;
}

export const retainer: FeeKindRecord<Retainer, 'earned'> = {
  step: 'earned',
  favours: 'provider',
  scheduled: ['amount'],
  normalize: (fee, read, base) => ({ ...base, kind: fee.kind, amount: read.amounts('amount'), prorate: fee.prorate ?? true }),
  metric: null,
  by: no,
  deductsFrom: no,
  accumulates: no,
  carries: never,
  shape: { pays: 'amount', amount: (fee, period) => amountAt(fee.amount, period) },
  variable: never,
  bites: (fee, period) => !isNone(fee.amount, period),
  saysNothingAgreed: never,
  judge: (change) => (change.field === 'amount' ? numberOrder(change) : change.field === 'prorate' ? prorateOrder(change) : null),
  oneWay: always,
  shifts: never,
  once: false,
  blockable: true,
  deductible: true,
  parts: [],
  fromLines: false,
  largeWaits: false,
  unknownCosts: 'provider',
  taxed: always,
  decided: 'as-computed',
};
