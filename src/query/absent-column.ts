import { closest, distance } from 'fastest-levenshtein';
import { visibleName } from '../kernel/characters.js';
import type { Issue } from '../kernel/issue.js';
import { inForm } from '../kernel/text.js';
import type { DataIssueCode } from '../words/data-issues.js';
import { dataIssue } from './check-plan.js';
import { isIdentifier } from './compile-filter.js';
import type { ColumnUse } from './plan.js';

/** The names of one file's columns, as they are written there. */
export interface FileColumns {
  readonly label: string;
  readonly columns: readonly string[];
  /** Whether rows follow that are like the first line, or there is a schema: a line that stands alone may be anything. */
  readonly sure: boolean;
}

/** Names that are listed; of more it is said how many. */
const MOST = 40;

/**
 * Why a column cannot be read from every file of a table: one lacks it, or has it so that it cannot be told from another.
 * What is absent is neither NULL nor zero.
 */
export function fileColumnIssue(
  use: ColumnUse,
  table: string,
  files: readonly FileColumns[],
  asked: readonly string[],
): Issue<DataIssueCode> | null {
  for (const { label, columns } of files) {
    const alike = columns.filter((name) => name.toLowerCase() === use.column.toLowerCase());
    const [one = '', other] = alike;
    if (other === undefined || !alike.includes(use.column)) continue;
    if (new Set(alike).size < alike.length) return dataIssue('data-column-twice', use.clause, { file: label, column: use.column });
    return dataIssue('data-column-case', use.clause, { file: label, one: visibleName(one), other: visibleName(other) });
  }
  const lacking = files.filter(({ columns }) => !columns.includes(use.column));
  const [first] = lacking;
  if (first === undefined) return null;
  const known = first.sure && asked.some((name) => isNamedIn(name, first.columns));
  return missingColumn(use, lacking.length === files.length ? table : first.label, first.columns, known);
}

/**
 * Whether a first line has a name that definitions ask for, and so holds names. A name of one word may be spelt like a value (`Paid` of
 * a status, asked for as `paid`); one of several, as people write it (`Order ID` for `order_id`), is hardly in anybody's row.
 */
function isNamedIn(name: string, columns: readonly string[]): boolean {
  return columns.includes(name) || (name.includes('_') && columns.some((each) => plain(each) === plain(name)));
}

/**
 * A column that is not there, with the one that was probably meant.
 * @param known whether these surely are names: the first line of a file may be anybody's row.
 */
export function missingColumn(use: ColumnUse, table: string, names: readonly string[], known = true): Issue<DataIssueCode> {
  const near = nearName(use.column, names, known);
  if (near !== null && !isIdentifier(near)) return otherName(use, table, near);
  const shown = known ? names.slice(0, MOST) : near === null ? [] : [near];
  const columns = shown.length > 0 || names.length === 0 ? shown.map(visibleName) : `@columns.unshown:${names.length}`;
  const more = shown.length > 0 && names.length > shown.length ? `@columns.more:${names.length - shown.length}` : '';
  const params = { table, column: use.column, columns, more };
  return dataIssue('data-column-missing', use.clause, near === null ? params : { ...params, suggestion: `"${near}"` });
}

/** A view gives a column another name, where what it is called can be seen and copied. */
function otherName(use: ColumnUse, table: string, near: string): Issue<DataIssueCode> {
  const seen = visibleName(near);
  const params = { table, column: use.column, near: seen };
  if (seen !== near) return dataIssue('data-column-unseen', use.clause, params);
  // A header's name is found without the spaces around it, and declared so.
  const declared = near.trim();
  const written = isIdentifier(declared) ? declared : JSON.stringify(declared);
  return dataIssue('data-column-rename', use.clause, { ...params, written, quoted: `"${near.replaceAll('"', '""')}"` });
}

/** Spaces, case and punctuation aside the same name; among what surely are names also one that a slip of the finger makes of it. */
export function nearName(column: string, names: readonly string[], known: boolean): string | null {
  const same = names.find((name) => plain(name) === plain(column));
  if (same !== undefined) return same;
  if (names.length === 0 || !known) return null;
  const near = closest(
    column,
    names.filter((name) => name.length <= 64),
  );
  return near !== undefined && near !== '' && distance(near, column) <= Math.max(1, Math.floor(column.length / 3)) ? near : null;
}

/** A name without spaces, case and punctuation. */
function plain(name: string): string {
  return inForm(name, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
