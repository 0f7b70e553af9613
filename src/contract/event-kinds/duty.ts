import type { LocalDate, PeriodId } from '../../kernel/calendar.js';
import { PARTIES, type Party } from '../../kernel/party.js';
import { anyOf, type DutyPeriods, type Given, named, texts, today } from './offers.js';
import type { Duties, EventBase, EventKindRecord } from './record.js';

export interface DutyEvent extends EventBase {
  readonly kind: 'duty';
  readonly duty: string;
  readonly period: PeriodId;
  readonly on: LocalDate;
  readonly evidence: readonly string[];
  /** Both approved the event: it was done on `on`, whatever the file's date. */
  readonly agreed: boolean;
}

function owedBy({ duty: id }: DutyEvent, duties: Duties): Party | null {
  return duties.find((each) => each.id === id)?.owes ?? null;
}

/** The periods of which it may be filed: of one that is filed late only what both say. */
function openIn(given: Given, { owed, late }: DutyPeriods): readonly PeriodId[] {
  return given.get('agreed') === 'true' ? [...late, ...owed] : owed;
}

export const duty: EventKindRecord<DutyEvent> = {
  normalize: (data, _, base) => ({
    ...base,
    kind: data.kind,
    duty: data.duty,
    period: data.period,
    on: data.on,
    evidence: data.evidence,
    agreed: data.agreed ?? false,
  }),
  filedBy: (event, duties) => owedBy(event, duties),
  alone: (event, duties) => !event.agreed && event.party !== null && owedBy(event, duties) === event.party,
  about: 'duty',
  answers: null,
  periods: 'of-the-term',
  earliest: null,
  mayBeAhead: false,
  amount: null,
  movesSettled: true,
  reachesRest: false,
  offers: {
    party: anyOf((given, { duties }) => {
      const open = duties.filter((each) => openIn(given, each).length > 0);
      const { duty: found } = duties.find(({ duty: { id } }) => id === given.get('duty')) ?? open[0] ?? {};
      return found === undefined ? PARTIES : [found.owes];
    }),
    duty: named((given, { duties }) => duties.flatMap((each) => (openIn(given, each).length === 0 ? [] : each.duty.id))),
    period: named((given, { duties }) => {
      const own = duties.find(({ duty: { id } }) => id === given.get('duty'));
      return own === undefined ? [] : openIn(given, own);
    }),
    on: today,
    evidence: texts,
    agreed: anyOf(() => ['false', 'true']),
  },
  setAside: false,
  again: 'anew',
};
