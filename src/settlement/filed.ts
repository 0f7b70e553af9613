import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { LocalDate } from '../kernel/calendar.js';
import { isSamePayment, paymentsIn } from './balance.js';
import { lapseDate, lastDayToResolve } from './disputes.js';
import { carriedLines } from './ledger-entry.js';
import { openRequests } from './milestones.js';
import { outcomeOf } from './without-effect/duties.js';
import type { Scene } from './without-effect/scene.js';

/*
 * What becomes of an event that is filed, by the rules that settlement goes by and all that was filed: whoever files it is told that, and
 * not what its own fields alone would say.
 */

/** The last day to resolve or to escalate a dispute; null where there is none such. */
export function resolvableUntil({ terms, events }: Scene, file: string): LocalDate | null {
  const dispute = events.find((event) => event.file === file);
  return dispute?.kind === 'dispute' ? lastDayToResolve(lapseDate(dispute, events, terms.contract.disputes.days)) : null;
}

/** The last day to answer what is asked about a milestone, of several requests the first one's; null where none waits for an answer. */
export function answerableUntil({ terms, events, ledger }: Scene, { milestone, date }: EventOf<'acceptance_request'>): LocalDate | null {
  const open = openRequests(terms.contract, events, carriedLines(ledger), date);
  const days = open.flatMap((request) => (request.milestone === milestone ? request.givenOn : []));
  return days.sort()[0] ?? null;
}

/** The day on which a duty counts as done, by all that was filed about it; null where it is not owed. */
export function dutyDoneOn(scene: Scene, event: EventOf<'duty'>): LocalDate | null {
  return outcomeOf(event, scene, scene.events)?.doneOn ?? null;
}

/** The event that a payment counts by: the other party's where that has told of it before, else its own. */
export function countedPayment({ events }: Scene, event: EventOf<'payment'>): EventOf<'payment'> {
  const counted = paymentsIn(events);
  return counted.includes(event) ? event : (counted.find((each) => isSamePayment(each, event)) ?? event);
}
