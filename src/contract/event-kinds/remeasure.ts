import type { PeriodId } from '../../kernel/calendar.js';
import { either, named, text } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface RemeasureEvent extends EventBase {
  readonly kind: 'remeasure';
  readonly period: PeriodId;
  readonly reason: string;
}

export const remeasure: EventKindRecord<RemeasureEvent> = {
  normalize: (data, _, base) => ({ ...base, kind: data.kind, period: data.period, reason: data.reason }),
  filedBy: () => null,
  alone: () => false,
  about: null,
  answers: null,
  periods: 'any',
  earliest: null,
  mayBeAhead: false,
  amount: null,
  movesSettled: false,
  reachesRest: false,
  offers: {
    party: either,
    period: named((_, { proposed }) => proposed),
    reason: text,
  },
  setAside: true,
  again: 'anew',
};
