import type { ContractEvent, EventKind, EventOf } from '../../contract/event-kinds/event-kinds.js';
import type { Terms } from '../../contract/model.js';
import { type LocalDate, type PeriodId, shiftPeriod } from '../../kernel/calendar.js';
import type { Issue, Position } from '../../kernel/issue.js';
import { remembered } from '../../kernel/remembered.js';
import { carriedLines, inWindow, type LedgerEntry } from '../ledger-entry.js';
import type { LineLife } from '../line-life.js';
import { type Timeline, timeline } from '../timeline.js';
import { judgesAgain } from '../views.js';

/** What an event's effect is judged by: the contract, all that was filed, and what has been settled. */
export interface Scene {
  readonly terms: Terms;
  /** Ascending by file. */
  readonly events: readonly ContractEvent[];
  readonly ledger: readonly LedgerEntry[];
}

/** What one event of a kind says without effect, told at its file. */
export type Judge<K extends EventKind> = (event: EventOf<K>, scene: Scene, at: Position) => readonly Issue[];

/** A day after all days: what nobody answers has been answered by silence by then. */
export const EVER: LocalDate = '9999-12-31';

/** The terms of a period: those that it was settled on, else the contract's. */
export function termsOf({ terms, ledger }: Scene, period: PeriodId): Terms {
  return ledger.find(({ statement }) => statement.period === period)?.terms ?? terms;
}

/** The terms that periods were settled on and those of the contract, each once. */
export function everyTerms({ terms, ledger }: Scene): readonly Terms[] {
  return [...new Set([terms, ...ledger.map((entry) => entry.terms)])];
}

/** The periods as they run by all that was filed. */
export const timelineOf = remembered(({ terms, events }: Scene): Timeline => timeline(terms.contract, events));

/** Whether the statement that an event is about came after it and is of the last run: what it says of that statement nobody could tell before. */
export function awaited({ ledger }: Scene, { period, date }: { readonly period: PeriodId; readonly date: LocalDate }): boolean {
  const asOf = ledger.find(({ statement }) => statement.period === period)?.statement.asOf;
  return asOf !== undefined && date <= asOf && asOf === ledger.at(-1)?.statement.asOf;
}

/** What was filed before an event, which it may repeat. */
export function filedBefore<K extends EventKind>({ events }: Scene, kind: K, file: string): EventOf<K>[] {
  return ofKind(events, kind).filter((each): each is EventOf<K> => each.kind === kind && each.file < file);
}

/** Events of one kind, apart: whoever files thousands makes no other kind's judgement longer. */
const ofKind = remembered(
  (events: readonly ContractEvent[], kind: EventKind) => events.filter((each) => each.kind === kind),
  undefined,
  20,
);

/** The first period that the next statement measures again, where a period lies before it and an event reaches none of its lines; else null. */
export function closedBefore({ terms, ledger }: Scene, event: ContractEvent, period: PeriodId): PeriodId | null {
  const last = ledger.at(-1)?.statement.period;
  if (last === undefined || period > last) return null;
  const { every, trueUpPeriods } = terms.contract.calendar;
  const next = shiftPeriod(last, every, 1);
  // What is held is measured again, however long ago; what waits is judged again; a disputed line is paid as it was computed.
  const isReached = ({ state }: LineLife) => state === 'held' || (state === 'waiting' && judgesAgain(event, period));
  const isOpen = carriedLines(ledger).some((line) => line.period === period && isReached(line.life));
  return inWindow(terms, period, next) || isOpen ? null : shiftPeriod(next, every, -trueUpPeriods);
}
