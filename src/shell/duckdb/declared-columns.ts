import type { TableColumn } from '../../contract/model.js';
import { visibleName } from '../../kernel/characters.js';
import type { Issue } from '../../kernel/issue.js';
import { inForm } from '../../kernel/text.js';
import { nearName } from '../../query/absent-column.js';
import { dataIssue } from '../../query/check-plan.js';
import type { ColumnUse } from '../../query/plan.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { headerOf, type ReadFile } from './text-file.js';

/*
 * Columns that a definition gives names of its own: found by their headers, of which a file may have some twice.
 */

const same = (name: string): string => inForm(name, 'NFC').trim();

/** Where a header stands among a file's: space around it and Unicode's spelling of a letter aside, as it is written. */
export function placesIn(header: readonly string[], wanted: string): number[] {
  const exact = header.flatMap((name, index) => (name === wanted ? [index] : []));
  return exact.length > 0 ? exact : header.flatMap((name, index) => (same(name) === same(wanted) ? [index] : []));
}

/** The names, of those that are declared, that a file has a header for. */
export function namesIn(columns: readonly TableColumn[], header: readonly string[]): string[] {
  return columns.filter((column) => placesIn(header, column.header).length > 0).map(({ name }) => name);
}

/** The headers of the columns that are asked for, as a header is recognized by. */
export function headersOf(columns: readonly TableColumn[], asked: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(columns.filter(({ name }) => asked.has(name.toLowerCase())).map(({ header }) => same(header).toLowerCase()));
}

/** Why a declared column cannot be read from every file: one has no such header, or has it twice with other values. */
export function headerIssue(
  { column, clause }: ColumnUse,
  columns: readonly TableColumn[],
  files: readonly { readonly read: ReadFile; readonly names: readonly string[] }[],
): Issue<DataIssueCode> | null {
  const wanted = columns.find(({ name }) => name === column)?.header;
  if (wanted === undefined) return null;
  for (const { read, names } of files) {
    const header = headerOf(read);
    const places = placesIn(header, wanted);
    const params = { file: read.file.label, column, header: visibleName(wanted) };
    if (places.length === 0) {
      const known = columns.some((other) => placesIn(header, other.header).length > 0);
      const near = nearName(wanted, header, known && read.scan.records > 0);
      return dataIssue('data-header-missing', clause, near === null ? params : { ...params, suggestion: `"${visibleName(near)}"` });
    }
    if (places.length > 1 && !places.some((index) => names[index] === header[index])) return dataIssue('data-header-twice', clause, params);
  }
  return null;
}
