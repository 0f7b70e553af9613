import { periodOf } from '../../kernel/calendar.js';
import { type Finding, finding, type LintContext, schedulesWithin } from './lint-rule.js';

/** A value that begins after the last period of the term: it is never in force. The first of each field says it. */
export const afterTheTerm = ({ contract }: Pick<LintContext, 'contract'>): readonly Finding[] => {
  const last = periodOf(contract.term.to, contract.calendar.every);
  return [...contract.kpis, ...contract.gates, ...contract.fees].flatMap((item) =>
    Object.entries(item).flatMap(([field, value]) => {
      const late = schedulesWithin(value).flatMap((schedule) => schedule.map(({ from }) => from).filter((from) => from > last));
      const [from] = late.sort();
      return from === undefined ? [] : [finding('after-the-term', item.clause, { field, item: item.id, from, last })];
    }),
  );
};
