import { isAscii } from 'node:buffer';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import * as zlib from 'node:zlib';

/*
 * The program that scripts/build-program.mjs made: chunks of CommonJS in `start/`, each a function when it is run as a script, beside the
 * modules they were made of, and for each what
 * V8 had compiled of it when the build ran it. Only the build writes there: what is compiled lies where the code itself does, and is read
 * from no folder that others may write to. V8 takes it from the very Node that made it and refuses any other; whether it is whole, and of
 * this very text, V8 does not look at, so this does.
 */

// An import of it would ask for all that it exports, and so load streams and more before anything begins.
const { existsSync, readFileSync, statSync } = nodeModule.createRequire(import.meta.url)('node:fs') as typeof import('node:fs');

/** The folder of the chunks, beside the modules. */
export const FOLDER = 'start';
/** The chunk to begin with. */
export const FIRST = 'program.cjs';
/** The compiler's own record of what it wrote last; none in a package. */
const RECORD = '.tsbuildinfo';
const CHECKSUM_BYTES = 4;

type Require = (name: string) => unknown;
/** What a chunk is handed. A script cannot import by itself, as some of Node's releases have it, so that packages come by `loadPackage`. */
interface Module {
  exports: object;
  readonly loadPackage: (name: string) => Promise<unknown>;
}
type Chunk = (exports: object, require: Require, module: Module, file: string, folder: string) => void;

/** Whether this Node can take what was compiled before: from 20.15 and 22.2 on. */
const CAN = 'crc32' in zlib;

/** Where what V8 compiled of a chunk is kept for this Node. */
export const compiledFile = (chunk: string) => `${chunk}.${process.version}-${process.platform}-${process.arch}`;

/** What was compiled of a chunk, as it is kept. */
export function sealed(code: Buffer, compiled: Buffer): Buffer {
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(checksumOf(code, compiled));
  return Buffer.concat([checksum, compiled]);
}

function checksumOf(code: Buffer, compiled: Buffer): number {
  return zlib.crc32(compiled, zlib.crc32(code));
}

/** The chunks that have been run, by their names: what the build keeps the compiled form of. */
export const ran = new Map<string, { readonly code: Buffer; readonly script: Script }>();

export interface Places {
  /** The built engine's folder. */
  readonly built: string;
  /** The user's own folder of caches, where a Node that can keeps what the build did not compile for it; null: there is none. */
  readonly cache: string | null;
}

/** The chunks that were loaded, each once in a process. */
const loaded = new Map<string, Module>();

/** What the program exports; null where it is not there, or older than the modules. */
export function builtProgram<Program extends object>({ built, cache }: Places): Program | null {
  const folder = join(built, FOLDER);
  const first = join(folder, FIRST);
  const made = timeOf(first);
  if (made === null || made < (timeOf(join(built, RECORD)) ?? 0)) return null;
  const require = nodeModule.createRequire(first);
  startLightly(require);
  if (CAN && existsSync(compiledFile(first))) return load(FIRST, folder, require) as Program;
  if (cache !== null && 'enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function')
    nodeModule.enableCompileCache(join(cache, 'concord'));
  return require(first) as Program;
}

/**
 * The V8 of Node 20 optimizes what has run for some milliseconds, and mostly in vain: reading the YAML of one contract takes it three times
 * the processor time that it takes without. And a few megabytes of a program are enough for it to begin looking for garbage on other threads,
 * which takes a tenth of a check; once there is too much, it looks anyway. Later ones have mended that, and do not know the first flag.
 */
function startLightly(require: Require): void {
  if (!process.versions.v8.startsWith('11.3.')) return;
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--no-incremental-marking');
}

function timeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function load(name: string, folder: string, outside: Require): object {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module: Module = { exports: {}, loadPackage: (wanted) => import(wanted) };
  loaded.set(name, module);
  const file = join(folder, name);
  const require: Require = (wanted) => (wanted.startsWith('./') ? load(wanted.slice(2), folder, outside) : outside(wanted));
  const run = scriptOf(name, file).runInThisContext() as Chunk;
  run.call(module.exports, module.exports, require, module, file, folder);
  return module.exports;
}

function scriptOf(name: string, file: string): Script {
  const code = readFileSync(file);
  const text = code.toString(isAscii(code) ? 'latin1' : 'utf8');
  const cachedData = compiledOf(code, compiledFile(file));
  const script = new Script(text, { filename: file, ...(cachedData === null ? {} : { cachedData }) });
  ran.set(name, { code, script });
  return script;
}

/** What was compiled of a chunk; null where there is none, or not of it. */
function compiledOf(code: Buffer, path: string): Buffer | null {
  const kept = contentOf(path);
  if (kept === null || kept.length < CHECKSUM_BYTES) return null;
  const compiled = kept.subarray(CHECKSUM_BYTES);
  return kept.readUInt32LE() === checksumOf(code, compiled) ? compiled : null;
}

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null; // compiled anew, which takes longer
  }
}
