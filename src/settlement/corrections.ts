import { reason } from '../attainment/value.js';
import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { PeriodId } from '../kernel/calendar.js';
import { money, moneyText, moneyValue, sumMoney } from '../kernel/money.js';
import type { LedgerEntry } from './ledger-entry.js';
import { type RawLine, TraceNotes } from './raw-line.js';
import type { Target } from './timeline.js';

type Correction = EventOf<'correction'>;

/** The corrections of one line that one statement brings. */
export interface BroughtCorrection {
  /** The period of the statement that brings them. */
  readonly statement: PeriodId;
  /** `correction/<period>/<line>`. */
  readonly id: string;
  readonly events: readonly Correction[];
}

/**
 * Which statement brings which correction: the first that counts it, once its period is settled; one of a later period waits
 * for that period's own statement, for ever where a termination comes before it: a tail has no lines to correct.
 */
export function broughtCorrections(
  events: readonly ContractEvent[],
  ledger: readonly Pick<LedgerEntry, 'statement'>[],
  target: Pick<Target, 'period' | 'inForce'>,
): BroughtCorrection[] {
  const statements = [
    ...ledger.map(({ statement: { period, tail, events: counted } }) => ({
      period,
      tail,
      files: new Set(counted.map((event) => event.file)),
    })),
    { period: target.period, tail: target.inForce === null, files: null },
  ];
  const inForce = new Set(statements.flatMap(({ period, tail }) => (tail ? [] : [period])));
  const brought = new Map<string, { statement: PeriodId; id: string; events: Correction[] }>();
  for (const event of events) {
    if (event.kind !== 'correction' || !inForce.has(event.period)) continue;
    const by = statements.find(({ period, files }) => event.period <= period && (files === null || files.has(event.file)));
    if (by === undefined) continue;
    const id = `correction/${event.period}/${event.line}`;
    const entry = brought.get(`${by.period} ${id}`) ?? { statement: by.period, id, events: [] };
    entry.events.push(event);
    brought.set(`${by.period} ${id}`, entry);
  }
  return [...brought.values()].sort((a, b) => (a.statement < b.statement ? -1 : a.statement > b.statement ? 1 : 0));
}

/** Corrections that the next statement would bring although the last one was final. */
export function hasNewCorrections(events: readonly ContractEvent[], ledger: readonly LedgerEntry[], target: Target): boolean {
  return broughtCorrections(events, ledger, target).some((brought) => brought.statement === target.period);
}

/** What the corrections of one line come to. */
export function correctionRaw({ events }: BroughtCorrection, currency: string): RawLine {
  const amounts = events.map((event) => money(event.amount, currency));
  const notes = new TraceNotes();
  for (const event of events) notes.input('event', event.amount, { event: event.file });
  const why = reason('correction', { events: events.map((event) => event.file).join(', ') });
  return notes.amount(moneyValue(sumMoney(amounts, currency)), amounts.map(moneyText).join(' + '), why);
}
