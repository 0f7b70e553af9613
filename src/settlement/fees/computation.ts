import type { FeeBase } from '../../contract/fee-kinds/record.js';
import type { Terms } from '../../contract/model.js';
import type { DateRange, LocalDate, PeriodId } from '../../kernel/calendar.js';
import type { TermPeriod } from '../../kernel/period.js';
import type { FeeContext } from '../fee-context.js';
import type { Gating } from '../gating.js';
import type { CarriedLine } from '../line-life.js';
import type { RawLine, TraceNotes } from '../raw-line.js';
import type { SettlementInput } from '../views.js';

/** What a period that has left the window may still be waited for by. */
export interface Awaiting {
  readonly input: Pick<SettlementInput, 'events' | 'asOf' | 'timeline'>;
  readonly period: TermPeriod;
  /** The fee's lines as the last statement left them. */
  readonly lines: readonly CarriedLine[];
  /** Whether a period's line is settled for good, but for corrections. */
  readonly isSettled: (at: PeriodId) => boolean;
  /** Whether a metric is undefined in the period. */
  readonly isUnknown: (metric: string) => boolean;
}

/** A metric over a span of days that is not a period. */
export interface MetricSpan extends DateRange {
  readonly metric: string;
}

/** How a kind of fee is settled: what it comes to in a period, and which other days that needs. */
export interface FeeComputation<F extends FeeBase> {
  compute(this: void, fee: F, context: FeeContext, notes: TraceNotes, gating: Gating): RawLine;
  /** Whether grace and gates are a part of its own rule, not a 0 in front of it. */
  readonly gatesItself: boolean;
  /** Whether a line of a later period still waits for what a period leaves undefined. */
  awaits(this: void, fee: F, awaiting: Awaiting): boolean;
  /** The span to date whose distinct counts a period's line needs; null for none. */
  span(this: void, fee: F, terms: Terms, inForce: DateRange, end: LocalDate): MetricSpan | null;
}

/** Of a fee that needs its own period alone. */
export const OF_ITS_PERIOD = { gatesItself: false, awaits: () => false, span: () => null } as const;
