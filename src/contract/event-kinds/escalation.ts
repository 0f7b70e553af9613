import { either, named } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface EscalationEvent extends EventBase {
  readonly kind: 'escalation';
  readonly answers: string;
}

export const escalation: EventKindRecord<EscalationEvent> = {
  normalize: (data, _, base) => ({ ...base, kind: data.kind, answers: data.answers }),
  filedBy: () => null,
  alone: (event) => event.party !== null,
  about: null,
  answers: { kind: 'dispute', once: 'of-each-kind' },
  periods: 'any',
  earliest: null,
  mayBeAhead: false,
  amount: null,
  movesSettled: false,
  reachesRest: true,
  offers: {
    party: either,
    answers: named((_, { escalatable }) => escalatable.map(({ file }) => file)),
  },
  setAside: true,
  again: 'once',
};
