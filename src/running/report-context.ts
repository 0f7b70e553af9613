import { keptRows, mayLeaveOut } from '../attainment/kept-rows.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { ReportContext } from '../report/report-context.js';
import { statementText } from '../report/statement.js';
import { witnessesIn } from '../report/witness.js';
import { computedWhileFrozen } from '../settlement/computed-twice.js';
import { lineSettledBefore } from '../settlement/disputes.js';
import { evidenceIn, type LedgerEntry } from '../settlement/ledger-entry.js';
import { lineName } from '../settlement/line-names.js';
import type { Statement } from '../settlement/model.js';
import { madeIn, refundsOf } from '../settlement/refunds.js';
import type { RenderStatement } from '../settlement/seal-statement.js';

/**
 * What reports need besides the document itself: the terms, the statements before it, and those of the events that it names:
 * whatever has been filed since says nothing about it.
 */
export function reportContext(entry: LedgerEntry, before: readonly LedgerEntry[], events: readonly ContractEvent[]): ReportContext {
  const { statement, terms } = entry;
  const files = new Set(statement.events.map(({ file }) => file));
  const counted = events.filter(({ file }) => files.has(file));
  return {
    terms,
    history: before.map(({ statement: { period, kpis, evidenceDigest } }) => ({ period, kpis, evidenceDigest })),
    events: counted,
    ...keptIn(entry, counted),
    before: before.at(-1)?.statement ?? null,
    refunds: refundsOf(madeIn([...before, entry]), counted, statement.asOf, statement.currency),
    disputedFrom: new Map(
      events.flatMap((event) => {
        if (event.kind !== 'dispute') return [];
        const { period, line } = lineName(event.line);
        return period === null
          ? []
          : [[event.file, lineSettledBefore(before, event.period, { period, line }, terms.contract.currency)] as const];
      }),
    ),
  };
}

/** The same with what frozen lines come to, for which the evidence of all these statements is asked. */
export function wholeReportContext(entry: LedgerEntry, before: readonly LedgerEntry[], events: readonly ContractEvent[]): ReportContext {
  return { ...reportContext(entry, before, events), frozenAt: computedWhileFrozen(entry, before, events) };
}

/** Whether exclusions may leave anything out of a statement's own days: then its evidence says what is left. */
export function asksEvidence({ from, to }: Pick<Statement, 'from' | 'to'>, events: readonly ContractEvent[]): boolean {
  return from !== null && to !== null && events.some((event) => mayLeaveOut(event, { from, to }));
}

/** What exclusions leave of the period; its evidence is not looked at where none leaves anything out. */
function keptIn(entry: LedgerEntry, events: readonly ContractEvent[]): Pick<ReportContext, 'kept'> {
  if (!asksEvidence(entry.statement, events)) return {};
  const evidence = evidenceIn(entry, entry.statement.period);
  return evidence === null ? {} : { kept: keptRows(entry.terms, evidence, events) };
}

/** Who has measured a settled period independently, counted by its statement or filed since. */
export function witnessesOf(
  statement: Pick<Statement, 'period' | 'evidenceDigest'> | undefined,
  events: readonly ContractEvent[],
): Pick<ReportContext, 'witnesses'> {
  const witnesses = statement === undefined ? [] : witnessesIn(events, statement);
  return witnesses.length === 0 ? {} : { witnesses };
}

/** Renders `statement.md`: English, then Chinese; a pure function of the statement, its terms, its events and the statements before it. */
export function ledgerRenderer(events: readonly ContractEvent[]): RenderStatement {
  return (entry, before) => statementText(entry.statement, wholeReportContext(entry, before, events));
}
