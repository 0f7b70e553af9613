import type { WrittenEvent } from '../../generated/written.js';
import { acceptance } from './acceptance.js';
import { acceptanceRequest } from './acceptance-request.js';
import { correction } from './correction.js';
import { dispute } from './dispute.js';
import { duty } from './duty.js';
import { escalation } from './escalation.js';
import { exclusion } from './exclusion.js';
import { lateness } from './lateness.js';
import { payment } from './payment.js';
import type { EventBase, EventKindRecord } from './record.js';
import { refusal } from './refusal.js';
import { remeasure } from './remeasure.js';
import { resolution } from './resolution.js';
import { review } from './review.js';
import { termination } from './termination.js';
import { witness } from './witness.js';

/** Every kind of event that the schema has, each with its record: one that is missing here does not compile. */
export const eventKinds = {
  exclusion,
  dispute,
  escalation,
  resolution,
  acceptance_request: acceptanceRequest,
  acceptance,
  refusal,
  review,
  duty,
  lateness,
  payment,
  correction,
  remeasure,
  termination,
  witness,
} satisfies {
  [K in WrittenEvent['kind']]: EventKindRecord<EventBase & { readonly kind: K }>;
};

export type EventKind = keyof typeof eventKinds;
type EventIn<R> = R extends EventKindRecord<infer E> ? E : never;
/** An event of one kind. */
export type EventOf<K extends EventKind> = EventIn<(typeof eventKinds)[K]>;
export type ContractEvent = { [K in EventKind]: EventOf<K> }[EventKind];

/** The record of an event's kind: of its own, so that methods which are written for one kind get that kind. */
export function eventKindOf({ kind }: Pick<ContractEvent, 'kind'>): EventKindRecord<ContractEvent> {
  return eventKinds[kind];
}

/** A kind as messages name it: as it is typed, in Chinese with what it is called. */
export function kindPhrase(kind: EventKind): string {
  return `@event.kind.${kind}`;
}
