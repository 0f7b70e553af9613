import type { Message } from './text.js';

/** A column of a table that results are published to. */
export interface PublishedColumn {
  readonly name: string;
  readonly type: 'STRING' | 'DATE' | 'NUMERIC' | 'INT64' | 'BOOL';
  /** Never NULL. */
  readonly required?: true;
  readonly description: Message;
}

/** A table that results are published to: its shape as data, the same wherever it is made. */
export interface PublishedTable {
  readonly id: string;
  readonly description: Message;
  readonly columns: readonly PublishedColumn[];
  /** A DATE column: one partition per day. */
  readonly partitionBy: string;
  readonly clusterBy: readonly string[];
}

/** Numbers and dates are text. */
export type PublishedRow = Readonly<Record<string, string | boolean | null>>;

/** The rows of one run of one period: they are there whole, or not at all. */
export interface PublishedRun {
  readonly contract: string;
  readonly period: string;
  /** Of an outlook: which day of the period it was made on. */
  readonly run: number;
  readonly rows: readonly PublishedRow[];
}
