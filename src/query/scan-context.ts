import type { DateRange } from '../kernel/calendar.js';
import type { Clock } from './clock.js';
import { boundColumn, type ColumnType, type Relation, type TimeKind } from './column-type.js';
import { type DaysAsked, inDays, inInstants, localDay, type TimeColumn } from './compile-days.js';
import { columnName, compileFilter, type LeafCompiler } from './compile-filter.js';
import type { Dialect } from './dialects/dialect.js';
import type { Except, Scan } from './plan.js';
import { and, type Sql, sql } from './sql.js';

/** What a compiled scan needs to know of its relation. */
export interface ScanContext {
  readonly dialect: Dialect;
  readonly scan: Scan;
  readonly relation: Relation;
  readonly time: TimeColumn;
}

/** A scan over the relation that its source was resolved to. */
export function scanContext(dialect: Dialect, scan: Scan, relation: Relation): ScanContext {
  const column = boundColumn(relation, 'time', scan.column);
  return { dialect, scan, relation, time: { sql: columnName(dialect, column), kind: timeKind(column.type) } };
}

/** How a time column is read; the sources' check lets no other column be a time. */
export function timeKind(type: ColumnType): TimeKind {
  if (type.kind === 'instant' || type.kind === 'wall' || type.kind === 'date') return type.kind;
  throw new RangeError(`not a time: ${type.kind}`);
}

/** The days of some items of a scan, each with its clock. */
export function daysAsked(scan: Scan, items: readonly { readonly clock: number; readonly days: readonly DateRange[] }[]): DaysAsked[] {
  return items.map(({ clock, days }) => ({ clock: clockAt(scan, clock), days }));
}

/** A clock of the scan by its index. @throws RangeError where it has none: a mistake of the plan. */
export function clockAt(scan: Scan, index: number): Clock {
  const clock = scan.clocks[index];
  if (clock === undefined) throw new RangeError(`no clock ${index}`);
  return clock;
}

/** The rows that stay after exclusions: a row leaves when it surely is in the window and surely matches. */
export function remaining(except: readonly Except[], leaf: LeafCompiler, inWindow: (except: Except) => Sql): Sql[] {
  return except.map(
    (part) => sql`(${and([inWindow(part), ...(part.where === null ? [] : [compileFilter(part.where, leaf)])])}) IS NOT TRUE`,
  );
}

/** An exclusion's window on the rows of a scan. */
export function windowOnRows({ dialect, time }: ScanContext, clock: Clock, { window }: Except): Sql {
  if ('dates' in window) return inDays(localDay(dialect, time, clock), [window.dates]);
  return inInstants(dialect, time, clock, BigInt(window.instants.from), BigInt(window.instants.to));
}
