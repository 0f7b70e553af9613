import type { Exact } from '../../kernel/rational.js';
import type { Scheduled } from '../model.js';
import type { Order } from '../orders.js';
import { BRAND, numberOrder, PROVIDER, prorateOrder } from './judging.js';
import { always, type FeeBase, type FeeChange, type FeeKindRecord, never, no } from './record.js';

/** A ceiling on what is paid. */
export interface Cap extends FeeBase {
  readonly kind: 'cap';
  readonly period: Scheduled<Exact> | null;
  readonly term: Scheduled<Exact> | null;
  readonly prorate: boolean;
}

/** One that is raised or given up favours the provider. */
function judge(change: FeeChange): Order {
  if (change.field === 'prorate') return prorateOrder(change);
  if (change.field !== 'period' && change.field !== 'term') return null;
  if (change.before === null) return BRAND;
  return change.after === null ? PROVIDER : numberOrder(change);
}

export const cap: FeeKindRecord<Cap, 'ceiling'> = {
  step: 'ceiling',
  favours: 'brand',
  scheduled: ['period', 'term'],
  normalize: (fee, read, base) => ({
    ...base,
    kind: fee.kind,
    period: read.optional('period'),
    term: read.optional('term'),
    prorate: fee.prorate ?? true,
  }),
  metric: null,
  by: no,
  deductsFrom: no,
  accumulates: no,
  carries: (fee) => fee.term !== null,
  shape: { pays: 'rest' },
  variable: never,
  bites: (fee) => fee.period !== null || fee.term !== null,
  saysNothingAgreed: never,
  judge,
  oneWay: always,
  shifts: (fee) => fee.term !== null,
  once: true,
  blockable: false,
  deductible: false,
  parts: [],
  fromLines: true,
  largeWaits: false,
  unknownCosts: 'provider',
  taxed: always,
  decided: 'as-computed',
};
