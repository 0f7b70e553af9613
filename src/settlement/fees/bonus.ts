import { reason } from '../../attainment/value.js';
import { paysOf } from '../../contract/curve.js';
import type { Bonus } from '../../contract/fee-kinds/bonus.js';
import { scheduledAt, shareInForce } from '../../kernel/period.js';
import { isZero, ONE, rational, toDecimal, ZERO } from '../../kernel/rational.js';
import { type FeeContext, payBy } from '../fee-context.js';
import { percent, type RawLine, type TraceNotes } from '../raw-line.js';
import { type FeeComputation, OF_ITS_PERIOD } from './computation.js';
import { daysOf, prorated } from './retainer.js';

/** Rules that score 0 whatever was measured: such a bonus says nothing of what is usual. */
const SCORED_ZERO: ReadonlySet<string> = new Set(['below-minimum', 'provider-late']);

/** pool × pays(score). */
function computeBonus(fee: Bonus, context: FeeContext, notes: TraceNotes): RawLine {
  const { period } = context;
  const pool = rational(scheduledAt(fee.pool, period.id));
  const share = fee.prorate ? shareInForce(period) : ONE;
  const pay = payBy(context, fee.by, 'pay');
  notes.input('pool', pool).score(fee.by, pay.kind === 'score' ? pay.score : null);
  notes.branch('prorate', fee.prorate && period.daysInForce < period.daysInPeriod, () => daysOf(context));
  if (pay.kind === 'held') return notes.held(pay.causes);
  if (pay.kind === 'nothing') {
    notes.decidedBy(pay.byRule);
    return notes.zero(ZERO, pay.byRule);
  }
  if (pay.byRule !== null) notes.decidedBy(pay.byRule);
  const points = scheduledAt(fee.points, period.id);
  const pays = paysOf(pay.score, points, fee.shape);
  notes.branch(`points-${fee.shape}`, true, () => ({
    points: points.map((point) => `${percent(rational(point.at))}: ${percent(rational(point.value))}`).join(', '),
  }));
  const why = () => pay.byRule ?? reason('bonus', { by: fee.by, score: percent(pay.score), pays: percent(pays) });
  const value = pool.mul(share).mul(pays);
  if (pay.byRule !== null && isZero(value) && SCORED_ZERO.has(pay.byRule.code)) return notes.zero(ZERO, why);
  return notes.amount(value, () => `${prorated(toDecimal(pool), fee.prorate, context)} × ${percent(pays)}`, why);
}

export const bonusLine: FeeComputation<Bonus> = { ...OF_ITS_PERIOD, compute: computeBonus };
