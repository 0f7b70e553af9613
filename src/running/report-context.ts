import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import { lineName } from '../report/line-names.js';
import type { ReportContext } from '../report/report-context.js';
import { statementText } from '../report/statement.js';
import { witnessesIn } from '../report/witness.js';
import { lineSettledBefore } from '../settlement/disputes.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Statement } from '../settlement/model.js';
import type { RenderStatement } from '../settlement/seal-statement.js';

/** A statement and the terms it was settled on. */
export interface Reported {
  readonly statement: Pick<Statement, 'events'>;
  readonly terms: Terms;
}

/**
 * What reports need besides the document itself: the terms, the statements before it, and those of the events that it names:
 * whatever has been filed since says nothing about it.
 */
export function reportContext(
  { statement, terms }: Reported,
  before: readonly LedgerEntry[],
  events: readonly ContractEvent[],
): ReportContext {
  const counted = new Set(statement.events.map(({ file }) => file));
  return {
    terms,
    history: before.map((entry) => ({ period: entry.statement.period, kpis: entry.statement.kpis })),
    events: events.filter(({ file }) => counted.has(file)),
    before: before.at(-1)?.statement ?? null,
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
  return (statement, terms, before) => statementText(statement, reportContext({ statement, terms }, before, events));
}
