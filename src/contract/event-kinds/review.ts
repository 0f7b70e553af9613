import type { PeriodId } from '../../kernel/calendar.js';
import { begunPeriod, either, texts } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface ReviewEvent extends EventBase {
  readonly kind: 'review';
  readonly period: PeriodId;
  readonly findings: readonly string[];
  readonly actions: readonly string[];
  readonly acknowledges: readonly string[];
}

export const review: EventKindRecord<ReviewEvent> = {
  normalize: (data, _, base) => ({
    ...base,
    kind: data.kind,
    period: data.period,
    findings: data.findings,
    actions: data.actions ?? [],
    acknowledges: data.acknowledges ?? [],
  }),
  filedBy: () => null,
  alone: (event) => event.party !== null,
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
    period: begunPeriod,
    findings: texts,
    actions: texts,
    acknowledges: texts,
  },
  setAside: false,
};
