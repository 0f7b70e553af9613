import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Clause } from '../../contract/model.js';
import type { DataIssueCode } from '../../kernel/catalogue/data-issues.js';
import type { Issue } from '../../kernel/issue.js';
import { dataIssue } from '../../query/check-plan.js';
import { isIdentifier } from '../../query/compile-filter.js';

/** The files of a table; `label` is the path below the data folder, for messages. */
export interface TableFiles {
  readonly format: 'parquet' | 'csv';
  readonly files: readonly { readonly path: string; readonly label: string }[];
}

const FORMATS = ['parquet', 'csv'] as const;

/**
 * The files of a table: `shop.orders` is `shop/orders.parquet`, `shop/orders.csv`, or the files of one format in the
 * folder `shop/orders/`; exactly one of these.
 */
export async function tableFiles(dataFolder: string, table: string, clause: Clause): Promise<TableFiles | Issue<DataIssueCode>> {
  const parts = table.split('.');
  if (parts.length > 2 || !parts.every(isIdentifier)) return dataIssue('data-name', clause, { name: JSON.stringify(table) });
  const base = join(...parts);
  const found: TableFiles[] = [];
  for (const format of FORMATS) {
    const label = `${base}.${format}`;
    if (await isFile(join(dataFolder, label))) found.push({ format, files: [{ path: join(dataFolder, label), label }] });
  }
  const inside = await filesIn(join(dataFolder, base));
  for (const format of FORMATS) {
    const files = inside.filter((file) => file.endsWith(`.${format}`));
    if (files.length > 0) {
      found.push({ format, files: files.map((file) => ({ path: join(dataFolder, base, file), label: join(base, file) })) });
    }
  }
  const [only] = found;
  if (only === undefined) {
    const expected = `${base}.parquet, ${base}.csv, ${base}${sep}*.parquet, ${base}${sep}*.csv`;
    return dataIssue('data-file-missing', clause, { table, expected });
  }
  if (found.length > 1) {
    return dataIssue('data-file-ambiguous', clause, { table, found: found.map((one) => one.files[0]?.label ?? '').join(', ') });
  }
  const root = await realpath(dataFolder);
  for (const file of only.files) {
    const way = relative(root, await realpath(file.path));
    if (way.startsWith('..')) return dataIssue('data-file-outside', clause, { file: file.label });
  }
  return only;
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ?? false;
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await stat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) return [];
  return (await readdir(folder)).sort();
}
