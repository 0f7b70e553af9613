import { capAt } from '../contract/fee-kinds/cap.js';
import type { FeeOf, PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import { minorDigits } from '../kernel/money.js';
import { compare, isZero, maximum, type Rational, rational, ZERO } from '../kernel/rational.js';
import { cutTo, type End, isOpen, type Range } from './exposure-range.js';
import { type Place, shareOf } from './line-ranges.js';

/**
 * What is left of a line once another was rounded against it: to the nearest unit; where two are as near, which one it is depends on the
 * other line, so it is the one farther out.
 */
export function outward(amount: Rational, { terms }: Place, end: 'least' | 'most'): Rational {
  const unit = rational(`1/${10n ** BigInt(minorDigits(terms.contract.currency))}`);
  const units = amount.div(unit).add(rational(end === 'most' ? '1/2' : '-1/2'));
  return (end === 'most' ? units.floor() : units.ceil()).mul(unit);
}

function capIn(fees: readonly PeriodFee[]): FeeOf<'cap'> | undefined {
  return fees.find((each): each is FeeOf<'cap'> => each.kind === 'cap');
}

/** What the cap of a period leaves of it. */
export function cutToPeriod(fees: readonly PeriodFee[], subtotal: Range, place: Place): Range {
  const fee = capIn(fees);
  const most = capAt(fee?.period ?? null, place.period.id);
  if (fee === undefined || most === null) return subtotal;
  return cutAt(subtotal, most.mul(shareOf(place, fee.prorate)), place);
}

/** What the cap of the term leaves of it after what was paid before; null where there is none. */
function roomOf(fees: readonly PeriodFee[], { period }: Place, paid: Range) {
  const whole = capAt(capIn(fees)?.term ?? null, period.id);
  if (whole === null) return null;
  const after = ({ amount }: End): Rational => maximum(ZERO, whole.sub(amount));
  return { afterLeast: after(paid.least), afterMost: after(paid.most) };
}

/** The least room: none where periods before the cap began have no upper bound and may use up all of it. */
function leastRoom({ afterMost }: { readonly afterMost: Rational }, { most }: Range): Rational {
  return isOpen(most) ? ZERO : afterMost;
}

/** What the cap of the term may leave of a period: all of it, all but what is above its least, less than its least, or nothing. */
export const LEFT_BY_CAP = ['all', 'not-most', 'less', 'nothing'] as const;
export type LeftByCap = (typeof LEFT_BY_CAP)[number];

/** What the cap of the term may leave of a period after whatever was paid before it; null where there is none. */
export function leftByCap(fees: readonly PeriodFee[], { least, most }: Range, place: Place, paid: Range): LeftByCap | null {
  const room = roomOf(fees, place, paid);
  if (room === null) return null;
  const left = leastRoom(room, paid);
  if (compare(left, least.amount) < 0) return isZero(left) ? 'nothing' : 'less';
  return isOpen(most) || compare(left, most.amount) < 0 ? 'not-most' : 'all';
}

/** A period after whatever was paid before it. */
export function afterOthers(fees: readonly PeriodFee[], own: Range, place: Place, paid: Range): Range {
  const room = roomOf(fees, place, paid);
  if (room === null) return own;
  const alone = cutTo(own, { least: leastRoom(room, paid), most: room.afterLeast });
  return isOpen(paid.least) ? { ...own, least: alone.least } : alone;
}

/**
 * The least after the least and the most after the most. What is paid by a period's end never falls as more was paid before it (a unit
 * more before leaves at most a unit less of room), so the least paths end least, the most most.
 */
export function onThePath(fees: readonly PeriodFee[], own: Range, place: Place, paid: Range): Range {
  const room = roomOf(fees, place, paid);
  return room === null ? own : cutTo(own, { least: room.afterLeast, most: room.afterMost });
}

function cutAt(range: Range, room: Rational, place: Place): Range {
  return cutTo(range, { least: outward(room, place, 'least'), most: outward(room, place, 'most') });
}
