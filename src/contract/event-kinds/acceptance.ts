import type { LocalDate } from '../../kernel/calendar.js';
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
  mayBeAhead: false,
  amount: null,
  movesSettled: true,
  reachesRest: false,
  setAside: false,
};
