import type { Rebate } from '../../contract/fee-kinds/rebate.js';
import type { FeeContext } from '../fee-context.js';
import { type RawLine, type TraceNotes, toldAs } from '../raw-line.js';
import { awaitsBases, computeTiered } from './commission.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';

/** − the commission of the same terms: the provider gives it back. */
function computeRebate(fee: Rebate, context: FeeContext, notes: TraceNotes): RawLine {
  const given = computeTiered(fee, context, notes);
  if (given.value === null) return given;
  return { ...toldAs(given, ({ formula }) => ({ formula: `−(${formula})` })), value: given.value.neg() };
}

export const rebateLine: FeeComputation<Rebate> = { ...OF_ITS_PERIOD, compute: computeRebate, awaits: awaitsBases };
