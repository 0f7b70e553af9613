import type { eventKinds } from '../../src/contract/event-kinds/event-kinds.js';
import type { EventBase, EventKindRecord } from '../../src/contract/event-kinds/record.js';
import type { FeeOf, feeKinds, PeriodFeeKind } from '../../src/contract/fee-kinds/fee-kinds.js';
import type { FeeBase, FeeKindRecord } from '../../src/contract/fee-kinds/record.js';
import type { WrittenEvent, Fee as WrittenFee } from '../../src/generated/written.js';
import type { FeeComputation } from '../../src/settlement/fees/computation.js';

/*
 * Compiled, never run: a kind that is left out of a list must be a compile error. Each line below leaves one out; where the compiler
 * takes it all the same, the expectation itself fails.
 */

type FeeRecords = { [K in WrittenFee['kind']]: FeeKindRecord<FeeBase & { readonly kind: K }> };
type EventRecords = { [K in WrittenEvent['kind']]: EventKindRecord<EventBase & { readonly kind: K }> };
type Computations = { [K in PeriodFeeKind]: FeeComputation<FeeOf<K>> };

declare const fees: Omit<typeof feeKinds, 'rebate'>;
declare const events: Omit<typeof eventKinds, 'refusal'>;
declare const computations: Omit<Computations, 'rebate'>;
declare const record: Omit<(typeof feeKinds)['rebate'], 'step'>;

// @ts-expect-error a kind of fee without a record
export const allFees: FeeRecords = fees;
// @ts-expect-error a kind of event without a record
export const allEvents: EventRecords = events;
// @ts-expect-error a fee of a period without a computation: it would settle as 0.00 without a word
export const allComputations: Computations = computations;
// @ts-expect-error a record without its step
export const whole: (typeof feeKinds)['rebate'] = record;
