import { scheduledAt } from '../../kernel/period.js';
import { compare, rational, sign, sum, ZERO } from '../../kernel/rational.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import { amount, percent } from './figures.js';
import { type Finding, finding, type LintRule, toldOf } from './lint-rule.js';
import { periodPay, type ScoredFee } from './period-pay.js';

/** Only commissions have no end of their own: scores are capped, wagers limited. A last rate of 0 ends them too. */
const uncappedExposure: LintRule = ({ contract }) => {
  if (contract.fees.some((fee) => kindOf(fee).step === 'ceiling')) return [];
  return contract.fees.flatMap((fee): Finding[] => {
    if (kindOf(fee).step !== 'earned' || !('tiers' in fee)) return [];
    const open = fee.tiers.map((entry) => entry.value.at(-1)).find((tier) => tier !== undefined && sign(rational(tier.value)) > 0);
    if (open === undefined) return [];
    const params = { fee: fee.id, rate: percent(rational(open.value)), base: fee.base, from: open.at, currency: contract.currency };
    return [finding('uncapped-exposure', fee.clause, params)];
  });
};

const total = (scored: readonly ScoredFee[]) => sum(scored.map(({ most }) => most));

/** The most that all penalties deduct in a period against the most that all bonuses pay; reported at the first penalty. */
const penaltiesExceedBonuses: LintRule = (context) => {
  for (const segment of context.looked) {
    const period = toldOf(context, segment);
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
const dutyWithoutEffect: LintRule = ({ contract, segments }) => {
  const paid = new Set(contract.fees.flatMap((fee) => kindOf(fee).by(fee) ?? []));
  const weighs = (id: string) => {
    if (!paid.has('composite')) return false;
    if (contract.composite.rule === 'min') return true;
    const kpi = contract.kpis.find((candidate) => candidate.id === id);
    return kpi !== undefined && segments.some(({ period }) => compare(rational(scheduledAt(kpi.weight, period)), ZERO) > 0);
  };
  return contract.duties.flatMap((duty): Finding[] => {
    if (duty.ifLate.kpis.some((id) => paid.has(id) || weighs(id))) return [];
    return [finding('duty-without-effect', duty.clause, { duty: duty.id, kpis: duty.ifLate.kpis.length === 0 ? '-' : duty.ifLate.kpis })];
  });
};

export const EXPOSURE_RULES: readonly LintRule[] = [uncappedExposure, penaltiesExceedBonuses, dutyWithoutEffect];
