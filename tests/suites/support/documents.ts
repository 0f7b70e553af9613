import { readdirSync, readFileSync } from 'node:fs';
import { parseYaml } from '../../../src/contract/parse-yaml.js';

export type WrittenKind = 'contract' | 'definitions' | 'event' | 'workspace';

const ROOT = new URL('../../../', import.meta.url);
/** Templates are no contracts before somebody starts from one. */
const FOLDERS = ['contracts', 'tests/golden', 'tests/bad/good'];
const NAMES: Readonly<Record<WrittenKind, RegExp>> = {
  contract: /(^|\/)contract\.yaml$/,
  definitions: /(^|\/)definitions\.yaml$/,
  event: /(^|\/)events\/[^/]+\.yaml$/,
  workspace: /(^|\/)workspace\.yaml$/,
};

/** Every file of a kind that the repository ships or tests with, root-relative path → text. */
export function files(kind: WrittenKind): Map<string, string> {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  )
    .filter((path) => NAMES[kind].test(path))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]));
}

/** The same as the program's own parser reads them. */
export function documents(kind: WrittenKind): unknown[] {
  return [...files(kind)].map(([path, text]) => {
    const { file } = parseYaml(path, text);
    if (file === null) throw new Error(`${path} is not read`);
    return file.data;
  });
}
