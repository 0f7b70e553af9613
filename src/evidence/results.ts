import type { LocalDate, Micros } from '../kernel/calendar.js';
import type { Exact } from '../kernel/rational.js';

/*
 * What was read for a query plan, decoded from an engine's text rows. Lists follow the plan's.
 */

/** A day of a tally. */
export interface TallyDay {
  readonly day: LocalDate;
  /** Null where the tally has no currency column, or it is NULL in these rows. */
  readonly currency: string | null;
  readonly rows: number;
  /** Rows whose summed column is not NULL. */
  readonly filled: number;
  /** The sum, where there is one. */
  readonly total: Exact | null;
}

/** A part of a tally's day. */
export interface TallyPart extends Omit<TallyDay, 'day' | 'currency'> {
  /** Its value of each dimension, null for all others. */
  readonly of: PartName;
}

export type PartName = readonly (string | null)[];

/** The parts of a tally by day and currency, and where something distinct is counted, its counts of each period. */
export interface DivisionResult {
  readonly parts: ReadonlyMap<string, readonly TallyPart[]>;
  readonly distincts: readonly (readonly { readonly of: PartName; readonly distinct: number }[])[];
}

/** Repeated grain keys, periods by index; by the day on which a key begins to repeat, ascending. */
export interface GrainResult {
  readonly duplicates: ReadonlyMap<number, readonly RepeatDay[]>;
  readonly repeats: readonly { readonly period: number; readonly earlier: number; readonly days: readonly RepeatDay[] }[];
}

export interface RepeatDay {
  readonly day: LocalDate;
  readonly keys: number;
}

export interface ScanResult {
  readonly nullWhen: number;
  /** Per tally: rows without a time that match what it asks for. */
  readonly undated: readonly number[];
  /** Per tally; ascending by day, then currency. */
  readonly tallies: readonly (readonly TallyDay[])[];
  /** Per division. */
  readonly divisions: readonly DivisionResult[];
  /** Per distinct count and target. */
  readonly distincts: readonly (readonly number[])[];
  readonly grains: readonly GrainResult[];
  /** Per bound: the instant that the rows reach. */
  readonly reached: readonly (Micros | null)[];
}

export interface LoadResult {
  readonly reached: readonly (Micros | null)[];
}

export interface RateRow {
  readonly day: LocalDate;
  readonly currency: string;
  readonly count: number;
  readonly rate: Exact;
}

export interface PlanResults {
  readonly scans: readonly ScanResult[];
  readonly loads: readonly LoadResult[];
  /** Ascending by currency, then day. */
  readonly rates: readonly (readonly RateRow[])[];
}
