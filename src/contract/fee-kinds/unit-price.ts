import type { Exact } from '../../kernel/rational.js';
import type { Scheduled } from '../model.js';
import { numberOrder } from './judging.js';
import { always, amountAt, type FeeBase, type FeeKindRecord, isNone, never, no } from './record.js';

/** A price for each of something. */
export interface UnitPrice extends FeeBase {
  readonly kind: 'unit_price';
  readonly quantity: string;
  readonly price: Scheduled<Exact>;
}

export const unitPrice: FeeKindRecord<UnitPrice, 'earned'> = {
  step: 'earned',
  favours: 'provider',
  scheduled: ['price'],
  normalize: (fee, read, base) => ({ ...base, kind: fee.kind, quantity: fee.quantity, price: read.amounts('price') }),
  metric: { field: 'quantity', levels: [], of: (fee) => fee.quantity, better: () => 'higher', needs: 'flow' },
  by: no,
  deductsFrom: no,
  accumulates: no,
  carries: never,
  shape: {
    pays: 'volume',
    on: (fee, period, quantity) => amountAt(fee.price, period).mul(quantity),
    most: (fee, period) => amountAt(fee.price, period),
  },
  variable: always,
  bites: (fee, period) => !isNone(fee.price, period),
  saysNothingAgreed: (fee, period) => isNone(fee.price, period),
  // of less than nothing a higher price takes more off
  judge: (change) => (change.field === 'price' && change.neverNegative ? numberOrder(change) : null),
  oneWay: (_, neverNegative) => neverNegative,
  shifts: never,
  once: false,
  blockable: true,
  deductible: false,
  parts: [],
  fromLines: false,
  largeWaits: true,
  unknownCosts: 'provider',
  taxed: always,
  decided: 'mean',
};
