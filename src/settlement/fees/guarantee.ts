import { reason } from '../../attainment/value.js';
import type { Guarantee } from '../../contract/model.js';
import { moneyValue } from '../../kernel/money.js';
import { scheduledAt } from '../../kernel/period.js';
import { maximum, minimum, ONE, type Rational, rational, sum, toDecimal, ZERO } from '../../kernel/rational.js';
import { type EarlierStep, type FeeContext, shareInForce } from '../fee-context.js';
import type { LineKind } from '../model.js';
import type { RawLine, TraceNotes } from '../raw-line.js';
import { prorated } from './retainer.js';

const EARNED: ReadonlySet<LineKind> = new Set(['retainer', 'commission', 'bonus', 'milestone']);
const SUBTOTAL: ReadonlySet<LineKind> = new Set([...EARNED, 'guarantee', 'wager', 'penalty']);

function sumOf(steps: Iterable<EarlierStep>, kinds: ReadonlySet<LineKind>): Rational {
  return sum([...steps].filter((step) => kinds.has(step.kind)).map((step) => moneyValue(step.basis)));
}

/** The sum of a period's lines that a cap cuts. */
export function subtotalOf(steps: Iterable<EarlierStep>): Rational {
  return sumOf(steps, SUBTOTAL);
}

function floorOf(fee: Guarantee, context: FeeContext): Rational {
  return rational(scheduledAt(fee.amount, context.period.id)).mul(fee.prorate ? shareInForce(context.period) : ONE);
}

/** Tops the payable retainer, commission, bonus and milestone lines up to the amount. */
export function computeGuarantee(fee: Guarantee, context: FeeContext, notes: TraceNotes): RawLine {
  const floor = floorOf(fee, context);
  const earned = sumOf(context.steps.values(), EARNED);
  notes.input('guarantee', floor).input('earned', earned).branch('recoverable', fee.recoverable);
  const text = prorated(toDecimal(rational(scheduledAt(fee.amount, context.period.id))), fee.prorate, context);
  const why = reason('guarantee', { floor: toDecimal(floor), earned: toDecimal(earned) });
  return notes.amount(maximum(ZERO, floor.sub(earned)), `max(0, ${text} − ${toDecimal(earned)})`, why);
}

/** −min(draw, max(0, subtotal after the cap − guarantee)): earlier top-ups are paid back only from what exceeds the floor. */
export function computeRecovery(fee: Guarantee, context: FeeContext, notes: TraceNotes, afterCap: Rational): RawLine {
  const floor = floorOf(fee, context);
  // A guarantee that was resolved below 0 has drawn nothing.
  const draw = maximum(context.cross.draw, ZERO);
  const room = maximum(ZERO, afterCap.sub(floor));
  notes.input('draw', draw).input('subtotal-capped', afterCap).input('guarantee', floor);
  const value = minimum(draw, room).neg();
  const why = reason('recovery', { draw: toDecimal(draw), room: toDecimal(room) });
  return notes.amount(value, `−min(${toDecimal(draw)}, max(0, ${toDecimal(afterCap)} − ${toDecimal(floor)}))`, why);
}
