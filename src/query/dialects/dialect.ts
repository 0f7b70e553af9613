import type { LocalDate, Micros } from '../../kernel/calendar.js';
import type { ColumnType, TimeKind } from '../column-type.js';
import type { Sql } from '../sql.js';

/** Exact integers of a known range, as a set of bits: the fastest exact distinct count where an engine has it. */
export interface Bitmap {
  /** The widest range that is worth it. */
  readonly maxRange: bigint;
  /** Aggregate: the set of an integer column's values, all of them in `[low, high]`. */
  of(column: Sql, low: bigint, high: bigint): Sql;
  /** Aggregate: the union of sets. */
  union(set: Sql): Sql;
  /** How many values a set holds. */
  size(set: Sql): Sql;
}

/** What pays where rows can be read again at no price: to look at them in their order, or at a part of them at a time. */
export interface Rereading {
  /** A column's value in the row before, in whatever one order the engine reads all rows; NULL in the first. */
  before(column: Sql): Sql;
  /** Whether a value of {@link Dialect.keyHash} belongs to one of so many shares of all values. */
  isInShare(hash: Sql, part: number, of: number): Sql;
}

/** Rows of one kind in a statement's result: sums of some rows of a part, by a local day and a currency. */
export interface TallyArm {
  readonly item: number;
  readonly day: Sql;
  readonly currency: Sql | null;
  readonly sums: {
    readonly row_count: Sql;
    /** Null where nothing is summed. */
    readonly filled: Sql | null;
    readonly fitting: Sql | null;
    readonly total: Sql | null;
  };
  readonly where: Sql;
  /** What divides a day's rows into parts, at most {@link MOST_DIMENSIONS}; absent where nothing does. */
  readonly of?: readonly Sql[];
}

const MOST_DIMENSIONS = 2;

/** The result's columns that name a part; none where no arm has parts. */
export function partColumns(arms: readonly TallyArm[]): readonly string[] {
  return arms.every(({ of }) => of === undefined) ? [] : Array.from({ length: MOST_DIMENSIONS }, (_, index) => `of${index}`);
}

/**
 * An engine's SQL, as far as it differs from the other's. Statements are written once (compile-*.ts) and take what
 * differs from here; there is no other place that knows an engine.
 */
export interface Dialect {
  readonly name: 'duckdb' | 'bigquery';
  /** An identifier in quotes; the caller has checked it. */
  quote(identifier: string): string;
  /** The n-th bound parameter, from 1. */
  placeholder(index: number): string;
  /** `AS MATERIALIZED`, where an engine would otherwise compute a part of a statement once per reference. */
  readonly withAs: Sql;
  readonly textType: Sql;
  /** An exact type's name. */
  decimalType(precision: number, scale: number): Sql;
  readonly integerType: Sql;
  /** The smallest integer type worth having in which so many bits are positive, at most 60. */
  maskType(bits: number): Sql;
  readonly floatType: Sql;
  /**
   * Whether an engine is paid by what it reads: then nothing is looked at only to be faster, and as little as can be
   * outside the days that are asked for.
   */
  readonly billed: boolean;
  /** The most characters that a statement may have. */
  readonly longest: number;
  /** The value as DECIMAL(38,9), NULL where it does not fit. Floats: the nearest, halves as round() of the value × 10^9 has them. */
  exact(value: Sql, type: ColumnType): Sql;
  /** Aggregate: the sum of exact numbers, without overflow below 10^29. */
  sum(value: Sql): Sql;
  /** All tally rows (`item`, `day`, `currency`, `of0`, `of1` where something is divided, and the sums, as text) of a part of a statement, which is computed once. */
  tallyRows(part: Sql, arms: readonly TallyArm[]): Sql;
  /** Whether text is one of some, at least one, and NULL where it is NULL; null where the engine has nothing better than its operators. */
  textIn(value: Sql, values: readonly Sql[]): Sql | null;
  /** A float column whose NaN counts as NULL: it is equal, above and below nothing. */
  comparableFloat(value: Sql): Sql;
  /** A time column as whole microseconds since 1970-01-01, of the instant or of the wall clock. */
  micros(column: Sql, kind: TimeKind): Sql;
  /** Days since 1970-01-01 of a DATE. */
  dayOfDate(column: Sql): Sql;
  /** A constant to compare a time column with. */
  timeConstant(micros: Micros, kind: TimeKind): Sql;
  dateConstant(date: LocalDate): Sql;
  /** Integer quotient; the dividend is never negative. */
  quotient(dividend: Sql, divisor: bigint): Sql;
  /** A row's place in its source; NULL where rows have none. */
  readonly rowNumber: Sql;
  asText(value: Sql): Sql;
  /** Text in Unicode NFC: the same characters however they are composed. */
  nfc(value: Sql): Sql;
  /** Whether text begins as a time does: a date and hours. */
  beginsAsTime(value: Sql): Sql;
  /** Whether text is a day, or a time that begins with one: only such text is in order where bytes are compared. */
  isDayFirst(value: Sql): Sql;
  /** A date as ISO text, for comparing a DATE column with text. */
  dateText(column: Sql): Sql;
  /** A whole number that equal keys share and few others do; NULLs are equal. */
  keyHash(columns: readonly { readonly sql: Sql; readonly type: ColumnType }[]): Sql;
  /**
   * A query of one row: `row_count`, `filled` (rows whose key is not NULL) and `key_count` (their different keys).
   * @param rows `FROM … WHERE …`.
   */
  countKeys(key: Sql, rows: Sql): Sql;
  readonly bitmap: Bitmap | null;
  /** Null where reading is paid for. */
  readonly rereading: Rereading | null;
}
