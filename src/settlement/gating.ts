import { type Cause, type Reason, reason } from '../attainment/value.js';
import { isWaived } from '../contract/grace.js';
import { toDecimal } from '../kernel/rational.js';
import type { FeeContext } from './fee-context.js';
import type { Said, TraceNotes } from './raw-line.js';

/** What grace and gates say of a fee: nothing, 0 whatever its inputs, or not yet known. */
export type Gating =
  | { readonly state: 'open' }
  | { readonly state: 'zero'; readonly why: Said<Reason> }
  | { readonly state: 'held'; readonly causes: readonly Cause[] };

/** Whether grace makes a fee 0 in a period. */
export function inGrace(context: Pick<FeeContext, 'terms' | 'period'>, fee: string): boolean {
  return isWaived(context.terms.contract, fee, context.period.id);
}

/** What a gate that is not known counts as when a hold is decided. */
function countsAs({ decideAgainst, unknownGates }: FeeContext): 'passed' | 'failed' | 'held' {
  if (unknownGates !== null) return unknownGates;
  if (decideAgainst === null) return 'held';
  return decideAgainst === 'brand' ? 'passed' : 'failed';
}

/** Grace and a failed gate beat everything; only then does an unknown gate hold (section 5, Order). */
export function gatingOf(context: FeeContext, fee: string, notes: TraceNotes): Gating {
  const grace = inGrace(context, fee);
  if (context.terms.contract.grace?.waives.includes(fee) === true) notes.branch('grace', grace, { period: context.period.id });
  if (grace) return { state: 'zero', why: reason('grace', { period: context.period.id }) };
  const causes: Cause[] = [];
  for (const { gate, actual, limit, state } of context.attainment.gates) {
    if (!gate.blocks.includes(fee)) continue;
    const decided = state === 'held' ? countsAs(context) : state;
    const params = () => ({
      gate: gate.id,
      metric: gate.metric,
      actual: actual.known ? toDecimal(actual.value) : '?',
      limit: toDecimal(limit),
      sign: gate.limit === 'atLeast' ? '≥' : '≤',
    });
    notes.branch(`gate-${decided}`, true, params);
    if (decided === 'failed') return { state: 'zero', why: () => reason('gate-failed', params()) };
    if (decided === 'held' && !actual.known) causes.push(...actual.causes);
  }
  return causes.length > 0 ? { state: 'held', causes } : { state: 'open' };
}
