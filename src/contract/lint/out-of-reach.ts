import { scheduledAt } from '../../kernel/period.js';
import { compare } from '../../kernel/rational.js';
import { stepNumbers } from '../step-numbers.js';
import { percent } from './figures.js';
import { type Finding, finding, type LintRule, toldPeriods } from './lint-rule.js';
import { highestScore, type PeriodPay, periodPay } from './period-pay.js';

/**
 * Levels of a bonus or a penalty above every score that there can be: mostly a value of the KPI (a ROAS of 3.0, written 300%) where its score
 * stands. Such a point is never paid, and such a band is always deducted.
 */
export const outOfReach: LintRule = (context) => {
  const found = toldPeriods(context).flatMap((period) => inPeriod(periodPay(context, period)));
  // Of a fee whose levels change, the first period says it.
  return found.filter((each, at) => found.findIndex(({ params }) => params.fee === each.params.fee) === at);
};

function inPeriod(pay: PeriodPay): readonly Finding[] {
  return pay.fees.flatMap((fee): readonly Finding[] => {
    if (fee.kind !== 'bonus' && fee.kind !== 'penalty') return [];
    const highest = highestScore(pay, fee.by);
    const steps = fee.kind === 'bonus' ? fee.points : fee.bands;
    const above = stepNumbers(scheduledAt(steps, pay.period)).find(({ at }) => compare(at, highest) > 0);
    if (above === undefined) return [];
    const code = fee.kind === 'bonus' ? 'points-out-of-reach' : 'band-always-met';
    return [finding(code, fee.clause, { fee: fee.id, by: fee.by, level: percent(above.at), highest: percent(highest) })];
  });
}
