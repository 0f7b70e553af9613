import type { Dimension } from '../contract/model.js';
import type { DateRange } from '../kernel/calendar.js';
import { boundColumn } from './column-type.js';
import { inDays, prune, setOfDays } from './compile-days.js';
import { columnName, compileFilter, leafOnRows, relationName } from './compile-filter.js';
import type { Dialect } from './dialects/dialect.js';
import type { Division } from './plan.js';
import { clockAt, daysAsked, type ScanContext } from './scan-context.js';
import { Columns } from './select-columns.js';
import { and, bind, integer, join, or, render, type Sql, type Statement, sql, trusted } from './sql.js';

/*
 * Parts of a tally by the values of columns, read in the statement of the tally itself: the same rows, once. A value is a part's name where it
 * is named, or where it has as many rows of the scan in its period as few others have; all else is NULL, which people read as (other).
 */

/** The most characters that a value has which is a part's name: what is longer is a note or an address, and no segment. */
const LONGEST_NAME = 60;

/** A column's value as the name of a part: text in NFC that is not empty and not too long, else NULL. */
function nameOf({ dialect, relation }: Pick<ScanContext, 'dialect' | 'relation'>, column: string): Sql {
  const bound = boundColumn(relation, 'text', column);
  const value = columnName(dialect, bound);
  const text = bound.type.kind === 'date' ? dialect.dateText(value) : dialect.nfc(value);
  return sql`CASE WHEN length(${text}) BETWEEN 1 AND ${integer(LONGEST_NAME)} THEN ${text} END`;
}

const textLiteral = (dialect: Dialect, value: string): Sql => sql`CAST(${bind(value)} AS ${dialect.textType})`;

function oneOf(dialect: Dialect, value: Sql, names: readonly string[]): Sql {
  return sql`${value} IN (${join(
    names.map((each) => textLiteral(dialect, each)),
    ', ',
  )})`;
}

/** What a tallies' statement needs beside its groups. */
interface Parts {
  /** The names of a division's parts, in the order of its dimensions. */
  readonly of: (division: Division) => readonly Sql[];
  /** The groups, with the ranks of values that are apart for having the most rows. */
  readonly ranked: (grouped: Sql) => Sql;
}

/**
 * Adds the dimensions of divisions to the keys of the groups.
 * @param rows the groups' count of all rows; asked for only where something is ranked.
 * @param day the groups' local day by a division's clock.
 */
export function divide(
  context: ScanContext,
  divisions: readonly Division[],
  keys: Columns,
  rows: () => Sql,
  day: (division: Division) => Sql,
): Parts {
  const periods = new Columns('p');
  const counts = new Columns('n');
  const ranks = new Columns('r');
  const names = new Map<Division, Sql[]>();
  for (const division of divisions) {
    const dimensions = division.dimensions.map((dimension) => {
      const { column } = dimension;
      const value = nameOf(context, column);
      if ('values' in dimension) {
        const named = sql`CASE WHEN ${oneOf(context.dialect, value, dimension.values)} THEN ${value} END`;
        return keys.add(`part ${JSON.stringify(dimension)}`, named);
      }
      const key = keys.add(`part ${column}`, value);
      const place = JSON.stringify([division.periods, clockOf(context, division)]);
      const period = periods.add(place, placeOf(day(division), division.periods));
      const count = counts.add(`${place} ${column}`, sql`SUM(${rows()}) OVER (PARTITION BY ${period}, ${key})`);
      const order = sql`CASE WHEN ${key} IS NULL THEN 1 ELSE 0 END, ${count} DESC, ${key}`;
      const rank = ranks.add(`${place} ${column}`, sql`DENSE_RANK() OVER (PARTITION BY ${period} ORDER BY ${order})`);
      return sql`CASE WHEN ${rank} <= ${integer(dimension.top)} THEN ${key} END`;
    });
    names.set(division, dimensions);
  }
  return {
    of: (division) => names.get(division) ?? [],
    ranked: (grouped) => [periods, counts, ranks].filter(({ size }) => size > 0).reduce(withColumns, grouped),
  };
}

function withColumns(rows: Sql, { list }: Columns): Sql {
  return sql`SELECT *, ${join(list, ', ')} FROM (${rows}) AS x`;
}

function clockOf({ scan }: ScanContext, { tally }: Division): number {
  return scan.tallies[tally]?.clock ?? 0;
}

/** A day's period by its place, NULL outside of all. */
function placeOf(day: Sql, periods: readonly DateRange[]): Sql {
  const cases = periods.map((period, place) => sql`WHEN ${inDays(day, [period])} THEN ${integer(place)}`);
  return sql`CASE ${join(cases, ' ')} END`;
}

/** The names that are apart in each period, by dimension: those that the tally's parts have. */
export type NamesApart = readonly (readonly (readonly string[])[])[];

/**
 * The statement that counts what is distinct in each part. Result: a row per period (its place) and part, `period`, `of0`, `of1`, `counted`, as
 * text.
 */
export function compilePartCounts(context: ScanContext, division: Division, apart: NamesApart): Statement | null {
  const { scan, dialect, relation, time } = context;
  const distinct = division.distinct === null ? undefined : scan.distincts[division.distinct.index];
  if (distinct === undefined) return null;
  const clock = clockAt(scan, distinct.clock);
  const value = columnName(dialect, boundColumn(relation, 'key', distinct.column));
  const days = [{ clock: distinct.clock, days: division.periods }];
  const where = [
    prune(dialect, time, daysAsked(scan, days)),
    sql`${value} IS NOT NULL`,
    compileFilter(distinct.where, leafOnRows(dialect, relation)),
  ];
  const place = setOfDays(
    dialect,
    time,
    clock,
    division.periods.map((period) => [period]),
  );
  const columns = division.dimensions.map(({ column }, index) => sql`${nameOf(context, column)} AS ${trusted(`d${index}`)}`);
  const rows = sql`SELECT ${place} AS period, ${value} AS v, ${join(columns, ', ')} FROM ${relationName(dialect, relation)} WHERE ${and(where)}`;
  const names = division.dimensions.map((_, index) => trusted(`y.of${index}`));
  const parts = division.dimensions.map(
    (dimension, index) => sql`${nameApart(dialect, dimension, index, apart)} AS ${trusted(`of${index}`)}`,
  );
  const named = sql`SELECT period, v, ${join(parts, ', ')} FROM (${rows}) AS x WHERE period IS NOT NULL`;
  const query = sql`SELECT ${dialect.asText(trusted('y.period'))} AS period, ${join(names, ', ')}, ${dialect.asText(sql`COUNT(DISTINCT y.v)`)} AS counted FROM (${named}) AS y GROUP BY ${join([trusted('y.period'), ...names], ', ')}`;
  return render(`@query.parts:${distinct.column}|${scan.column}`, query, dialect.placeholder);
}

function nameApart(dialect: Dialect, dimension: Dimension, index: number, apart: NamesApart): Sql {
  const value = trusted(`d${index}`);
  const conditions = apart.flatMap((names, period) => {
    const own = 'values' in dimension ? dimension.values : (names[index] ?? []);
    return own.length === 0 ? [] : [sql`(period = ${integer(period)} AND ${oneOf(dialect, value, own)})`];
  });
  return sql`CASE WHEN ${or(conditions)} THEN ${value} END`;
}
