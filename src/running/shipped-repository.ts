import { type Checked, type Issue, inNoFile } from '../kernel/issue.js';
import { type Fields, isFields } from '../kernel/objects.js';
import type { ReadableFiles } from '../ports/files.js';
import { cloudOf, type Lock, readLock } from '../repository/lock.js';
import { type Shipped, TEMPLATES_FOLDER } from '../repository/repository.js';
import { issue } from '../words/issue.js';
import { filesBelow, GITHUB } from './files-below.js';

/** What came with the program; refused where it was installed in part. */
export async function readShipped(files: ReadableFiles): Promise<Checked<Shipped>> {
  const github = await filesBelow(files, GITHUB);
  const templates = await filesBelow(files, TEMPLATES_FOLDER);
  const lock = await readOwnLock(files);
  if (lock === null) return lacks(PACKED_LOCK);
  if (templates.size === 0) return lacks(TEMPLATES_FOLDER);
  if (github.size === 0) return lacks(GITHUB);
  const names = new Map([...templates].map(([path, text]) => [path.slice(TEMPLATES_FOLDER.length + 1), text]));
  return { value: { github, templates: names, lock, cloud: cloudOf(lock), overrides: await readOverrides(files) }, issues: [] };
}

function lacks(file: string): { readonly value: null; readonly issues: readonly Issue[] } {
  return { value: null, issues: [issue('engine-not-whole', inNoFile('new'), { file })] };
}

async function readOverrides(files: ReadableFiles): Promise<Fields> {
  const own: unknown = JSON.parse((await files.read('package.json')) ?? '{}');
  return isFields(own) && isFields(own.overrides) ? own.overrides : {};
}

/** The lock file that the engine was tested with: beside its source as npm has it, packed under a name that npm does not leave out. */
async function readOwnLock(files: ReadableFiles): Promise<Lock | null> {
  return readLock((await files.read('package-lock.json')) ?? (await files.read(PACKED_LOCK)) ?? 'null');
}

const PACKED_LOCK = 'dist/engine-lock.json';
