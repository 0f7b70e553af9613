import { divide, isZero, type Rational, sum, ZERO } from '../kernel/rational.js';

/** A part of a ratio of sums in one period. */
export interface RatioSums {
  readonly top: Rational;
  readonly bottom: Rational;
}

/** A part of a KPI by its segment; null in a period that does not have it. */
export interface Segment<Of> {
  readonly id: string;
  readonly before: Of | null;
  readonly after: Of | null;
}

/** Whether a segment is in both periods, or in one of them only. */
export type Presence = 'both' | 'new' | 'ended';

/** What a segment moved of a ratio: its own rate, and the weight that it has among the others. */
export interface RatioMove {
  readonly id: string;
  readonly presence: Presence;
  readonly rate: Rational;
  readonly mix: Rational;
}

const NOTHING: RatioSums = { top: ZERO, bottom: ZERO };

/**
 * What segments moved of a ratio of sums R = Σtop ÷ Σbottom. With w = bottom ÷ Σbottom and r = top ÷ bottom:
 * rate = ½(w⁰+w¹)(r¹−r⁰), mix = (½(r⁰+r¹) − ½(R⁰+R¹))(w¹−w⁰). A segment that has no rate in one of the periods, since it is not
 * there or has nothing to divide by, has no rate effect: all that it moved is mix. Together exactly R¹ − R⁰.
 * @returns in the order of names; null where a period has nothing to divide by.
 */
export function ratioMoves(segments: readonly Segment<RatioSums>[]): readonly RatioMove[] | null {
  const totals = { before: bottomOf(segments, 'before'), after: bottomOf(segments, 'after') };
  const ratios = { before: ratioOf(segments, 'before', totals.before), after: ratioOf(segments, 'after', totals.after) };
  if (ratios.before === undefined || ratios.after === undefined) return null;
  const middle = ratios.before.add(ratios.after).div(2);
  return inOrder(segments).map((segment) => {
    const [before, after] = [segment.before ?? NOTHING, segment.after ?? NOTHING];
    const weight = { before: before.bottom.div(totals.before), after: after.bottom.div(totals.after) };
    const share = { before: before.top.div(totals.before), after: after.top.div(totals.after) };
    const all = share.after.sub(share.before).sub(middle.mul(weight.after.sub(weight.before)));
    const [r0, r1] = [divide(before.top, before.bottom), divide(after.top, after.bottom)];
    const rate = r0 === undefined || r1 === undefined ? ZERO : weight.before.add(weight.after).div(2).mul(r1.sub(r0));
    return { id: segment.id, presence: presenceOf(segment, isNothing), rate, mix: all.sub(rate) };
  });
}

/** What a segment moved of a sum. */
export interface SumMove {
  readonly id: string;
  readonly presence: Presence;
  readonly moved: Rational;
}

/** What segments moved of a sum, in the order of names. */
export function sumMoves(segments: readonly Segment<Rational>[]): readonly SumMove[] {
  return inOrder(segments).map((segment) => ({
    id: segment.id,
    presence: presenceOf(segment, isZero),
    moved: (segment.after ?? ZERO).sub(segment.before ?? ZERO),
  }));
}

function bottomOf(segments: readonly Segment<RatioSums>[], side: 'before' | 'after'): Rational {
  return sum(segments.map((segment) => (segment[side] ?? NOTHING).bottom));
}

function ratioOf(segments: readonly Segment<RatioSums>[], side: 'before' | 'after', bottom: Rational): Rational | undefined {
  return divide(sum(segments.map((segment) => (segment[side] ?? NOTHING).top)), bottom);
}

function isNothing({ top, bottom }: RatioSums): boolean {
  return isZero(top) && isZero(bottom);
}

/** A segment with nothing in a period is not in it. */
function presenceOf<Of>({ before, after }: Segment<Of>, isNone: (value: Of) => boolean): Presence {
  if (before === null || isNone(before)) return after === null || isNone(after) ? 'both' : 'new';
  return after === null || isNone(after) ? 'ended' : 'both';
}

/** By the bytes of names: what order they come in says nothing. */
function inOrder<Of extends { readonly id: string }>(items: readonly Of[]): Of[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
