import type { LocalDate } from '../../kernel/calendar.js';
import { anyOf, named, today } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface AcceptanceRequestEvent extends EventBase {
  readonly kind: 'acceptance_request';
  readonly milestone: string;
  readonly on: LocalDate;
}

export const acceptanceRequest: EventKindRecord<AcceptanceRequestEvent> = {
  normalize: (data, _, base) => ({ ...base, kind: data.kind, party: 'provider', milestone: data.milestone, on: data.on }),
  filedBy: () => 'provider',
  alone: ({ party }) => party === 'provider',
  about: 'milestone',
  answers: null,
  periods: 'any',
  earliest: null,
  mayBeAhead: false,
  amount: null,
  movesSettled: false,
  reachesRest: false,
  offers: {
    party: anyOf(() => ['provider']),
    milestone: named((_, { requestable }) => requestable),
    on: today,
  },
  setAside: false,
  again: 'anew',
};
