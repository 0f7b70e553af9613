import { reason } from '../../attainment/value.js';
import { kindNamed } from '../../contract/fee-kinds/fee-kinds.js';
import type { Guarantee } from '../../contract/fee-kinds/guarantee.js';
import type { FeeStep } from '../../contract/fee-kinds/record.js';
import { moneyValue } from '../../kernel/money.js';
import { scheduledAt, shareInForce } from '../../kernel/period.js';
import { maximum, minimum, ONE, type Rational, rational, sum, toDecimal, ZERO } from '../../kernel/rational.js';
import type { EarlierStep, FeeContext } from '../fee-context.js';
import { type RawLine, TraceNotes } from '../raw-line.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';
import { prorated } from './retainer.js';

/** What a guarantee tops up, and what a cap cuts: the lines of these steps. */
export const EARNED: ReadonlySet<FeeStep> = new Set(['earned']);
export const SUBTOTAL: ReadonlySet<FeeStep> = new Set(['earned', 'floor', 'stake', 'deduction']);

function sumOf(lines: Iterable<EarlierStep>, steps: ReadonlySet<FeeStep>): Rational {
  const isOf = ({ kind }: EarlierStep): boolean => {
    const step = kindNamed(kind)?.step;
    return step !== undefined && steps.has(step);
  };
  return sum([...lines].filter(isOf).map((line) => moneyValue(line.basis)));
}

/** The sum of a period's lines that a cap cuts. */
export function subtotalOf(steps: Iterable<EarlierStep>): Rational {
  return sumOf(steps, SUBTOTAL);
}

/** What a guarantee tops a period up to: its amount, for the share of the period in force where it is prorated. Not rounded. */
export function floorOf(fee: Guarantee, context: Pick<FeeContext, 'period'>): Rational {
  return rational(scheduledAt(fee.amount, context.period.id)).mul(fee.prorate ? shareInForce(context.period) : ONE);
}

/** Tops the payable retainer, commission, bonus and milestone lines up to the amount. */
function computeGuarantee(fee: Guarantee, context: FeeContext, notes: TraceNotes): RawLine {
  const floor = floorOf(fee, context);
  const earned = sumOf(context.steps.values(), EARNED);
  notes.input('guarantee', floor).input('earned', earned).branch('recoverable', fee.recoverable);
  const text = () => prorated(toDecimal(rational(scheduledAt(fee.amount, context.period.id))), fee.prorate, context);
  const why = () => reason('guarantee', { floor: toDecimal(floor), earned: toDecimal(earned) });
  return notes.amount(maximum(ZERO, floor.sub(earned)), () => `max(0, ${text()} − ${toDecimal(earned)})`, why);
}

/** −min(draw, max(0, subtotal after the cap − guarantee)): earlier top-ups are paid back only from what exceeds the floor. */
export function computeRecovery(fee: Guarantee, context: FeeContext, afterCap: Rational): RawLine {
  const notes = new TraceNotes();
  const floor = floorOf(fee, context);
  // A guarantee that was resolved below 0 has drawn nothing.
  const draw = maximum(context.cross.draw, ZERO);
  const room = maximum(ZERO, afterCap.sub(floor));
  notes.input('draw', draw).input('subtotal-capped', afterCap).input('guarantee', floor);
  const value = minimum(draw, room).neg();
  const why = () => reason('recovery', { draw: toDecimal(draw), room: toDecimal(room) });
  return notes.amount(value, () => `−min(${toDecimal(draw)}, max(0, ${toDecimal(afterCap)} − ${toDecimal(floor)}))`, why);
}

export const guaranteeLine: FeeComputation<Guarantee> = { ...OF_ITS_PERIOD, compute: computeGuarantee };
