import { isFields } from '../kernel/objects.js';
import { ENGINE, type EnginePin } from './engine.js';

/*
 * The lock file of a new repository: the engine, and everything below it in the very versions that the engine was tested with, taken
 * from its own lock file. Nothing is asked of a registry, and the same engine gives the same bytes.
 */

type Entry = Readonly<Record<string, unknown>>;

/** A lock file as npm writes it (version 3): place in the tree → what lies there. */
export type Lock = ReadonlyMap<string, Entry>;

/** @returns null where the text is no lock file. @throws SyntaxError where it is no JSON. */
export function readLock(text: string): Lock | null {
  const data: unknown = JSON.parse(text);
  if (!isFields(data) || !isFields(data.packages)) return null;
  return new Map(Object.entries(data.packages).flatMap(([place, entry]) => (isFields(entry) ? [[place, entry] as const] : [])));
}

/** What the repository names beside the engine: packages of its warehouse's cloud, in the engine's versions. */
export type Beside = Readonly<Record<string, string>>;

/** What the program of the cloud needs, and nobody who decides, measures or settles: only a repository with a cloud names it. */
const CLOUD = ['@pulumi/gcp', '@pulumi/policy', '@pulumi/pulumi'];

/** Packages of the cloud, each in the version that the engine was tested with. */
export function cloudOf(own: Lock): Beside {
  return Object.fromEntries(CLOUD.map((name) => [name, String(own.get(`node_modules/${name}`)?.version)]));
}

/** A lock file without what only the engine's own development needs: what {@link newLock} reads of a packed engine. */
export function lockOfUsers(own: Lock): string {
  const { devDependencies: _, ...engine } = own.get('') ?? {};
  const reached = [reachedFrom(own, needsOf(engine)), reachedFrom(own, namedIn(cloudOf(own)))];
  const kept = [...own].filter(([place]) => reached.some((places) => places.has(place)));
  return `${JSON.stringify({ lockfileVersion: 3, packages: Object.fromEntries([['', engine], ...kept]) })}\n`;
}

/** @param own the engine's own lock file */
export function newLock(name: string, pin: EnginePin, beside: Beside, own: Lock): string {
  const at = `node_modules/${ENGINE}`;
  const engine = engineEntry(pin, own);
  const [needed, developed] = [reachedFrom(own, needsOf(engine)), reachedFrom(own, namedIn(beside))];
  const entries = [...own].flatMap(([place, entry]): [string, Entry][] => {
    const marks = marksOf(needed.get(place), developed.get(place));
    return marks === null ? [] : [[place, { ...unmarked(entry), ...marks }]];
  });
  const devDependencies = Object.keys(beside).length === 0 ? {} : { devDependencies: beside };
  const root = { name, dependencies: { [ENGINE]: pin.spec }, ...devDependencies };
  // The order of the engine's own file is npm's; the engine comes in between.
  const before = entries.filter(([place]) => place < at);
  const sorted: [string, Entry][] = [...before, [at, engine], ...entries.slice(before.length)];
  const packages = Object.fromEntries([['', root], ...sorted.map(([place, entry]): [string, Entry] => [place, inOrder(entry)])]);
  return `${JSON.stringify({ name, lockfileVersion: 3, requires: true, packages }, null, 2)}\n`;
}

/** The engine as a package that is installed: what development needs is none of it. */
function engineEntry({ spec, version, integrity }: EnginePin, own: Lock): Entry {
  const { name: _, version: __, devDependencies: ___, ...rest } = own.get('') ?? {};
  const resolved = /^(file|git\+\w+):/.test(spec) ? { resolved: spec } : {};
  return { version, ...resolved, ...(integrity === null ? {} : { integrity }), ...rest };
}

/** Without the marks of the engine's own tree. */
function unmarked(entry: Entry): Entry {
  const { dev: _, devOptional: __, optional: ___, peer: ____, ...rest } = entry;
  return rest;
}

/** What npm notes of a place, so that it can leave it out: null where nothing needs it. */
function marksOf(needed: Reached | undefined, developed: Reached | undefined): Entry | null {
  if (needed === 'always') return {};
  if (needed === 'optional') return developed === 'always' ? { devOptional: true } : { optional: true };
  if (developed === undefined) return null;
  return developed === 'always' ? { dev: true } : { dev: true, optional: true };
}

const FIRST = ['version', 'resolved', 'integrity'];

/** Fields in npm's order: what says which one it is, what holds no names, what does. */
function inOrder(entry: Entry): Entry {
  const rank = (name: string) =>
    FIRST.includes(name) ? FIRST.indexOf(name) : !isFields(entry[name]) ? 3 : name === 'dependencies' ? 4 : 5;
  const names = Object.keys(entry).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, entry[name]]));
}

/** Whether something is needed, or done without where it cannot be installed. */
type Reached = 'always' | 'optional';
type Need = readonly [name: string, reached: Reached];

/** What an entry needs. */
function needsOf(entry: Entry): Need[] {
  const maybe = namesIn(entry.optionalDependencies);
  const meta = isFields(entry.peerDependenciesMeta) ? entry.peerDependenciesMeta : {};
  const peers = namesIn(entry.peerDependencies).filter((name) => !isFields(meta[name]) || meta[name].optional !== true);
  const needed = [...namesIn(entry.dependencies), ...peers].filter((name) => !maybe.includes(name));
  return [...needed.map((name): Need => [name, 'always']), ...maybe.map((name): Need => [name, 'optional'])];
}

function namedIn(value: unknown): Need[] {
  return namesIn(value).map((name) => [name, 'always']);
}

function namesIn(value: unknown): string[] {
  return isFields(value) ? Object.keys(value) : [];
}

/** Every place that something needs, and whether it is needed always or only by what is optional. */
function reachedFrom(own: Lock, needs: readonly Need[]): ReadonlyMap<string, Reached> {
  const reached = new Map<string, Reached>();
  const ahead = needs.map((need) => ({ from: '', need }));
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const [name, how] = next.need;
    const place = placeOf(own, next.from, name);
    const entry = place === null ? undefined : own.get(place);
    if (place === null || entry === undefined) continue;
    const before = reached.get(place);
    // Again only where it was optional until now.
    if (before === 'always' || before === how) continue;
    reached.set(place, how);
    for (const [below, of] of needsOf(entry)) ahead.push({ from: place, need: [below, how === 'optional' ? how : of] });
  }
  return reached;
}

/** Where a package finds another one: below itself, or below whatever it lies in; null where there is none. */
function placeOf(own: Lock, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (own.has(place)) return place;
    if (folder === '') return null;
  }
}
