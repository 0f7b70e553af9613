import type { Exact } from '../../kernel/rational.js';
import type { Text } from '../../kernel/text.js';
import type { Scheduled } from '../model.js';
import { always, type FeeBase, type FeeKindRecord, isNone, never, no } from './record.js';

/** A share of everything payable in a statement. */
export interface Tax extends FeeBase {
  readonly kind: 'tax';
  readonly rate: Scheduled<Exact>;
  readonly label: Text;
}

export const tax: FeeKindRecord<Tax, 'tax'> = {
  step: 'tax',
  favours: null,
  scheduled: ['rate'],
  normalize: (fee, read, base) => ({ ...base, kind: fee.kind, rate: read.amounts('rate'), label: fee.label }),
  metric: null,
  by: no,
  deductsFrom: no,
  accumulates: no,
  carries: never,
  shape: { pays: 'rest' },
  variable: never,
  bites: (fee, period) => !isNone(fee.rate, period),
  saysNothingAgreed: never,
  judge: no,
  oneWay: never,
  shifts: never,
  once: false,
  blockable: false,
  deductible: false,
  parts: [],
  fromLines: true,
  largeWaits: false,
  unknownCosts: 'provider',
  taxed: always,
  decided: 'as-computed',
};
