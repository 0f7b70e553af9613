import type { DateRange, LocalDate } from '../kernel/calendar.js';
import { addDays } from '../kernel/calendar.js';
import { boundColumn } from './column-type.js';
import { inDays, localDay, prune } from './compile-days.js';
import { compileFilter, leafOnRows, name, relationName } from './compile-filter.js';
import type { Distinct } from './plan.js';
import { clockAt, daysAsked, remaining, type ScanContext, windowOnRows } from './scan-context.js';
import { and, integer, join, or, render, type Sql, type Statement, sql, trusted } from './sql.js';

/** The least and greatest value of an integer column, where both are known. */
export interface IntegerRange {
  readonly low: bigint;
  readonly high: bigint;
}

/** Distinct counts of a scan that can share one reading of the rows: the same column by the same clock. */
export interface DistinctGroup {
  readonly clock: number;
  readonly column: string;
  readonly members: readonly { readonly index: number; readonly distinct: Distinct }[];
}

/** The distinct counts of a scan, grouped. */
export function distinctGroups(distincts: readonly Distinct[]): DistinctGroup[] {
  const groups = new Map<string, DistinctGroup & { members: { index: number; distinct: Distinct }[] }>();
  distincts.forEach((distinct, index) => {
    const key = `${distinct.clock} ${distinct.column}`;
    const group = groups.get(key) ?? { clock: distinct.clock, column: distinct.column, members: [] };
    group.members.push({ index, distinct });
    groups.set(key, group);
  });
  return [...groups.values()];
}

/** Days that belong to the same targets: a value seen in them counts for each of these once. */
interface Cell {
  readonly days: DateRange[];
  readonly targets: ReadonlySet<string>;
}

const targetKey = (index: number, target: number): string => `${index} ${target}`;

/** Cuts the targets' days into the fewest cells. */
function cellsOf(group: DistinctGroup): Cell[] {
  const asked = group.members.flatMap(({ index, distinct }) =>
    distinct.targets.map((days, target) => ({ key: targetKey(index, target), days })),
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
 * The statement for a group of distinct counts: exact, over non-NULL values. Result: a row per count with `item`,
 * `target` and `total`, as text. With an integer range the values are kept as bits, else as a set.
 */
export function compileDistincts(context: ScanContext, group: DistinctGroup, range: IntegerRange | null): Statement {
  const { dialect, relation } = context;
  const cells = cellsOf(group);
  const day = localDay(dialect, context.time, clockAt(context.scan, group.clock));
  const value = name(dialect, boundColumn(relation, 'key', group.column).name);
  const conditions = group.members.map(({ distinct }) => conditionOf(context, distinct, day));
  const flags = conditions.map((_, position) => trusted(`f${position}`));
  const rows = sql`SELECT ${cellOf(cells, sql`d`)} AS cell, v, ${join(flags, ', ')} FROM (SELECT ${day} AS d, ${value} AS v, ${join(
    conditions.map((condition, position) => sql`${condition} AS ${flags[position] ?? sql``}`),
    ', ',
  )} FROM ${relationName(dialect, relation)} WHERE ${and([
    prune(dialect, context.time, daysAsked(context.scan, [{ clock: group.clock, days: cells.flatMap((cell) => cell.days) }])),
    sql`${value} IS NOT NULL`,
    or(conditions),
  ])}) AS r`;
  const bits = range !== null && dialect.bitmap !== null ? { bitmap: dialect.bitmap, range } : null;
  const sets =
    bits === null
      ? sql`SELECT cell, v, ${join(
          flags.map((flag) => sql`max(CASE WHEN ${flag} THEN 1 ELSE 0 END) AS ${flag}`),
          ', ',
        )} FROM (${rows}) AS c WHERE cell IS NOT NULL GROUP BY cell, v`
      : sql`SELECT cell, ${join(
          flags.map(
            (flag, position) =>
              sql`${bits.bitmap.of(isAlways(conditions[position]) ? sql`v` : sql`CASE WHEN ${flag} THEN v END`, bits.range.low, bits.range.high)} AS ${flag}`,
          ),
          ', ',
        )} FROM (${rows}) AS c WHERE cell IS NOT NULL GROUP BY cell`;
  const arms = group.members.flatMap(({ index, distinct }, position) =>
    distinct.targets.map((_, target) => {
      const own = cells.flatMap((cell, number) => (cell.targets.has(targetKey(index, target)) ? [number] : []));
      const flag = flags[position] ?? sql``;
      const several = own.length > 1 ? sql`count(DISTINCT v)` : sql`count(*)`;
      const total = bits === null ? several : sql`coalesce(${bits.bitmap.size(bits.bitmap.union(flag))}, 0)`;
      const inCells = or(own.map((number) => sql`cell = ${integer(number)}`));
      const where = bits === null ? and([inCells, sql`${flag} = 1`]) : inCells;
      return sql`SELECT ${dialect.asText(integer(index))} AS item, ${dialect.asText(integer(target))} AS target, ${dialect.asText(total)} AS total FROM seen WHERE ${where}`;
    }),
  );
  const query = sql`WITH seen ${dialect.withAs} (${sets}) ${join(arms, ' UNION ALL ')}`;
  return render(`distinct ${group.column} by ${context.scan.column}`, query, dialect.placeholder);
}

function isAlways(condition: Sql | undefined): boolean {
  return condition?.parts.length === 1 && condition.parts[0] === 'TRUE';
}

function conditionOf(context: ScanContext, distinct: Distinct, day: Sql): Sql {
  const leaf = leafOnRows(context.dialect, context.relation);
  const clock = clockAt(context.scan, distinct.clock);
  const stay = remaining(distinct.except, leaf, (except) => windowOnRows(context, clock, day, except));
  return and([...(distinct.where === null ? [] : [compileFilter(distinct.where, leaf)]), ...stay]);
}

function cellOf(cells: readonly Cell[], day: Sql): Sql {
  let cases = sql``;
  cells.forEach((cell, number) => {
    cases = sql`${cases} WHEN ${inDays(day, cell.days)} THEN ${integer(number)}`;
  });
  return cells.length === 0 ? sql`NULL` : sql`CASE${cases} END`;
}
