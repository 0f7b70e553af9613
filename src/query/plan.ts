import type { DeclaredLines } from '../contract/declared-lines.js';
import type { Clause, Dimension, ExclusionWindow, Filter, TableSource } from '../contract/model.js';
import type { DateRange, LocalDate, PeriodId } from '../kernel/calendar.js';
import type { RecordedCalendar } from '../kernel/zone-record.js';
import type { Clock } from './clock.js';
import type { Use } from './column-type.js';

/*
 * The query plan: what is to be read, as data. It knows no SQL and no engine. Lists refer to one another by index;
 * whatever two contracts or two measures have in common is there once.
 */

/** The text of a view, and how facts declare that the lines of tables are written, which it may read. */
export interface ViewSource {
  readonly view: string;
  readonly duckdb: string | null;
  readonly bigquery: string | null;
  readonly lines?: readonly DeclaredLines[];
  /** Tables of facts that the text names: how they are written, their facts may say. */
  readonly ofFacts?: readonly string[];
}

/** Where rows come from: a table with how it is written, or the text of a view, both as they were agreed. */
export type SourceText = TableSource | ViewSource;

/** A column that the definitions use, and the clause that first names it. */
export interface ColumnUse {
  readonly column: string;
  readonly use: Use;
  readonly clause: Clause;
  /** Three digits after a point are what its currency has: they separate no thousands. */
  readonly inThousandths?: true;
  /** What is asked of it tells NULL from text that is empty: whether it is NULL, is none of some values, or is counted. */
  readonly tellsNull?: true;
}

export interface Source {
  readonly from: SourceText;
  readonly uses: readonly ColumnUse[];
  readonly clause: Clause;
}

/** Rows that leave: those in the window that match `where`. */
export interface Except {
  readonly window: ExclusionWindow;
  readonly where: Filter | null;
}

/** Rows counted, and one column summed, per local day and currency. */
export interface Tally {
  /** Index of the scan's clock. */
  readonly clock: number;
  readonly sum: string | null;
  readonly currency: string | null;
  readonly where: Filter | null;
  readonly except: readonly Except[];
  /** The days that are asked for, ascending, apart from each other. */
  readonly days: readonly DateRange[];
  /** The clause that first asks for it. */
  readonly clause: Clause;
}

/** Distinct values of a column over sets of local days. */
export interface Distinct {
  readonly clock: number;
  readonly column: string;
  readonly where: Filter | null;
  readonly except: readonly Except[];
  readonly targets: readonly (readonly DateRange[])[];
  readonly clause: Clause;
}

/**
 * The parts of a tally by the values of columns. Which values are apart is found in each period of one contract by itself, so that what a
 * period says does not depend on which others are read with it.
 */
export interface Division {
  readonly contract: string;
  readonly tally: number;
  readonly dimensions: readonly Exclude<Dimension, { readonly lag: unknown }>[];
  readonly periods: readonly DateRange[];
  /** The distinct count of the same rows, and its target for each period; null where nothing distinct is counted. */
  readonly distinct: { readonly index: number; readonly targets: readonly number[] } | null;
}

/** Whether grain keys repeat within and across the periods of one contract. */
export interface GrainCheck {
  readonly clock: number;
  readonly columns: readonly string[];
  /** Ascending; apart from each other. */
  readonly periods: readonly { readonly period: PeriodId; readonly days: DateRange }[];
}

/** Up to where rows count for freshness: the end of `asOf` in the contract's zone. */
export interface Bound {
  readonly asOf: LocalDate;
  readonly zone: string;
}

/** Everything that is read from one source under one `when`. */
export interface Scan {
  readonly source: number;
  readonly column: string;
  /** The zone of a wall-clock column. */
  readonly zone: string | null;
  readonly clause: Clause;
  readonly clocks: readonly Clock[];
  readonly tallies: readonly Tally[];
  readonly divisions: readonly Division[];
  readonly distincts: readonly Distinct[];
  readonly grains: readonly GrainCheck[];
  /** Latest `when` before each bound. */
  readonly bounds: readonly Bound[];
}

/** The latest load time of a source, or of its rows that match, before each bound. */
export interface LoadScan {
  readonly source: number;
  readonly column: string;
  readonly where: Filter | null;
  readonly clause: Clause;
  readonly bounds: readonly Bound[];
}

/** A rate table and the days for which rates may be needed. */
export interface RateScan {
  readonly source: number;
  readonly date: string;
  readonly currency: string;
  readonly rate: string;
  readonly clause: Clause;
  /** Ascending, apart from each other. */
  readonly days: readonly DateRange[];
}

/** Where a measure's numbers are found. */
export interface Reading {
  readonly scan: number;
  readonly tally: number;
  /** For distinct counts. */
  readonly distinct: { readonly index: number; readonly target: number } | null;
  readonly summed: boolean;
  /** Whether each amount has its own currency in a column, or all have one. */
  readonly currency: 'column' | { readonly code: string } | null;
  /** Whole days of the tally that leave. */
  readonly without: readonly DateRange[];
}

export interface MeasureReading extends Reading {
  readonly id: string;
  /** Where its parts are found, and the period's place in them; absent where nothing divides it. */
  readonly division?: { readonly index: number; readonly period: number };
}

export interface VariantReading extends MeasureReading {
  readonly kpi: string;
}

export interface FactReading {
  readonly id: string;
  /** `grain` is null where nothing says what identifies a row: a view's own query decides. */
  readonly scans: readonly { readonly scan: number; readonly bound: number; readonly tally: number; readonly grain: number | null }[];
  /** The load times that make it fresh; null: its rows do. */
  readonly load: { readonly load: number; readonly bound: number } | null;
}

export interface RateReading {
  readonly rates: number;
  readonly maxAgeDays: number;
}

/** Measures of the same rows, counted by other rules than the engine's. */
export interface EarlierRulesReading {
  readonly calendar: RecordedCalendar;
  readonly measures: readonly MeasureReading[];
  readonly variants: readonly VariantReading[];
}

export interface PeriodReading {
  readonly period: PeriodId;
  readonly inForce: DateRange;
  readonly calendar: RecordedCalendar;
  readonly terms: string;
  readonly zone: string;
  readonly currency: string;
  readonly exclusions: readonly string[];
  readonly facts: readonly FactReading[];
  readonly measures: readonly MeasureReading[];
  readonly variants: readonly VariantReading[];
  readonly fx: RateReading | null;
  readonly underEarlierRules: EarlierRulesReading | null;
}

export interface SpanReading {
  readonly measure: string;
  readonly terms: string;
  readonly span: DateRange;
  readonly calendar: RecordedCalendar;
  readonly scan: number;
  readonly distinct: { readonly index: number; readonly target: number };
}

export interface Reads {
  readonly sources: readonly number[];
  readonly scans: readonly number[];
  /** Columns by source: the keys of `useKey`, after the source's index. */
  readonly columns: readonly string[];
}

/** How one contract's evidence is put together from what was read. */
export interface ContractReading {
  readonly contract: string;
  readonly asOf: LocalDate;
  readonly periods: readonly PeriodReading[];
  readonly spans: readonly SpanReading[];
  /** What it reads: trouble with any of it is trouble of this contract, and of no other. */
  readonly reads: Reads;
}

export interface QueryPlan {
  readonly sources: readonly Source[];
  readonly scans: readonly Scan[];
  readonly loads: readonly LoadScan[];
  readonly rates: readonly RateScan[];
  readonly contracts: readonly ContractReading[];
}
