import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { DisputableLine } from '../contract/event-kinds/offers.js';
import { isPeriodFee, kindOf, type PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { SettledBefore } from '../contract/load-contract.js';
import type { Contract } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { PARTIES, type Party } from '../kernel/party.js';
import { fixedBy, lastDayToDispute } from './disputes.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { Statement, StatementBody } from './model.js';
import { eventsAsOf } from './run.js';
import { timeline } from './timeline.js';

/*
 * What may be disputed on a day: the rules that refuse a dispute, read the other way round, so that nothing is offered that they refuse.
 */

type DisputableId = { readonly id: string; readonly amount: string | null };

/** Lines of a statement that may be disputed in it, in its own order. A tax follows the lines under it. */
export function disputableIn({ lines, held }: Pick<StatementBody, 'lines' | 'held'>): DisputableId[] {
  const ids = new Set(lines.map(({ id }) => id));
  // a true-up that is held has no line of its own, and is named all the same
  const withoutLine = new Set(held.flatMap(({ line }) => (ids.has(line) ? [] : [line])));
  return [...lines.filter(({ kind }) => kind !== 'tax'), ...[...withoutLine].map((id) => ({ id, amount: null }))];
}

/** Whether a statement has anything that may be disputed: one of a tail in which nothing has changed has not. */
export function isDisputable(statement: Pick<StatementBody, 'lines' | 'held'>): boolean {
  return disputableIn(statement).length > 0;
}

/** What events may name of the periods of a ledger. */
export function settledBefore(ledger: readonly Pick<LedgerEntry, 'statement' | 'terms'>[]): SettledBefore {
  const listed = new Map(ledger.map(({ statement }) => [statement.period, disputableIn(statement).map(({ id }) => id)] as const));
  const counted = new Set(ledger.flatMap(({ statement }) => statement.events.map(({ file }) => file)));
  return { terms: ledger.map(({ terms }) => terms), listed, counted };
}

/** The lines that a fee has in every period: its own, and that of what it recovers, or of what exceeds its limit. */
export function linesOf(fee: PeriodFee): string[] {
  const hasParts = (fee.kind === 'guarantee' && fee.recoverable) || (fee.kind === 'pass_through' && fee.upTo !== null);
  return [fee.id, ...(hasParts ? kindOf(fee).parts.map((part) => `${fee.id}/${part}`) : [])];
}

/** What may be disputed by whom on a day: of the newest statement first, then of periods that are over and not settled yet. */
export function disputableLines(
  contract: Contract,
  events: readonly ContractEvent[],
  statements: readonly Statement[],
  date: LocalDate,
): DisputableLine[] {
  // of that day's view: what was settled later was not settled then
  const settled = statements.filter(({ asOf }) => asOf <= date);
  const periods = new Set(settled.map(({ period }) => period));
  const { days } = contract.acceptance;
  const then = eventsAsOf(events, date);
  const ofStatements = settled.toReversed().flatMap((statement) =>
    disputableIn(statement).flatMap(({ id: line, amount }) => {
      const { period } = statement;
      const lastDay = lastDayToDispute({ period, line, date }, settled, days);
      return lastDay !== null && lastDay < date ? [] : [{ period, line, amount }];
    }),
  );
  const lines = contract.fees.filter(isPeriodFee).flatMap(linesOf);
  const ofPeriods = timeline(contract, then)
    .periods.filter(({ id, inForce }) => inForce.to <= date && !periods.has(id))
    .toReversed()
    .flatMap(({ id: period }) => lines.map((line) => ({ period, line, amount: null })));
  const isDisputed = (party: Party, { period, line }: { readonly period: PeriodId; readonly line: string }) =>
    events.some((event) => event.kind === 'dispute' && event.party === party && event.period === period && event.line === line);
  return PARTIES.flatMap((party) =>
    [...ofStatements, ...ofPeriods]
      .filter((each) => !isDisputed(party, each) && fixedBy(each, then) === null)
      .map((each) => ({ party, ...each })),
  );
}
