import type { PeriodId } from '../../kernel/calendar.js';
import { PARTIES } from '../../kernel/party.js';
import { anyOf, named, texts } from './offers.js';
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
    party: anyOf((_, { acknowledgeable }) => {
      const asked = PARTIES.filter((each) => acknowledgeable.some(({ party }) => party === each));
      return [...asked, ...PARTIES];
    }),
    period: named((_, { reviewable }) => reviewable),
    findings: texts,
    actions: texts,
    acknowledges: anyOf((given, { acknowledgeable }) => {
      // what costs a party money it acknowledges one by one, never along with what merely stands out
      const free = acknowledgeable.flatMap(({ id, party }) => (party === null ? [id] : []));
      const own = acknowledgeable.flatMap(({ id, party }) => (party !== null && party === given.get('party') ? [id] : []));
      return [free, ...[...(free.length > 1 ? free : []), ...own].map((id) => [id])]
        .filter((each) => each.length > 0)
        .map((each) => `[${each.join(', ')}]`);
    }),
  },
  setAside: false,
  again: 'anew',
};
