import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the package in a folder, as its package.json says. @throws the error of the file system where there is none */
export function packageVersion(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}
