import { compareIssues, type Issue } from '../../kernel/issue.js';
import { LINTS, type LintCode, type LintSeverity } from '../../words/lints.js';
import type { Contract, Terms } from '../model.js';
import { ABSENT_CLAUSE_RULES } from './absent-clauses.js';
import { afterTheTerm } from './after-the-term.js';
import { earlyLock } from './early-lock.js';
import { EXPOSURE_RULES } from './exposure.js';
import { KPI_SET_RULES } from './kpi-set.js';
import { languagesAgree } from './languages.js';
import { type ColumnType, type LintRule, lintContext } from './lint-rule.js';
import { NAME_RULES } from './names.js';
import { NOTHING_PAID_RULES } from './nothing-paid.js';
import { outOfReach } from './out-of-reach.js';
import { payPullsApart } from './pay-direction.js';
import { payFalls } from './pay-falls.js';
import { payoutCliff } from './payout-cliff.js';
import { PEOPLE_RULES } from './people.js';
import { partsOfPersons } from './persons.js';
import { REFUND_RULES } from './refunds.js';
import { SLIPPED_VALUE_RULES } from './slipped-values.js';
import { SOURCE_RULES } from './sources.js';

export interface LintInput {
  /** Checked terms: lint looks at what is allowed but unwise. */
  readonly terms: Terms;
  /** The workspace's severities, by rule; a rule that is not named keeps its own. */
  readonly severities?: Readonly<Partial<Record<LintCode, LintSeverity>>>;
  /** Types of columns, where the data have been looked at; without them FLOAT columns are not found. */
  readonly columnTypes?: readonly ColumnType[];
  /** The stage of every period settled so far, from the ledger's terms; none for a new contract. */
  readonly settledStages?: readonly Contract['stage'][];
}

/** Every rule of the contract language's section 7 (and the optional clauses of section 1), each a small function. */
const LINT_RULES: readonly LintRule[] = [
  ...ABSENT_CLAUSE_RULES,
  ...KPI_SET_RULES,
  afterTheTerm,
  ...SOURCE_RULES,
  earlyLock,
  ...EXPOSURE_RULES,
  ...NOTHING_PAID_RULES,
  ...SLIPPED_VALUE_RULES,
  payoutCliff,
  payFalls,
  outOfReach,
  payPullsApart,
  ...REFUND_RULES,
  ...PEOPLE_RULES,
  partsOfPersons,
  languagesAgree,
  ...NAME_RULES,
];

/**
 * What is unwise in a contract although the language allows it (section 7, Lint). Texts and remedies are in the
 * catalogue `words/lints.ts` under the issue's code.
 * @returns issues in the order of the files; only those that the workspace has made an `error` refuse the contract.
 */
export function lintContract(input: LintInput): readonly Issue<LintCode>[] {
  const context = lintContext(input.terms, input.columnTypes ?? [], input.settledStages ?? []);
  const issues = LINT_RULES.flatMap((rule) => rule(context)).flatMap((finding): Issue<LintCode>[] => {
    const severity: LintSeverity = input.severities?.[finding.code] ?? LINTS[finding.code].severity;
    if (severity === 'off') return [];
    const { file, line } = finding.at;
    return [{ code: finding.code, severity, at: { path: file, line, column: 1 }, params: finding.params }];
  });
  return issues.sort(compareIssues);
}
