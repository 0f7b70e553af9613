import { type Every, isDate, periodDays } from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import { PARTIES } from '../../kernel/party.js';
import { compare, ONE, rational, ZERO } from '../../kernel/rational.js';
import { issue } from '../../words/issue.js';
import { quote } from '../quote.js';
import { suggestedAt } from '../suggestion.js';
import type { ContractCheck } from './rule.js';

/** Grace starts in a period of the term. */
export function graceIsInTerm({ contract, written, periods }: ContractCheck): readonly Issue[] {
  const from = written.data.grace?.from;
  if (from === undefined) return [];
  const at = written.source.at(['grace', 'from']);
  if (periodDays(from, contract.calendar.every) === null) {
    return [issue('wrong-period', at, { found: quote(from), every: `@every.${contract.calendar.every}` })];
  }
  if (periods.some((period) => period.id === from)) return [];
  return [issue('period-outside-term', at, { found: from, from: periods[0]?.id ?? '', to: periods.at(-1)?.id ?? '' })];
}

// Days that every period of a calendar has: a day that some lack would make a duty's deadline depend on the month.
const DAYS_OF_ALL: Readonly<Record<Every, number>> = { month: 28, quarter: 90, week: 7 };

/** A duty's day exists in every period; a late brand's duty says what fees pay as at, a late provider is scored 0. */
export function dutiesMakeSense({ contract, written }: ContractCheck): readonly Issue[] {
  return contract.duties.flatMap((duty, index) => {
    const issues: Issue[] = [];
    const limit = DAYS_OF_ALL[contract.calendar.every];
    if (duty.dueDay > limit) {
      issues.push(issue('due-day', written.source.at(['duties', index, 'dueDay']), { found: duty.dueDay, expected: `≤ ${limit}` }));
    }
    const hasScore = duty.ifLate.scoreAs !== null;
    if (duty.owes === 'brand' && duty.ifLate.kpis.length > 0 && !hasScore) {
      issues.push(issue('duty-needs-score', written.source.keyAt(['duties', index, 'ifLate']), { id: quote(duty.id) }));
    }
    if (duty.owes === 'provider' && hasScore) {
      issues.push(issue('duty-refuses-score', written.source.keyAt(['duties', index, 'ifLate', 'scoreAs']), { id: quote(duty.id) }));
    }
    return issues;
  });
}

/** Signatories are people of the workspace, none signs for both sides, and enough of them exist. */
export function signatoriesCanSign({ contract, written, people }: ContractCheck): readonly Issue[] {
  return PARTIES.flatMap((party) => {
    const { signatories, required } = contract.parties[party];
    const issues: Issue[] = [];
    signatories.forEach((person, index) => {
      const path = ['parties', party, 'signatories', index];
      const at = written.source.at(path);
      if (people !== null && !people.includes(person)) {
        issues.push(
          issue('unknown-reference', at, { kind: '@kind.person', id: quote(person), ...suggestedAt(written.source, path, person, people) }),
        );
      }
      if (party === 'provider' && contract.parties.brand.signatories.includes(person)) {
        issues.push(issue('signs-for-both', at, { id: quote(person) }));
      }
    });
    if (required > signatories.length) {
      const at = written.source.at(['parties', party, 'required']);
      issues.push(issue('too-many-required', at, { found: required, limit: signatories.length }));
    }
    return issues;
  });
}

/** A milestone's due date exists and does not lie before the term; it may lie after it, in the tail. */
export function milestonesCanBeReached({ contract, written }: ContractCheck): readonly Issue[] {
  return contract.fees.flatMap((fee, index): Issue[] => {
    if (fee.kind !== 'milestone') return [];
    const at = written.source.at(['fees', index, 'due']);
    if (!isDate(fee.due)) return [issue('no-such-date', at, { found: quote(fee.due) })];
    return fee.due >= contract.term.from ? [] : [issue('due-before-term', at, { found: fee.due, expected: contract.term.from })];
  });
}

/** Quarters of a wager are made of whole months or quarters. */
export function quarterlyWagersFitCalendar({ contract, written }: ContractCheck): readonly Issue[] {
  if (contract.calendar.every !== 'week') return [];
  return contract.fees.flatMap((fee, index) =>
    fee.kind === 'wager' && fee.over === 'quarter'
      ? [issue('wager-quarter', written.source.at(['fees', index, 'over']), { id: quote(fee.id) })]
      : [],
  );
}

/** A deadband is a distance, and no more weight can be left than there is. */
export function limitsArePossible({ contract, written }: ContractCheck): readonly Issue[] {
  const issues: Issue[] = [];
  if (compare(rational(contract.composite.minWeightLeft), ONE) > 0) {
    const at = written.source.at(['composite', 'minWeightLeft']);
    issues.push(issue('out-of-range', at, { expected: '≤ 100%', found: written.data.composite?.minWeightLeft ?? '' }));
  }
  contract.fees.forEach((fee, index) => {
    if (fee.kind !== 'pass_through' || !('gross' in fee.markup)) return;
    for (const { from, value } of fee.markup.gross) {
      if (compare(rational(value), ONE) < 0) continue;
      issues.push(issue('out-of-range', written.source.at(['fees', index, 'markup', 'gross', from]), { expected: '< 100%', found: value }));
    }
  });
  contract.fees.forEach((fee, index) => {
    if (fee.kind !== 'wager') return;
    for (const { from, value } of fee.deadband) {
      if (compare(rational(value), ZERO) >= 0) continue;
      issues.push(issue('out-of-range', written.source.at(['fees', index, 'deadband', from]), { expected: '≥ 0', found: value }));
    }
  });
  return issues;
}

/** A baseline's periods are of the calendar and ascend. */
export function baselineIsInOrder({ contract, written }: ContractCheck): readonly Issue[] {
  return contract.baseline.flatMap(({ metric, values }) =>
    values.flatMap(({ period }, index): Issue[] => {
      const at = written.source.keyAt(['baseline', metric, period]);
      if (periodDays(period, contract.calendar.every) === null) {
        return [issue('wrong-period', at, { found: quote(period), every: `@every.${contract.calendar.every}` })];
      }
      const before = values[index - 1]?.period;
      return before !== undefined && before >= period ? [issue('schedule-order', at, { found: period, before })] : [];
    }),
  );
}
