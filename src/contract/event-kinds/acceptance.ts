import type { LocalDate } from '../../kernel/calendar.js';
import { anyOf, named, requestsOf, today } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface AcceptanceEvent extends EventBase {
  readonly kind: 'acceptance';
  readonly milestone: string;
  readonly on: LocalDate;
}

export const acceptance: EventKindRecord<AcceptanceEvent> = {
  normalize: (data, _, base) => ({ ...base, kind: data.kind, party: 'brand', milestone: data.milestone, on: data.on }),
  filedBy: () => 'brand',
  alone: ({ party }) => party === 'brand',
  about: 'milestone',
  answers: { kind: 'acceptance_request', once: 'of-all' },
  periods: 'any',
  earliest: null,
  mayBeAhead: false,
  amount: null,
  movesSettled: true,
  reachesRest: false,
  offers: {
    party: anyOf(() => ['brand']),
    milestone: named((_, { acceptable }) => acceptable),
    on: today,
    answers: anyOf((given, { refusable }) => requestsOf(given, refusable)),
  },
  setAside: false,
  again: 'once',
};
