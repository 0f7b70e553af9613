import type { BoundColumn, Relation } from './column-type.js';
import type { IntegerRange } from './compile-distincts.js';
import { name, relationName } from './compile-filter.js';
import type { Dialect } from './dialect.js';
import { integer, join, render, type Sql, type Statement, sql, trusted } from './sql.js';

/** Rows that are looked at to guess how many values a column has; the guess decides about speed alone. */
const SAMPLE = 100_000;
/** Groups per day up to which grouping by the filters' columns pays. */
const MOST_GROUPS = 20_000;

/** About how many values each column has, in rows that are cheap to reach. Result: one row, `n0`, `n1`, … as text. */
export function compileCardinalities(dialect: Dialect, relation: Relation, columns: readonly BoundColumn[]): Statement {
  const names = columns.map((column) => name(dialect, column.name));
  const counts = names.map((column, index) => sql`${dialect.asText(sql`count(DISTINCT ${column})`)} AS ${trusted(`n${index}`)}`);
  const sample = sql`SELECT ${join(names, ', ')} FROM ${relationName(dialect, relation)} LIMIT ${integer(SAMPLE)}`;
  return render('values of filter columns', sql`SELECT ${join(counts, ', ')} FROM (${sample}) AS s`, dialect.placeholder, 'profile');
}

/** The columns to group by: those of fewest values, as long as the groups stay few. */
export function dimensions(columns: readonly BoundColumn[], values: readonly number[]): ReadonlySet<string> {
  const chosen = new Set<string>();
  let groups = 1;
  const ascending = columns.map((column, index) => ({ name: column.name, values: values[index] ?? Number.POSITIVE_INFINITY }));
  for (const column of ascending.sort((a, b) => a.values - b.values)) {
    groups *= column.values + 1;
    if (groups > MOST_GROUPS) return chosen;
    chosen.add(column.name);
  }
  return chosen;
}

/** The least and greatest value of an integer column. Result: one row, `low`, `high`, `filled`, as text. */
export function compileIntegerRange(dialect: Dialect, relation: Relation, column: BoundColumn): Statement {
  const value = name(dialect, column.name);
  const text = (of: Sql): Sql => dialect.asText(of);
  const query = sql`SELECT ${text(sql`min(${value})`)} AS low, ${text(sql`max(${value})`)} AS high, ${text(sql`count(${value})`)} AS filled FROM ${relationName(dialect, relation)}`;
  return render(`range of ${column.name}`, query, dialect.placeholder, 'profile');
}

/** Memory that sets of bits may take, all together. */
const MOST_BITS = 1n << 31n;

/** Whether sets of bits are the way to count: the range is dense enough, and the sets fit. */
export function bitRange(dialect: Dialect, range: IntegerRange, filled: bigint, sets: number): IntegerRange | null {
  const width = range.high - range.low + 1n;
  const dense = width <= 1n << 20n || width <= filled * 32n;
  const fits = dialect.bitmap !== null && width <= dialect.bitmap.maxRange && width * BigInt(sets) <= MOST_BITS;
  return dense && fits ? range : null;
}
