import { scheduledAt } from '../../kernel/period.js';
import { compare, rational, sign, sum } from '../../kernel/rational.js';
import { isNoCap } from '../fee-kinds/cap.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import { isWaived } from '../grace.js';
import { amount, percent } from './figures.js';
import { type Finding, finding, type LintRule, toldPeriods } from './lint-rule.js';
import { movesPay } from './moves-pay.js';
import { periodPay, type ScoredFee } from './period-pay.js';

/**
 * Only commissions have no end of their own: scores are capped, wagers limited. A last rate of 0 ends them too. A cap may hold in some periods
 * alone: what matters are those in which it does not.
 */
const uncappedExposure: LintRule = ({ contract, segments }) => {
  const cap = contract.fees.find((fee) => fee.kind === 'cap');
  const open = segments.filter(({ period }) => cap === undefined || isNoCap(cap, period));
  return contract.fees.flatMap((fee): Finding[] => {
    if (kindOf(fee).step !== 'earned' || !('tiers' in fee)) return [];
    for (const { period } of open) {
      const tier = scheduledAt(fee.tiers, period).at(-1);
      if (tier === undefined || sign(rational(tier.value)) <= 0 || isWaived(contract, fee.id, period)) continue;
      const params = { fee: fee.id, rate: percent(rational(tier.value)), base: fee.base, from: tier.at, currency: contract.currency };
      return [finding('uncapped-exposure', fee.clause, { ...params, cap: cap === undefined ? '@cap.none' : `@cap.none-in:${period}` })];
    }
    return [];
  });
};

const total = (scored: readonly ScoredFee[]) => sum(scored.map(({ most }) => most));

/** The most that all penalties deduct in a period against the most that all bonuses pay; reported at the first penalty. */
const penaltiesExceedBonuses: LintRule = (context) => {
  for (const period of toldPeriods(context)) {
    const { scored } = periodPay(context, period);
    const penalties = scored.filter(({ fee }) => kindOf(fee).favours === 'brand');
    const bonuses = total(scored.filter(({ fee }) => kindOf(fee).favours === 'provider'));
    const deductions = total(penalties);
    const first = penalties[0];
    if (first === undefined || compare(deductions, bonuses) <= 0) continue;
    const params = {
      penalties: amount(context, deductions),
      bonuses: amount(context, bonuses),
      currency: context.contract.currency,
      period,
    };
    return [finding('penalties-exceed-bonuses', first.fee.clause, params)];
  }
  return [];
};

/** Being late with a duty must change a bonus or a penalty, else it is a wish. */
const dutyWithoutEffect: LintRule = (context) => {
  const { contract } = context;
  const effective = new Set(contract.kpis.filter((kpi) => movesPay(context, kpi)).map(({ id }) => id));
  return contract.duties.flatMap((duty): Finding[] => {
    if (duty.ifLate.kpis.some((id) => effective.has(id))) return [];
    return [finding('duty-without-effect', duty.clause, { duty: duty.id, kpis: duty.ifLate.kpis.length === 0 ? '-' : duty.ifLate.kpis })];
  });
};

export const EXPOSURE_RULES: readonly LintRule[] = [uncappedExposure, penaltiesExceedBonuses, dutyWithoutEffect];
