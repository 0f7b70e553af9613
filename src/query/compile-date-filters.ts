import { type Leaf, leavesOf } from '../contract/filter-leaves.js';
import type { Clause, Filter, Literal } from '../contract/model.js';
import { boundColumn, type Relation } from './column-type.js';
import { prune } from './compile-days.js';
import { columnName, relationName } from './compile-filter.js';
import { literalsOf, useOfLeaf } from './filter-uses.js';
import { daysAsked, type ScanContext } from './scan-context.js';
import { and, render, type Sql, type Statement, sql } from './sql.js';

/*
 * Text that is compared with a date. Text that holds times: `2026-01-31T10:00:00Z` lies bytewise after `2026-01-31`, so a
 * condition that is to include the day would lose it in silence; it is refused, as it is on a column of times. Text that is no
 * date at all, where order decides: `31/01/2026` and `2026-1-5` lie bytewise after every day of January.
 */

/** A column of text that conditions compare with dates. */
export interface DatedColumn {
  readonly column: string;
  readonly clause: Clause;
  /** Whether times would be misjudged. */
  readonly cuts: boolean;
  /** Whether order decides. */
  readonly orders: boolean;
}

/** `gte` and `lt` a date cut before the day, as they say; all others would lose it, or take all of it for more. */
const JUDGES_RIGHTLY: ReadonlySet<Leaf['op']> = new Set(['gte', 'lt', 'isNull']);

/** Bytes are in the order of days only where all of them are written alike. */
const ORDERS: ReadonlySet<Leaf['op']> = new Set(['gt', 'gte', 'lt', 'lte', 'between']);

function isDate(literal: Literal): boolean {
  return literal.type === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(literal.value);
}

/** The text columns of a scan's filters that are compared with dates, each once. */
export function datedColumns({ scan, relation }: ScanContext): DatedColumn[] {
  const filters = [...scan.tallies, ...scan.distincts].flatMap(({ where, except, clause }) =>
    [where, ...except.map((part) => part.where)].map((filter) => ({ where: filter, clause })),
  );
  return datedIn(relation, filters);
}

/** The same of any conditions on a relation, such as those that pick the rows of a load log. */
export function datedIn(relation: Relation, filters: readonly { readonly where: Filter | null; readonly clause: Clause }[]): DatedColumn[] {
  const found = new Map<string, DatedColumn>();
  const add = (filter: Filter | null, clause: Clause): void => {
    for (const leaf of leavesOf(filter)) {
      if (!literalsOf(leaf).some(isDate) || boundColumn(relation, useOfLeaf(leaf), leaf.column).type.kind !== 'text') continue;
      const { column } = leaf;
      const before = found.get(column) ?? { column, clause, cuts: false, orders: false };
      const cuts = before.cuts || !JUDGES_RIGHTLY.has(leaf.op);
      found.set(column, { ...before, cuts, orders: before.orders || ORDERS.has(leaf.op) });
    }
  };
  for (const { where, clause } of filters) add(where, clause);
  return [...found.values()];
}

/** What a text column holds in the measured days. Result: one row, `times` and `others` (rows that hold times; neither a day nor a time), as text. */
export function compileTimesInText(context: ScanContext, column: string): Statement {
  const { dialect, scan, time } = context;
  const days = daysAsked(scan, [...scan.tallies, ...scan.distincts.map(({ clock, targets }) => ({ clock, days: targets.flat() }))]);
  return timesIn(context, column, prune(dialect, time, days));
}

/** The same in the rows that some condition picks; null: in all of them. */
export function timesIn({ dialect, relation }: Pick<ScanContext, 'dialect' | 'relation'>, column: string, within: Sql | null): Statement {
  const value = columnName(dialect, boundColumn(relation, 'text', column));
  const where = and([...(within === null ? [] : [within]), sql`${value} IS NOT NULL`]);
  const counted = (condition: Sql): Sql => dialect.asText(sql`count(CASE WHEN ${condition} THEN 1 END)`);
  const query = sql`SELECT ${counted(dialect.beginsAsTime(value))} AS times, ${counted(sql`NOT ${dialect.isDayFirst(value)}`)} AS others FROM ${relationName(dialect, relation)} WHERE ${where}`;
  return render(`@query.times:${column}`, query, dialect.placeholder);
}
