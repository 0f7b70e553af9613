import type { Terms } from '../contract/model.js';
import type { ReportContext } from '../report/report-context.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';

/** What reports need besides the document itself: the terms, and earlier scores for trends. */
export function reportContext(terms: Terms, before: readonly LedgerEntry[]): ReportContext {
  return { terms, history: before.map(({ statement }) => ({ period: statement.period, kpis: statement.kpis })) };
}
