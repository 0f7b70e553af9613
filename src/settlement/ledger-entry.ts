import type { Terms } from '../contract/model.js';
import type { Evidence, EvidencePeriod, EvidenceSpan } from '../evidence/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { Statement } from './model.js';

/** One settled period: the folder `ledger/<period>/`. */
export interface LedgerEntry {
  readonly statement: Statement;
  readonly evidence: Evidence;
  readonly terms: Terms;
}

/** The evidence a period was last settled on: the newest that measured it. */
export function lastEvidence(ledger: readonly LedgerEntry[], period: PeriodId): EvidencePeriod | null {
  for (const entry of [...ledger].reverse()) {
    const found = entry.evidence.periods.find((candidate) => candidate.period === period);
    if (found !== undefined) return found;
  }
  return null;
}

/** Spans of the new evidence, then of older ones, newest first. */
export function spansOf(ledger: readonly LedgerEntry[], evidence: Evidence): EvidenceSpan[] {
  return [...evidence.spans, ...[...ledger].reverse().flatMap((entry) => entry.evidence.spans)];
}
