import type { EvidenceDay, EvidenceMeasure } from '../evidence/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { type LedgerEntry, lastEvidence } from './ledger-entry.js';
import type { Change } from './model.js';
import type { PeriodView } from './views.js';

/** What differs between the evidence a period was measured with before and the one measured now. */
export function changesIn(view: PeriodView, ledger: readonly LedgerEntry[]): Change[] {
  const before = lastEvidence(ledger, view.period.id);
  if (before === null || view.fresh === null) return [];
  const period = view.period.id;
  const { measures, underEarlierRules: earlier } = view.fresh.evidence;
  if (earlier === undefined) return changesBetween(period, before.measures, measures);
  return [
    ...changesBetween(period, before.measures, earlier.measures),
    ...changesBetween(period, earlier.measures, measures).map((change): Change => ({ ...change, cause: 'zone-rules' })),
  ];
}

function changesBetween(period: PeriodId, before: readonly EvidenceMeasure[], after: readonly EvidenceMeasure[]): Change[] {
  return after.flatMap((now) => {
    const old = before.find((candidate) => candidate.id === now.id);
    return old === undefined || old === now ? [] : measureChanges(period, old, now);
  });
}

function measureChanges(period: PeriodId, before: EvidenceMeasure, after: EvidenceMeasure): Change[] {
  const changes: Change[] = [];
  const keys = new Map<string, { day: LocalDate; label: string }>();
  for (const day of [...before.days, ...after.days]) {
    keys.set(keyOf(day), {
      day: day.day,
      label: day.currency === undefined ? after.id : `${after.id} ${day.currency}`,
    });
  }
  const [earlier, later] = [byDay(before), byDay(after)];
  for (const [key, { day, label }] of [...keys].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const old = earlier.get(key);
    const now = later.get(key);
    if (old?.value === now?.value && old?.rows === now?.rows) continue;
    changes.push({
      period,
      measure: label,
      day,
      before: old?.value ?? null,
      after: now?.value ?? null,
      rowsBefore: old?.rows ?? 0,
      rowsAfter: now?.rows ?? 0,
    });
  }
  if (before.distinct !== after.distinct || before.nulls !== after.nulls) {
    changes.push({
      period,
      measure: after.id,
      day: null,
      before: before.distinct === undefined ? null : String(before.distinct),
      after: after.distinct === undefined ? null : String(after.distinct),
      rowsBefore: before.rows,
      rowsAfter: after.rows,
    });
  }
  return changes;
}

const keyOf = ({ day, currency }: EvidenceDay): string => `${day} ${currency ?? ''}`;

/** A measure's days, each currency by itself; of what stands twice, which no evidence has, the first. */
function byDay({ days }: EvidenceMeasure): ReadonlyMap<string, EvidenceDay> {
  return new Map([...days].reverse().map((entry) => [keyOf(entry), entry]));
}
