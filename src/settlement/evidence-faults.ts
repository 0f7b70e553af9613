import { digest } from '../kernel/canonical.js';
import type { LedgerEntry } from './ledger-entry.js';

/** A place of the evidence, as a JSON pointer, that says another thing than the statement it belongs to. */
export interface EvidenceFault {
  readonly pointer: string;
  readonly found: string;
  readonly expected: string;
}

/**
 * Whether evidence speaks of its statement's contract and period, of terms that were settled on, and of the clock of those terms: nothing
 * of it is computed with, so a replay alone would not see it. Without words: what checks a bundle says it in its own.
 * @param before the entries before it, in the order of their periods.
 */
export function evidenceFaults(entry: LedgerEntry, before: readonly LedgerEntry[]): readonly EvidenceFault[] {
  const { evidence, statement } = entry;
  const faults: EvidenceFault[] = [];
  const expect = (pointer: string, found: string, expected: string) => {
    if (found !== expected) faults.push({ pointer, found, expected });
  };
  expect('/contract', evidence.contract, statement.contract);
  expect('/period', evidence.period, statement.period);
  // A proposed statement is computed again on evidence that stays as it was measured.
  if (evidence.asOf > statement.asOf) expect('/asOf', evidence.asOf, `≤ ${statement.asOf}`);
  for (const [index, measured] of evidence.periods.entries()) {
    // A statement of another contract that stands in the place says nothing of what this one was settled on.
    const own = before.find((each) => each.statement.period === measured.period && each.statement.contract === statement.contract);
    const of = measured.period === statement.period ? entry : own;
    if (of === undefined) continue;
    // Where it is the statement that names them otherwise, the evidence is not to blame.
    if (measured.terms !== digest(of.terms)) expect(`/periods/${index}/terms`, measured.terms, of.statement.termsDigest);
    const { timezone } = of.terms.contract.calendar;
    if (!measured.calendar.zones.some(({ zone }) => zone === timezone)) {
      expect(`/periods/${index}/calendar/zones`, measured.calendar.zones.map(({ zone }) => zone).join(', '), timezone);
    }
  }
  return faults;
}
