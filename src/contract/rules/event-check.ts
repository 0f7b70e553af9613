import type { WrittenEvent } from '../../generated/written.js';
import { type DateRange, isDate, type LocalDate, minDate, type PeriodId, periodDays } from '../../kernel/calendar.js';
import type { Issue, Position } from '../../kernel/issue.js';
import { type TermPeriod, termPeriods } from '../../kernel/period.js';
import { remembered } from '../../kernel/remembered.js';
import { type IssueParams, issue } from '../../words/issue.js';
import type { ContractEvent, EventOf } from '../event-kinds/event-kinds.js';
import type { Terms } from '../model.js';
import { quote } from '../quote.js';
import type { Path, Source } from '../source.js';

/** An event with its file. */
export interface CheckedEvent<E extends ContractEvent = ContractEvent> {
  readonly event: E;
  readonly written: WrittenEvent;
  readonly source: Source;
}

/** What rules about events look at. */
export interface EventsCheck {
  readonly terms: Terms;
  /**
   * The terms above and those that periods were settled on: an event stays valid when a later change removes what it
   * names, because the periods it concerns keep their own terms.
   */
  readonly everyTerms: readonly Terms[];
  /** The lines of each settled period's statement that disputes and corrections may name. */
  readonly listed: ReadonlyMap<PeriodId, readonly string[]>;
  /** The event files that statements have counted: a rule that came later stops no contract by what is on record. */
  readonly counted: ReadonlySet<string>;
  readonly periods: readonly TermPeriod[];
  /** Ascending by file name. */
  readonly events: readonly CheckedEvent[];
}

/** A name that an event gives to what is not there: no event can define it. */
export function notThere(at: Position, params: IssueParams<'unknown-reference'>): Issue {
  const found = issue('unknown-reference', at, params);
  return { ...found, params: { ...found.params, inEvent: at.path } };
}

/** The events of one kind. */
export function eventsOf<K extends ContractEvent['kind']>(check: EventsCheck, kind: K): CheckedEvent<EventOf<K>>[] {
  return check.events.filter((entry): entry is CheckedEvent<EventOf<K>> => entry.event.kind === kind);
}

/** Asked for with every event that names a period. */
const terminationsIn = remembered((check: EventsCheck) => eventsOf(check, 'termination'));

/** The term as it was known on a day: what was terminated by then ends it early. */
function termKnownOn(check: EventsCheck, day: LocalDate): DateRange {
  const { from, to } = check.terms.contract.term;
  const ends = terminationsIn(check).flatMap(({ event }) => (event.date <= day && isDate(event.on) ? [event.on] : []));
  return { from, to: ends.reduce(minDate, to) };
}

/** The periods in force as they were known on a day. */
export function periodsKnownOn(check: EventsCheck, day: LocalDate): readonly TermPeriod[] {
  const { term, calendar } = check.terms.contract;
  const known = termKnownOn(check, day);
  return known.to < term.to ? termPeriods(known, calendar.every) : check.periods;
}

/** The term by all that was filed: days after a termination are no days of it, whenever an event about them was filed. */
export const termInForce = remembered((check: EventsCheck): DateRange => termKnownOn(check, END_OF_DAYS));

const END_OF_DAYS: LocalDate = '9999-12-31';

/**
 * An issue where a period is none of the calendar or lies before the term; with `last`, the last one in which it may lie, also
 * where it lies after that.
 */
export function periodIssues(check: EventsCheck, source: Source, path: Path, period: PeriodId, last: PeriodId | null): Issue[] {
  const { every } = check.terms.contract.calendar;
  if (periodDays(period, every) === null) {
    return [issue('wrong-period', source.at(path), { found: quote(period), every: `@every.${every}` })];
  }
  const from = check.periods[0]?.id ?? '';
  // Statements go on after the term, as tails with the calendar's ids.
  if (period >= from && (last === null || period <= last)) return [];
  return [issue('period-outside-term', source.at(path), { found: period, from, to: last ?? '…' })];
}
