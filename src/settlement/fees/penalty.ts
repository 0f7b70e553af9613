import { type Cause, reason } from '../../attainment/value.js';
import { deductionOf } from '../../contract/curve.js';
import type { Penalty } from '../../contract/fee-kinds/penalty.js';
import { moneyValue } from '../../kernel/money.js';
import { scheduledAt, shareInForce } from '../../kernel/period.js';
import { compare, isZero, maximum, ONE, type Rational, rational, toDecimal, ZERO } from '../../kernel/rational.js';
import { type FeeContext, payBy } from '../fee-context.js';
import { percent, type RawLine, type TraceNotes } from '../raw-line.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';
import { prorated } from './retainer.js';

/** − base × the deduction of the lowest band that the score is strictly below. */
function computePenalty(fee: Penalty, context: FeeContext, notes: TraceNotes): RawLine {
  const { period } = context;
  const pay = payBy(context, fee.by, 'penalty');
  notes.score(fee.by, pay.kind === 'score' ? pay.score : null);
  if (pay.kind === 'nothing') {
    notes.decidedBy(pay.byRule);
    return notes.zero(ZERO, pay.byRule);
  }
  const of = deductedFrom(fee, context, notes);
  // a part of nothing is nothing, whatever the score
  if (!of.held && isZero(of.base)) return notes.zero(ZERO, reason('nothing-to-deduct', { line: of.name }));
  const bands = scheduledAt(fee.bands, period.id);
  if (pay.kind === 'held') {
    // no band lies above what is certain: nothing is deducted, whatever the rest turns out to be
    const none = bands.every((band) => compare(rational(band.at), pay.atLeast) <= 0);
    if (!none) return notes.held(pay.causes);
    return notes.zero(ZERO, () => reason('penalty', { by: fee.by, score: percent(pay.atLeast), deduction: percent(ZERO) }));
  }
  const deduction = deductionOf(pay.score, bands);
  notes.branch('bands', !isZero(deduction), () => ({
    bands: bands.map((band) => `< ${percent(rational(band.at))}: ${percent(rational(band.value))}`).join(', '),
  }));
  const why = () => pay.byRule ?? reason('penalty', { by: fee.by, score: percent(pay.score), deduction: percent(deduction) });
  if (isZero(deduction)) return notes.amount(ZERO, () => `0% (${percent(pay.score)})`, why);
  if (of.held) return notes.held(of.causes);
  return notes.amount(of.base.mul(deduction).neg(), () => `−${of.text()} × ${percent(deduction)}`, why);
}

/** What a penalty takes a share of: an earlier line that is positive, or an amount. */
type Deducted =
  | { readonly held: true; readonly causes: readonly Cause[] }
  | { readonly held: false; readonly base: Rational; readonly text: () => string; readonly name: string };

function deductedFrom(fee: Penalty, context: FeeContext, notes: TraceNotes): Deducted {
  const { period, steps } = context;
  if ('fee' in fee.of) {
    const step = steps.get(fee.of.fee);
    const base = step === undefined ? ZERO : maximum(ZERO, moneyValue(step.basis));
    notes.input('line', step?.held === true ? null : base, { line: fee.of.fee });
    if (step?.held === true) return { held: true, causes: step.causes };
    return { held: false, base, text: () => toDecimal(base), name: fee.of.fee };
  }
  const amount = rational(scheduledAt(fee.of.amount, period.id));
  notes.input('amount', amount);
  const share = fee.prorate ? shareInForce(period) : ONE;
  return { held: false, base: amount.mul(share), text: () => prorated(toDecimal(amount), fee.prorate, context), name: fee.id };
}

export const penaltyLine: FeeComputation<Penalty> = { ...OF_ITS_PERIOD, compute: computePenalty };
