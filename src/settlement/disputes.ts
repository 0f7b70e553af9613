import type { Contract, ContractEvent, EventOf } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import type { Money } from '../kernel/money.js';
import { compare, minimum, type Rational, rational, sign, ZERO } from '../kernel/rational.js';
import type { Statement } from './model.js';

/** Where a line's dispute stands on a date. */
export type DisputeState =
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly dispute: EventOf<'dispute'>; readonly lapsesOn: LocalDate }
  /** Lapsed since the previous statement: what was set aside is paid without further ado. */
  | { readonly state: 'lapsed'; readonly dispute: EventOf<'dispute'>; readonly lapsesOn: LocalDate }
  | { readonly state: 'resolved'; readonly resolution: EventOf<'resolution'> };

/** The date on which an unresolved dispute lapses: `disputes.days` after its date, twice that if escalated in time. */
export function lapseDate(dispute: EventOf<'dispute'>, events: readonly ContractEvent[], days: number): LocalDate {
  const once = addDays(dispute.date, days);
  const escalated = events.some((event) => event.kind === 'escalation' && event.answers === dispute.file && event.date < once);
  return escalated ? addDays(dispute.date, 2 * days) : once;
}

/** The dispute of a line as the statement at `asOf` sees it; events are those that count by then. */
export function disputeOf(
  contract: Contract,
  events: readonly ContractEvent[],
  period: PeriodId,
  line: string,
  asOf: LocalDate,
): DisputeState {
  for (const dispute of events) {
    if (dispute.kind !== 'dispute' || dispute.period !== period || dispute.line !== line) continue;
    const resolution = events.find((event) => event.kind === 'resolution' && event.answers === dispute.file);
    if (resolution?.kind === 'resolution') return { state: 'resolved', resolution };
    const lapsesOn = lapseDate(dispute, events, contract.disputes.days);
    return { state: lapsesOn <= asOf ? 'lapsed' : 'open', dispute, lapsesOn };
  }
  return { state: 'none' };
}

/** What is undisputed: computed or claimed, whichever is smaller in magnitude and of the same sign, else nothing. */
export function undisputed(computed: Rational, claimed: Rational): Rational {
  if (sign(computed) === 0 || sign(claimed) === 0 || sign(computed) !== sign(claimed)) return ZERO;
  const size = minimum(computed.abs(), claimed.abs());
  return sign(computed) < 0 ? size.neg() : size;
}

/** A dispute that came too late: more than `acceptance.days` after the last statement that listed the line. */
export interface LateDispute {
  readonly dispute: EventOf<'dispute'>;
  readonly lastDay: LocalDate;
}

/**
 * Disputes filed after their time. The clock starts with the statement that settled the line, and again with each that
 * lists a true-up of it, since that changes what there is to dispute.
 */
export function lateDisputes(events: readonly ContractEvent[], statements: readonly Statement[], contract: Contract): LateDispute[] {
  const late: LateDispute[] = [];
  for (const dispute of events) {
    if (dispute.kind !== 'dispute') continue;
    const listed = statements.filter((statement) => statement.asOf < dispute.date && lists(statement, dispute));
    const last = listed.at(-1);
    if (last === undefined) continue;
    const lastDay = addDays(last.asOf, contract.acceptance.days);
    if (dispute.date > lastDay) late.push({ dispute, lastDay });
  }
  return late;
}

function lists(statement: Statement, dispute: EventOf<'dispute'>): boolean {
  if (statement.period === dispute.period) return statement.lines.some((line) => line.id === dispute.line);
  return statement.lines.some((line) => line.id === trueUpId(dispute.period, dispute.line));
}

/** The id of the line that corrects an earlier period's line. */
export function trueUpId(period: PeriodId, line: string): string {
  return `true-up/${period}/${line}`;
}

/** Whether an amount moves by more than a tenth of its magnitude. */
export function isLarge(settled: Money, moved: Money): boolean {
  const before = rational(settled.minor).abs();
  const change = rational(moved.minor - settled.minor).abs();
  return compare(change.mul(10), before) > 0;
}
