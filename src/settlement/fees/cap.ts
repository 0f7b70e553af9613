import { reason } from '../../attainment/value.js';
import { type Cap, capAt, isNoCap } from '../../contract/fee-kinds/cap.js';
import { shareInForce } from '../../kernel/period.js';
import { maximum, minimum, ONE, type Rational, toDecimal, ZERO } from '../../kernel/rational.js';
import type { FeeContext } from '../fee-context.js';
import type { RawLine, TraceNotes } from '../raw-line.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';
import { subtotalOf } from './guarantee.js';

/** Cuts the payable subtotal to what the period's and the term's cap leave; a cap only ever cuts, never below 0. */
function computeCap(fee: Cap, context: FeeContext, notes: TraceNotes): RawLine {
  const { period, cross } = context;
  if (isNoCap(fee, period.id)) return notes.zero(ZERO, reason('no-cap'));
  const subtotal = subtotalOf(context.steps.values());
  notes.input('subtotal', subtotal);
  const rooms: Rational[] = [];
  const [ofPeriod, ofTerm] = [capAt(fee.period, period.id), capAt(fee.term, period.id)];
  if (ofPeriod !== null) {
    const room = ofPeriod.mul(fee.prorate ? shareInForce(period) : ONE);
    notes.input('cap-of-period', room);
    rooms.push(room);
  }
  if (ofTerm !== null) {
    const room = maximum(ZERO, ofTerm.sub(cross.capped));
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
