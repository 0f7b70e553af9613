import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { LedgerEntry } from './ledger-entry.js';
import { type Target, targetAfter, timeline } from './timeline.js';

/*
 * Whether a statement could follow the one before it: the next period, not before it was due, under terms of the same
 * relationship, with every event that was counted before. As codes, without words: what checks a bundle says it in its own.
 */

/** A statement before which another is missing. */
export type Gap = Extract<PlaceFault, { readonly code: 'ledger-gap' }>;

/** Why a statement cannot stand where it does. */
export type PlaceFault =
  /** `missing`: the period that should be there; null where none should. */
  | { readonly code: 'ledger-gap'; readonly found: PeriodId; readonly missing: PeriodId | null }
  | { readonly code: 'ledger-days'; readonly found: string; readonly expected: string }
  | { readonly code: 'ledger-not-due'; readonly asOf: string; readonly dueOn: string }
  | { readonly code: 'ledger-as-of-back'; readonly asOf: string; readonly expected: string; readonly after: PeriodId }
  | { readonly code: 'ledger-event-left-out'; readonly event: string; readonly by: PeriodId }
  | { readonly code: 'ledger-terms-kept'; readonly found: string; readonly expected: string };

/**
 * What is wrong with a statement's place after the one before it.
 * @param previous null: it is the first of the ledger.
 */
export function placeFaults(entry: LedgerEntry, previous: LedgerEntry | null, events: readonly ContractEvent[]): readonly PlaceFault[] {
  const { statement } = entry;
  const { targets, mine } = targetsOf(entry, previous, events);
  if (mine.length === 0) return [gapBefore(statement.period, targets)];
  const faults: PlaceFault[] = [...termsFaults(entry, previous)];
  const days = (from: string | null, to: string | null) => `${from ?? '-'} … ${to ?? '-'}`;
  const found = days(statement.from, statement.to);
  const expected = mine.map(({ inForce }) => days(inForce?.inForce.from ?? null, inForce?.inForce.to ?? null));
  if (!expected.includes(found)) faults.push({ code: 'ledger-days', found, expected: expected[0] ?? '-' });
  const dueOn = mine.map((each) => each.dueOn).sort()[0] ?? statement.asOf;
  const { asOf } = statement;
  if (asOf < dueOn) faults.push({ code: 'ledger-not-due', asOf, dueOn });
  if (previous === null) return faults;
  const { statement: last } = previous;
  if (asOf < last.asOf) faults.push({ code: 'ledger-as-of-back', asOf, expected: last.asOf, after: last.period });
  const counted = new Set(statement.events.map(({ file }) => file));
  for (const { file } of last.events) {
    if (!counted.has(file)) faults.push({ code: 'ledger-event-left-out', event: file, by: last.period });
  }
  return faults;
}

/** Statements that do not follow the one before them, or that are not of the first period with none before them. */
export function gapsIn(ledger: readonly LedgerEntry[], events: readonly ContractEvent[]): Gap[] {
  return ledger.flatMap((entry, place) => {
    const { targets, mine } = targetsOf(entry, ledger[place - 1] ?? null, events);
    return mine.length === 0 ? [gapBefore(entry.statement.period, targets)] : [];
  });
}

function gapBefore(found: PeriodId, targets: readonly Target[]): Gap {
  return { code: 'ledger-gap', found, missing: targets[0]?.period ?? null };
}

function targetsOf({ statement, terms }: LedgerEntry, previous: LedgerEntry | null, events: readonly ContractEvent[]) {
  const targets = possibleTargets(terms, events, previous?.statement.period ?? null);
  return { targets, mine: targets.filter(({ period }) => period === statement.period) };
}

/**
 * What may have been settled next. A statement that was proposed before a termination came keeps its days, and counts the
 * termination: so each termination may have been known, or not.
 */
function possibleTargets(terms: Terms, events: readonly ContractEvent[], settled: PeriodId | null): Target[] {
  const terminations = events.filter((event) => event.kind === 'termination');
  const known = [terminations, ...terminations.map((one) => [one]), []];
  return known.flatMap((each) => targetAfter(terms.contract, timeline(terms.contract, each), settled) ?? []);
}

/** Contract, currency and the calendar's first period hold for good once a period is settled. */
function termsFaults({ terms }: LedgerEntry, previous: LedgerEntry | null): PlaceFault[] {
  if (previous === null) return [];
  const kept = (of: Terms) => [of.contract.id, of.contract.currency, timeline(of.contract, []).periods[0]?.id ?? '-'];
  const before = kept(previous.terms);
  return kept(terms).flatMap((found, index) => {
    const expected = before[index] ?? '-';
    return found === expected ? [] : [{ code: 'ledger-terms-kept' as const, found, expected }];
  });
}
