import type { Leaf } from '../contract/filter-leaves.js';
import { type BoundColumn, boundColumn, type ColumnType } from './column-type.js';
import { inDays, localDay, prune } from './compile-days.js';
import { divide } from './compile-divisions.js';
import { columnName, compileFilter, compileLeaf, leafOnRows, relationName } from './compile-filter.js';
import type { TallyArm } from './dialects/dialect.js';
import { useOfLeaf } from './filter-uses.js';
import type { Division, Except, Scan, Tally } from './plan.js';
import { clockAt, daysAsked, remaining, type ScanContext, windowOnRows } from './scan-context.js';
import { Columns } from './select-columns.js';
import { and, integer, join, render, type Sql, type Statement, sql } from './sql.js';

/*
 * Tallies: rows and sums per local day and currency, for every measure of a scan at once.
 *
 * The groups route groups the rows by day and by the columns that filters use, and applies the conditions to the few
 * groups; the rows route applies every condition to every row. Both give the same numbers: which is faster depends on
 * how many different values the columns have.
 */

/** `groups`, or `rows`: chosen by measured cardinality, never by meaning. */
export type Route = 'groups' | 'rows';

/**
 * The statements that read all tallies of a scan: one, unless that is longer than the engine takes. Result: a row per item, day and currency
 * (and part: items after those of the tallies are divisions) with `row_count`, `filled` (the summed column is not NULL), `fitting` (and it fits DECIMAL(38,9)) and `total`, all as text.
 * @param ofAll reads all rows, with and without a day, and tells of each condition how many that meet it have none: items after those of the
 * divisions, in the tallies' order, each at the first tally with it. For where most rows are asked for anyway.
 */
export function compileTallies(
  context: ScanContext,
  route: Route,
  isDimension: (column: BoundColumn) => boolean,
  ofAll = false,
): Statement[] {
  const { tallies } = context.scan;
  const items = tallies.map((tally, item) => ({ tally, item }));
  return items.length === 0 ? [] : withinLength(context, { route, isDimension, ofAll }, items);
}

/** How all statements of a scan's tallies are written. */
interface Way {
  readonly route: Route;
  readonly isDimension: (column: BoundColumn) => boolean;
  readonly ofAll: boolean;
}

/** The first tally with each condition. */
export function firstOfConditions(tallies: readonly Tally[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [index, { where }] of tallies.entries()) {
    const key = JSON.stringify(where);
    if (!first.has(key)) first.set(key, index);
  }
  return first;
}

/** Whether sums of a column stay within what the engine adds up, whatever values rows of other days have. */
export function isSurelySummed({ type }: BoundColumn): boolean {
  return type.kind === 'integer' || (type.kind === 'decimal' && type.precision <= 28);
}

/** A tally and its place in the scan. */
interface Item {
  readonly tally: Tally;
  readonly item: number;
}

/** One statement, or several where an engine would not take one so long. */
function withinLength(context: ScanContext, way: Way, items: readonly Item[]): Statement[] {
  const statement = statementOf(context, way, items);
  if (items.length === 1 || statement.sql.length <= context.dialect.longest) return [statement];
  const size = Math.ceil(items.length / Math.ceil(statement.sql.length / (context.dialect.longest * FILL)));
  const parts: Statement[] = [];
  for (let from = 0; from < items.length; from += size) {
    parts.push(...withinLength(context, way, items.slice(from, from + size)));
  }
  return parts;
}

/** How full statements are made when one has to be cut: they are not all of the same length. */
const FILL = 0.8;

function statementOf(context: ScanContext, way: Way, items: readonly Item[]): Statement {
  const { dialect, scan } = context;
  const tallies = items.map(({ tally }) => tally);
  const divisions = scan.divisions.filter(({ tally }) => items.some(({ item }) => item === tally));
  const { grouped, parts, divided } =
    way.route === 'groups' ? onGroups(context, tallies, divisions, way) : onRows(context, tallies, divisions, way);
  const first = way.ofAll ? firstOfConditions(scan.tallies) : null;
  const arms = items.flatMap(({ tally, item }, index) => {
    const own = partAt(parts, index);
    const whole = armOf(tally, item, own);
    const undated = first?.get(JSON.stringify(tally.where)) === item ? [undatedArm(scan, item, own)] : [];
    const divisionsOf = divisions.filter((division) => division.tally === item);
    return [whole, ...divisionsOf.map((division) => partsArm(whole, scan, division, divided.of(division))), ...undated];
  });
  return render(`@query.tallies:${scan.column}`, dialect.tallyRows(divided.ranked(grouped), arms), dialect.placeholder);
}

/** The columns of the groups that a tally reads. */
interface TallyParts {
  readonly day: Sql;
  readonly currency: Sql | null;
  readonly rows: Sql;
  /** Null where nothing is summed. */
  readonly sum: { readonly filled: Sql; readonly fitting: Sql; readonly total: Sql } | null;
  readonly conditions: readonly Sql[];
}

interface Compiled {
  readonly grouped: Sql;
  /** By the tallies' order. */
  readonly parts: readonly TallyParts[];
  readonly divided: ReturnType<typeof divide>;
}

function armOf(tally: Tally, item: number, parts: TallyParts): TallyArm {
  return {
    item,
    day: parts.day,
    currency: parts.currency,
    sums: {
      row_count: parts.rows,
      filled: parts.sum?.filled ?? null,
      fitting: parts.sum?.fitting ?? null,
      total: parts.sum?.total ?? null,
    },
    where: and([sql`${parts.rows} > 0`, inDays(parts.day, tally.days), ...parts.conditions]),
  };
}

/** The rows without a day that meet a tally's condition; no window of an exclusion holds them. Its item follows those of the divisions. */
function undatedArm(scan: Scan, tally: number, { day, rows, conditions }: TallyParts): TallyArm {
  return {
    item: scan.tallies.length + scan.divisions.length + tally,
    day,
    currency: null,
    sums: { row_count: rows, filled: null, fitting: null, total: null },
    where: and([sql`${rows} > 0`, sql`${day} IS NULL`, ...conditions]),
  };
}

/** The arm of a division: the rows of its tally, by what divides them. Its item follows those of the tallies. */
function partsArm(whole: TallyArm, scan: Scan, division: Division, of: readonly Sql[]): TallyArm {
  const item = scan.tallies.length + scan.divisions.indexOf(division);
  return { ...whole, item, of, where: and([whole.where, inDays(whole.day, division.periods)]) };
}

function dayColumns(context: ScanContext, keys: Columns): (clock: number) => Sql {
  const { dialect, scan, time } = context;
  return (clock) => keys.add(`day ${clock}`, localDay(dialect, time, clockAt(scan, clock)));
}

/** The local day of a division's rows: its tally's. */
function dayOf({ scan }: ScanContext, day: (clock: number) => Sql): (division: Division) => Sql {
  return ({ tally }) => day(scan.tallies[tally]?.clock ?? 0);
}

function currencyColumn(context: ScanContext, keys: Columns, tally: Tally): Sql | null {
  if (tally.currency === null) return null;
  return keys.add(`column text ${tally.currency}`, columnSql(context, 'text', tally.currency).value);
}

function columnSql({ dialect, relation }: ScanContext, use: 'text' | 'number', column: string): { value: Sql; type: ColumnType } {
  const bound = boundColumn(relation, use, column);
  return { value: columnName(dialect, bound), type: bound.type };
}

/** How a summed column is read: as it is where that is exact, else row by row as DECIMAL(38,9). */
function addend(context: ScanContext, column: string): { raw: Sql; value: Sql; checked: boolean } {
  const { value, type } = columnSql(context, 'number', column);
  const checked = type.kind === 'float' || type.kind === 'wide';
  return { raw: value, value: checked ? context.dialect.exact(value, type) : value, checked };
}

/** Rows of other days get a number too, never one of the days asked for: a clock is sure of two days around these, and all offsets lie closer together. */
function source(context: ScanContext, tallies: readonly Tally[], { ofAll }: Way): Sql {
  const { dialect, scan, relation, time } = context;
  const from = relationName(dialect, relation);
  return ofAll ? from : sql`${from} WHERE ${prune(dialect, time, daysAsked(scan, tallies))}`;
}

function onGroups(context: ScanContext, tallies: readonly Tally[], divisions: readonly Division[], way: Way): Compiled {
  const { dialect, scan, relation } = context;
  const keys = new Columns('k');
  const aggregates = new Columns('a');
  const day = dayColumns(context, keys);
  const onRow = leafOnRows(dialect, relation);
  /** A condition on a column of few values is applied to the groups; any other is a yes-or-no key itself. */
  const leaf = (written: Leaf): Sql => {
    const use = useOfLeaf(written);
    const column = boundColumn(relation, use, written.column);
    if (!way.isDimension(column)) return keys.add(`leaf ${JSON.stringify(written)}`, onRow(written));
    const key = keys.add(`column ${use} ${written.column}`, columnName(dialect, column));
    return compileLeaf(dialect, written, key, column);
  };
  const rows = aggregates.add('rows', sql`count(*)`);
  const parts = (tally: Tally): TallyParts => {
    const window = (except: Except): Sql =>
      'dates' in except.window
        ? inDays(day(tally.clock), [except.window.dates])
        : keys.add(`window ${tally.clock} ${JSON.stringify(except.window)}`, windowOnRows(context, clockAt(scan, tally.clock), except));
    return {
      day: day(tally.clock),
      currency: currencyColumn(context, keys, tally),
      rows,
      sum: tally.sum === null ? null : sumColumns(context, aggregates, tally.sum, tally.sum, (value) => value),
      conditions: [compileFilter(tally.where, leaf), ...remaining(tally.except, leaf, window)],
    };
  };
  const all = tallies.map(parts);
  const divided = divide(context, divisions, keys, () => rows, dayOf(context, day));
  return { grouped: groupBy(source(context, tallies, way), keys, aggregates), parts: all, divided };
}

function onRows(context: ScanContext, tallies: readonly Tally[], divisions: readonly Division[], way: Way): Compiled {
  const { dialect, scan, relation } = context;
  const keys = new Columns('k');
  const aggregates = new Columns('a');
  const day = dayColumns(context, keys);
  const leaf = leafOnRows(dialect, relation);
  const all = tallies.map((tally, index): TallyParts => {
    const clock = clockAt(scan, tally.clock);
    const stay = remaining(tally.except, leaf, (except) => windowOnRows(context, clock, except));
    const condition = and([compileFilter(tally.where, leaf), ...stay]);
    const only = (value: Sql): Sql => sql`CASE WHEN ${condition} THEN ${value} END`;
    return {
      day: day(tally.clock),
      currency: currencyColumn(context, keys, tally),
      rows: aggregates.add(`rows ${index}`, sql`count(${only(sql`1`)})`),
      sum: tally.sum === null ? null : sumColumns(context, aggregates, `${index}`, tally.sum, only),
      conditions: [],
    };
  });
  const divided = divide(context, divisions, keys, () => aggregates.add('rows', sql`count(*)`), dayOf(context, day));
  return { grouped: groupBy(source(context, tallies, way), keys, aggregates), parts: all, divided };
}

function partAt(parts: readonly TallyParts[], index: number): TallyParts {
  const part = parts[index];
  if (part === undefined) throw new RangeError(`no tally ${index}`);
  return part;
}

function sumColumns(context: ScanContext, aggregates: Columns, key: string, column: string, only: (value: Sql) => Sql): TallyParts['sum'] {
  const { raw, value, checked } = addend(context, column);
  const filled = aggregates.add(`filled ${key}`, sql`count(${only(raw)})`);
  return {
    filled,
    fitting: checked ? aggregates.add(`fitting ${key}`, sql`count(${only(value)})`) : filled,
    total: aggregates.add(`total ${key}`, context.dialect.sum(only(value))),
  };
}

function groupBy(rows: Sql, keys: Columns, aggregates: Columns): Sql {
  const positions = Array.from({ length: keys.size }, (_, index) => integer(index + 1));
  return sql`SELECT ${join([...keys.list, ...aggregates.list], ', ')} FROM ${rows} GROUP BY ${join(positions, ', ')}`;
}
