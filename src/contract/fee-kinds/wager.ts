import type { PeriodId } from '../../kernel/calendar.js';
import type { Exact } from '../../kernel/rational.js';
import type { Scheduled } from '../model.js';
import { invert, type Order } from '../orders.js';
import { numberOrder } from './judging.js';
import { always, type FeeBase, type FeeChange, type FeeKindRecord, isNone, never, no } from './record.js';

/** What either party pays the other by how far a metric ends from its target. */
export interface Wager extends FeeBase {
  readonly kind: 'wager';
  readonly metric: string;
  readonly better: 'higher' | 'lower';
  readonly target: Scheduled<Exact>;
  readonly over: 'term' | 'quarter';
  readonly deadband: Scheduled<Exact>;
  readonly pays: { readonly rate: Scheduled<Exact>; readonly limit: Scheduled<Exact> } | { readonly stake: Scheduled<Exact> };
  readonly onEarlyEnd: 'void' | 'scale';
}

function isNothing({ pays }: Wager, period: PeriodId): boolean {
  if ('stake' in pays) return isNone(pays.stake, period);
  return isNone(pays.rate, period) || isNone(pays.limit, period);
}

function judge(change: FeeChange, old: Wager): Order {
  if (change.field !== 'target') return null;
  return old.better === 'higher' ? invert(numberOrder(change)) : numberOrder(change);
}

export const wager: FeeKindRecord<Wager, 'stake'> = {
  step: 'stake',
  favours: null,
  scheduled: ['target', 'deadband', 'rate', 'limit', 'stake'],
  normalize: (fee, read, base) => ({
    ...base,
    kind: fee.kind,
    metric: fee.metric,
    better: fee.better,
    target: read.amounts('target'),
    over: fee.over,
    deadband: read.amounts('deadband'),
    pays: fee.stake === undefined ? { rate: read.amounts('rate'), limit: read.amounts('limit') } : { stake: read.amounts('stake') },
    onEarlyEnd: fee.onEarlyEnd,
  }),
  metric: { field: 'metric', levels: ['target', 'deadband'], of: (fee) => fee.metric, better: (fee) => fee.better, needs: 'any' },
  by: no,
  deductsFrom: no,
  accumulates: no,
  carries: always,
  shape: { pays: 'stake' },
  variable: always,
  bites: (fee, period) => !isNothing(fee, period),
  saysNothingAgreed: isNothing,
  judge,
  oneWay: never,
  shifts: never,
  once: false,
  blockable: true,
  deductible: false,
  parts: [],
  fromLines: false,
  largeWaits: true,
  unknownCosts: 'provider',
  taxed: always,
  decided: 'on-target',
};
