import type { LocalDate } from '../../kernel/calendar.js';
import type { Exact } from '../../kernel/rational.js';
import type { Scheduled } from '../model.js';
import { invert, type Order } from '../orders.js';
import { BRAND, numberOrder, PROVIDER } from './judging.js';
import { always, amountAt, type FeeBase, type FeeChange, type FeeKindRecord, isNone, no } from './record.js';

/** An amount paid once, when it is reached and accepted. */
export interface Milestone extends FeeBase {
  readonly kind: 'milestone';
  readonly amount: Scheduled<Exact>;
  readonly due: LocalDate;
  readonly reach: { readonly metric: string; readonly atLeast: Scheduled<Exact> } | null;
}

function judge(change: FeeChange, old: Milestone, now: Milestone): Order {
  const amounts = new Set([...old.amount, ...now.amount].map(({ value }) => value));
  switch (change.field) {
    case 'due': {
      const later = String(change.after) > String(change.before);
      // the metric is looked at when a period ends and on the day: one that has fallen by the end of its period would be missed
      const first = String(later ? change.before : change.after);
      if (old.reach !== null && !change.endsPeriod(first)) return null;
      return later ? PROVIDER : BRAND;
    }
    case 'reach.atLeast':
      // reached sooner it pays what is agreed then
      return amounts.size === 1 ? invert(numberOrder(change)) : null;
    case 'amount':
      // in a period in which it is 0 it waits for a later one
      return amounts.has('0') ? null : numberOrder(change);
    default:
      return null;
  }
}

export const milestone: FeeKindRecord<Milestone, 'earned'> = {
  step: 'earned',
  favours: 'provider',
  scheduled: ['atLeast', 'amount'],
  normalize: (fee, read, base) => ({
    ...base,
    kind: fee.kind,
    amount: read.amounts('amount'),
    due: fee.due,
    reach: fee.metric === undefined ? null : { metric: fee.metric, atLeast: read.amounts('atLeast') },
  }),
  metric: {
    field: 'metric',
    levels: ['atLeast'],
    of: (fee) => fee.reach?.metric ?? null,
    better: () => 'higher',
    needs: 'any',
  },
  by: no,
  deductsFrom: no,
  accumulates: no,
  carries: always,
  shape: { pays: 'amount', amount: (fee, period) => amountAt(fee.amount, period) },
  variable: (fee) => fee.reach !== null,
  bites: (fee, period) => !isNone(fee.amount, period),
  saysNothingAgreed: (fee, period) => isNone(fee.amount, period),
  judge,
  // put off, it pays what is agreed then
  oneWay: (fee, _, by) => by === 'there' || new Set(fee.amount.map(({ value }) => value)).size === 1,
  shifts: (_, by) => by === 'blocked' || (typeof by === 'object' && by.field === 'reach.atLeast'),
  once: false,
  blockable: true,
  deductible: true,
  parts: [],
  fromLines: false,
  largeWaits: true,
  unknownCosts: 'provider',
  taxed: always,
  decided: 'as-computed',
};
