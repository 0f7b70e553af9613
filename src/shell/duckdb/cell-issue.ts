import type { TableSource } from '../../contract/model.js';
import { visibleName } from '../../kernel/characters.js';
import type { Issue } from '../../kernel/issue.js';
import { dataIssue } from '../../query/check-plan.js';
import type { ColumnUse } from '../../query/plan.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { type Headed, placeOfHeader } from './declared-columns.js';
import type { SheetFaults } from './read-workbook.js';
import { UNSTORED } from './workbook-cells.js';

/** A sheet with the cells of it that hold no value. */
type Faulty = Headed & { readonly label: string; readonly faults: SheetFaults | undefined };

/**
 * Why a column cannot be read: a cell of it in a workbook is an error, or a formula that nobody computed. Neither is empty. An error that
 * `nulls` names is agreed to be nothing.
 */
export function cellIssue(
  { column, clause }: ColumnUse,
  files: readonly Faulty[],
  { format, columns }: Pick<TableSource, 'format' | 'columns'>,
): Issue<DataIssueCode> | null {
  const header = columns === undefined ? column : columns.find(({ name }) => name === column)?.header;
  if (header === undefined) return null;
  const agreed = new Set(format?.nulls?.map((each) => each.trim()));
  for (const file of files) {
    const place = placeOfHeader(file, header);
    const found = file.faults?.cells.filter((each) => each.column === place && (each.text === UNSTORED || !agreed.has(each.text))) ?? [];
    const [first] = found.toSorted((a, b) => a.row - b.row);
    if (first === undefined) continue;
    const alike = found.filter(({ text }) => (text === UNSTORED) === (first.text === UNSTORED));
    const params = {
      file: file.label,
      sheet: visibleName(file.faults?.sheet ?? ''),
      line: first.row,
      column: visibleName(header.trim()),
      count: alike.reduce((sum, each) => sum + each.count, 0),
    };
    return first.text === UNSTORED
      ? dataIssue('data-cell-uncomputed', clause, params)
      : dataIssue('data-cell-error', clause, { ...params, error: first.text });
  }
  return null;
}
