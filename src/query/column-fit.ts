import type { Issue } from '../kernel/issue.js';
import type { DataIssueCode } from '../words/data-issues.js';
import { missingColumn } from './absent-column.js';
import { dataIssue } from './check-plan.js';
import { type ColumnType, KINDS } from './column-type.js';
import { isIdentifier } from './compile-filter.js';
import type { ColumnUse } from './plan.js';

/** A column as its source has it: the type, and what the engine calls it. */
export interface FoundColumn {
  readonly type: ColumnType;
  readonly written: string;
}

/** What a use needs, in SQL's words: the same in every language. */
const NEEDED: Readonly<Record<ColumnUse['use'], string>> = {
  time: 'TIMESTAMP',
  load: 'TIMESTAMP',
  date: 'DATE',
  number: 'NUMERIC',
  text: 'TEXT',
  boolean: 'BOOLEAN',
  key: 'KEY',
  presence: 'NULL',
};

/**
 * The type with which a column serves a use, or why it does not.
 * @param table the source's name, for messages.
 * @param known whether the names of the columns surely are names, and not a line of a file.
 * @param canBeTyped whether a type that does not fit may still be turned into one that does.
 */
export function fitColumn(
  use: ColumnUse,
  table: string,
  columns: ReadonlyMap<string, FoundColumn>,
  canBeTyped: (type: ColumnType) => boolean = () => false,
  known = true,
): ColumnType | Issue<DataIssueCode> {
  if (!isIdentifier(use.column)) return dataIssue('data-name', use.clause, { name: JSON.stringify(use.column) });
  const found = columns.get(use.column);
  if (found === undefined) return missingColumn(use, table, [...columns.keys()], known);
  const { type, written } = found;
  if (KINDS[use.use].includes(type.kind) || canBeTyped(type)) return type;
  const params = { table, column: use.column, found: written, expected: NEEDED[use.use] };
  return dataIssue('data-column-type', use.clause, params);
}
