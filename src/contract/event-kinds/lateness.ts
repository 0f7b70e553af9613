import type { PeriodId } from '../../kernel/calendar.js';
import { otherParty, PARTIES, type Party } from '../../kernel/party.js';
import { anyOf, named, texts } from './offers.js';
import type { Duties, EventBase, EventKindRecord } from './record.js';

/** The party that a duty is owed to says that it was late. */
export interface LatenessEvent extends EventBase {
  readonly kind: 'lateness';
  readonly party: Party;
  readonly duty: string;
  readonly period: PeriodId;
  readonly evidence: readonly string[];
}

function owedTo({ duty: id }: LatenessEvent, duties: Duties): Party | null {
  const duty = duties.find((each) => each.id === id);
  return duty === undefined ? null : otherParty(duty.owes);
}

export const lateness: EventKindRecord<LatenessEvent> = {
  normalize: (data, _, base) => ({
    ...base,
    kind: data.kind,
    party: data.party,
    duty: data.duty,
    period: data.period,
    evidence: data.evidence,
  }),
  filedBy: owedTo,
  alone: (event, duties) => owedTo(event, duties) === event.party,
  about: 'claim',
  answers: null,
  periods: 'of-the-term',
  earliest: null,
  mayBeAhead: false,
  amount: null,
  movesSettled: true,
  reachesRest: false,
  offers: {
    party: anyOf((given, { duties }) => {
      const claimable = duties.filter((each) => each.claimable.length > 0);
      const { duty } = claimable.find(({ duty: { id } }) => id === given.get('duty')) ?? claimable[0] ?? {};
      return duty === undefined ? PARTIES : [otherParty(duty.owes)];
    }),
    duty: named((_, { duties }) => duties.flatMap(({ duty, claimable }) => (claimable.length === 0 ? [] : duty.id))),
    period: named((given, { duties }) => duties.find(({ duty: { id } }) => id === given.get('duty'))?.claimable ?? []),
    evidence: texts,
  },
  setAside: false,
  again: 'anew',
};
