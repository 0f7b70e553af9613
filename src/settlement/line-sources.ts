import { kindNamed, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { FeeStep } from '../contract/fee-kinds/record.js';
import type { Contract } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { compare, maximum, type Rational, rational, sign, sum, ZERO } from '../kernel/rational.js';
import { EARNED, SUBTOTAL } from './fees/guarantee.js';
import { basisOf, type CarriedLine } from './line-life.js';
import { feeOfLine } from './line-names.js';

/** The lines as two statements leave them, the earlier one first. */
export interface TwoStatements {
  readonly before: readonly CarriedLine[];
  readonly now: readonly CarriedLine[];
}

type LineAt = Pick<CarriedLine, 'period' | 'line'>;

/**
 * Of all lines that are worth something else by now, those that a line is computed from (section 5, Order): what a guarantee tops up, what
 * a cap cuts, what a penalty takes a share of, what is paid back of a draw, the bases of a total to date. None for a line that data alone
 * move. A line can be worth something else and pay the same: a resolution fixes what was set aside.
 */
export function sourcesOf(contract: Pick<Contract, 'fees'>, { period, line }: LineAt, both: TwoStatements): CarriedLine[] {
  const fee = feeOfLine(contract, { period, line });
  if (fee === null) return [];
  const moved = both.now.filter((each) => hasMoved(each, both.before));
  const beside = (steps: ReadonlySet<FeeStep>) => moved.filter((each) => each.period === period && isOf(each, steps));
  const { step, parts, deductsFrom, accumulates } = kindOf(fee);
  const part = line === fee.id ? null : line.slice(fee.id.length + 1);
  if (part !== null) return step === 'floor' && parts.includes(part) ? recoverySources(fee.id, period, moved, both) : [];
  switch (step) {
    case 'floor':
      return beside(EARNED);
    case 'ceiling':
      return [...(hasRoomMoved(period, both) ? moved.filter((each) => each.period < period && isCapped(each)) : []), ...beside(SUBTOTAL)];
    default: {
      const of = deductsFrom(fee);
      if (of !== null) return moved.filter((each) => each.period === period && each.line === of);
      const ofSameFee = both.now.filter((each) => each.line === fee.id && each.period !== period);
      if (accumulates(fee) !== null) return ofSameFee.filter((each) => each.period < period && hasBaseMoved(each, both.before));
      return fee.kind === 'milestone' ? ofSameFee.filter((each) => moved.includes(each)) : [];
    }
  }
}

/** −min(draw, room): only what is the smaller decides, before or now. */
function recoverySources(guarantee: string, period: PeriodId, moved: readonly CarriedLine[], both: TwoStatements): CarriedLine[] {
  const recovery = `${guarantee}/recovery`;
  const isOfDraw = (each: CarriedLine) => each.period < period && (each.line === guarantee || each.line === recovery);
  const byDraw = [both.before, both.now].map((lines) => {
    const draw = maximum(ZERO, total(lines, isOfDraw));
    return compare(total(lines, (each) => each.period === period && each.line === recovery).neg(), draw) === 0;
  });
  return [
    ...(byDraw.some((is) => is) ? moved.filter(isOfDraw) : []),
    ...(byDraw.every((is) => is) ? [] : moved.filter((each) => each.period === period && each.line !== recovery && isCapped(each))),
  ];
}

/** Whether a cap cuts its period otherwise than what it leaves of the subtotal now would have cut it before: the term's room has moved. */
function hasRoomMoved(period: PeriodId, { before, now }: TwoStatements): boolean {
  const sides = [before, now].map((lines) => {
    const own = lines.filter((each) => each.period === period);
    return { subtotal: total(own, (each) => isOf(each, SUBTOTAL)), cut: total(own, (each) => isOf(each, CEILING)).neg() };
  });
  const cutting = sides.findLast(({ cut }) => sign(cut) > 0);
  if (cutting === undefined) return false;
  const room = cutting.subtotal.sub(cutting.cut);
  return sides.some(({ subtotal, cut }) => compare(maximum(ZERO, subtotal.sub(room)), cut) !== 0);
}

const CEILING: ReadonlySet<FeeStep> = new Set(['ceiling']);

/** Whether a line is of what counts against the cap of a term: subtotals, what their caps cut, what was recovered. */
function isCapped(each: CarriedLine): boolean {
  return each.kind === 'recovery' || isOf(each, SUBTOTAL) || isOf(each, CEILING);
}

function isOf({ kind }: CarriedLine, steps: ReadonlySet<FeeStep>): boolean {
  const step = kindNamed(kind)?.step;
  return step !== undefined && steps.has(step);
}

function total(lines: readonly CarriedLine[], counts: (line: CarriedLine) => boolean): Rational {
  return sum(lines.filter(counts).map(({ life }) => rational(basisOf(life))));
}

function hasMoved(line: CarriedLine, before: readonly CarriedLine[]): boolean {
  const was = sameIn(before, line);
  return basisOf(line.life) !== (was === null ? null : basisOf(was.life));
}

function hasBaseMoved(line: CarriedLine, before: readonly CarriedLine[]): boolean {
  const was = sameIn(before, line)?.base;
  return line.base === undefined || was === undefined ? line.base !== was : compare(rational(line.base), rational(was)) !== 0;
}

function sameIn(lines: readonly CarriedLine[], { period, line }: LineAt): CarriedLine | null {
  return lines.find((each) => each.period === period && each.line === line) ?? null;
}
