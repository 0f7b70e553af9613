import type { DateRange, LocalDate } from '../kernel/calendar.js';
import { addDays } from '../kernel/calendar.js';
import { boundColumn } from './column-type.js';
import { prune, setOfDays } from './compile-days.js';
import { columnName, compileFilter, leafOnRows, relationName } from './compile-filter.js';
import type { Distinct } from './plan.js';
import { clockAt, daysAsked, remaining, type ScanContext, windowOnRows } from './scan-context.js';
import { inShare, type Share } from './shares.js';
import { and, FALSE, integer, join, or, render, type Sql, type Statement, sql, TRUE, trusted } from './sql.js';

/** The least and greatest value of an integer column, where both are known. */
export interface IntegerRange {
  readonly low: bigint;
  readonly high: bigint;
}

/** Distinct counts of a scan that can share one reading of the rows: the same column by the same clock. */
export interface DistinctGroup {
  readonly clock: number;
  readonly column: string;
  readonly members: readonly DistinctMember[];
}

/** A distinct count of the scan, and which of its targets are asked for. */
interface DistinctMember {
  readonly index: number;
  readonly distinct: Distinct;
  readonly targets: readonly number[];
}

/** Conditions that one statement tells apart, well within what engines take. */
const MOST_MEMBERS = 500;

/** The distinct counts of a scan, grouped. */
export function distinctGroups(distincts: readonly Distinct[]): DistinctGroup[] {
  const groups: DistinctGroup[] = [];
  const open = new Map<string, DistinctGroup & { members: DistinctMember[] }>();
  distincts.forEach((distinct, index) => {
    const { clock, column } = distinct;
    const key = `${clock} ${column}`;
    const last = open.get(key);
    const group = last !== undefined && last.members.length < MOST_MEMBERS ? last : { clock, column, members: [] };
    group.members.push({ index, distinct, targets: [...distinct.targets.keys()] });
    if (group === last) return;
    open.set(key, group);
    groups.push(group);
  });
  return groups;
}

/** Days that belong to the same targets: a value seen in them counts for each of these once. */
export interface Cell {
  readonly days: DateRange[];
  readonly targets: ReadonlySet<string>;
}

/** The name of a target in {@link Cell}s. */
export function targetKey(index: number, target: number): string {
  return `${index} ${target}`;
}

/** Cuts the days of the targets that are asked for into the fewest cells, in their order. */
export function cellsOf(group: DistinctGroup): Cell[] {
  const asked = group.members.flatMap(({ index, distinct, targets }) =>
    targets.map((target) => ({ key: targetKey(index, target), days: distinct.targets[target] ?? [] })),
  );
  const ranges = asked.flatMap(({ days }) => days);
  const cuts = [...new Set(ranges.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort();
  const cells = new Map<string, Cell>();
  cuts.forEach((from, position) => {
    const next = cuts[position + 1];
    if (next === undefined) return;
    const inside = asked.filter(({ days }) => days.some((range) => range.from <= from && from <= range.to)).map(({ key }) => key);
    if (inside.length === 0) return;
    const key = inside.join(',');
    const cell = cells.get(key) ?? { days: [], targets: new Set(inside) };
    cell.days.push({ from, to: lastDayBefore(next) });
    cells.set(key, cell);
  });
  return [...cells.values()];
}

function lastDayBefore(date: LocalDate): LocalDate {
  return addDays(date, -1);
}

/**
 * The statement for a group of distinct counts: exact, over non-NULL values. Result: one row with a column per count,
 * named by {@link distinctColumn}, as text. Integers of a dense range are kept as one set of bits per cell; other values
 * once each, with the cells they were seen in as bits.
 * @param share counts only these values.
 */
export function compileDistincts(
  context: ScanContext,
  group: DistinctGroup,
  range: IntegerRange | null,
  share: Share | null = null,
): Statement {
  const { dialect, relation, time, scan } = context;
  const cells = cellsOf(group);
  const days = cells.map((cell) => cell.days);
  const column = boundColumn(relation, 'key', group.column);
  const value = columnName(dialect, column);
  const conditions = group.members.map(({ distinct }) => conditionOf(context, distinct));
  const pruned = prune(dialect, time, daysAsked(scan, [{ clock: group.clock, days: days.flat() }]));
  const within = share === null ? [] : [inShare(dialect, [{ sql: value, type: column.type }], share)];
  const met = and([pruned, sql`${value} IS NOT NULL`, ...within, or(conditions)]);
  const rows = sql`FROM ${relationName(dialect, relation)} WHERE ${met}`;
  // where one condition is all there is, every row that is left meets it
  const applied = conditions.length === 1 ? [TRUE] : conditions;
  const sets = range === null ? asMasks(context, group, days) : asBits(context, group, days, range);
  const seen = sql`SELECT ${sets.key(value)}, ${join(
    applied.flatMap((condition, position) => sets.columns(value, condition, position)),
    ', ',
  )} ${rows} GROUP BY 1`;
  const counts = group.members.flatMap(({ index, targets: asked }, position) =>
    asked.map((target) => {
      const own = cells.flatMap(({ targets }, cell) => (targets.has(targetKey(index, target)) ? [cell] : []));
      return sql`${dialect.asText(sets.size(own, position))} AS ${trusted(distinctColumn(index, target))}`;
    }),
  );
  const query = sql`WITH seen ${dialect.withAs} (${seen}) SELECT ${join(counts, ', ')} FROM seen`;
  return render(`@query.distinct:${group.column}|${scan.column}`, query, dialect.placeholder);
}

/** A way to hold the values that were seen, by cell and by condition (its position). */
interface Sets {
  /** The first column of `seen`. */
  key(value: Sql): Sql;
  /** The others, of the rows that meet a condition. */
  columns(value: Sql, condition: Sql, position: number): Sql[];
  /** How many values the cells hold together. */
  size(cells: readonly number[], position: number): Sql;
}

const where = (condition: Sql, then: Sql): Sql => (condition === TRUE ? then : sql`CASE WHEN ${condition} THEN ${then} END`);

/** Cells as bits of an integer, as many as are positive in 64 bits. */
const CELLS_PER_MASK = 60;

function asMasks({ dialect, scan, time }: ScanContext, group: DistinctGroup, days: readonly (readonly DateRange[])[]): Sets {
  const masks = Math.max(1, Math.ceil(days.length / CELLS_PER_MASK));
  const bits = Math.min(days.length, CELLS_PER_MASK);
  const column = (position: number, mask: number): Sql => trusted(`m${position}_${mask}`);
  const bit = (cell: number): bigint => 1n << BigInt(cell % CELLS_PER_MASK);
  const inMask =
    (mask: number) =>
    (_: unknown, cell: number): boolean =>
      Math.floor(cell / CELLS_PER_MASK) === mask;
  return {
    key: (value) => sql`${value} AS v`,
    columns: (_, condition, position) =>
      Array.from({ length: masks }, (__, mask) => {
        const own = days.map((ranges, cell) => (inMask(mask)(ranges, cell) ? ranges : []));
        const seenIn = setOfDays(dialect, time, clockAt(scan, group.clock), own, (cell) => integer(bit(cell)));
        return sql`bit_or(CAST(${where(condition, seenIn)} AS ${dialect.maskType(bits)})) AS ${column(position, mask)}`;
      }),
    size: (cells, position) => {
      const parts = Array.from({ length: masks }, (_, mask) => cells.filter((cell) => inMask(mask)(null, cell)))
        .map((own, mask) => ({ mask, bits: own.reduce((all, cell) => all | bit(cell), 0n) }))
        .filter(({ bits }) => bits > 0n);
      const seenIn = or(parts.map(({ mask, bits }) => sql`(${column(position, mask)} & ${integer(bits)}) <> 0`));
      return sql`count(CASE WHEN ${seenIn} THEN 1 END)`;
    },
  };
}

function asBits(
  { dialect, scan, time }: ScanContext,
  group: DistinctGroup,
  days: readonly (readonly DateRange[])[],
  range: IntegerRange,
): Sets {
  const { bitmap } = dialect;
  if (bitmap === null) throw new RangeError(`${dialect.name} has no sets of bits`);
  const column = (position: number): Sql => trusted(`f${position}`);
  return {
    key: () => sql`${setOfDays(dialect, time, clockAt(scan, group.clock), days)} AS cell`,
    columns: (value, condition, position) => [sql`${bitmap.of(where(condition, value), range.low, range.high)} AS ${column(position)}`],
    size: (cells, position) => {
      const within = cells.length === 0 ? FALSE : sql`cell IN (${join(cells.map(integer), ', ')})`;
      return sql`coalesce(${bitmap.size(bitmap.union(where(within, column(position))))}, 0)`;
    },
  };
}

/** The result's column of a distinct count. */
export function distinctColumn(index: number, target: number): string {
  return `n${index}_${target}`;
}

function conditionOf(context: ScanContext, distinct: Distinct): Sql {
  const leaf = leafOnRows(context.dialect, context.relation);
  const clock = clockAt(context.scan, distinct.clock);
  const stay = remaining(distinct.except, leaf, (except) => windowOnRows(context, clock, except));
  return and([...(distinct.where === null ? [] : [compileFilter(distinct.where, leaf)]), ...stay]);
}
