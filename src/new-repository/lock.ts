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

/** Packages of which an engine that is installed makes use where they are there, each in the version that it was tested with. */
export function cloudOf(own: Lock): Beside {
  const names = namesIn(own.get('')?.peerDependencies);
  return Object.fromEntries(names.map((name) => [name, String(own.get(`node_modules/${name}`)?.version)]));
}

/** A lock file without what only the engine's own development needs: what {@link newLock} reads of a packed engine. */
export function lockOfUsers(own: Lock): string {
  const { devDependencies: _, ...engine } = own.get('') ?? {};
  const reached = reachedFrom(own, engine, Object.keys(cloudOf(own)));
  const kept = [...own].filter(([place]) => reached.has(place));
  return `${JSON.stringify({ lockfileVersion: 3, packages: Object.fromEntries([['', engine], ...kept]) })}\n`;
}

/** @param own the engine's own lock file */
export function newLock(name: string, pin: EnginePin, beside: Beside, own: Lock): string {
  const at = `node_modules/${ENGINE}`;
  const engine = engineEntry(pin, own);
  const reached = reachedFrom(own, engine, Object.keys(beside));
  const entries = [...own].flatMap(([place, entry]): [string, Entry][] => {
    const optional = reached.get(place);
    return optional === undefined ? [] : [[place, placed(entry, optional)]];
  });
  const optionalDependencies = Object.keys(beside).length === 0 ? {} : { optionalDependencies: beside };
  const root = { name, dependencies: { [ENGINE]: pin.spec }, ...optionalDependencies };
  const sorted = [...entries, [at, engine] as const].sort(([a], [b]) => (a < b ? -1 : 1));
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
function placed(entry: Entry, optional: boolean): Entry {
  const { dev: _, devOptional: __, optional: ___, peer: ____, ...rest } = entry;
  return optional ? { ...rest, optional: true } : rest;
}

const FIRST = ['version', 'resolved', 'integrity'];

/** Fields in npm's order: what says which one it is, what holds no names, what does. */
function inOrder(entry: Entry): Entry {
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : isFields(entry[name]) ? 4 : 3);
  const names = Object.keys(entry).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, entry[name]]));
}

/** What an entry needs: name → whether it does without. */
function needsOf(entry: Entry): [name: string, optional: boolean][] {
  const maybe = namesIn(entry.optionalDependencies);
  const meta = isFields(entry.peerDependenciesMeta) ? entry.peerDependenciesMeta : {};
  const peers = namesIn(entry.peerDependencies).filter((name) => !isFields(meta[name]) || meta[name].optional !== true);
  const needed = [...namesIn(entry.dependencies), ...peers].filter((name) => !maybe.includes(name));
  return [...needed.map((name): [string, boolean] => [name, false]), ...maybe.map((name): [string, boolean] => [name, true])];
}

function namesIn(value: unknown): string[] {
  return isFields(value) ? Object.keys(value) : [];
}

/** Every place that the engine and what stands beside it need, and whether only something optional does. */
function reachedFrom(own: Lock, engine: Entry, beside: readonly string[]): ReadonlyMap<string, boolean> {
  const reached = new Map<string, boolean>();
  const ahead: { readonly from: string; readonly name: string; readonly optional: boolean }[] = [];
  const follow = (from: string, entry: Entry, within: boolean) => {
    for (const [name, optional] of needsOf(entry)) ahead.push({ from, name, optional: within || optional });
  };
  follow('', engine, false);
  for (const name of beside) ahead.push({ from: '', name, optional: true });
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const place = placeOf(own, next.from, next.name);
    const entry = place === null ? undefined : own.get(place);
    if (place === null || entry === undefined) continue;
    const before = reached.get(place);
    // Again only where it was optional until now.
    if (before === false || (before === true && next.optional)) continue;
    reached.set(place, next.optional);
    follow(place, entry, next.optional);
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
