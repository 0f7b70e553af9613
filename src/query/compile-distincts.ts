import type { DateRange, LocalDate } from '../kernel/calendar.js';
import { addDays } from '../kernel/calendar.js';
import { boundColumn } from './column-type.js';
import { prune, setOfDays } from './compile-days.js';
import { compileFilter, leafOnRows, name, relationName } from './compile-filter.js';
import type { Distinct } from './plan.js';
import { clockAt, daysAsked, remaining, type ScanContext, windowOnRows } from './scan-context.js';
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
 * The statement for a group of distinct counts: exact, over non-NULL values. Result: one row with a column per count,
 * named by {@link distinctColumn}, as text. With an integer range the values are kept as bits, else as a set.
 */
export function compileDistincts(context: ScanContext, group: DistinctGroup, range: IntegerRange | null): Statement {
  const { dialect, relation, time, scan } = context;
  const cells = cellsOf(group);
  const clock = clockAt(scan, group.clock);
  const days = cells.map((cell) => cell.days);
  const value = name(dialect, boundColumn(relation, 'key', group.column).name);
  const cell = setOfDays(dialect, time, clock, days);
  const conditions = group.members.map(({ distinct }) => conditionOf(context, distinct));
  const pruned = prune(dialect, time, daysAsked(scan, [{ clock: group.clock, days: days.flat() }]));
  const from = sql`FROM ${relationName(dialect, relation)} WHERE ${and([pruned, sql`${value} IS NOT NULL`, or(conditions)])}`;
  const only = (condition: Sql, then: Sql): Sql => (condition === TRUE ? then : sql`CASE WHEN ${condition} THEN ${then} END`);
  // where one condition is all there is, every row that is left meets it
  const applied = conditions.length === 1 ? [TRUE] : conditions;
  const flag = (position: number): Sql => trusted(`f${position}`);
  const bits = range !== null && dialect.bitmap !== null ? { bitmap: dialect.bitmap, ...range } : null;
  const seen =
    bits === null
      ? sql`SELECT ${cell} AS cell, ${value} AS v, ${join(
          applied.map((condition, position) => sql`max(${only(condition, sql`1`)}) AS ${flag(position)}`),
          ', ',
        )} ${from} GROUP BY 1, 2`
      : sql`SELECT ${cell} AS cell, ${join(
          applied.map((condition, position) => sql`${bits.bitmap.of(only(condition, value), bits.low, bits.high)} AS ${flag(position)}`),
          ', ',
        )} ${from} GROUP BY 1`;
  const counts = group.members.flatMap(({ index, distinct }, position) =>
    distinct.targets.map((_, target) => {
      const own = cells.flatMap(({ targets }, number) => (targets.has(targetKey(index, target)) ? [integer(number)] : []));
      const within = own.length === 0 ? FALSE : sql`cell IN (${join(own, ', ')})`;
      const marked = and([within, sql`${flag(position)} = 1`]);
      const ofSet = own.length === 1 ? sql`count(CASE WHEN ${marked} THEN 1 END)` : sql`count(DISTINCT CASE WHEN ${marked} THEN v END)`;
      const total =
        bits === null
          ? ofSet
          : sql`coalesce(${bits.bitmap.size(bits.bitmap.union(sql`CASE WHEN ${within} THEN ${flag(position)} END`))}, 0)`;
      return sql`${dialect.asText(total)} AS ${trusted(distinctColumn(index, target))}`;
    }),
  );
  const query = sql`WITH seen ${dialect.withAs} (${seen}) SELECT ${join(counts, ', ')} FROM seen`;
  return render(`distinct ${group.column} by ${scan.column}`, query, dialect.placeholder);
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
