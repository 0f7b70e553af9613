import { type Fields, isFields } from '../kernel/objects.js';
import { ENGINE, type EnginePin } from './engine.js';
import { type Beside, type Lock, newLock, readLock } from './lock.js';
import { filled, type Shipped } from './repository.js';

/*
 * What a repository needs outside `.github/` before its cloud can be brought up: Pulumi's program, and its packages in the engine's
 * versions. `concord new --warehouse bigquery` writes them at once; a repository that began with files, or whose engine is another one
 * now, gets them by `concord new --refresh`.
 */

export const PROGRAM_FILE = 'Pulumi.yaml';
export const PACKAGE_FILE = 'package.json';
export const LOCK_FILE = 'package-lock.json';

/** Texts of a repository as it is; null where there is none. */
export interface CloudPresent {
  readonly program: string | null;
  readonly packages: string;
  readonly lock: string | null;
}

export interface CloudLack {
  /** Path → text of what is missing, or of another engine's version. */
  readonly files: ReadonlyMap<string, string>;
  /** Packages that only npm can bring, since the repository has more than `concord new` writes: as npm is asked for them. */
  readonly byHand: readonly string[];
}

/** @param version of the engine that runs */
export function cloudLack(
  { program, packages, lock }: CloudPresent,
  shipped: Pick<Shipped, 'templates' | 'lock' | 'cloud'>,
  version: string,
): CloudLack {
  const file: unknown = JSON.parse(packages);
  if (!isFields(file)) return { files: new Map(), byHand: [] };
  const name = typeof file.name === 'string' ? file.name : ENGINE;
  const own =
    program === null ? [[PROGRAM_FILE, filled(shipped.templates.get(PROGRAM_FILE) ?? '', new Map([['name', name]]))] as const] : [];
  const named = isFields(file.devDependencies) ? file.devDependencies : {};
  const lacking = Object.entries(shipped.cloud).filter(([each, wanted]) => named[each] !== wanted);
  if (lacking.length === 0) return { files: new Map(own), byHand: [] };
  const pin = isAsWritten(file, shipped.cloud) ? pinIn(file, lock, version) : null;
  if (pin === null) return { files: new Map(own), byHand: lacking.map(([each, wanted]) => `${each}@${wanted}`) };
  return {
    files: new Map([
      ...own,
      [PACKAGE_FILE, withPackages(file, shipped.cloud)],
      [LOCK_FILE, newLock(name, pin, shipped.cloud, shipped.lock)],
    ]),
    byHand: [],
  };
}

/** Whether a repository installs the engine and the packages of a cloud alone, so that its lock file is the engine's own. */
function isAsWritten({ dependencies, devDependencies }: Fields, cloud: Beside): boolean {
  const names = (value: unknown) => (isFields(value) ? Object.keys(value) : []);
  return names(dependencies).join() === ENGINE && names(devDependencies).every((name) => Object.hasOwn(cloud, name));
}

/** The engine as the lock file has it; null where that is none, or of another version than the one that runs. */
function pinIn({ dependencies }: Fields, lock: string | null, version: string): EnginePin | null {
  const spec = isFields(dependencies) ? dependencies[ENGINE] : undefined;
  const entry = lockIn(lock ?? 'null')?.get(`node_modules/${ENGINE}`);
  if (typeof spec !== 'string' || entry?.version !== version) return null;
  return { spec, version, integrity: typeof entry.integrity === 'string' ? entry.integrity : null };
}

function lockIn(text: string): Lock | null {
  try {
    return readLock(text);
  } catch {
    return null; // in the middle of a merge, say: npm mends it
  }
}

/** In npm's place, before what overrides versions. */
function withPackages({ devDependencies: _, overrides, ...rest }: Fields, cloud: Beside): string {
  const file = { ...rest, devDependencies: cloud, ...(overrides === undefined ? {} : { overrides }) };
  return `${JSON.stringify(file, null, 2)}\n`;
}
