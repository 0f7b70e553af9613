import type { Terms } from '../contract/model.js';
import type { Evidence, EvidencePeriod, EvidenceSpan } from '../evidence/model.js';
import { type PeriodId, shiftPeriod } from '../kernel/calendar.js';
import { remembered } from '../kernel/remembered.js';
import type { CarriedLine } from './line-life.js';
import type { Statement } from './model.js';

/** One settled period: the folder `ledger/<period>/`. */
export interface LedgerEntry {
  readonly statement: Statement;
  readonly evidence: Evidence;
  readonly terms: Terms;
}

/** The lines of every period as the last statement left them. */
export function carriedLines(ledger: readonly LedgerEntry[]): readonly CarriedLine[] {
  return ledger.at(-1)?.statement.carried.lines ?? [];
}

/** What an entry measured of a period; null where it did not. */
export function evidenceIn(entry: Pick<LedgerEntry, 'evidence'>, period: PeriodId): EvidencePeriod | null {
  return entry.evidence.periods.find((candidate) => candidate.period === period) ?? null;
}

/** The newest evidence of a period, whatever it was measured for. */
export function lastEvidence(ledger: readonly LedgerEntry[], period: PeriodId): EvidencePeriod | null {
  return measuredIn(ledger, period).at(-1)?.evidence ?? null;
}

/** Whether a period is measured again because it lies in the window before the target. */
export function inWindow(terms: Terms, period: PeriodId, target: PeriodId): boolean {
  return period >= windowBefore(terms, target);
}

const windowBefore = remembered(({ contract }: Terms, target: PeriodId): PeriodId => {
  const { every, trueUpPeriods } = contract.calendar;
  return shiftPeriod(target, every, -trueUpPeriods);
});

/** An entry that measured a period, and what it measured of it. */
export interface MeasuredIn {
  readonly entry: LedgerEntry;
  readonly evidence: EvidencePeriod;
}

/**
 * The evidence a period was last settled on: the newest that measured it inside its window, or for fewer days than before, as
 * a termination left them. What else was measured later was measured for single held lines, and is theirs alone.
 */
export function settledEvidence(ledger: readonly LedgerEntry[], period: PeriodId): MeasuredIn | null {
  return measuredIn(ledger, period).reduce<MeasuredIn | null>(
    (newest, found) => (newest === null || isOfTheWhole(newest, found, period) ? found : newest),
    null,
  );
}

/** What was measured of a period for single lines after it had been settled, oldest first. */
export function laterEvidence(ledger: readonly LedgerEntry[], period: PeriodId): EvidencePeriod[] {
  const settled = settledEvidence(ledger, period);
  if (settled === null) return [];
  const all = measuredIn(ledger, period);
  return all.slice(all.findIndex((found) => found.evidence === settled.evidence) + 1).map((found) => found.evidence);
}

function measuredIn(ledger: readonly LedgerEntry[], period: PeriodId): readonly MeasuredIn[] {
  return measuredByPeriod(ledger, ledger.length, ledger.at(-1)).get(period) ?? [];
}

/** Of every period who measured it, oldest first. A ledger may grow: its length and last entry tell which one it is. */
const measuredByPeriod = remembered(
  (ledger: readonly LedgerEntry[], _length: number, _last: LedgerEntry | undefined): ReadonlyMap<PeriodId, readonly MeasuredIn[]> => {
    const found = new Map<PeriodId, MeasuredIn[]>();
    for (const entry of ledger) {
      for (const evidence of entry.evidence.periods) {
        if (evidenceIn(entry, evidence.period) !== evidence) continue;
        const before = found.get(evidence.period);
        if (before === undefined) found.set(evidence.period, [{ entry, evidence }]);
        else before.push({ entry, evidence });
      }
    }
    return found;
  },
);

function isOfTheWhole(newest: MeasuredIn, { entry, evidence }: MeasuredIn, period: PeriodId): boolean {
  return inWindow(entry.terms, period, entry.statement.period) || evidence.inForce.to < newest.evidence.inForce.to;
}

/**
 * Spans for a line that stands on what a statement measured: that statement's, then older ones, newest first. What was counted
 * later, for other lines, comes last and only where nothing else was.
 */
export function spansOf(ledger: readonly LedgerEntry[], evidence: Evidence, standsOn: PeriodId): EvidenceSpan[] {
  const until = ledger.filter(({ statement }) => statement.period <= standsOn);
  const later = ledger.filter(({ statement }) => statement.period > standsOn);
  const measured = (entries: readonly LedgerEntry[]) => entries.flatMap((entry) => entry.evidence.spans);
  const isNew = ledger.every(({ statement }) => statement.period < standsOn);
  return isNew
    ? [...evidence.spans, ...measured([...until].reverse())]
    : [...measured([...until].reverse()), ...measured(later), ...evidence.spans];
}
