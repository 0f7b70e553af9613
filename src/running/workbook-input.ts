import type { WorkbookInput } from '../report/workbook/pages.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { wholeReportContext } from './report-context.js';
import type { ReadContract } from './repository.js';

/**
 * What a workbook is made of.
 * @param entries a ledger up to the last period shown, ascending
 * @param isShown the first of which everything after it is shown, too
 */
export function workbookInput(
  { events, folder }: ReadContract,
  entries: readonly LedgerEntry[],
  isShown: (entry: LedgerEntry) => boolean,
  year: string | null,
): WorkbookInput {
  const from = entries.findIndex(isShown);
  const pages = entries
    .slice(from)
    .map((entry, at) => ({ entry, context: wholeReportContext(entry, entries.slice(0, from + at), events) }));
  return { pages, before: entries.slice(0, from), events, contract: folder?.terms.contract ?? null, year };
}
