import { always, areNone, type FeeBase, type FeeKindRecord, never, no } from './record.js';
import { judgeTiers, largestRate, paysOneWay, type Tiered, tieredOn } from './tiered.js';

/** A share of a money metric, in tiers. */
export interface Commission extends FeeBase, Tiered {
  readonly kind: 'commission';
}

export const commission: FeeKindRecord<Commission, 'earned'> = {
  step: 'earned',
  favours: 'provider',
  scheduled: ['tiers'],
  normalize: (fee, read, base) => ({
    ...base,
    kind: fee.kind,
    base: fee.base,
    tiers: read.steps('tiers'),
    mode: fee.mode ?? 'marginal',
    accumulate: fee.accumulate ?? 'period',
  }),
  metric: { field: 'base', levels: [], of: (fee) => fee.base, better: () => 'higher', needs: 'money-flow' },
  by: no,
  deductsFrom: no,
  accumulates: (fee) => (fee.accumulate === 'term' ? fee.base : null),
  carries: (fee) => fee.accumulate === 'term',
  shape: { pays: 'volume', on: tieredOn, most: largestRate },
  variable: always,
  bites: (fee, period) => !areNone(fee.tiers, period),
  saysNothingAgreed: (fee, period) => areNone(fee.tiers, period),
  judge: judgeTiers,
  oneWay: paysOneWay,
  shifts: never,
  once: false,
  blockable: true,
  deductible: true,
  parts: [],
  fromLines: false,
  largeWaits: true,
  unknownCosts: 'provider',
  taxed: always,
  // Nobody can compute a commission without its base.
  decided: 'mean',
};
