import { invert } from '../orders.js';
import { always, areNone, type FeeBase, type FeeKindRecord, never, no } from './record.js';
import { judgeTiers, largestRate, paysOneWay, type Tiered, tieredOn } from './tiered.js';

/** A share of a money metric, in tiers, that the provider gives back. */
export interface Rebate extends FeeBase, Tiered {
  readonly kind: 'rebate';
}

export const rebate: FeeKindRecord<Rebate, 'outside'> = {
  step: 'outside',
  favours: 'brand',
  scheduled: ['tiers'],
  normalize: (fee, read, base) => ({
    ...base,
    kind: fee.kind,
    base: fee.base,
    tiers: read.steps('tiers'),
    mode: fee.mode ?? 'marginal',
    accumulate: fee.accumulate ?? 'period',
  }),
  metric: { field: 'base', levels: [], of: (fee) => fee.base, better: no, needs: 'money-flow' },
  by: no,
  deductsFrom: no,
  accumulates: (fee) => (fee.accumulate === 'term' ? fee.base : null),
  carries: (fee) => fee.accumulate === 'term',
  shape: { pays: 'volume', on: (fee, period, base) => tieredOn(fee, period, base).neg(), most: largestRate },
  variable: always,
  bites: (fee, period) => !areNone(fee.tiers, period),
  saysNothingAgreed: (fee, period) => areNone(fee.tiers, period),
  judge: (change, old, now) => invert(judgeTiers(change, old, now)),
  oneWay: paysOneWay,
  shifts: never,
  once: false,
  blockable: true,
  deductible: false,
  parts: [],
  fromLines: false,
  largeWaits: true,
  // The brand would be paid: it gains nothing by data of its own that lack.
  unknownCosts: 'brand',
  taxed: always,
  decided: 'mean',
};
