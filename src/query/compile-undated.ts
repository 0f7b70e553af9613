import type { Filter } from '../contract/model.js';
import { compileFilter, leafOnRows, relationName } from './compile-filter.js';
import type { ScanContext } from './scan-context.js';
import { join, render, type Statement, sql, trusted } from './sql.js';

/** Conditions counted by one statement: none gets so long that an engine does not take it. */
const MOST = 50;

/**
 * Rows without the scan's time, by conditions on them: those that something measured asks for, and that are in no period. Result: one
 * row per statement, with `n0`, `n1`, … in the conditions' order, as text.
 */
export function compileUndated({ dialect, scan, relation, time }: ScanContext, conditions: readonly Filter[]): Statement[] {
  const leaf = leafOnRows(dialect, relation);
  const statements: Statement[] = [];
  for (let from = 0; from < conditions.length; from += MOST) {
    const counts = conditions
      .slice(from, from + MOST)
      .map(
        (where, index) =>
          sql`${dialect.asText(sql`count(CASE WHEN ${compileFilter(where, leaf)} THEN 1 END)`)} AS ${trusted(`n${from + index}`)}`,
      );
    const query = sql`SELECT ${join(counts, ', ')} FROM ${relationName(dialect, relation)} WHERE ${time.sql} IS NULL`;
    statements.push(render(`@query.undated:${scan.column}`, query, dialect.placeholder));
  }
  return statements;
}
