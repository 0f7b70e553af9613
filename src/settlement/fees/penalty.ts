import { reason } from '../../attainment/value.js';
import { deductionOf } from '../../contract/curve.js';
import type { Penalty } from '../../contract/model.js';
import { moneyValue } from '../../kernel/money.js';
import { scheduledAt } from '../../kernel/period.js';
import { isZero, maximum, ONE, rational, toDecimal, ZERO } from '../../kernel/rational.js';
import { type FeeContext, payBy, shareInForce } from '../fee-context.js';
import { percent, type RawLine, type TraceNotes } from '../raw-line.js';
import { prorated } from './retainer.js';

/** − base × the deduction of the lowest band that the score is strictly below. */
export function computePenalty(fee: Penalty, context: FeeContext, notes: TraceNotes): RawLine {
  const { period } = context;
  const pay = payBy(context, fee.by, 'penalty');
  notes.input(`score of ${fee.by}`, pay.kind === 'score' ? pay.score : null);
  if (pay.kind === 'held') return notes.held(pay.causes);
  if (pay.kind === 'nothing') {
    notes.branch(pay.byRule.code, true, pay.byRule.with);
    return notes.zero(ZERO, pay.byRule);
  }
  const bands = scheduledAt(fee.bands, period.id);
  const deduction = deductionOf(pay.score, bands);
  notes.branch('bands', !isZero(deduction), {
    bands: bands.map((band) => `< ${percent(rational(band.at))}: ${percent(rational(band.value))}`).join(', '),
  });
  const why = pay.byRule ?? reason('penalty', { by: fee.by, score: percent(pay.score), deduction: percent(deduction) });
  if (isZero(deduction)) return notes.amount(ZERO, `0% (${percent(pay.score)})`, why);
  if ('fee' in fee.of) {
    const step = context.steps.get(fee.of.fee);
    const base = step === undefined ? ZERO : maximum(ZERO, moneyValue(step.basis));
    notes.input(fee.of.fee, step?.held === true ? null : base);
    if (step?.held === true) return notes.held(step.causes);
    return notes.amount(base.mul(deduction).neg(), `−${toDecimal(base)} × ${percent(deduction)}`, why);
  }
  const amount = rational(scheduledAt(fee.of.amount, period.id));
  const share = fee.prorate ? shareInForce(period) : ONE;
  const text = prorated(toDecimal(amount), fee.prorate, context);
  return notes.input('amount', amount).amount(amount.mul(share).mul(deduction).neg(), `−${text} × ${percent(deduction)}`, why);
}
