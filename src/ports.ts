import type { Measured } from './evidence/decode.js';
import type { Issue } from './kernel/issue.js';
import type { PublishedRun, PublishedTable } from './kernel/published-table.js';
import type { Use } from './query/column-type.js';
import type { MeasurementRequest } from './query/request.js';
import type { Statement } from './query/sql.js';

/** Files of a repository, as text. Paths are relative to the root, with `/`. */
export interface ReadableFiles {
  /** The file's text, or null when there is none. */
  read(path: string): Promise<string | null>;
  /** Names of the entries of a folder, ascending; empty when there is none. */
  list(folder: string): Promise<readonly { readonly name: string; readonly directory: boolean }[]>;
}

/** The repository's earlier texts, without checking any of them out. */
export interface Revisions {
  /** The contracts as a revision (a commit, branch or tag) has them; null where there is no such revision. */
  open(revision: string): Promise<ReadableFiles | null>;
}

/** Files that can be written too. */
export interface Files extends ReadableFiles {
  /** Writes a new file or replaces one, making folders as needed; all or nothing for one file. */
  write(path: string, text: string): Promise<void>;
}

/** What was measured, by contract; a contract with an issue of its own is not in it. */
export interface Measurement {
  readonly measured: ReadonlyMap<string, Measured>;
  readonly issues: readonly Issue[];
}

/** Statements with what they would cost. */
export interface Explained {
  readonly statements: readonly Statement[];
  /** Bytes that each statement would read, where reading is paid for. */
  readonly bytes?: readonly bigint[];
  readonly issues: readonly Issue[];
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
  readonly kind: 'connection' | 'source' | 'column' | 'time' | 'freshness';
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
}

export interface Diagnosis {
  readonly checks: readonly Check[];
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
   */
  diagnose(request: MeasurementRequest, ended: boolean): Promise<Diagnosis>;
  /**
   * Appends settled results to `dataset.<table>`, making it where it is not there. A run that is there is not written again.
   * Null where the engine has no tables of its own to write to. @returns how many runs were written.
   */
  readonly publish: ((dataset: string, table: PublishedTable, runs: readonly PublishedRun[]) => Promise<number>) | null;
  /** What a statement's provenance says of where its evidence came from: never part of the evidence. */
  provenance(): { readonly warehouse: string; readonly jobs: readonly string[] };
  close(): Promise<void>;
}

/** Raised by a shell when the outside world refuses: becomes exit code 2 with its issues, never a stack trace. */
export class ShellError extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map((issue) => issue.code).join(', '));
    this.name = 'ShellError';
  }
}
