import type { Exact } from '../../kernel/rational.js';
import { either, named, written } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface ResolutionEvent extends EventBase {
  readonly kind: 'resolution';
  readonly answers: string;
  readonly amount: Exact;
}

export const resolution: EventKindRecord<ResolutionEvent> = {
  normalize: (data, read, base) => ({ ...base, kind: data.kind, answers: data.answers, amount: read.amount('amount') }),
  filedBy: () => null,
  alone: () => false,
  about: null,
  answers: { kind: 'dispute', once: 'of-each-kind' },
  periods: 'any',
  earliest: null,
  mayBeAhead: false,
  amount: { field: 'amount', nonZero: false, of: (event) => event.amount },
  movesSettled: true,
  reachesRest: true,
  offers: {
    party: either,
    answers: named((_, { unresolved }) => unresolved.map(({ file }) => file)),
    // what the parties have agreed on nobody else knows: an example would be one party's claim
    amount: written(() => null),
  },
  setAside: true,
  again: 'once',
};
