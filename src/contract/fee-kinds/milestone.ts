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

function judge(change: FeeChange): Order {
  switch (change.field) {
    case 'due':
      return String(change.after) > String(change.before) ? PROVIDER : BRAND;
    case 'reach.atLeast':
      return invert(numberOrder(change));
    case 'amount':
      return numberOrder(change);
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
