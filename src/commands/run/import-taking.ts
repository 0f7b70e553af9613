import { stemOf } from '../../intake/file-slug.js';
import type { Sight } from '../../intake/sight.js';
import { type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import type { Exports } from '../../ports/exports.js';
import type { ImportTextKey } from '../../words/import.js';
import { issue } from '../../words/issue.js';
import type { ImportOptions } from './import.js';

/** Files of one table that are to be taken in. */
interface Files {
  readonly sights: readonly { readonly path: string; readonly sight: Sight }[];
  readonly table: string;
}

/** What became of a file. */
export interface Placed {
  readonly key: ImportTextKey;
  readonly path: string;
  /** The name of the file whose place it took; of one that is gone, its own. */
  readonly old?: string;
}

/** The name under which a file is read: with the ending that its bytes have. */
export function fileNameOf({ name, form, packed, delimiter }: Sight): string {
  const stem = stemOf(name).replace(/^[.~$\s]+/, '') || 'export';
  if (form === 'sheet') return `${stem}.xlsx`;
  const own = /\.(csv|tsv|txt)(\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? (delimiter === '\t' ? 'tsv' : 'csv');
  return `${stem}.${own}${packed ? '.gz' : ''}`;
}

/** A file of a table that gives its place to new ones. */
export interface Old {
  readonly table: string;
  readonly path: string;
}

/** Takes all files in, and others out in their place; or nothing of it. */
export async function placed(
  exports: Exports,
  taken: readonly Files[],
  data: string,
  { olds, link }: Pick<ImportOptions, 'link'> & { readonly olds: readonly Old[] },
): Promise<{ readonly files: readonly Placed[] } | { readonly issues: readonly Issue[] }> {
  const tables = distinct(taken.map(({ table }) => table));
  const wanted = taken.flatMap(({ sights, table }) =>
    sights.map(({ path, sight }) => ({ path, table, to: `${table.replace('.', '/')}/${fileNameOf(sight)}` })),
  );
  const doubled = await doubledBy(exports, data, wanted, new Set(olds.map(({ path }) => path)));
  if (doubled.length > 0) return { issues: doubled };
  const states = await exports.takeIn(data, { files: wanted, olds: olds.map(({ path }) => path), asLink: link });
  if ('refused' in states) {
    const code = states.refused === 'far' ? 'import-far' : 'import-there';
    const issues = states.files
      .flatMap((index) => wanted[index] ?? [])
      .map(({ path, to }) => issue(code, inFile(path), { path: `${data}/${to}` }));
    return { issues };
  }
  const files = tables.flatMap((table): Placed[] => {
    const own = wanted.flatMap(({ to, ...file }, index) => (file.table === table ? [{ path: `${data}/${to}`, state: states[index] }] : []));
    const gone = olds.filter((old) => old.table === table).map(({ path }) => nameAt(path));
    const [one, other] = own;
    const [old] = gone;
    if (one !== undefined && other === undefined && old !== undefined && gone.length === 1)
      return [{ key: 'replaced', path: one.path, old }];
    return [
      ...own.map(({ path, state }): Placed => ({ key: state === 'same' ? 'same' : link ? 'linked' : 'placed', path })),
      ...gone.map((name): Placed => ({ key: 'gone', path: table, old: name })),
    ];
  });
  return { files };
}

/**
 * Files that would stand beside another of their name, packed or with another ending, or beside the one file that their table is: which of
 * the two is meant would be a guess.
 */
async function doubledBy(
  exports: Exports,
  data: string,
  wanted: readonly { readonly path: string; readonly table: string; readonly to: string }[],
  olds: ReadonlySet<string>,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const { path, table, to } of wanted) {
    const standing = (await exports.tableFiles(data, table)).filter((each) => !olds.has(each));
    const folder = table.replace('.', '/');
    const alone = standing.find((each) => !each.endsWith(`/${folder}/${nameAt(each)}`));
    if (alone !== undefined) {
      const places = {
        path: `${data}/${folder.split('/').slice(0, -1).join('/')}/${nameAt(alone)}`,
        to: `${data}/${folder}/${nameAt(alone)}`,
      };
      issues.push(issue('import-one-file', inFile(path), { table, ...places }));
      continue;
    }
    const coming = wanted.flatMap((each) => (each.table === table ? [each.to] : []));
    const isDouble = (name: string): boolean => name !== nameAt(to) && stemOf(name).toLowerCase() === stemOf(nameAt(to)).toLowerCase();
    const other = [...standing, ...coming].map(nameAt).find(isDouble);
    if (other !== undefined) issues.push(issue('import-there', inFile(path), { path: `${data}/${folder}/${other}` }));
  }
  return issues;
}

/** The files of these tables that `--replace` names, by name or by the end of their path. */
export async function oldFiles(
  exports: Exports,
  data: string,
  of: readonly string[],
  names: readonly string[],
): Promise<{ readonly olds: readonly Old[] } | { readonly issues: readonly Issue[] }> {
  if (names.length === 0) return { olds: [] };
  const tables = distinct(of);
  const standing: { table: string; path: string }[] = [];
  for (const table of tables) standing.push(...(await exports.tableFiles(data, table)).map((path) => ({ table, path })));
  if (standing.length === 0) return { issues: [issue('import-replaces-nothing', inFile('--replace'), { table: tables })] };
  const issues: Issue[] = [];
  const olds = distinct(names).flatMap((name) => {
    const found = standing.filter(({ path }) => path === name || path.endsWith(`/${name}`));
    const named = found.map(({ table, path }) => `${table.replace('.', '/')}/${nameAt(path)}`);
    if (found.length > 1) issues.push(issue('import-replaces-which', inNoFile('--replace'), { found: name, expected: named }));
    if (found.length === 0) {
      const expected = standing.map(({ path }) => nameAt(path));
      issues.push(issue('import-replaces-none', inNoFile('--replace'), { found: name, table: tables, expected }));
    }
    return found;
  });
  return issues.length > 0 ? { issues } : { olds: distinct(olds) };
}

/** A file's own name, without folders. */
export const nameAt = (path: string): string => path.split('/').at(-1) ?? path;
