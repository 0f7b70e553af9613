import type { LocalDate } from '../../kernel/calendar.js';
import { anyOf, named, requestsOf, text, today } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface RefusalEvent extends EventBase {
  readonly kind: 'refusal';
  readonly milestone: string;
  readonly on: LocalDate;
  readonly reason: string;
  readonly answers: string;
}

export const refusal: EventKindRecord<RefusalEvent> = {
  normalize: (data, _, base) => ({
    ...base,
    kind: data.kind,
    party: 'brand',
    milestone: data.milestone,
    on: data.on,
    reason: data.reason,
    answers: data.answers,
  }),
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
    milestone: named((_, { refusable }) => refusable.map(({ milestone }) => milestone)),
    on: today,
    reason: text,
    answers: named((given, { refusable }) => requestsOf(given, refusable)),
  },
  setAside: false,
  again: 'once',
};
