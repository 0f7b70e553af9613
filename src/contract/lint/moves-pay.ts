import { scheduledAt } from '../../kernel/period.js';
import { compare, rational, ZERO } from '../../kernel/rational.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import type { Kpi } from '../model.js';
import type { LintContext } from './lint-rule.js';

/** Whether a bonus or a penalty goes by a KPI, or by a composite in which it weighs something in some period. */
export function movesPay({ contract, segments }: LintContext, kpi: Kpi): boolean {
  const paid = new Set(contract.fees.flatMap((fee) => kindOf(fee).by(fee) ?? []));
  if (paid.has(kpi.id)) return true;
  if (!paid.has('composite')) return false;
  return contract.composite.rule === 'min' || segments.some(({ period }) => compare(rational(scheduledAt(kpi.weight, period)), ZERO) > 0);
}
