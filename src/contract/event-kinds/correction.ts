import type { PeriodId } from '../../kernel/calendar.js';
import type { Exact } from '../../kernel/rational.js';
import { either, named, settledLine, text } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface CorrectionEvent extends EventBase {
  readonly kind: 'correction';
  readonly period: PeriodId;
  readonly line: string;
  readonly amount: Exact;
  readonly reason: string;
}

export const correction: EventKindRecord<CorrectionEvent> = {
  normalize: (data, read, base) => ({
    ...base,
    kind: data.kind,
    period: data.period,
    line: data.line,
    amount: read.amount('amount'),
    reason: data.reason,
  }),
  filedBy: () => null,
  alone: () => false,
  about: null,
  answers: null,
  periods: 'of-the-term-then',
  earliest: null,
  mayBeAhead: false,
  amount: { field: 'amount', nonZero: true, of: (event) => event.amount },
  movesSettled: false,
  reachesRest: false,
  offers: {
    party: either,
    period: named((_, { correctable }) => correctable),
    line: settledLine,
    amount: text,
    reason: text,
  },
  setAside: true,
  again: 'adds',
};
