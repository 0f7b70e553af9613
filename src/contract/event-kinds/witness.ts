import type { PeriodId } from '../../kernel/calendar.js';
import { either, found, named, written } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface WitnessEvent extends EventBase {
  readonly kind: 'witness';
  readonly period: PeriodId;
  readonly evidenceDigest: string;
  readonly result: 'same' | 'same_money' | 'different';
  readonly engine: string;
}

export const witness: EventKindRecord<WitnessEvent> = {
  normalize: ({ kind, period, evidenceDigest, result, engine }, _, base) => ({ ...base, kind, period, evidenceDigest, result, engine }),
  filedBy: () => null,
  alone: () => true,
  about: null,
  answers: null,
  periods: 'any',
  earliest: 'begun',
  mayBeAhead: false,
  amount: null,
  movesSettled: false,
  reachesRest: false,
  offers: {
    party: either,
    period: named((_, { witnessable }) => witnessable),
    // what one has not measured oneself stands in no example: filed as it is, it would say what nobody has found
    evidenceDigest: written(() => null),
    result: found(['same', 'same_money', 'different'] satisfies readonly WitnessEvent['result'][]),
    engine: written((_, { engine }) => engine),
  },
  setAside: true,
  again: 'anew',
};
