import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { PeriodId } from '../kernel/calendar.js';
import { inNoFile } from '../kernel/issue.js';
import type { Outcome } from '../media/outcome.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { LedgerFolder } from '../settlement/ledger-files.js';
import { replayLedger } from '../settlement/replay.js';
import { issue } from '../words/issue.js';
import type { CommandContext } from './context.js';
import { failed } from './issue-output.js';
import { replayTools } from './replay-proposed.js';
import type { ReadContract } from './repository.js';

/** A settled period and all that it goes on from. */
export interface SettledUntil {
  readonly entry: LedgerEntry;
  /** The periods before it, ascending. */
  readonly before: readonly LedgerEntry[];
  /** The events that it counted. */
  readonly events: readonly ContractEvent[];
  /** Its files as they stand. */
  readonly folder: LedgerFolder;
}

/** The ledger up to a period, once a replay has found nothing wrong with it: what does not hold is given to nobody as if it did. */
export function settledUntil(
  { version }: CommandContext,
  contract: ReadContract,
  period: PeriodId,
): SettledUntil | { readonly refused: Outcome } {
  const folders = contract.ledgerFolders.filter((folder) => folder.period <= period);
  const { entries, issues } = replayLedger(folders, replayTools(contract.events, version));
  if (issues.length > 0) return { refused: failed(issues, textsOf(contract)) };
  const [entry, folder] = [entries.at(-1), folders.at(-1)];
  if (entry?.statement.period === period && folder !== undefined) {
    const counted = new Set(entry.statement.events.map(({ file }) => file));
    const events = contract.events.filter(({ file }) => counted.has(file));
    return { entry, before: entries.slice(0, -1), events, folder };
  }
  const settled = contract.ledger.map(({ statement }) => statement.period);
  const expected = [...new Set([settled.at(0) ?? '-', settled.at(-1) ?? '-'])].join(' … ');
  const params = { found: period, contract: contract.id, expected };
  return { refused: failed([issue('period-unsettled', inNoFile('period'), params)], contract.texts, 2) };
}

function textsOf({ texts, ledgerFolders }: ReadContract): ReadonlyMap<string, string> {
  const ledger = ledgerFolders.flatMap(({ path, files }) => [...files].map(([file, each]) => [`${path}/${file}`, each] as const));
  return new Map([...texts, ...ledger]);
}
