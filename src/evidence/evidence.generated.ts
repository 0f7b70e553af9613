// Generated from schemas/*.schema.json by scripts/generate-types.mjs. Do not edit: change the schema and run `npm run types`.
/**
 * A period: 2026-01, 2026-Q1 or 2026-W02
 */
export type Period = string;
/**
 * A local date, YYYY-MM-DD
 */
export type Date = string;
/**
 * A SHA-256 digest
 */
export type Digest = string;
/**
 * An exact number: decimal text, or a fraction n/d
 */
export type Exact = string;

export interface JsonFiles {
  evidence: JsonEvidence;
}
/**
 * Evidence: all that a statement knows of the warehouse. Aggregates only, numbers as text
 */
export interface JsonEvidence {
  /**
   * Version of the contract language
   */
  apiVersion: 'concord/v1';
  /**
   * Always Evidence
   */
  kind: 'Evidence';
  /**
   * The contract
   */
  contract: string;
  period: Period;
  asOf: Date;
  /**
   * Periods measured now, ascending
   */
  periods: EvidencePeriod[];
  /**
   * Distinct counts over spans
   */
  spans: EvidenceSpan[];
}
/**
 * What was measured for one period
 */
export interface EvidencePeriod {
  period: Period;
  inForce: DateRange;
  calendar: RecordedCalendar;
  terms: Digest;
  /**
   * Event files of the exclusions that left rows out
   */
  exclusions: string[];
  /**
   * Facts
   */
  facts: EvidenceFact[];
  /**
   * Measures
   */
  measures: EvidenceMeasure[];
  /**
   * Measures after exclusions, per KPI
   */
  variants: EvidenceVariant[];
  /**
   * Exchange rates used
   */
  rates: EvidenceRate[];
  underEarlierRules?: UnderEarlierRules;
}
/**
 * Local dates, both included
 */
export interface DateRange {
  from: Date;
  to: Date;
}
/**
 * What local days were counted by
 */
export interface RecordedCalendar {
  /**
   * Release of the tz database
   */
  tzdb: string;
  /**
   * Zones that days were counted by
   *
   * Items: One zone's offsets
   */
  zones: {
    /**
     * The time zone
     */
    zone: string;
    /**
     * Offsets over the days, ascending
     *
     * Items: An offset and from when it holds
     */
    offsets: {
      /**
       * Instant of the change; absent for what holds first
       */
      from?: string;
      /**
       * Offset from UTC
       */
      offset: string;
    }[];
  }[];
}
/**
 * A fact and how fresh it is
 */
export interface EvidenceFact {
  /**
   * The fact
   */
  id: string;
  /**
   * Largest load time, or largest `when`, up to asOf; ISO instant
   */
  freshAt?: string;
  /**
   * Whether it reaches the end of the period's last day in force
   */
  complete: boolean;
  /**
   * One per `when`
   */
  scans: EvidenceScan[];
}
/**
 * Data quality of a fact's rows under one `when`
 */
export interface EvidenceScan {
  /**
   * The `when` column
   */
  column: string;
  /**
   * Its time zone, for wall-clock columns
   */
  zone?: string;
  /**
   * Rows in the days in force
   */
  rows: number;
  /**
   * Rows of the whole fact whose `when` is NULL
   */
  nullWhen: number;
  /**
   * Grain keys that repeat
   */
  duplicateKeys: number;
  /**
   * The same by the day of the key's second row; absent where none repeats
   */
  duplicateDays?: EvidenceKeys[];
  /**
   * Keys that occur in earlier periods too
   *
   * Items: Keys that also occur in an earlier period
   */
  repeatedKeys: {
    period: Period;
    /**
     * How many
     */
    keys: number;
    /**
     * The same by the day of the key's first row in this period
     */
    days: EvidenceKeys[];
  }[];
}
/**
 * Grain keys that began to repeat on a day
 */
export interface EvidenceKeys {
  day: Date;
  /**
   * How many
   */
  keys: number;
}
/**
 * A measure over the days in force of a period
 */
export interface EvidenceMeasure {
  /**
   * The measure
   */
  id: string;
  /**
   * Selected rows
   */
  rows: number;
  /**
   * Selected rows whose summed column or currency is NULL
   */
  nulls: number;
  /**
   * Days with rows, ascending by day, then currency
   */
  days: EvidenceDay[];
  /**
   * Exact distinct count over the period
   */
  distinct?: number;
}
/**
 * One day of a measure
 */
export interface EvidenceDay {
  day: Date;
  /**
   * Currency of the sum, where the measure has a currency column
   */
  currency?: string;
  /**
   * Rows that count
   */
  rows: number;
  /**
   * Of them, rows whose summed column or currency is NULL; absent where there are none
   */
  nulls?: number;
  value?: Exact;
}
/**
 * A measure on the rows that a KPI keeps after exclusions
 */
export interface EvidenceVariant {
  /**
   * The measure
   */
  id: string;
  /**
   * Selected rows
   */
  rows: number;
  /**
   * Selected rows whose summed column or currency is NULL
   */
  nulls: number;
  /**
   * Days with rows, ascending by day, then currency
   */
  days: EvidenceDay[];
  /**
   * Exact distinct count over the period
   */
  distinct?: number;
  /**
   * The KPI
   */
  kpi: string;
}
/**
 * An exchange rate that was looked up
 */
export interface EvidenceRate {
  /**
   * Foreign currency
   */
  currency: string;
  day: Date;
  rateDay?: Date;
  rate?: Exact;
  /**
   * Why there is no usable rate although a row was found
   */
  problem?: 'duplicate' | 'not_positive';
}
/**
 * The same rows counted by earlier zone rules
 */
export interface UnderEarlierRules {
  calendar: RecordedCalendar;
  /**
   * Measures
   */
  measures: EvidenceMeasure[];
  /**
   * Measures after exclusions, per KPI
   */
  variants: EvidenceVariant[];
}
/**
 * A distinct count over several periods
 */
export interface EvidenceSpan {
  /**
   * The measure
   */
  measure: string;
  terms: Digest;
  from: Date;
  to: Date;
  calendar: RecordedCalendar;
  /**
   * Exact distinct count
   */
  distinct: number;
}
