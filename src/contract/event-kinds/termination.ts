import type { LocalDate } from '../../kernel/calendar.js';
import type { Party } from '../../kernel/party.js';
import { named, possible, text } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface TerminationEvent extends EventBase {
  readonly kind: 'termination';
  readonly party: Party;
  readonly on: LocalDate;
  readonly cause: string;
}

export const termination: EventKindRecord<TerminationEvent> = {
  normalize: (data, _, base) => ({ ...base, kind: data.kind, party: data.party, on: data.on, cause: data.cause }),
  filedBy: () => null,
  alone: (event) => event.party !== null,
  about: 'exit',
  answers: null,
  periods: 'any',
  earliest: null,
  mayBeAhead: true,
  amount: null,
  movesSettled: true,
  reachesRest: true,
  offers: {
    party: named((_, { terminable }) => terminable.parties),
    on: possible((_, { terminable }) => terminable.on),
    cause: text,
  },
  setAside: false,
  again: 'once',
};
