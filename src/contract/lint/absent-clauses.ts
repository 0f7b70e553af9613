import { PARTIES } from '../../kernel/party.js';
import type { Params } from '../../kernel/text.js';
import type { LintCode } from '../../words/lints.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import { names } from './figures.js';
import type { Finding, LintContext, LintRule } from './lint-rule.js';

/** A clause that is not there is reported on the contract's first line. */
function absent(context: LintContext, code: LintCode, isAbsent: boolean, params: Params = {}): readonly Finding[] {
  return isAbsent ? [{ code, at: context.top, params }] : [];
}

/** Without history for at least one KPI's metric, no target can be judged. */
const noBaseline: LintRule = (context) => {
  const { kpis, baseline } = context.contract;
  const known = new Set(baseline.filter((history) => history.values.length > 0).map((history) => history.metric));
  return absent(context, 'no-baseline', !kpis.some((kpi) => known.has(kpi.metric)), { kpis: names(kpis.map((kpi) => kpi.id)) });
};

const noGrace: LintRule = (context) => {
  return absent(context, 'no-grace', context.contract.grace === null, { period: context.segments[0]?.period ?? '' });
};

const noReview: LintRule = (context) => {
  const periods = context.segments.reduce((count, segment) => count + segment.periods, 0);
  return absent(context, 'no-review', context.contract.review === null, { periods });
};

const noExclusions: LintRule = (context) => absent(context, 'no-exclusions', context.contract.exclusions === null);

const noAmendments: LintRule = (context) => absent(context, 'no-amendments', context.contract.amendments === null);

const noExit: LintRule = (context) => {
  return absent(context, 'no-exit', context.contract.exit === null, { to: context.contract.term.to });
};

/** A dashboard that one party does not see is none: the rule is that nobody meets the numbers in the statement first. */
const noDashboard: LintRule = (context) => {
  const share = context.contract.dashboard?.share ?? [];
  const missing = PARTIES.filter((party) => !share.includes(party));
  return absent(context, 'no-dashboard', missing.length > 0, { missing: missing.map((party) => `@side.${party}`) });
};

const noIp: LintRule = (context) => absent(context, 'no-ip', context.contract.ip === null, { to: context.contract.term.to });

const noAgreement: LintRule = (context) => absent(context, 'no-agreement', context.contract.agreement === null);

/** Only where there is a variable fee that a gate could block. */
const noGates: LintRule = (context) => {
  const variable = context.contract.fees.map(kindOf).some(({ step, shape }) => step === 'earned' && shape.pays !== 'amount');
  return absent(context, 'no-gates', context.contract.gates.length === 0 && variable);
};

const noDuties: LintRule = (context) => absent(context, 'no-duties', context.contract.duties.length === 0);

const noPayment: LintRule = (context) => absent(context, 'no-payment', context.contract.payment === null);

export const ABSENT_CLAUSE_RULES: readonly LintRule[] = [
  noBaseline,
  noGrace,
  noReview,
  noExclusions,
  noAmendments,
  noExit,
  noDashboard,
  noIp,
  noAgreement,
  noGates,
  noDuties,
  noPayment,
];
