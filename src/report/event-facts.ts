import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import { addDays, type LocalDate } from '../kernel/calendar.js';
import { fixedBy, lapseDate } from '../settlement/disputes.js';
import type { ReportContext } from './report-context.js';

/** The events of a kind that a document counted. */
export function eventsOfKind<K extends ContractEvent['kind']>({ events }: ReportContext, kind: K): EventOf<K>[] {
  return events.filter((event): event is EventOf<K> => event.kind === kind);
}

/** The events that the statement before did not know yet. */
export function newEvents({ events, before }: ReportContext): ContractEvent[] {
  const known = new Set((before?.events ?? []).map(({ file }) => file));
  return events.filter(({ file }) => !known.has(file));
}

/** A dispute of a line that nothing has resolved, and the day on which it lapses. */
export interface Unresolved {
  readonly dispute: EventOf<'dispute'>;
  readonly lapsesOn: LocalDate;
}

/** Disputes of lines without a resolution: open ones lapse after the document's asOf. */
export function unresolvedDisputes(context: ReportContext): Unresolved[] {
  const { events, terms } = context;
  return eventsOfKind(context, 'dispute')
    .filter((dispute) => fixedBy(dispute, events) === null)
    .map((dispute) => ({ dispute, lapsesOn: lapseDate(dispute, events, terms.contract.disputes.days) }));
}

/** Disputes that lapsed after the statement before, up to this one. */
export function lapsedNow(context: ReportContext, asOf: LocalDate): Unresolved[] {
  const since = context.before?.asOf ?? '';
  return unresolvedDisputes(context).filter(({ lapsesOn }) => lapsesOn > since && lapsesOn <= asOf);
}

/** The termination that ends the term: of several the one with the earliest day. */
export function terminationOf(context: ReportContext): EventOf<'termination'> | null {
  return eventsOfKind(context, 'termination').reduce<EventOf<'termination'> | null>(
    (first, event) => (first === null || event.on < first.on ? event : first),
    null,
  );
}

/** The request by whose silence a milestone was given up to a day; null where the brand accepted it, or nobody asked. */
export function givenBySilence(context: ReportContext, milestone: string, upTo: LocalDate): EventOf<'acceptance_request'> | null {
  if (eventsOfKind(context, 'acceptance').some((event) => event.milestone === milestone)) return null;
  const { days } = context.terms.contract.acceptance;
  const refused = (file: string) => eventsOfKind(context, 'refusal').some(({ answers }) => answers === file);
  const silent = eventsOfKind(context, 'acceptance_request').filter((event) => {
    const from = event.on > event.date ? event.on : event.date;
    return event.milestone === milestone && addDays(from, days) <= upTo && !refused(event.file);
  });
  return silent[0] ?? null;
}

/** The reviews that acknowledge something, by their files. */
export function reviewsOf(context: ReportContext, id: string): EventOf<'review'>[] {
  return eventsOfKind(context, 'review').filter((event) => event.acknowledges.includes(id));
}
