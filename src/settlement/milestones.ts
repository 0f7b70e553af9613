import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate } from '../kernel/calendar.js';
import { acceptanceDate, acceptanceFacts, requestedOn } from './acceptance.js';
import { type CarriedLine, type LifeState, takesMilestone } from './line-life.js';
import { EVER } from './without-effect/scene.js';

/*
 * What may still be done about milestones on a day, each with the last day for it.
 */

/** A milestone that nobody has accepted and no silence gives: its acceptance may be asked for up to and including that day. */
export interface StandingMilestone {
  readonly milestone: string;
  readonly askUntil: LocalDate;
  /** The last refusal of it, which a new request answers; absent where nobody has asked. */
  readonly refused?: Refused;
}

/** That the brand has refused a milestone: from when on that counts, and why. */
export interface Refused {
  readonly file: string;
  readonly on: LocalDate;
  readonly reason: string;
}

/** A request that is neither accepted nor refused: up to and including that day it may be, and from it on the milestone is given by itself. */
export interface StandingRequest {
  readonly milestone: string;
  readonly file: string;
  readonly givenOn: LocalDate;
}

/** States in which nothing that is filed about a milestone moves the line that has taken it. */
const TAKEN: ReadonlySet<LifeState> = new Set(['accepted', 'disputed', 'decided', 'resolved']);

/** The line by which a milestone is settled for good, of those that the last statement carries; null where none is. */
export function takingLine(carried: readonly CarriedLine[], milestone: string): CarriedLine | null {
  return carried.find(({ line, life }) => line === milestone && TAKEN.has(life.state) && takesMilestone(life)) ?? null;
}

/** Milestones that nobody has accepted and no silence gives, whether they may still be asked for or not. */
export function openMilestones(contract: Contract, events: readonly ContractEvent[]): StandingMilestone[] {
  const facts = acceptanceFacts(contract, { events, asOf: EVER });
  return contract.fees.flatMap((fee) => {
    if (fee.kind !== 'milestone' || acceptanceDate(fee, facts) !== null) return [];
    const refused = lastRefusal(events, fee.id);
    return [{ milestone: fee.id, askUntil: fee.due, ...(refused === null ? {} : { refused }) }];
  });
}

/** Those of them that may still be asked for. */
export function askableMilestones(contract: Contract, events: readonly ContractEvent[], asOf: LocalDate): StandingMilestone[] {
  return openMilestones(contract, events).filter(({ askUntil }) => asOf <= askUntil);
}

function lastRefusal(events: readonly ContractEvent[], milestone: string): Refused | null {
  const refusals = events.filter((event) => event.kind === 'refusal' && event.milestone === milestone);
  const last = refusals.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).at(-1);
  return last?.kind === 'refusal' ? { file: last.file, on: last.date, reason: last.reason } : null;
}

/** Requests that may still be answered: not of a milestone that a statement has settled. */
export function openRequests(
  { acceptance }: Contract,
  events: readonly ContractEvent[],
  carried: readonly CarriedLine[],
  asOf: LocalDate,
): StandingRequest[] {
  const isAnswered = ({ file, milestone, date }: EventOf<'acceptance_request'>) =>
    events.some(
      (event) =>
        (event.kind === 'refusal' && event.answers === file) ||
        (event.kind === 'acceptance' && event.milestone === milestone && event.date >= date),
    );
  return events.flatMap((event) => {
    if (event.kind !== 'acceptance_request' || isAnswered(event) || takingLine(carried, event.milestone) !== null) return [];
    const givenOn = addDays(requestedOn(event), acceptance.days);
    return givenOn >= asOf ? [{ milestone: event.milestone, file: event.file, givenOn }] : [];
  });
}
