import type { DateRange, LocalDate, PeriodId } from '../kernel/calendar.js';
import type { Exact } from '../kernel/rational.js';
import type { RecordedCalendar } from '../kernel/zone-record.js';

/*
 * Evidence: all that a statement knows of the warehouse. Aggregates only, numbers as text, no row of anybody.
 * Its digest is the same from every engine.
 */

/** One day's sum of a measure; money is per currency, before conversion. */
export interface EvidenceDay {
  readonly day: LocalDate;
  /** Only for measures with a currency column. */
  readonly currency?: string;
  readonly rows: number;
  /** Of them, rows whose summed column or currency is NULL; absent where there are none. */
  readonly nulls?: number;
  /** A sum as decimal text, or a count. Absent for distinct counts. */
  readonly value?: Exact;
  /** Where the measure is divided: its parts, which add up to the day exactly. No score and no fee reads them. */
  readonly parts?: readonly EvidencePart[];
}

/** A part of a day: what {@link EvidenceDay} says, of its rows alone. */
export interface EvidencePart extends Omit<EvidenceDay, 'day' | 'currency' | 'parts'> {
  /** Its value of each dimension of the measure, null for all others and for NULL. */
  readonly of: readonly (string | null)[];
}

/** A measure over the days in force of one period. */
export interface EvidenceMeasure {
  readonly id: string;
  /** Selected rows. */
  readonly rows: number;
  /** Selected rows whose summed column or currency is NULL. */
  readonly nulls: number;
  /** Rows of the whole fact that match what it asks for and have no time: in no period. Absent where there are none. */
  readonly undated?: number;
  /** Ascending by day, then currency; only days with rows. */
  readonly days: readonly EvidenceDay[];
  /** Exact distinct count over the period, for `countDistinct`. */
  readonly distinct?: number;
  /** The same of each part; they do not add up, since what is seen in two parts counts in both. */
  readonly parts?: readonly { readonly of: EvidencePart['of']; readonly distinct: number }[];
}

/** A measure on the rows that a KPI keeps after its `drop` and `prorate` exclusions. */
export interface EvidenceVariant extends Omit<EvidenceMeasure, 'parts' | 'undated'> {
  readonly kpi: string;
}

/** Keys by day: how many began to repeat on it. */
export interface EvidenceKeys {
  readonly day: LocalDate;
  readonly keys: number;
}

/** Data quality of the rows of one fact under one `when`, over the days in force. */
export interface EvidenceScan {
  readonly column: string;
  readonly zone?: string;
  readonly rows: number;
  /** Rows of the whole fact whose `when` is NULL: in no period. */
  readonly nullWhen: number;
  /** Grain keys that occur more than once in these days. */
  readonly duplicateKeys: number;
  /** The same by the day of their second row, ascending; absent where none repeats. */
  readonly duplicateDays?: readonly EvidenceKeys[];
  /** Grain keys that occur here and in an earlier period measured with this one; by the day of their first row here. */
  readonly repeatedKeys: readonly { readonly period: PeriodId; readonly keys: number; readonly days: readonly EvidenceKeys[] }[];
}

export interface EvidenceFact {
  readonly id: string;
  /** Largest load time, or largest `when`, up to `asOf`; ISO instant. Absent when there is none. */
  readonly freshAt?: string;
  /** Whether freshAt reaches the end of the period's last day in force. */
  readonly complete: boolean;
  readonly scans: readonly EvidenceScan[];
}

/** A conversion rate that was used: the last on or before `day`. */
export interface EvidenceRate {
  readonly currency: string;
  readonly day: LocalDate;
  /** The day of the rate found, within `maxAgeDays`; absent when there is none. */
  readonly rateDay?: LocalDate;
  readonly rate?: Exact;
  /** Why there is no usable rate although a row was found. */
  readonly problem?: 'duplicate' | 'not_positive';
}

/**
 * The same rows counted by the rules of the evidence that the period was last settled on: what differs from that evidence
 * is the data's doing, what differs from this period's own measures is the rules'.
 */
export interface EvidenceUnderEarlierRules {
  readonly calendar: RecordedCalendar;
  readonly measures: readonly EvidenceMeasure[];
  readonly variants: readonly EvidenceVariant[];
}

export interface EvidencePeriod {
  readonly period: PeriodId;
  readonly inForce: DateRange;
  /** The release of the tz database and the offsets that its days were counted by. */
  readonly calendar: RecordedCalendar;
  /** Digest of the terms whose definitions were measured. */
  readonly terms: string;
  /** Event files of the exclusions whose rows were left out of the variants. */
  readonly exclusions: readonly string[];
  readonly facts: readonly EvidenceFact[];
  readonly measures: readonly EvidenceMeasure[];
  readonly variants: readonly EvidenceVariant[];
  readonly rates: readonly EvidenceRate[];
  /** Only where zone rules have changed since the period was last settled. */
  readonly underEarlierRules?: EvidenceUnderEarlierRules;
}

/** A distinct count over a span of several periods (milestones and wagers to date). */
export interface EvidenceSpan {
  readonly measure: string;
  readonly terms: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly calendar: RecordedCalendar;
  readonly distinct: number;
}

export interface Evidence {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Evidence';
  readonly contract: string;
  /** The period whose statement this evidence is for. */
  readonly period: PeriodId;
  readonly asOf: LocalDate;
  /** Ascending: the periods measured now. */
  readonly periods: readonly EvidencePeriod[];
  readonly spans: readonly EvidenceSpan[];
}
