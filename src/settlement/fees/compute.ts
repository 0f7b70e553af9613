import { reason } from '../../attainment/value.js';
import type { Fee, FeeKind } from '../../contract/model.js';
import { type Rational, ZERO } from '../../kernel/rational.js';
import type { FeeContext } from '../fee-context.js';
import { gatingOf } from '../gating.js';
import { type RawLine, TraceNotes } from '../raw-line.js';
import { computeBonus } from './bonus.js';
import { computeCap } from './cap.js';
import { computeCommission } from './commission.js';
import { computeGuarantee, computeRecovery } from './guarantee.js';
import { computeMilestone } from './milestone.js';
import { paysNothing } from './pays-nothing.js';
import { computePenalty } from './penalty.js';
import { computeRetainer } from './retainer.js';
import { computeWager } from './wager.js';

/** The order in which a period's lines are computed (section 5, Order); tax follows after true-ups and corrections. */
export const ORDER: readonly FeeKind[] = ['retainer', 'commission', 'bonus', 'milestone', 'guarantee', 'wager', 'penalty', 'cap'];

/** A fee that is computed per period: all but tax, which is computed on the statement. */
export type PeriodFee = Exclude<Fee, { kind: 'tax' }>;

/**
 * Computes one fee of one period. Grace and a failed gate make it 0 before anything undefined can hold it; nothing holds
 * what is 0 by a rule whatever the unknown says.
 */
export function computeFee(fee: PeriodFee, context: FeeContext): RawLine {
  const notes = new TraceNotes();
  const gating = gatingOf(context, fee.id, notes);
  if (fee.kind === 'milestone') return computeMilestone(fee, context, notes, gating);
  if (gating.state === 'zero') return keepBase(fee, context, notes.zero(ZERO, gating.why));
  if (paysNothing(fee, context.period.id)) return keepBase(fee, context, notes.zero(ZERO, reason('nothing-agreed')));
  const raw = computeKind(fee, context, notes);
  if (gating.state === 'held' && !raw.zeroByRule) return keepBase(fee, context, notes.held([...raw.causes, ...gating.causes]));
  return raw;
}

/** A commission that grace or a gate makes 0 or holds still adds its base to the term's total. */
function keepBase(fee: PeriodFee, context: FeeContext, raw: RawLine): RawLine {
  if (fee.kind !== 'commission') return raw;
  const base = context.attainment.metric(fee.base);
  return base.known ? { ...raw, base: base.value } : raw;
}

function computeKind(fee: Exclude<PeriodFee, { kind: 'milestone' }>, context: FeeContext, notes: TraceNotes): RawLine {
  switch (fee.kind) {
    case 'retainer':
      return computeRetainer(fee, context, notes);
    case 'commission':
      return computeCommission(fee, context, notes);
    case 'bonus':
      return computeBonus(fee, context, notes);
    case 'wager':
      return computeWager(fee, context, notes);
    case 'guarantee':
      return computeGuarantee(fee, context, notes);
    case 'penalty':
      return computePenalty(fee, context, notes);
    case 'cap':
      return computeCap(fee, context, notes);
  }
}

/** The recovery of a recoverable guarantee; null where the fee is none. */
export function computeRecoveryOf(fee: PeriodFee, context: FeeContext, afterCap: Rational): RawLine | null {
  if (fee.kind !== 'guarantee' || !fee.recoverable) return null;
  return computeRecovery(fee, context, new TraceNotes(), afterCap);
}
