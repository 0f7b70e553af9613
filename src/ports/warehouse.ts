import type { Measured } from '../evidence/decode.js';
import type { Issue } from '../kernel/issue.js';
import type { PublishedRun, PublishedTable } from '../kernel/published-table.js';
import type { Use } from '../query/column-type.js';
import type { MeasurementRequest } from '../query/request.js';
import type { Statement } from '../query/sql.js';

/** What became of one request: measured, or why not. */
export interface Outcome {
  readonly measured: Measured | null;
  readonly issues: readonly Issue[];
}

/** What was measured, by contract; a contract with an issue of its own is not in it. */
export interface Measurement {
  /** In the order of the requests, of which several may be of one contract. */
  readonly each: readonly Outcome[];
  readonly measured: ReadonlyMap<string, Measured>;
  readonly issues: readonly Issue[];
}

/** What a statement would read, and the most that is billed for it. */
export interface Cost {
  readonly bytes: bigint;
  readonly billed: bigint;
}

/** A statement, and what it reads where its titles do not say it: a table, or the phrase of a view. */
export interface ExplainedStatement extends Statement {
  readonly of?: string;
}

/** A copy of a source that statements read instead: made for the run alone, each column with the type that its use gives it. */
export interface CopiedSource {
  /** As statements name it: `"stage"."s0"`. */
  readonly name: string;
  readonly of: { readonly table: string } | { readonly view: string };
  readonly columns: readonly { readonly name: string; readonly column: string; readonly use: Use }[];
}

/** Statements with what they would cost. */
export interface Explained {
  /** The copies that they read; none where they read tables as they stand. */
  readonly copies?: readonly CopiedSource[];
  readonly statements: readonly ExplainedStatement[];
  /** Of each statement, where reading is paid for. */
  readonly costs?: readonly Cost[];
  /** What a statement's text calls its n-th parameter, from 1. */
  readonly placeholder: (index: number) => string;
  readonly issues: readonly Issue[];
}

/** A view's text, and the file that it and issues about it stand in. */
export interface ViewText {
  readonly view: string;
  readonly file: string;
  readonly text: string;
}

/** What views' texts say, read without any data. */
export interface ViewCheck {
  readonly issues: readonly Issue[];
  /** The tables that each reads, ascending, by the file of the view; none of a text with issues. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

/** Where the data is, as a command asks for it. */
export type WarehouseSettings =
  | { readonly engine: 'duckdb'; readonly data: string }
  | {
      readonly engine: 'bigquery';
      readonly project: string;
      readonly location: string;
      /** Most that one query may read; null: no limit of the user's own. */
      readonly maxBytes: bigint | null;
      /** An instant, as of which tables are read; null: as they are. */
      readonly readAt: string | null;
    };

/** One thing that `concord doctor` looked at. */
export interface Check {
  /** `time`: how `when` and load times are read; `freshness`: how far a fact's rows have come. */
  readonly kind:
    | 'connection'
    | 'source'
    | 'column'
    | 'time'
    | 'freshness'
    | 'keys'
    | 'times'
    | 'values'
    | 'weeks'
    | 'headers'
    | 'rows'
    | 'amounts';
  /** A folder or project, a table or view, a column, or a fact. */
  readonly name: string;
  /** Of a column: its table or view, and what the definitions use it for. */
  readonly of?: string;
  readonly use?: Use;
  /** A column's type, or the instant that a fact has reached. */
  readonly found: string | null;
  readonly issues: readonly Issue[];
  /** Not looked at, because of an issue that was said before. */
  readonly skipped?: true;
  /** Values of a column that a filter names: for the eyes of whoever sits before the data, and for no file, log or comment. */
  readonly values?: readonly string[];
  /** Lines of files that the issues are about; only where they were asked for, and for the same eyes. */
  readonly rows?: readonly { readonly file: string; readonly line: number; readonly text: string }[];
}

export interface Diagnosis {
  readonly checks: readonly Check[];
}

/** Keys of a fact that several rows have: content of rows, for the eyes of whoever sits before the data, and for no file, log or comment. */
export interface RepeatedKeys {
  readonly fact: string;
  readonly columns: readonly string[];
  /** A few of them, those of the most rows first; a value is null where the row has none. */
  readonly keys: readonly { readonly values: readonly (string | null)[]; readonly rows: number }[];
}

/** An engine over somebody's data. Contracts that ask for the same rows share one reading of them. */
export interface Warehouse {
  readonly name: 'duckdb' | 'bigquery';
  measure(requests: readonly MeasurementRequest[]): Promise<Measurement>;
  /** The statements that `measure` would run, without running them. */
  explain(requests: readonly MeasurementRequest[]): Promise<Explained>;
  /**
   * Looks at everything that a contract needs, one by one, and goes on past what is wrong.
   * @param ended whether the requested period is over by `asOf`: only then must facts have come to its end.
   * @param rows whether the lines of files that issues are about are wanted as well.
   */
  diagnose(request: MeasurementRequest, ended: boolean, rows?: boolean): Promise<Diagnosis>;
  /** A few keys that repeat in the requested periods, of each fact; nothing where reading is paid for, or not possible. */
  repeatedKeys(request: MeasurementRequest): Promise<readonly RepeatedKeys[]>;
  /**
   * Appends settled results to `dataset.<table>`, making it where it is not there. A run that is there is not written again.
   * Null where the engine has no tables of its own to write to. @returns how many runs were written.
   */
  readonly publish: ((dataset: string, table: PublishedTable, runs: readonly PublishedRun[]) => Promise<number>) | null;
  /** What a statement's provenance says of where its evidence came from: never part of the evidence. */
  provenance(): { readonly warehouse: string; readonly jobs: readonly string[] };
  /** What the queries whose results were used so far read together, and the most that is billed for them; null where reading costs nothing. */
  spent(): Cost | null;
  close(): Promise<void>;
}
