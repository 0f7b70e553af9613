import { leavesOf } from '../contract/filter-leaves.js';
import { type BoundColumn, boundColumn, type Relation } from './column-type.js';
import type { IntegerRange } from './compile-distincts.js';
import { columnName, relationName } from './compile-filter.js';
import type { Route } from './compile-tallies.js';
import type { Dialect } from './dialects/dialect.js';
import { useOfLeaf } from './filter-uses.js';
import type { ScanContext } from './scan-context.js';
import { integer, join, render, type Sql, type Statement, sql, trusted } from './sql.js';

/** Rows that are looked at to guess how many values a column has; the guess decides about speed alone. */
const SAMPLE = 100_000;
/** Groups per day up to which grouping by the filters' columns and conditions pays. */
const MOST_GROUPS = 4_000;

/** About how many values each column has, in rows that are cheap to reach. Result: one row, `n0`, `n1`, … as text. */
export function compileCardinalities(dialect: Dialect, relation: Relation, columns: readonly BoundColumn[]): Statement {
  const names = columns.map((column) => columnName(dialect, column));
  const counts = names.map((column, index) => sql`${dialect.asText(sql`count(DISTINCT ${column})`)} AS ${trusted(`n${index}`)}`);
  const sample = sql`SELECT ${join(names, ', ')} FROM ${relationName(dialect, relation)} LIMIT ${integer(SAMPLE)}`;
  return render('@query.filters', sql`SELECT ${join(counts, ', ')} FROM (${sample}) AS s`, dialect.placeholder, 'profile');
}

/** A filter's column, and what is asked of it. */
export interface FilterColumn {
  readonly column: BoundColumn;
  /** How many different conditions are on it. */
  readonly conditions: number;
}

/** The columns that a scan's filters use. */
export function filterColumns({ scan, relation }: ScanContext): FilterColumn[] {
  const columns = new Map<string, { column: BoundColumn; conditions: Set<string> }>();
  const filters = scan.tallies.flatMap(({ where, except }) => [where, ...except.map((part) => part.where)]);
  for (const leaf of filters.flatMap(leavesOf)) {
    const column = boundColumn(relation, useOfLeaf(leaf), leaf.column);
    const found = columns.get(column.name) ?? { column, conditions: new Set() };
    found.conditions.add(JSON.stringify(leaf));
    columns.set(column.name, found);
  }
  return [...columns.values()].map(({ column, conditions }) => ({ column, conditions: conditions.size }));
}

/** More currencies than the world has, by far: such a column holds something else, and every value would be a row of evidence. */
export const MOST_CURRENCIES = 500;

/**
 * How to group: by the columns themselves that have few values, else by whether each condition on them holds. Where even
 * so the groups would be many, the conditions are better applied to every row.
 */
export function chooseRoute(columns: readonly (FilterColumn & { readonly values: number })[]): {
  readonly route: Route;
  readonly dimensions: ReadonlySet<string>;
} {
  const chosen = new Set<string>();
  let groups = 1;
  for (const { column, conditions, values } of columns) {
    const byValue = values + 1 <= 2 * (conditions + 1);
    if (byValue) chosen.add(column.name);
    groups *= byValue ? values + 1 : conditions + 1;
  }
  return { route: groups > MOST_GROUPS ? 'rows' : 'groups', dimensions: chosen };
}

/** The least and greatest value of an integer column. Result: one row, `low`, `high`, `filled`, as text. */
export function compileIntegerRange(dialect: Dialect, relation: Relation, column: BoundColumn): Statement {
  const value = columnName(dialect, column);
  const text = (of: Sql): Sql => dialect.asText(of);
  const query = sql`SELECT ${text(sql`min(${value})`)} AS low, ${text(sql`max(${value})`)} AS high, ${text(sql`count(${value})`)} AS filled FROM ${relationName(dialect, relation)}`;
  return render(`@query.range:${column.name}`, query, dialect.placeholder, 'profile');
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
