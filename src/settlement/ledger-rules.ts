import type { ContractEvent, Terms } from '../contract/model.js';
import type { LedgerIssueCode } from '../kernel/catalogue/ledger-issues.js';
import type { Issue } from '../kernel/issue.js';
import type { Params } from '../kernel/text.js';
import { lateDisputes } from './disputes.js';
import type { LedgerEntry } from './ledger-entry.js';
import { timeline } from './timeline.js';

/** Rules about a contract and its events that need its history: what the check of the files alone cannot know. */
export function checkAgainstLedger(
  folder: string,
  terms: Terms,
  events: readonly ContractEvent[],
  ledger: readonly LedgerEntry[],
): Issue[] {
  const first = ledger[0];
  if (first === undefined) return [];
  const issues: Issue[] = [];
  const add = (path: string, code: LedgerIssueCode, params: Params) => {
    issues.push({ code, severity: 'error', at: { path: `${folder}/${path}`, line: 1, column: 1 }, params });
  };
  const { contract } = terms;
  if (contract.currency !== first.statement.currency) {
    add('contract.yaml', 'settled-currency-changed', { found: contract.currency, expected: first.statement.currency });
  }
  const start = timeline(contract, []).periods[0]?.id ?? '-';
  if (start !== first.statement.period) {
    add('contract.yaml', 'settled-calendar-changed', { found: start, expected: first.statement.period });
  }
  const statements = ledger.map((entry) => entry.statement);
  for (const { dispute, lastDay } of lateDisputes(events, statements, contract)) {
    const { period, line, date } = dispute;
    add(`events/${dispute.file}`, 'dispute-too-late', { period, line, date, lastDay });
  }
  return issues;
}
