import type { Retainer } from '../../contract/fee-kinds/retainer.js';
import { scheduledAt, shareInForce } from '../../kernel/period.js';
import { ONE, rational, toDecimal } from '../../kernel/rational.js';
import type { FeeContext } from '../fee-context.js';
import type { RawLine, TraceNotes } from '../raw-line.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';

/** amount × days in force ÷ days of the period (unless `prorate: false`). */
function computeRetainer(fee: Retainer, context: FeeContext, notes: TraceNotes): RawLine {
  const { period } = context;
  const amount = rational(scheduledAt(fee.amount, period.id));
  const share = fee.prorate ? shareInForce(period) : ONE;
  notes.input('amount', amount).branch('prorate', fee.prorate && period.daysInForce < period.daysInPeriod, () => daysOf(context));
  return notes.amount(amount.mul(share), () => prorated(toDecimal(amount), fee.prorate, context));
}

/** Days in force and in the period, as traces name them. */
export function daysOf(context: FeeContext): { days: string; of: string } {
  return { days: String(context.period.daysInForce), of: String(context.period.daysInPeriod) };
}

/** `3000 × 20/31` where a part of the period is in force, else `3000`. */
export function prorated(text: string, prorate: boolean, context: FeeContext): string {
  const { days, of } = daysOf(context);
  return prorate && days !== of ? `${text} × ${days}/${of}` : text;
}

export const retainerLine: FeeComputation<Retainer> = { ...OF_ITS_PERIOD, compute: computeRetainer };
