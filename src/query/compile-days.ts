import { addDays, type DateRange, dayNumber, type LocalDate, type Micros, startOfDay } from '../kernel/calendar.js';
import { type Clock, DAY, type Piece, type RawRange, rawRange, rawRangesOfInstants, unionOfDays } from './clock.js';
import type { TimeKind } from './column-type.js';
import type { Dialect } from './dialects/dialect.js';
import { and, integer, or, type Sql, sql } from './sql.js';

/** A `when` column as statements read it. */
export interface TimeColumn {
  readonly sql: Sql;
  readonly kind: TimeKind;
}

/** Added to local time so that it is never negative in SQL, whose integer division rounds towards zero. */
const BIAS_DAYS = 1_000_000n;

/** The number of a row's local day: integer arithmetic on constants that were computed once, outside the engine. */
export function localDay(dialect: Dialect, time: TimeColumn, clock: Clock): Sql {
  if (time.kind === 'date') return dialect.dayOfDate(time.sql);
  const local = sql`(${dialect.micros(time.sql, time.kind)} + ${shiftOf(dialect, time, clock.toLocal)})`;
  return sql`(${dialect.quotient(local, DAY)} - ${integer(BIAS_DAYS)})`;
}

/** What to add to a raw value; the bias is in the constants, so it costs nothing per row. */
function shiftOf(dialect: Dialect, time: TimeColumn, pieces: readonly Piece[]): Sql {
  const constant = (piece: Piece | undefined): Sql => integer((piece?.shift ?? 0n) + BIAS_DAYS * DAY);
  const [first, ...later] = pieces;
  if (later.length === 0) return constant(first);
  let cases = sql``;
  for (const piece of later.reverse()) {
    cases = sql`${cases} WHEN ${time.sql} >= ${dialect.timeConstant(piece.from ?? 0n, time.kind)} THEN ${constant(piece)}`;
  }
  return sql`CASE${cases} ELSE ${constant(first)} END`;
}

/** Whether a day's number is one of the days. */
export function inDays(day: Sql, days: readonly DateRange[]): Sql {
  return or(days.map(({ from, to }) => sql`${day} BETWEEN ${integer(dayNumber(from))} AND ${integer(dayNumber(to))}`));
}

/** Days asked for, with the clock that tells what they are. */
export interface DaysAsked {
  readonly clock: Clock;
  readonly days: readonly DateRange[];
}

/**
 * A condition that lets through all rows of the days, and few others: on the bare column, so that an engine can skip
 * whole blocks and partitions. Wall clocks get some hours more; the exact days are decided by their numbers.
 */
export function prune(dialect: Dialect, time: TimeColumn, asked: readonly DaysAsked[]): Sql {
  if (time.kind === 'date') {
    const days = unionOfDays(asked.flatMap((part) => part.days));
    return or(
      days.map(({ from, to }) => sql`(${time.sql} >= ${dialect.dateConstant(from)} AND ${time.sql} <= ${dialect.dateConstant(to)})`),
    );
  }
  const byClock = new Map<Clock, DateRange[]>();
  for (const { clock, days } of asked) {
    const known = byClock.get(clock) ?? [];
    for (const range of days) known.push(range);
    byClock.set(clock, known);
  }
  const ranges = [...byClock].flatMap(([clock, days]) => unionOfDays(days).map((range) => rawRange(clock, range)));
  return or(unionOfRanges(ranges).map((range) => inRaw(dialect, time, range)));
}

/** Between which raw values of a time column all rows lie that have one: microseconds, or day numbers. */
export interface Extent {
  readonly earliest: bigint;
  readonly latest: bigint;
}

/** About which share of a relation's rows lies in the days, taken to be spread evenly; 1 where they all do. */
export function shareOfRows(time: TimeColumn, asked: readonly DaysAsked[], { earliest, latest }: Extent): number {
  const days = (range: DateRange): RawRange => ({ from: BigInt(dayNumber(range.from)), to: BigInt(dayNumber(range.to) + 1) });
  const ranges = asked.flatMap((part) => part.days.map((range) => (time.kind === 'date' ? days(range) : rawRange(part.clock, range))));
  const within = unionOfRanges(ranges).map(({ from, to }) => (to > latest ? latest + 1n : to) - (from < earliest ? earliest : from));
  return Number(within.reduce((sum, length) => (length > 0n ? sum + length : sum), 0n)) / Number(latest - earliest + 1n);
}

function inRaw(dialect: Dialect, time: TimeColumn, { from, to }: RawRange): Sql {
  const low = sql`${time.sql} >= ${dialect.timeConstant(from, time.kind)}`;
  return and([low, sql`${time.sql} < ${dialect.timeConstant(to, time.kind)}`]);
}

function unionOfRanges(ranges: readonly RawRange[]): RawRange[] {
  const union: RawRange[] = [];
  for (const range of [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = union.at(-1);
    if (last === undefined || range.from > last.to) union.push(range);
    else if (range.to > last.to) union[union.length - 1] = { from: last.from, to: range.to };
  }
  return union;
}

/** Whether a row's instant lies in `[from, to)`; only for columns that hold times. */
export function inInstants(dialect: Dialect, time: TimeColumn, clock: Clock, from: Micros, to: Micros): Sql {
  return or(rawRangesOfInstants(clock, from, to).map((range) => inRaw(dialect, time, range)));
}

/** From a raw value on, the number of the set of days that it lies in; null: in none. */
interface Step {
  readonly from: Micros | LocalDate;
  readonly set: number | null;
}

/**
 * What belongs to the set of days that a row lies in, NULL where it lies in none: a binary search of the bare column among
 * constants, which is cheaper than the row's day. The sets must not share a day.
 * @param belongs by default the set's number.
 */
export function setOfDays(
  dialect: Dialect,
  time: TimeColumn,
  clock: Clock,
  sets: readonly (readonly DateRange[])[],
  belongs: (set: number) => Sql = integer,
): Sql {
  const ranges = sets.flatMap((days, set) => days.flatMap((range) => rangesOf(time, clock, range).map((raw) => ({ ...raw, set }))));
  ranges.sort((a, b) => (a.from < b.from ? -1 : 1));
  const steps: Step[] = [];
  for (const { from, to, set } of ranges) {
    if (steps.at(-1)?.from === from) steps.pop();
    steps.push({ from, set }, { from: to, set: null });
  }
  const search = (low: number, high: number): Sql => {
    if (high === low) {
      const set = steps[low - 1]?.set ?? null;
      return set === null ? sql`NULL` : belongs(set);
    }
    const middle = (low + high) >> 1;
    const from = steps[middle]?.from ?? 0n;
    const constant = typeof from === 'bigint' ? dialect.timeConstant(from, time.kind) : dialect.dateConstant(from);
    return sql`CASE WHEN ${time.sql} < ${constant} THEN ${search(low, middle)} ELSE ${search(middle + 1, high)} END`;
  };
  return search(0, steps.length);
}

function rangesOf(time: TimeColumn, clock: Clock, days: DateRange): { from: Micros | LocalDate; to: Micros | LocalDate }[] {
  const next = addDays(days.to, 1);
  if (time.kind === 'date') return [{ from: days.from, to: next }];
  return rawRangesOfInstants(clock, startOfDay(days.from, clock.zone), startOfDay(next, clock.zone));
}
