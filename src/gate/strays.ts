import type { Unagreed } from './agreed-text.js';
import { agreedTerms, differing, type FolderRecord, lostEvents, rightfulEvent, rightfulLedger, unprovenEvents } from './came-by-right.js';

/**
 * Records (events and the ledger) that are not as they came by right, with what has to stand there; null: nothing. Whoever can write
 * may put that back (rule 16), or one party alone could stop a contract by a file that no pull request may take away again.
 * What can no longer be told is left to both parties: a contract that nobody agreed to, and what a pull request brought whose record
 * has lost somebody's name.
 * @param doubted paths of which it is not known any more whether they came by right.
 */
export function straysIn(record: FolderRecord, doubted: ReadonlySet<string>): Unagreed[] {
  if (agreedTerms(record.merged) === null) return [];
  const ledger = rightfulLedger(record)?.files ?? new Map<string, string>();
  return [
    ...unprovenEvents(record).map((path) => ({ path, agreed: rightfulEvent(record, path) })),
    ...lostEvents(record).map(({ path, cameWith }) => ({ path, agreed: cameWith.files.get(path) ?? null })),
    ...differing(record.files, ledger, 'ledger').map((path) => ({ path, agreed: ledger.get(path) ?? null })),
  ].filter(({ path }) => !doubted.has(path));
}
