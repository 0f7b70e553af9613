import { reason } from '../../attainment/value.js';
import type { FeeKind } from '../../contract/fee-kinds/fee-kinds.js';
import { FEE_KINDS, feeKinds, kindOf, type PeriodFee } from '../../contract/fee-kinds/fee-kinds.js';
import { FEE_STEPS } from '../../contract/fee-kinds/record.js';
import { ZERO } from '../../kernel/rational.js';
import type { FeeContext } from '../fee-context.js';
import { gatingOf } from '../gating.js';
import { type RawLine, TraceNotes } from '../raw-line.js';
import { computationOf } from './computations.js';

/** The order in which a period's lines are computed (section 5, Order), by the steps of their kinds. */
const ORDER: readonly FeeKind[] = FEE_STEPS.flatMap((step) => FEE_KINDS.filter((kind) => feeKinds[kind].step === step));
/** Those before the recovery of a guarantee, and those after it. */
export const INSIDE = ORDER.filter((kind) => feeKinds[kind].step !== 'outside');
export const OUTSIDE = ORDER.filter((kind) => feeKinds[kind].step === 'outside');

/**
 * Computes one fee of one period. Grace and a failed gate make it 0 before anything undefined can hold it; nothing holds
 * what is 0 by a rule whatever the unknown says.
 */
export function computeFee(fee: PeriodFee, context: FeeContext): RawLine {
  const notes = new TraceNotes();
  const gating = gatingOf(context, fee.id, notes);
  const { compute, gatesItself } = computationOf(fee);
  if (gatesItself) return compute(fee, context, notes, gating);
  if (gating.state === 'zero') return keepBase(fee, context, notes.zero(ZERO, gating.why));
  if (kindOf(fee).saysNothingAgreed(fee, context.period.id)) return keepBase(fee, context, notes.zero(ZERO, reason('nothing-agreed')));
  const raw = compute(fee, context, notes, gating);
  if (gating.state === 'held' && !raw.zeroByRule) return keepBase(fee, context, notes.held([...raw.causes, ...gating.causes]));
  return raw;
}

/** A fee that grace or a gate makes 0 or holds still adds its base to the term's total. */
function keepBase(fee: PeriodFee, context: FeeContext, raw: RawLine): RawLine {
  const metric = kindOf(fee).accumulates(fee);
  if (metric === null) return raw;
  const base = context.attainment.metric(metric);
  return base.known ? { ...raw, base: base.value } : raw;
}
