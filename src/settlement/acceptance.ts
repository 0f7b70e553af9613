import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Milestone } from '../contract/fee-kinds/milestone.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate, maxDate, minDate } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
import type { LedgerEntry } from './ledger-entry.js';
import { timeline } from './timeline.js';

/** What tells when a milestone counts as accepted, as one statement knows it. */
export interface AcceptanceFacts {
  readonly events: readonly ContractEvent[];
  readonly asOf: LocalDate;
  /** Of the statement's terms, whatever period is recomputed: how long the brand may leave a request unanswered. */
  readonly acceptanceDays: number;
  /** The last day in force: what is given after it belongs to it. */
  readonly end: LocalDate;
}

/** What tells it on a day, by the events that counted then. */
export function acceptanceFacts(contract: Contract, { events, asOf }: Pick<AcceptanceFacts, 'events' | 'asOf'>): AcceptanceFacts {
  return { events, asOf, acceptanceDays: contract.acceptance.days, end: timeline(contract, events).end };
}

/** What the last statement knew of it; null before the first. */
export function acceptanceKnownBefore(events: readonly ContractEvent[], ledger: readonly LedgerEntry[]): AcceptanceFacts | null {
  const last = ledger.at(-1);
  if (last === undefined) return null;
  const counted = new Set(last.statement.events.map((event) => event.file));
  const known = events.filter((event) => counted.has(event.file));
  return acceptanceFacts(last.terms.contract, { events: known, asOf: last.statement.asOf });
}

/** Whether a milestone is accepted by the end of a period. */
export function isAcceptedBy(fee: Milestone, period: TermPeriod, facts: AcceptanceFacts): boolean {
  const acceptedOn = acceptanceDate(fee, facts);
  return acceptedOn !== null && acceptedOn <= period.inForce.to;
}

/**
 * The date from which a milestone is accepted, or null: the brand's acceptance, up to due or in answer to a request made by
 * then, or such a request that nobody answered for `acceptance.days`.
 */
export function acceptanceDate(fee: Milestone, { events, asOf, acceptanceDays, end }: AcceptanceFacts): LocalDate | null {
  const mine = milestoneEvents(fee, events);
  const requests = timelyRequests(fee, mine);
  const dates: LocalDate[] = [];
  for (const event of mine) {
    if (event.kind !== 'acceptance') continue;
    const answersOne = requests.some((request) => request.date <= event.date && !isRefused(mine, request, event.date));
    if (event.on <= fee.due || answersOne) dates.push(minDate(event.on, end));
  }
  for (const request of requests) {
    const givenOn = addDays(requestedOn(request), acceptanceDays);
    if (givenOn <= asOf && !isRefused(mine, request, givenOn)) dates.push(minDate(givenOn, end));
  }
  return dates.sort()[0] ?? null;
}

/** Whether a milestone that is not accepted still may be: by its due day, or by an answer or silence to a request made by then. */
export function mayBeAccepted(fee: Milestone, facts: AcceptanceFacts): boolean {
  const { asOf } = facts;
  if (acceptanceDate(fee, facts) !== null) return false;
  const mine = milestoneEvents(fee, facts.events);
  return asOf < fee.due || timelyRequests(fee, mine).some((request) => !isRefused(mine, request, asOf));
}

function milestoneEvents(fee: Milestone, events: readonly ContractEvent[]) {
  return events.filter((event) => 'milestone' in event && event.milestone === fee.id);
}

function timelyRequests(fee: Milestone, mine: readonly ContractEvent[]): EventOf<'acceptance_request'>[] {
  return mine.filter(
    (event): event is EventOf<'acceptance_request'> => event.kind === 'acceptance_request' && requestedOn(event) <= fee.due,
  );
}

/** A request counts from the later of what it says and its file's date. */
export function requestedOn({ on, date }: EventOf<'acceptance_request'>): LocalDate {
  return maxDate(on, date);
}

function isRefused(mine: readonly ContractEvent[], request: EventOf<'acceptance_request'>, until: LocalDate): boolean {
  return mine.some((event) => event.kind === 'refusal' && event.answers === request.file && event.date <= until);
}
