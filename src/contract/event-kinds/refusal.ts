import type { LocalDate } from '../../kernel/calendar.js';
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
  mayBeAhead: false,
  amount: null,
  movesSettled: true,
  reachesRest: false,
  setAside: false,
};
