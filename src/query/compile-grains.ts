import { type BoundColumn, boundColumn } from './column-type.js';
import { localDay, prune, setOfDays } from './compile-days.js';
import type { IntegerRange } from './compile-distincts.js';
import { columnName, relationName } from './compile-filter.js';
import type { GrainCheck } from './plan.js';
import { clockAt, daysAsked, type ScanContext } from './scan-context.js';
import { inShare, type Share } from './shares.js';
import { and, FALSE, integer, join, render, type Sql, type Statement, sql, trusted } from './sql.js';

/** The grain's columns as statements read them. */
export function grainColumns(context: ScanContext, columns: readonly string[]): BoundColumn[] {
  return columns.map((column) => boundColumn(context.relation, 'key', column));
}

function keysOf(context: ScanContext, columns: readonly string[]): { sql: Sql; type: BoundColumn['type'] }[] {
  return grainColumns(context, columns).map((column) => ({ sql: columnName(context.dialect, column), type: column.type }));
}

function daysOf(check: GrainCheck): { clock: number; days: GrainCheck['periods'][number]['days'][] } {
  return { clock: check.clock, days: check.periods.map((period) => period.days) };
}

/**
 * Proves, where it can, that no key repeats in the days of these checks (all of the same columns). Result: one row with
 * `row_count`, `filled` (rows whose key is not NULL) and `key_count` (their different keys) as text; nothing repeats when
 * every row has a key of its own, one of which may be NULL. Different hashes prove different keys; equal ones prove nothing, so then {@link compileRepeats} decides.
 * @param share looks only at these keys: nothing repeats where nothing does in any share.
 * @param of the rows of the checks' days, or all: where nothing repeats among these it does not among those, and their times are not read.
 */
export function compileProof(
  context: ScanContext,
  checks: readonly GrainCheck[],
  range: IntegerRange | null,
  share: Share | null = null,
  of: 'days' | 'all rows' = 'days',
): Statement {
  const { dialect, scan } = context;
  const keys = keysOf(context, checks[0]?.columns ?? []);
  const [only] = keys;
  const rows = rowsOf(context, of === 'days' ? checks : null, share === null ? [] : [inShare(dialect, keys, share)]);
  const text = (value: Sql): Sql => dialect.asText(value);
  const query =
    only !== undefined && range !== null && dialect.bitmap !== null
      ? sql`SELECT count(*) AS row_count, count(${only.sql}) AS filled, coalesce(${dialect.bitmap.size(dialect.bitmap.of(only.sql, range.low, range.high))}, 0) AS key_count ${rows}`
      : dialect.countKeys(only?.type.kind === 'integer' && keys.length === 1 ? only.sql : dialect.keyHash(keys), rows);
  const columns = ['row_count', 'filled', 'key_count'].map((column) => sql`${text(trusted(column))} AS ${trusted(column)}`);
  return render(
    `@query.repeats:${scan.column}|${(checks[0]?.columns ?? []).join(', ')}`,
    sql`SELECT ${join(columns, ', ')} FROM (${query}) AS n`,
    dialect.placeholder,
  );
}

/** @param checks whose days the rows lie in; null: all rows. */
function rowsOf({ dialect, scan, relation, time }: ScanContext, checks: readonly GrainCheck[] | null, besides: readonly Sql[]): Sql {
  const asked = checks === null ? [] : [prune(dialect, time, daysAsked(scan, checks.map(daysOf)))];
  const conditions = [...asked, ...besides];
  return sql`FROM ${relationName(dialect, relation)}${conditions.length === 0 ? sql`` : sql` WHERE ${and(conditions)}`}`;
}

/** Rows that show whether it is worth while to look at all of them in their order. */
const FIRST_ROWS = 100_000;

/**
 * Whether keys rise from row to row, or fall: then none repeats, and nothing has to be kept to know it. Exports are often in the order
 * of their keys. Result: a row, or one for either half, with `row_count`, `rising` and `falling` (rows whose key is above, or below, the one
 * before) as text; nothing repeats where each of them is in order.
 * @param of the rows of the checks' days, or all (see {@link compileProof}), or the relation's first ones, which only tell what to expect.
 * @param middle parts the keys, none of which is NULL, into two halves: an engine reads rows in their order with one core, and two halves with two.
 * @returns null where the engine does not read rows in their order.
 */
export function compileOrder(
  context: ScanContext,
  checks: readonly GrainCheck[],
  of: 'days' | 'all rows' | 'first rows',
  middle: bigint | null = null,
): Statement | null {
  const { dialect, scan, relation } = context;
  const { rereading } = dialect;
  if (rereading === null) return null;
  const keys = keysOf(context, checks[0]?.columns ?? []);
  const columns = (prefix: string): Sql[] => keys.map((_, index) => trusted(`${prefix}${index}`));
  const [own, before] = [columns('k'), columns('p')];
  const read = keys.map((key, index) => sql`${key.sql} AS ${trusted(`k${index}`)}`);
  const pairs = own.map((key, index) => sql`${rereading.before(key)} AS ${trusted(`p${index}`)}`);
  const text = (counted: Sql, as: string): Sql => sql`${dialect.asText(counted)} AS ${trusted(as)}`;
  const results = [
    text(sql`count(*)`, 'row_count'),
    text(sql`count(CASE WHEN ${follows(own, before, sql` > `)} THEN 1 END)`, 'rising'),
    text(sql`count(CASE WHEN ${follows(own, before, sql` < `)} THEN 1 END)`, 'falling'),
  ];
  const inOrder = (rows: Sql): Sql => {
    const paired = sql`SELECT ${join([...own, ...pairs], ', ')} FROM (SELECT ${join(read, ', ')} ${rows}) AS keyed`;
    return sql`SELECT ${join(results, ', ')} FROM (${paired}) AS pairs`;
  };
  const named = `${scan.column}|${(checks[0]?.columns ?? []).join(', ')}`;
  if (of === 'first rows') {
    const first = sql`FROM ${relationName(dialect, relation)} LIMIT ${integer(FIRST_ROWS)}`;
    return render(`@query.maybe-ordered:${named}`, inOrder(first), dialect.placeholder, 'profile');
  }
  const [key] = keys;
  const halves =
    middle === null || key === undefined ? [[]] : [[sql`${key.sql} < ${integer(middle)}`], [sql`${key.sql} >= ${integer(middle)}`]];
  const each = halves.map((half) => inOrder(rowsOf(context, of === 'days' ? checks : null, half)));
  return render(`@query.ordered:${named}`, join(each, ' UNION ALL '), dialect.placeholder);
}

/** Whether one key comes after another, column by column; never where one is NULL. */
function follows(own: readonly Sql[], before: readonly Sql[], than: Sql): Sql {
  const [key, ...others] = own;
  const [previous, ...previousOthers] = before;
  if (key === undefined || previous === undefined) return FALSE;
  const above = sql`${key}${than}${previous}`;
  return others.length === 0 ? above : sql`(${above} OR (${key} = ${previous} AND ${follows(others, previousOthers, than)}))`;
}

/**
 * Counts keys that repeat within a period, and keys of a period that an earlier one has too; NULLs are equal.
 * Result: rows with `period` (its index), `earlier` (an index, or NULL for repeats inside the period), `day` (the number of
 * the local day on which a key begins to repeat: of its second row, or of its first in this period) and `total`, as text.
 */
export function compileRepeats(context: ScanContext, check: GrainCheck): Statement {
  const { dialect, scan } = context;
  const keys = keysOf(context, check.columns);
  const named = keys.map((_, index) => trusted(`k${index}`));
  const list = join(named, ', ');
  const text = (value: Sql): Sql => dialect.asText(value);
  const same = sql`a.h = b.h AND ${and(named.map((key) => sql`a.${key} IS NOT DISTINCT FROM b.${key}`))}`;
  const of = (alias: string): Sql =>
    join(
      [`p`, `h`, ...keys.map((_, index) => `k${index}`)].map((column) => trusted(`${alias}.${column}`)),
      ', ',
    );
  const parts = [
    sql`keyed ${dialect.withAs} (SELECT * FROM (${keyedRows(context, check, keys)}) AS r WHERE p IS NOT NULL)`,
    sql`suspects AS (SELECT h FROM keyed GROUP BY h HAVING count(*) > 1)`,
    sql`daily ${dialect.withAs} (SELECT p, h, ${list}, d, count(*) AS c FROM keyed WHERE h IN (SELECT h FROM suspects) GROUP BY p, h, ${list}, d)`,
    sql`firsts ${dialect.withAs} (SELECT p, h, ${list}, min(d) AS f, sum(c) AS n FROM daily GROUP BY p, h, ${list})`,
    sql`twice AS (SELECT ${of('b')}, min(CASE WHEN b.d > a.f OR b.c > 1 THEN b.d END) AS s FROM firsts AS a JOIN daily AS b ON a.p = b.p AND ${same} WHERE a.n > 1 GROUP BY ${of('b')})`,
  ];
  const inside = sql`SELECT ${text(sql`p`)} AS period, CAST(NULL AS ${dialect.textType}) AS earlier, ${text(sql`s`)} AS day, ${text(sql`count(*)`)} AS total FROM twice GROUP BY p, s`;
  const across = sql`SELECT ${text(sql`b.p`)}, ${text(sql`a.p`)}, ${text(sql`b.f`)}, ${text(sql`count(*)`)} FROM firsts AS a JOIN firsts AS b ON a.p < b.p AND ${same} GROUP BY b.p, a.p, b.f`;
  const query = sql`WITH ${join(parts, ', ')} ${inside} UNION ALL ${across}`;
  return render(`@query.repeated:${scan.column}|${check.columns.join(', ')}`, query, dialect.placeholder);
}

/**
 * Keys that more than one row of a period has, those of the most rows first, for the eyes of whoever sits before the data: the only statement
 * whose result names rows. Result: `k0`, `k1` … and `total` as text.
 * @param period its index among the check's
 */
export function compileExamples(context: ScanContext, check: GrainCheck, period: number, most: number): Statement {
  const { dialect, scan } = context;
  const keys = keysOf(context, check.columns);
  const list = join(
    keys.map((_, index) => trusted(`k${index}`)),
    ', ',
  );
  const texts = keys.map((_, index) => sql`${dialect.asText(trusted(`k${index}`))} AS ${trusted(`k${index}`)}`);
  const rows = sql`SELECT ${list}, count(*) AS n FROM (${keyedRows(context, check, keys)}) AS r WHERE p = ${integer(period)} GROUP BY ${list} HAVING count(*) > 1`;
  const first = sql`SELECT * FROM (${rows}) AS twice ORDER BY n DESC, ${list} LIMIT ${integer(most)}`;
  return render(
    `@query.examples:${scan.column}|${check.columns.join(', ')}`,
    sql`SELECT ${join([...texts, sql`${dialect.asText(trusted('n'))} AS total`], ', ')} FROM (${first}) AS examples`,
    dialect.placeholder,
  );
}

/** Rows with their period, their day, their keys and a hash of these. */
function keyedRows(context: ScanContext, check: GrainCheck, keys: readonly { sql: Sql; type: BoundColumn['type'] }[]): Sql {
  const { dialect, scan, relation, time } = context;
  const clock = clockAt(scan, check.clock);
  const period = setOfDays(
    dialect,
    time,
    clock,
    check.periods.map((one) => [one.days]),
  );
  const columns = keys.map((key, index) => sql`${key.sql} AS ${trusted(`k${index}`)}`);
  const within = prune(dialect, time, daysAsked(scan, [daysOf(check)]));
  return sql`SELECT ${period} AS p, ${localDay(dialect, time, clock)} AS d, ${dialect.keyHash(keys)} AS h, ${join(columns, ', ')} FROM ${relationName(dialect, relation)} WHERE ${within}`;
}
