import type { LocalDate } from '../../kernel/calendar.js';
import type { Exact } from '../../kernel/rational.js';
import { either, text, today, written } from './offers.js';
import type { EventBase, EventKindRecord } from './record.js';

export interface PaymentEvent extends EventBase {
  readonly kind: 'payment';
  readonly amount: Exact;
  readonly on: LocalDate;
  readonly reference: string;
}

export const payment: EventKindRecord<PaymentEvent> = {
  normalize: (data, read, base) => ({
    ...base,
    kind: data.kind,
    amount: read.amount('amount'),
    on: data.on,
    // NFC as all text from its reading on; a space at an end is nobody's reference.
    reference: data.reference.trim(),
  }),
  filedBy: () => null,
  alone: (event) => event.party !== null,
  about: null,
  answers: null,
  periods: 'any',
  earliest: null,
  mayBeAhead: false,
  amount: { field: 'amount', nonZero: true, of: (event) => event.amount },
  movesSettled: false,
  reachesRest: false,
  offers: {
    party: either,
    amount: written((_, { open }) => open),
    on: today,
    reference: text,
  },
  setAside: true,
  again: 'adds',
};
