import type { Clause, Filter, Literal } from '../contract/model.js';
import { boundColumn, type Relation } from './column-type.js';
import { prune } from './compile-days.js';
import { name, relationName } from './compile-filter.js';
import { type Leaf, leavesOf, literalsOf, useOfLeaf } from './filter-uses.js';
import { daysAsked, type ScanContext } from './scan-context.js';
import { and, render, type Sql, type Statement, sql } from './sql.js';

/*
 * Text that holds times, compared with a date: `2026-01-31T10:00:00Z` lies bytewise after `2026-01-31`, so a condition
 * that is to include the day would lose it in silence. Such a condition is refused, as it is on a column of times.
 */

/** A column of text that a condition compares with dates so that times would be misjudged. */
export interface DatedColumn {
  readonly column: string;
  readonly clause: Clause;
}

/** `gte` and `lt` a date cut before the day, as they say; all others would lose it, or take all of it for more. */
const JUDGES_RIGHTLY: ReadonlySet<Leaf['op']> = new Set(['gte', 'lt', 'isNull']);

function isDate(literal: Literal): boolean {
  return literal.type === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(literal.value);
}

/** The text columns of a scan's filters that must not hold times, each once. */
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
      if (JUDGES_RIGHTLY.has(leaf.op) || !literalsOf(leaf).some(isDate) || found.has(leaf.column)) continue;
      if (boundColumn(relation, useOfLeaf(leaf), leaf.column).type.kind === 'text') found.set(leaf.column, { column: leaf.column, clause });
    }
  };
  for (const { where, clause } of filters) add(where, clause);
  return [...found.values()];
}

/** Whether a text column holds times in the measured days. Result: one row, `times` (how many rows do), as text. */
export function compileTimesInText(context: ScanContext, column: string): Statement {
  const { dialect, scan, time } = context;
  const days = daysAsked(scan, [...scan.tallies, ...scan.distincts.map(({ clock, targets }) => ({ clock, days: targets.flat() }))]);
  return timesIn(context, column, prune(dialect, time, days));
}

/** The same in the rows that some condition picks; null: in all of them. */
export function timesIn({ dialect, relation }: Pick<ScanContext, 'dialect' | 'relation'>, column: string, within: Sql | null): Statement {
  const value = name(dialect, boundColumn(relation, 'text', column).name);
  const where = and([...(within === null ? [] : [within]), dialect.beginsAsTime(value)]);
  const query = sql`SELECT ${dialect.asText(sql`count(*)`)} AS times FROM ${relationName(dialect, relation)} WHERE ${where}`;
  return render(`times in ${column}`, query, dialect.placeholder);
}
