import { type Fee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import { joinOrders, type Order } from '../contract/orders.js';
import { compare, maximum, ONE, type Rational, rational, sum, ZERO } from '../kernel/rational.js';
import type { Texts } from './reach.js';

/*
 * What the lines that a change moves are to the whole, by the order of settlement (section 5). A line that is never lower makes the whole
 * never lower, up to any period, unless something between them bends it. Where it stands and why (sums are up to a period, rounding of a
 * cent aside):
 *
 * - A penalty of a line grows with it: harmless up to all of it, and not beyond. But a guarantee tops up less as the line grows, and the
 *   penalty of it stays: then the provider loses by more.
 * - A guarantee that is not taken back is max(earned, guarantee), period by period: what comes sooner may be swallowed, what comes later not.
 * - A recoverable one: with nothing between, the sum is Σ earned + draw, and the draw after a period grows with the guarantee and falls with
 *   what is earned, each by at most as much. A cap cuts what it tops up, and the whole of it is a draw: then more guarantee may be less.
 * - A cap of the term cuts the sum: min(sum + period's, cap), which grows with both. What is taken back gives room again, and less taken back
 *   later takes it away: with both, nothing is said.
 * - A tax is a share of the sum, as long as its rate stays: what is paid sooner may be taxed otherwise.
 */

/** A line that a change moves: never lower (1) or never higher (-1) in any period, or up to any period where it `shifts`. */
export interface Moved {
  readonly fee: Fee;
  readonly order: Order;
  readonly shifts: boolean;
}

/** Whether what is paid up to any period is never lower (1) or never higher (-1) by lines that move. */
export function paidBy(moves: readonly Moved[], texts: Texts): Order {
  const order = joinOrders(moves.map((moved) => moved.order));
  const moving = moves.filter((moved) => moved.order !== 0);
  return order === null || moving.some((moved) => isBent(moved, texts)) ? null : order;
}

function isBent({ fee, shifts }: Moved, { base, head }: Texts): boolean {
  const fees = [...base.contract.fees, ...head.contract.fees];
  const { step } = kindOf(fee);
  const has = (which: (each: Fee) => boolean) => step !== 'outside' && fees.some(which);
  const isCappedOverTerm = has((each) => each.kind === 'cap' && each.term !== null);
  if (isCappedOverTerm && has((each) => each.kind === 'guarantee' && each.recoverable)) return true;
  const isToppedUp = step === 'earned' && has((each) => each.kind === 'guarantee');
  const penalties = fees.filter((each) => kindOf(each).deductsFrom(each) === fee.id);
  if (penalties.length > 0 && (isToppedUp || shifts || deductTooMuch(penalties))) return true;
  if (shifts && (isToppedUp || (step !== 'ceiling' && has((each) => each.kind === 'cap')))) return true;
  return (shifts || isCappedOverTerm) && hasOtherRates(fees);
}

/** Whether penalties of one line can come to more than all of it: the provider would be poorer by earning more. */
function deductTooMuch(penalties: readonly Fee[]): boolean {
  const most = new Map<string, Rational>();
  for (const each of penalties) {
    const { shape } = kindOf(each);
    const steps = shape.pays === 'score' ? shape.steps(each).flatMap(({ value }) => value) : [];
    most.set(each.id, steps.map(({ value }) => rational(value)).reduce(maximum, most.get(each.id) ?? ZERO));
  }
  return compare(sum([...most.values()]), ONE) > 0;
}

/** Whether a tax has more than one rate. */
function hasOtherRates(fees: readonly Fee[]): boolean {
  const rates = new Map<string, Set<string>>();
  for (const fee of fees) {
    if (fee.kind === 'tax') rates.set(fee.id, new Set([...(rates.get(fee.id) ?? []), ...fee.rate.map(({ value }) => value)]));
  }
  return [...rates.values()].some(({ size }) => size > 1);
}
