import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import {
  addDays,
  type DateRange,
  daysInclusive,
  type Every,
  type LocalDate,
  minDate,
  type PeriodId,
  periodDays,
  shiftPeriod,
} from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { type TermPeriod, termPeriods } from '../kernel/period.js';
import { remembered } from '../kernel/remembered.js';

/** The periods of a contract as they really run: a termination ends the term early. */
export interface Timeline {
  readonly periods: readonly TermPeriod[];
  /** Last day in force. */
  readonly end: LocalDate;
  readonly termination: EventOf<'termination'> | null;
}

/** The periods of a contract up to its term's end, or to the earliest termination that its events bring. */
export function timeline(contract: Contract, events: readonly ContractEvent[]): Timeline {
  let termination: EventOf<'termination'> | null = null;
  for (const event of events) {
    if (event.kind === 'termination' && (termination === null || event.on < termination.on)) termination = event;
  }
  const end = termination === null ? contract.term.to : minDate(contract.term.to, termination.on);
  return { periods: periodsUntil(contract, end), end, termination };
}

/** That a party has ended the term early: by which event of which day, and the last day in force. */
export interface EarlyEnd {
  readonly by: Party;
  readonly on: LocalDate;
  readonly file: string;
  readonly noticed: LocalDate;
}

/** The termination that ends the term before its own last day; null where none does. */
export function earlyEnd({ term }: Contract, { end, termination }: Timeline): EarlyEnd | null {
  if (termination === null || end === term.to) return null;
  const { party, file, date } = termination;
  return { by: party, on: end, file, noticed: date };
}

const periodsUntil = remembered(({ term, calendar }: Contract, to: LocalDate): readonly TermPeriod[] =>
  termPeriods({ from: term.from, to }, calendar.every),
);

/** A period with given days in force: how a settled one is read back from its statement. */
export function periodInForce(id: PeriodId, every: Every, inForce: DateRange): TermPeriod {
  const calendar = periodDays(id, every);
  if (calendar === null) throw new RangeError(`no ${every}: ${id}`);
  return {
    id,
    calendar,
    inForce,
    daysInForce: daysInclusive(inForce.from, inForce.to),
    daysInPeriod: daysInclusive(calendar.from, calendar.to),
  };
}

/** What is settled next: a period in force, or a tail after the last one. */
export interface Target {
  readonly period: PeriodId;
  /** Null in a tail. */
  readonly inForce: TermPeriod | null;
  /** The first date on which it is due. */
  readonly dueOn: LocalDate;
}

/** The target that follows the last settled one (or the first); a tail where the term is over. */
export function targetAfter(contract: Contract, line: Timeline, settled: PeriodId | null): Target | null {
  const { every, lockAfterDays } = contract.calendar;
  const next = settled === null ? line.periods[0] : line.periods.find((period) => period.id > settled);
  if (next !== undefined) return { period: next.id, inForce: next, dueOn: addDays(next.inForce.to, lockAfterDays) };
  if (settled === null) return null;
  const id = shiftPeriod(settled, every, 1);
  const days = periodDays(id, every);
  return days === null ? null : { period: id, inForce: null, dueOn: addDays(days.to, lockAfterDays) };
}

/** How many periods `later` lies after `earlier`. */
export function periodsBetween(earlier: PeriodId, later: PeriodId, every: Every): number {
  let steps = 0;
  for (let id = earlier; id < later; id = shiftPeriod(id, every, 1)) steps += 1;
  return steps;
}
