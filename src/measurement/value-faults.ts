import type { TextRow } from '../evidence/decode-rows.js';
import type { Issue } from '../kernel/issue.js';
import type { RowSource } from '../ports/engine.js';
import { dataIssue } from '../query/check-plan.js';
import type { Relation } from '../query/column-type.js';
import type { DatedColumn } from '../query/compile-date-filters.js';
import { compileMisfit } from '../query/compile-times.js';
import type { Sql } from '../query/sql.js';

/** Why a date must not be compared with a column's text: what it would select is not what it says. */
export function dateIssues({ column, clause, cuts, orders }: DatedColumn, table: string, row: TextRow = {}): Issue[] {
  const [times, others] = [Number(row.times ?? '0'), Number(row.others ?? '0')];
  return [
    ...(cuts && times > 0 ? [dataIssue('filter-date-on-times', clause, { table, column, count: times })] : []),
    ...(orders && others > 0 ? [dataIssue('filter-date-on-text', clause, { table, column, count: others })] : []),
  ];
}

/** Where the first value of a column stands that DECIMAL(38,9) does not hold; the value itself stays where it is. */
export async function firstMisfit(engine: RowSource, relation: Relation, column: string, within: Sql | null) {
  const [row = {}] = await engine.query(compileMisfit(engine.dialect, relation, column, within));
  const words = { unit: '@unit.row', what: '@number.range', advice: '@advice.range' };
  return { row: row.place ?? '-', count: row.misfits ?? '-', ...words };
}
