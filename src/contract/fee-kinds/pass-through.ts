import type { PeriodId } from '../../kernel/calendar.js';
import { type Exact, isZero, ONE, type Rational, rational } from '../../kernel/rational.js';
import type { Scheduled } from '../model.js';
import type { Order } from '../orders.js';
import { BRAND, numberOrder, PROVIDER } from './judging.js';
import { always, amountAt, type FeeBase, type FeeChange, type FeeKindRecord, never, no } from './record.js';

/** What the provider has spent for the brand, paid back. */
export interface PassThrough extends FeeBase {
  readonly kind: 'pass_through';
  readonly cost: string;
  /** A share on top of the cost, or a share of what is paid. */
  readonly markup: { readonly onCost: Scheduled<Exact> } | { readonly gross: Scheduled<Exact> };
  /** Most that a period pays without a review of the brand. */
  readonly upTo: Scheduled<Exact> | null;
  readonly taxed: boolean;
}

/** cost × (1 + markup), or cost ÷ (1 − gross). */
export function chargedFor({ markup }: PassThrough, period: PeriodId, cost: Rational): Rational {
  if ('gross' in markup) return cost.div(ONE.sub(amountAt(markup.gross, period)));
  return cost.mul(ONE.add(amountAt(markup.onCost, period)));
}

/** Whether anything comes on top of the cost in any period. */
export function hasMarkup({ markup }: PassThrough): boolean {
  return ('gross' in markup ? markup.gross : markup.onCost).some(({ value }) => !isZero(rational(value)));
}

/** A limit that is raised or given up favours the provider; of a cost below 0 a higher markup takes more off. */
function judge(change: FeeChange): Order {
  if (change.field === 'markup.onCost' || change.field === 'markup.gross') return change.neverNegative ? numberOrder(change) : null;
  if (change.field !== 'upTo') return null;
  if (change.before === null) return BRAND;
  return change.after === null ? PROVIDER : numberOrder(change);
}

export const passThrough: FeeKindRecord<PassThrough, 'outside'> = {
  step: 'outside',
  favours: 'provider',
  scheduled: ['upTo', 'markup', 'markup.gross'],
  normalize: (fee, read, base) => {
    const { markup } = fee;
    const gross = typeof markup === 'object' && 'gross' in markup;
    return {
      ...base,
      kind: fee.kind,
      cost: fee.cost,
      markup: gross ? { gross: read.within(markup, 'gross') } : { onCost: read.optional('markup') ?? read.constant('0') },
      upTo: read.optional('upTo'),
      taxed: fee.taxed ?? false,
    };
  },
  metric: { field: 'cost', levels: [], of: (fee) => fee.cost, better: no, needs: 'money-flow' },
  by: no,
  deductsFrom: no,
  accumulates: no,
  carries: never,
  shape: { pays: 'cost', on: (fee, period, cost) => chargedFor(fee, period, cost), most: () => ONE },
  variable: always,
  bites: always,
  saysNothingAgreed: () => false,
  judge,
  oneWay: (_, neverNegative) => neverNegative,
  shifts: never,
  once: false,
  blockable: true,
  deductible: false,
  parts: ['excess'],
  fromLines: false,
  largeWaits: false,
  unknownCosts: 'provider',
  taxed: (fee) => fee.taxed,
  decided: 'mean',
};
