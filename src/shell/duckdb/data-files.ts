import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Clause } from '../../contract/model.js';
import type { Issue } from '../../kernel/issue.js';
import type { ROW_ENDINGS } from '../../kernel/row-files.js';
import { dataIssue } from '../../query/check-plan.js';
import { isIdentifier } from '../../query/compile-filter.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import type { Delimited } from './delimited-scan.js';

/** A file of a table; `label` is the path below the data folder, for messages. */
export type DataFile = { readonly path: string; readonly label: string } & Form;

/** How a file is read, told by its name's ending and by nothing else. */
type Form = { readonly format: 'parquet' } | { readonly format: 'sheet' } | ({ readonly format: 'text' } & Omit<Delimited, 'path'>);

/** The files of a table, all of one form. */
export interface TableFiles {
  readonly format: Form['format'];
  readonly files: readonly DataFile[];
}

const ENDINGS: Readonly<Record<string, Form>> = {
  parquet: { format: 'parquet' },
  csv: { format: 'text', delimiter: ',', gzip: false },
  'csv.gz': { format: 'text', delimiter: ',', gzip: true },
  tsv: { format: 'text', delimiter: '\t', gzip: false },
  'tsv.gz': { format: 'text', delimiter: '\t', gzip: true },
  txt: { format: 'text', delimiter: '\t', gzip: false },
  'txt.gz': { format: 'text', delimiter: '\t', gzip: true },
  xlsx: { format: 'sheet' },
} satisfies Readonly<Record<(typeof ROW_ENDINGS)[number], Form>>;
const SPREADSHEETS = /\.(xls|xlsm|xlsb|ods|numbers)$/i;
const PACKED = /\.(zip|7z|rar|tar|tgz|bz2|xz|zst|gz)$/i;
/** Files named one by one; after these it is clear what is the matter. */
const MOST = 20;
/** Folders within folders that are looked into, to name files. */
const DEEPEST = 5;

/**
 * The files of a table: `shop.orders` is `shop/orders` with one of the endings, or the files in the folder `shop/orders/`;
 * exactly one of these. What lies there and is not read is named: what nobody reads must not look like what nobody sold.
 */
export async function tableFiles(dataFolder: string, table: string, clause: Clause): Promise<TableFiles | readonly Issue<DataIssueCode>[]> {
  const parts = table.split('.');
  if (parts.length > 2 || !parts.every(isIdentifier)) return [dataIssue('data-name', clause, { name: JSON.stringify(table) })];
  const base = join(...parts);
  const stem = parts.at(-1) ?? '';
  const { beside, inside, alone, found } = await standing(dataFolder, parts);
  const clash = clashing(found, alone.length);
  if (clash !== null) return [dataIssue('data-file-ambiguous', clause, { table, found: clash.map(({ label }) => label) })];
  const unread = (await Promise.all(inside.map((entry) => unreadIn(entry)))).flat();
  if (unread.length > 0) return unread.slice(0, MOST).map((entry) => unreadIssue(entry, table, clause));
  const [first] = found;
  if (first === undefined) {
    const near = beside.filter(({ kind, name }) => kind === 'file' && stemOf(name).toLowerCase() === stem.toLowerCase());
    if (near.length > 0) return near.slice(0, MOST).map((entry) => unreadIssue(entry, table, clause));
    const expected = [`${base}.${Object.keys(ENDINGS).join(' | .')}`, join(base, '*')];
    return [dataIssue('data-file-missing', clause, { table, expected })];
  }
  const root = await realpath(dataFolder);
  for (const file of found) {
    const way = relative(root, await realpath(file.path));
    if (way.startsWith('..')) return [dataIssue('data-file-outside', clause, { file: file.label })];
  }
  return { format: first.format, files: found };
}

/** What lies where a table's files are: beside its folder, in it, and which of these are read. */
async function standing(dataFolder: string, parts: readonly string[]) {
  const beside = await entriesOf(join(dataFolder, ...parts.slice(0, -1)), join(...parts.slice(0, -1)));
  const inside = await entriesOf(join(dataFolder, ...parts), join(...parts));
  const alone = readable(beside.filter(({ name }) => stemOf(name) === parts.at(-1)));
  return { beside, inside, alone, found: [...alone, ...readable(inside)] };
}

/** The files of a table that can be read, whatever else lies there. */
export async function filesOf(dataFolder: string, table: string): Promise<readonly DataFile[]> {
  return (await standing(dataFolder, table.split('.'))).found;
}

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly label: string;
  /** `folder` also where a file lies in a folder inside the table's. */
  readonly kind: 'file' | 'folder' | 'other';
  /** Null: it is not read. */
  readonly form: Form | null;
}

/** What a folder holds, in order; names that begin with a dot or `~$` are of systems and programs, and nobody's data. */
async function entriesOf(folder: string, label: string): Promise<Entry[]> {
  const found = await stat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) return [];
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && !name.startsWith('~$')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const is = await stat(path).catch(() => null);
      const kind = is?.isFile() === true ? 'file' : is?.isDirectory() === true ? 'folder' : 'other';
      return { name, path, label: join(label, name), kind, form: kind === 'file' ? (ENDINGS[endingOf(name).toLowerCase()] ?? null) : null };
    }),
  );
}

/** What is not read of an entry: of a folder the files in it; one that holds none has nothing to be read. */
async function unreadIn(entry: Entry, depth = 0): Promise<Entry[]> {
  if (entry.kind !== 'folder')
    return entry.form === null || depth > 0 ? [{ ...entry, ...(depth > 0 ? { kind: 'folder' as const } : {}) }] : [];
  if (depth === DEEPEST) return [entry];
  const below: Entry[] = [];
  for (const each of await entriesOf(entry.path, entry.label)) {
    if (below.length < MOST) below.push(...(await unreadIn(each, depth + 1)));
  }
  return below;
}

function readable(entries: readonly Entry[]): DataFile[] {
  const files = entries.flatMap(({ path, label, form }) => (form === null ? [] : [{ path, label, ...form }]));
  return [...files.filter(({ format }) => format === 'parquet'), ...files.filter(({ format }) => format !== 'parquet')];
}

/** What follows the name's first dot, as far as it is an ending that is read; else what follows its last dot. */
function endingOf(name: string): string {
  const ending = /\.((?:csv|tsv|txt)\.gz|[^.]*)$/i.exec(name);
  return ending?.[1] ?? '';
}

function stemOf(name: string): string {
  const ending = endingOf(name);
  return ending === '' ? name : name.slice(0, -ending.length - 1);
}

/** Files of which it would be a guess which are meant: two places, two forms, or one name with two endings. */
function clashing(found: readonly DataFile[], alone: number): readonly DataFile[] | null {
  if (alone > 1 || (alone > 0 && found.length > alone)) return found.filter((_, index) => index <= alone);
  const [first] = found;
  const other = found.find((file) => file.format !== first?.format);
  if (first !== undefined && other !== undefined) return [first, other];
  const stems = found.map(({ label }) => stemOf(label).toLowerCase());
  const twice = stems.findIndex((stem, index) => stems.indexOf(stem) !== index);
  return twice === -1 ? null : found.filter((_, index) => stems[index] === stems[twice]);
}

function unreadIssue({ name, label, kind, form }: Entry, table: string, clause: Clause): Issue<DataIssueCode> {
  return dataIssue('data-file-unread', clause, { file: label, table, why: `@unread.${reason()}`, advice: `@advice.unread.${reason()}` });

  function reason(): string {
    if (kind !== 'file') return kind;
    if (form !== null) return 'case';
    if (SPREADSHEETS.test(name)) return 'spreadsheet';
    return PACKED.test(name) ? 'packed' : 'ending';
  }
}
