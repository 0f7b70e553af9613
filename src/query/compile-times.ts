import type { Filter } from '../contract/model.js';
import { addDays, type LocalDate, type Micros, startOfDay } from '../kernel/calendar.js';
import { DAY, wallRanges } from './clock.js';
import { boundColumn, type Relation, type TimeKind } from './column-type.js';
import { columnName, compileFilter, leafOnRows, relationName } from './compile-filter.js';
import type { Dialect } from './dialects/dialect.js';
import type { Bound, RateScan } from './plan.js';
import { and, or, render, type Sql, type Statement, sql } from './sql.js';

/** A half-open range of a time column: instants or wall clock in microseconds, or dates. */
export type TimeRange = { readonly from: Micros | null; readonly to: Micros } | { readonly from: LocalDate | null; readonly to: LocalDate };

/** A time column of a source, as `when` or as a load time. */
export interface TimeReading {
  readonly dialect: Dialect;
  readonly relation: Relation;
  readonly use: 'time' | 'load';
  readonly column: string;
  readonly kind: TimeKind;
  /** The rows that count; null: all. */
  readonly where: Filter | null;
}

/**
 * Rows and between which times they lie, of the whole source or of a range, as far as they count. Result: one row with `row_count`, `earliest`
 * and `latest` (microseconds, or days since 1970-01-01), as text. Of a whole source engines know all three without reading it.
 */
export function compileLatest(reading: TimeReading, range: TimeRange | null): Statement {
  const { dialect, relation, kind } = reading;
  const column = columnName(dialect, boundColumn(relation, reading.use, reading.column));
  const text = (value: Sql): Sql => dialect.asText(value);
  const number = (time: Sql): Sql => text(kind === 'date' ? dialect.dayOfDate(time) : dialect.micros(time, kind));
  const constant = (value: Micros | LocalDate): Sql =>
    typeof value === 'bigint' ? dialect.timeConstant(value, kind) : dialect.dateConstant(value);
  const conditions: Sql[] = reading.where === null ? [] : [compileFilter(reading.where, leafOnRows(dialect, relation))];
  if (range !== null) {
    if (range.from !== null) conditions.push(sql`${column} >= ${constant(range.from)}`);
    conditions.push(sql`${column} < ${constant(range.to)}`);
  }
  const where = conditions.length === 0 ? sql`` : sql` WHERE ${and(conditions)}`;
  const query = sql`SELECT ${text(sql`count(*)`)} AS row_count, ${number(sql`min(${column})`)} AS earliest, ${number(sql`max(${column})`)} AS latest FROM ${relationName(dialect, relation)}${where}`;
  return render(`@query.latest:${reading.column}`, query, dialect.placeholder);
}

/** Rows whose time is NULL; an engine reads no more than these for it. Result: one row with `row_count`, as text. */
export function compileNulls({ dialect, relation, use, column: written }: TimeReading): Statement {
  const column = columnName(dialect, boundColumn(relation, use, written));
  const query = sql`SELECT ${dialect.asText(sql`count(*)`)} AS row_count FROM ${relationName(dialect, relation)} WHERE ${column} IS NULL`;
  return render(`@query.without:${written}`, query, dialect.placeholder);
}

/** How far back the latest time is looked for first, before the whole source is searched. */
const RECENT_DAYS = 62;

/** The ranges of a time column that hold the recent past up to a bound; `wall` is the zone of a wall-clock column. */
export function recentRanges(kind: TimeKind, bound: Bound, wall: string | null): readonly [TimeRange, ...TimeRange[]] {
  if (kind === 'date') {
    const to = addDays(bound.asOf, 1);
    return [{ from: addDays(to, -RECENT_DAYS), to }];
  }
  const end = endOfDay(bound.asOf, bound.zone);
  const range = { from: end - BigInt(RECENT_DAYS) * DAY, to: end };
  if (kind === 'instant' || wall === null) return [range];
  const [first = range, ...later] = wallRanges(wall, range.from, range.to);
  return [first, ...later];
}

/** The first instant after `asOf` in a zone: rows from there on do not count for freshness. */
export function endOfDay(asOf: LocalDate, zone: string): Micros {
  return startOfDay(addDays(asOf, 1), zone);
}

/**
 * The rates of the days for which any may be needed. Result: a row per day and currency with `day` (a number),
 * `currency`, `rates` (how many), `fitting` and `rate`, as text; NULL rates are left out.
 */
export function compileRates(dialect: Dialect, scan: RateScan, relation: Relation): Statement {
  const column = (use: 'date' | 'text' | 'number', written: string): Sql => columnName(dialect, boundColumn(relation, use, written));
  const date = column('date', scan.date);
  const currency = column('text', scan.currency);
  const raw = column('number', scan.rate);
  const { type } = boundColumn(relation, 'number', scan.rate);
  const rate = type.kind === 'float' || type.kind === 'wide' ? dialect.exact(raw, type) : raw;
  const text = (value: Sql): Sql => dialect.asText(value);
  const where = and([
    or(scan.days.map(({ from, to }) => and([sql`${date} >= ${dialect.dateConstant(from)}`, sql`${date} <= ${dialect.dateConstant(to)}`]))),
    sql`${raw} IS NOT NULL`,
    sql`${currency} IS NOT NULL`,
  ]);
  const query = sql`SELECT ${text(dialect.dayOfDate(date))} AS day, ${currency} AS currency, ${text(sql`count(*)`)} AS rates, ${text(sql`count(${rate})`)} AS fitting, ${text(sql`min(${rate})`)} AS rate FROM ${relationName(dialect, relation)} WHERE ${where} GROUP BY ${date}, ${currency}`;
  return render(`@query.rates:${scan.date}`, query, dialect.placeholder);
}

/**
 * The first value of a summed column that DECIMAL(38,9) does not hold. Result: at most one row, `place` (the row's number),
 * `value` and `misfits` (how many there are), as text.
 * @param within the rows to look at; null: all of them.
 */
export function compileMisfit(dialect: Dialect, relation: Relation, written: string, within: Sql | null): Statement {
  const bound = boundColumn(relation, 'number', written);
  const column = columnName(dialect, bound);
  const text = (value: Sql): Sql => dialect.asText(value);
  const where = within === null ? sql`` : sql` WHERE ${within}`;
  const rows = sql`SELECT ${dialect.rowNumber} AS r, ${column} AS v FROM ${relationName(dialect, relation)}${where}`;
  const query = sql`SELECT ${text(sql`r`)} AS place, ${text(sql`count(*) OVER ()`)} AS misfits FROM (${rows}) AS n WHERE v IS NOT NULL AND ${dialect.exact(sql`v`, bound.type)} IS NULL ORDER BY r LIMIT 1`;
  return render(`@query.misfits:${written}`, query, dialect.placeholder);
}
