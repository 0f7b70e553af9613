import { reason } from '../../attainment/value.js';
import type { Cap } from '../../contract/fee-kinds/cap.js';
import { scheduledAt } from '../../kernel/period.js';
import { maximum, minimum, ONE, type Rational, rational, toDecimal, ZERO } from '../../kernel/rational.js';
import { type FeeContext, shareInForce } from '../fee-context.js';
import type { RawLine, TraceNotes } from '../raw-line.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';
import { subtotalOf } from './guarantee.js';

/** Cuts the payable subtotal to what the period's and the term's cap leave; a cap only ever cuts, never below 0. */
function computeCap(fee: Cap, context: FeeContext, notes: TraceNotes): RawLine {
  const { period, cross } = context;
  const subtotal = subtotalOf(context.steps.values());
  notes.input('subtotal', subtotal);
  const rooms: Rational[] = [];
  if (fee.period !== null) {
    const room = rational(scheduledAt(fee.period, period.id)).mul(fee.prorate ? shareInForce(period) : ONE);
    notes.input('cap-of-period', room);
    rooms.push(room);
  }
  if (fee.term !== null) {
    const room = maximum(ZERO, rational(scheduledAt(fee.term, period.id)).sub(cross.capped));
    notes.input('cap-left', room);
    rooms.push(room);
  }
  const room = rooms.reduce(minimum);
  const cut = maximum(ZERO, subtotal.sub(room));
  notes.branch('cap-cuts', cut.n > 0n, () => ({ room: toDecimal(room) }));
  const why = () => reason('cap', { subtotal: toDecimal(subtotal), room: toDecimal(room) });
  return notes.amount(cut.neg(), () => `−max(0, ${toDecimal(subtotal)} − ${toDecimal(room)})`, why);
}

export const capLine: FeeComputation<Cap> = { ...OF_ITS_PERIOD, compute: computeCap };
