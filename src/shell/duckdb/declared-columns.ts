import { headerName } from '../../contract/fact-columns.js';
import type { TableColumn } from '../../contract/model.js';
import { visibleName } from '../../kernel/characters.js';
import type { Issue } from '../../kernel/issue.js';
import { nearName } from '../../query/absent-column.js';
import { dataIssue } from '../../query/check-plan.js';
import type { ColumnUse } from '../../query/plan.js';
import type { DataIssueCode } from '../../words/data-issues.js';

/*
 * Columns that a definition gives names of its own: found by their headers, of which a file may have some twice.
 */

/** A file's header, and the names by which its columns can be read: their own, where one cannot be told from another a place's. */
export interface Headed {
  readonly header: readonly string[];
  readonly names: readonly string[];
}

/**
 * Where a declared header stands in a file, space around it and Unicode's spelling of a letter aside. `twice`: over several columns
 * that are not one and the same.
 */
export function placeOfHeader({ header, names }: Headed, wanted: string): number | 'absent' | 'twice' {
  const exact = header.flatMap((name, index) => (name === wanted ? [index] : []));
  const [first, ...others] =
    exact.length > 0 ? exact : header.flatMap((name, index) => (headerName(name) === headerName(wanted) ? [index] : []));
  if (first === undefined) return 'absent';
  // columns of one name that hold the same in every row are one, and read by that name
  const isOne = names[first] === header[first] && others.every((index) => header[index] === header[first]);
  return others.length === 0 || isOne ? first : 'twice';
}

/** The names, of those that are declared, that a file has a header for. */
export function namesIn(columns: readonly TableColumn[], file: Headed): string[] {
  return columns.filter(({ header }) => placeOfHeader(file, header) !== 'absent').map(({ name }) => name);
}

/** The headers of the columns that are asked for, as a header is recognized by. */
export function headersOf(columns: readonly TableColumn[], asked: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(columns.filter(({ name }) => asked.has(name.toLowerCase())).map(({ header }) => headerName(header).toLowerCase()));
}

/** Why a declared column cannot be read from every file: one has no such header, or has it twice with other values. */
export function headerIssue(
  { column, clause }: ColumnUse,
  columns: readonly TableColumn[],
  files: readonly (Headed & { readonly label: string; readonly records: number })[],
): Issue<DataIssueCode> | null {
  const wanted = columns.find(({ name }) => name === column)?.header;
  if (wanted === undefined) return null;
  for (const file of files) {
    const place = placeOfHeader(file, wanted);
    const params = { file: file.label, column, header: visibleName(wanted) };
    if (place === 'twice') return dataIssue('data-header-twice', clause, params);
    if (place !== 'absent') continue;
    const near = nearName(wanted, file.header, file.records > 0 && namesIn(columns, file).length > 0);
    return dataIssue('data-header-missing', clause, near === null ? params : { ...params, suggestion: `"${visibleName(near)}"` });
  }
  return null;
}
