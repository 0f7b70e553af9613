import type { PeriodId } from '../../kernel/calendar.js';
import type { Party } from '../../kernel/party.js';
import type { Exact } from '../../kernel/rational.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface DisputeEvent extends EventBase {
  readonly kind: 'dispute';
  readonly party: Party;
  readonly period: PeriodId;
  readonly line: string;
  readonly claimed: Exact;
  readonly reason: string;
  readonly evidence: readonly string[];
}

export const dispute: EventKindRecord<DisputeEvent> = {
  normalize: (data, read, base) => ({
    ...base,
    kind: data.kind,
    party: data.party,
    period: data.period,
    line: data.line,
    claimed: read.amount('claimed'),
    reason: data.reason,
    evidence: data.evidence,
  }),
  filedBy: () => null,
  alone: (event) => event.party !== null,
  about: null,
  answers: null,
  periods: 'any',
  mayBeAhead: false,
  amount: { field: 'claimed', nonZero: false, of: (event) => event.claimed },
  movesSettled: false,
  reachesRest: true,
  setAside: true,
};
