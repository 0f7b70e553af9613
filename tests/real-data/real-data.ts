import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Real data lies beside the repository, never in it (licences); `CONCORD_REAL_DATA` says where else. */
export const REAL_DATA = process.env.CONCORD_REAL_DATA ?? resolve(import.meta.dirname, '../../../shared/data');

/** A title that says why, where the data is absent and the tests are skipped. */
export function titled(title: string, folder: string): { title: string; present: boolean } {
  const present = existsSync(resolve(REAL_DATA, folder));
  return { title: present ? title : `${title} (skipped: no ${folder} in CONCORD_REAL_DATA or beside the repository)`, present };
}

/** Rows of a truth file by their first column, cells as text. */
export function truth(file: string): { readonly rows: readonly Readonly<Record<string, string>>[] } {
  const [header = '', ...lines] = readFileSync(resolve(REAL_DATA, file), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return { rows: lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell]))) };
}
