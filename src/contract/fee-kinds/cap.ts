import type { PeriodId } from '../../kernel/calendar.js';
import { scheduledAt } from '../../kernel/period.js';
import { type Exact, type Rational, rational } from '../../kernel/rational.js';
import type { Scheduled } from '../model.js';
import type { Order } from '../orders.js';
import { BRAND, numberOrder, PROVIDER, prorateOrder } from './judging.js';
import { always, type FeeBase, type FeeChange, type FeeKindRecord, never, no } from './record.js';

/** Amounts by period; null in periods that have no cap. */
export type CapSchedule = Scheduled<Exact | null>;

/** The amount of a cap in a period; null where there is none. */
export function capAt(schedule: CapSchedule | null, period: PeriodId): Rational | null {
  const amount = schedule === null ? null : scheduledAt(schedule, period);
  return amount === null ? null : rational(amount);
}

/** Whether nothing caps a period: what is agreed is that it has no cap, not that nothing is paid. */
export function isNoCap({ period, term }: Cap, id: PeriodId): boolean {
  return capAt(period, id) === null && capAt(term, id) === null;
}

/** A ceiling on what is paid. */
export interface Cap extends FeeBase {
  readonly kind: 'cap';
  readonly period: CapSchedule | null;
  readonly term: CapSchedule | null;
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
    period: read.caps('period'),
    term: read.caps('term'),
    prorate: fee.prorate ?? true,
  }),
  metric: null,
  by: no,
  deductsFrom: no,
  accumulates: no,
  carries: (fee) => fee.term !== null,
  shape: { pays: 'rest' },
  variable: never,
  bites: (fee, period) => !isNoCap(fee, period),
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
