import type { Rebate } from '../../contract/fee-kinds/rebate.js';
import type { FeeContext } from '../fee-context.js';
import type { RawLine, TraceNotes } from '../raw-line.js';
import { awaitsBases, computeTiered } from './commission.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';

/** − the commission of the same terms: the provider gives it back. */
function computeRebate(fee: Rebate, context: FeeContext, notes: TraceNotes): RawLine {
  const given = computeTiered(fee, context, notes);
  return given.value === null ? given : { ...given, value: given.value.neg(), formula: `−(${given.formula})` };
}

export const rebateLine: FeeComputation<Rebate> = { ...OF_ITS_PERIOD, compute: computeRebate, awaits: awaitsBases };
