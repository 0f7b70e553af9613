import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { DateRange, LocalDate, PeriodId } from '../kernel/calendar.js';
import type { RecordedCalendar } from '../kernel/zone-record.js';

/** What is to be measured for one contract in one run. */
export interface MeasurementRequest {
  readonly contract: string;
  /** Rows after this local date are not known yet: neither freshness nor a running period counts them. */
  readonly asOf: LocalDate;
  /** Ascending. Each period is measured under the terms it is settled on. */
  readonly periods: readonly RequestedPeriod[];
  readonly spans: readonly RequestedSpan[];
  /** What cannot be read counts as a table without rows that was never loaded, so that it holds what needs it and nothing else. */
  readonly withoutUnreadable?: true;
}

export interface RequestedPeriod {
  readonly period: PeriodId;
  readonly inForce: DateRange;
  readonly terms: Terms;
  readonly termsDigest: string;
  /** The exclusions that touch this period (`drop` and `prorate`; the event's KPIs). */
  readonly exclusions: readonly EventOf<'exclusion'>[];
  /** What the period was last settled by, only where zone rules have changed since: it is measured by both. */
  readonly earlierRules?: RecordedCalendar;
}

/** A distinct count over several periods. */
export interface RequestedSpan {
  readonly measure: string;
  readonly terms: Terms;
  readonly termsDigest: string;
  readonly span: DateRange;
}
