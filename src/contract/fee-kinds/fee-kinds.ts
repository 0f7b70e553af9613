import type { Fee as WrittenFee } from '../../generated/written.js';
import { bonus } from './bonus.js';
import { cap } from './cap.js';
import { commission } from './commission.js';
import { guarantee } from './guarantee.js';
import { milestone } from './milestone.js';
import { passThrough } from './pass-through.js';
import { penalty } from './penalty.js';
import { rebate } from './rebate.js';
import type { FeeBase, FeeKindRecord, FeeStep } from './record.js';
import { retainer } from './retainer.js';
import { tax } from './tax.js';
import { unitPrice } from './unit-price.js';
import { wager } from './wager.js';

/**
 * Every kind of fee that the schema has, each with its record: one that is missing here does not compile. Inside a step of
 * settlement the order is the one of this list.
 */
export const feeKinds = {
  retainer,
  commission,
  unit_price: unitPrice,
  bonus,
  milestone,
  guarantee,
  wager,
  penalty,
  cap,
  pass_through: passThrough,
  rebate,
  tax,
} satisfies {
  [K in WrittenFee['kind']]: FeeKindRecord<FeeBase & { readonly kind: K }>;
};

type Kinds = typeof feeKinds;
export type FeeKind = keyof Kinds;
type FeeIn<R> = R extends FeeKindRecord<infer F, infer _> ? F : never;
type StepOf<R> = R extends FeeKindRecord<infer _, infer S> ? S : never;
/** A fee of one kind. */
export type FeeOf<K extends FeeKind> = FeeIn<Kinds[K]>;
export type Fee = { [K in FeeKind]: FeeOf<K> }[FeeKind];

/** Kinds that are computed per period: all but those that are computed on the statement. */
export type PeriodFeeKind = { [K in FeeKind]: StepOf<Kinds[K]> extends 'tax' ? never : K }[FeeKind];
export type PeriodFee = FeeOf<PeriodFeeKind>;

/** The record of a fee's kind: of its own, so that methods which are written for one kind get that kind. */
export function kindOf({ kind }: Fee): FeeKindRecord<Fee> {
  return feeKinds[kind];
}

/** Whether a name is a kind of fee: `recovery` and `true-up` are kinds of lines only. */
function isFeeKind(name: string): name is FeeKind {
  return Object.hasOwn(feeKinds, name);
}

/** The record of the kind with a name; null for what is no kind of fee. */
export function kindNamed(name: string): FeeKindRecord<Fee> | null {
  return isFeeKind(name) ? feeKinds[name] : null;
}

/** Every kind, in the order in which the schema and settlement have them. */
export const FEE_KINDS: readonly FeeKind[] = Object.keys(feeKinds).filter(isFeeKind);

/** Whether a fee is computed per period. */
export function isPeriodFee(fee: Fee): fee is PeriodFee {
  return kindOf(fee).step !== ('tax' satisfies FeeStep);
}
