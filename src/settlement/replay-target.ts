import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import type { LedgerEntry } from './ledger-entry.js';
import { type LedgerFolder, ledgerFile } from './ledger-files.js';
import { type Gap, type PlaceFault, placeFaults } from './place-faults.js';

/** What is wrong with a statement's place after the one before it, where it stands; null: it is the first of the ledger. */
export function placeIssues(
  folder: LedgerFolder,
  entry: LedgerEntry,
  previous: LedgerEntry | null,
  events: readonly ContractEvent[],
): readonly Issue[] {
  return placeFaults(entry, previous, events).map((fault) => placeIssue(folder, entry.statement.period, fault));
}

function placeIssue(folder: LedgerFolder, period: string, fault: PlaceFault): Issue {
  const at = inFile(ledgerFile(folder, 'statement.json'));
  switch (fault.code) {
    case 'ledger-gap':
      return gapIssue(folder, fault);
    case 'ledger-days':
      return issue('ledger-days', at, { period, found: fault.found, expected: fault.expected });
    case 'ledger-not-due':
      return issue('ledger-not-due', at, { period, asOf: fault.asOf, dueOn: fault.dueOn });
    case 'ledger-as-of-back':
      return issue('ledger-as-of-back', at, { period, asOf: fault.asOf, expected: fault.expected, after: fault.after });
    case 'ledger-event-left-out':
      return issue('ledger-event-left-out', at, { period, event: fault.event, by: fault.by });
    case 'ledger-terms-kept':
      return issue('ledger-terms-kept', inFile(ledgerFile(folder, 'terms.json')), {
        period: folder.period,
        found: fault.found,
        expected: fault.expected,
      });
  }
}

/** Periods are settled one after the other: what is missing is accused, not what comes after it. */
export function gapIssue({ path }: Pick<LedgerFolder, 'path'>, { found, missing }: Gap): Issue {
  const isMissing = missing !== null && missing < found;
  const place = isMissing ? `${path.slice(0, path.lastIndexOf('/'))}/${missing}` : path;
  return issue('ledger-gap', inFile(ledgerFile({ path: place }, 'statement.json')), {
    period: isMissing ? missing : found,
    found,
    missing: missing ?? '-',
  });
}
