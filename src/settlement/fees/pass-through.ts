import { reason } from '../../attainment/value.js';
import { chargedFor, type PassThrough } from '../../contract/fee-kinds/pass-through.js';
import { roundMoney } from '../../kernel/money.js';
import { scheduledAt } from '../../kernel/period.js';
import { maximum, minimum, type Rational, rational, toDecimal, ZERO } from '../../kernel/rational.js';
import { type AcknowledgedExcess, excessId } from '../excess.js';
import type { FeeContext } from '../fee-context.js';
import { gatingOf } from '../gating.js';
import { percent, type RawLine, TraceNotes } from '../raw-line.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';

function limitOf({ upTo }: PassThrough, { period }: FeeContext): Rational | null {
  return upTo === null ? null : rational(scheduledAt(upTo, period.id));
}

/** The cost with its markup, as far as it is agreed without a review. */
function computePassThrough(fee: PassThrough, context: FeeContext, notes: TraceNotes): RawLine {
  const { period } = context;
  const cost = context.attainment.metric(fee.cost);
  notes.input('metric', cost.known ? cost.value : null, { metric: fee.cost });
  if (!cost.known) return notes.held(cost.causes);
  const limit = limitOf(fee, context);
  const charged = chargedFor(fee, period.id, cost.value);
  if (limit !== null) notes.branch('up-to', charged.compare(limit) > 0, () => ({ limit: toDecimal(limit) }));
  const { markup } = fee;
  const share = rational(scheduledAt('gross' in markup ? markup.gross : markup.onCost, period.id));
  const whole = () => `${toDecimal(cost.value)} ${'gross' in markup ? '÷ (1 −' : '× (1 +'} ${percent(share)})`;
  const formula = limit === null ? whole : () => `min(${whole()}, ${toDecimal(limit)})`;
  const code = 'gross' in markup ? 'pass-through-gross' : 'pass-through';
  const why = () => reason(code, { cost: toDecimal(cost.value), share: percent(share) });
  return notes.amount(limit === null ? charged : minimum(charged, limit), formula, why);
}

/**
 * What exceeds `upTo`: it waits for a review of the brand, and nobody but the provider answers for that. Where it has grown since the
 * brand acknowledged it, all of it waits; nobody takes back what was paid, and what was acknowledged is paid in the end.
 */
export function computeExcess(fee: PassThrough, context: FeeContext, acknowledged: AcknowledgedExcess | null): RawLine {
  const notes = new TraceNotes();
  const gating = gatingOf(context, fee.id, notes);
  if (gating.state === 'zero') return notes.zero(ZERO, gating.why);
  const cost = context.attainment.metric(fee.cost);
  const limit = limitOf(fee, context) ?? ZERO;
  notes.input('metric', cost.known ? cost.value : null, { metric: fee.cost }).input('limit', limit);
  if (!cost.known) return notes.held(cost.causes);
  const charged = chargedFor(fee, context.period.id, cost.value);
  const excess = maximum(ZERO, charged.sub(limit));
  const formula = () => `max(0, ${toDecimal(charged)} − ${toDecimal(limit)})`;
  const { currency, rounding } = context.terms.contract;
  // Less than half a minor unit is 0.00 whatever a review says: nothing waits for one.
  if (roundMoney(excess, currency, rounding).minor === 0n) return notes.amount(excess, formula);
  if (gating.state === 'held') return notes.held(gating.causes);
  const id = excessId(context.period.id, fee.id);
  const told = { id, limit: toDecimal(limit), excess: toDecimal(excess) };
  if (acknowledged === null) return notes.held([{ reason: reason('over-limit', told), party: 'provider' }]);
  const { upTo, covers } = acknowledged;
  if (upTo === null || covers(excess)) return notes.amount(excess, formula, reason('excess-acknowledged', { id }));
  if (context.decideAgainst !== null) return notes.amount(upTo, () => toDecimal(upTo), reason('excess-acknowledged', { id }));
  const grown = reason('over-acknowledged', { ...told, acknowledged: toDecimal(upTo) });
  return notes.held([{ reason: grown, party: 'provider' }]);
}

export const passThroughLine: FeeComputation<PassThrough> = { ...OF_ITS_PERIOD, compute: computePassThrough };
