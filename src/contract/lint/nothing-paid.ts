import { type PeriodId, periodOf } from '../../kernel/calendar.js';
import { isZero, rational } from '../../kernel/rational.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import type { Scheduled } from '../model.js';
import { type Finding, finding, type LintRule } from './lint-rule.js';
import { movesPay } from './moves-pay.js';

/* What is written, and comes to nothing. */

/** One that weighs nothing in any period is told as light. */
const kpiWithoutPay: LintRule = (context) =>
  context.contract.kpis
    .filter((kpi) => kpi.weight.some(({ value }) => !isZero(rational(value))) && !movesPay(context, kpi))
    .map((kpi) => finding('kpi-without-pay', kpi.clause, { kpi: kpi.id }));

/** A fee that begins or ends within the term is 0 in some periods by right. */
const neverPays: LintRule = ({ contract, segments }) =>
  contract.fees
    .filter((fee) => kindOf(fee).step !== 'ceiling' && !segments.some(({ period }) => kindOf(fee).bites(fee, period)))
    .map((fee) => finding('never-pays', fee.clause, { fee: fee.id }));

/** The first period from which on a schedule says 0. */
function zeroFrom(schedule: Scheduled<string | null> | null): PeriodId | null {
  return schedule?.find(({ value }) => value !== null && isZero(rational(value)))?.from ?? null;
}

const capOfNothing: LintRule = ({ contract }) =>
  contract.fees.flatMap((fee): Finding[] => {
    if (fee.kind !== 'cap') return [];
    const period = zeroFrom(fee.period) ?? zeroFrom(fee.term);
    return period === null ? [] : [finding('cap-of-nothing', fee.clause, { fee: fee.id, period })];
  });

const costWaits: LintRule = ({ contract }) =>
  contract.fees.flatMap((fee): Finding[] => {
    const period = fee.kind === 'pass_through' ? zeroFrom(fee.upTo) : null;
    return period === null ? [] : [finding('cost-waits', fee.clause, { fee: fee.id, period })];
  });

/** Grace that begins with the term and outlasts it. */
const graceAllTerm: LintRule = ({ contract, segments, top }) => {
  const { grace, term, calendar } = contract;
  const periods = segments.reduce((count, segment) => count + segment.periods, 0);
  if (grace === null || grace.from > periodOf(term.from, calendar.every) || grace.periods < periods) return [];
  return [finding('grace-all-term', top, { found: grace.periods, periods, fees: grace.waives })];
};

export const NOTHING_PAID_RULES: readonly LintRule[] = [kpiWithoutPay, neverPays, capOfNothing, costWaits, graceAllTerm];
