import { constants } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Exports, NoExport, ReadExport } from '../../ports/exports.js';
import { filesOf } from './data-files.js';
import { formOf } from './delimited-scan.js';
import { prepareSheet } from './read-workbook.js';
import { isBroken, unpacked } from './unpacked.js';

/** As much of a file as is looked at, at its beginning and at its end. */
const HEAD = 1 << 20;
const TAIL = 1 << 16;

/** Exports on this machine. @param root what the data folder's path is relative to. */
export function localExports(root: string): Exports {
  return {
    read,
    standing: (path, data, to) => standing(path, resolve(root, data, to)),
    unplace: (data, to) => rm(resolve(root, data, to), { force: true }),
    place: (path, data, to, asLink) => place(path, resolve(root, data, to), asLink),
    replace: (path, data, to, old, asLink) => replace(path, resolve(root, data, to), old, asLink),
    tableFiles: async (data, table) => (await filesOf(resolve(root, data), table)).map(({ path }) => path),
    alone,
  };
}

async function read(path: string, sheet: string | null): Promise<ReadExport | NoExport | null> {
  const found = await stat(path).catch(() => null);
  const name = basename(path);
  if (found?.isDirectory() === true) return { name, isNot: 'folder' };
  if (found === null || !found.isFile()) return null;
  const beginning = await ends(path, false, 4096);
  if (beginning === null) return { name, isNot: 'broken' };
  const packed = formOf(beginning.head) === 'gzip';
  const bytes = packed ? await ends(path, true, HEAD) : await ends(path, false, HEAD);
  if (bytes === null) return { name, isNot: 'broken' };
  const form = formOf(bytes.head);
  if (form === 'zip' && !packed) return readSheet(path, name, sheet);
  if (form !== null && form !== 'utf16') return { name, isNot: form };
  if (/\.xls[xm]$/i.test(name)) return { name, isNot: 'not-excel' };
  return { name, packed, form: 'text', ...bytes, sheet: null, sheets: [] };
}

/** The first and last bytes of a file, unpacked; null where they cannot be. */
async function ends(path: string, packed: boolean, most: number): Promise<{ readonly head: Buffer; readonly tail: Buffer | null } | null> {
  if (!packed) {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const piece = async (from: number, length: number) => (await file.read(Buffer.alloc(length), 0, length, from)).buffer;
      const head = await piece(0, Math.min(size, most));
      if (size <= most) return { head, tail: null };
      const length = Math.min(size - most, TAIL) & ~1;
      return { head, tail: await piece(size - length, length) };
    } finally {
      await file.close();
    }
  }
  const { stream, close } = unpacked(path, true);
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      const room = most - head.length;
      head = room > 0 ? Buffer.concat([head, bytes.subarray(0, room)]) : head;
      tail = Buffer.concat([tail, bytes.subarray(Math.max(0, room))]).subarray(-TAIL);
    }
    return { head, tail: tail.length === 0 ? null : tail };
  } catch (error) {
    if (isBroken(error)) return null;
    throw error;
  } finally {
    close();
  }
}

/** A sheet of a workbook as text: of several, the one that is asked for, or the one that holds most. */
async function readSheet(path: string, name: string, wanted: string | null): Promise<ReadExport | NoExport> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-sheet-'));
  try {
    const target = join(folder, 'sheet.csv');
    const first = await prepareSheet(path, wanted === null ? {} : { sheet: wanted }, target);
    if (!('problem' in first)) return await sheetOf(name, target, wanted, wanted === null ? [] : [wanted]);
    if (first.problem === 'unreadable') return { name, isNot: 'workbook' };
    if (first.problem === 'too-large') return { name, isNot: 'workbook-too-large' };
    if (first.problem === 'none-such') return { name, isNot: 'sheet', sheets: first.sheets };
    let largest: ReadExport | null = null;
    for (const each of first.sheets) {
      const prepared = await prepareSheet(path, { sheet: each }, target);
      if ('problem' in prepared) continue;
      const found = await sheetOf(name, target, each, first.sheets);
      if (largest === null || found.head.length > largest.head.length) largest = found;
    }
    return largest ?? { name, isNot: 'workbook' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sheetOf(name: string, path: string, sheet: string | null, sheets: readonly string[]): Promise<ReadExport> {
  const bytes = (await ends(path, false, HEAD)) ?? { head: Buffer.alloc(0), tail: null };
  return { name, packed: false, form: 'sheet', ...bytes, sheet, sheets };
}

async function standing(path: string, to: string): Promise<'free' | 'same' | 'there'> {
  const there = await stat(to).catch(() => null);
  if (there === null) return 'free';
  return there.isFile() && (await isSame(path, to)) ? 'same' : 'there';
}

async function place(path: string, to: string, asLink: boolean): Promise<'placed' | 'same' | 'there' | 'far'> {
  const there = await standing(path, to);
  if (there !== 'free') return there;
  await mkdir(dirname(to), { recursive: true });
  if (!asLink) {
    await copyFile(path, to, constants.COPYFILE_EXCL);
    return 'placed';
  }
  // a link that only names its place would lead out of the data folder, where nothing is read
  return link(await realpath(path), to).then(
    () => 'placed' as const,
    () => 'far' as const,
  );
}

/**
 * The new file is made whole beside its place, under a name that nothing reads; renaming it is one step. Where the same file is in its
 * place already, taken in before, only the old one goes.
 */
async function replace(path: string, to: string, old: string, asLink: boolean): Promise<'placed' | 'there' | 'far'> {
  const isOwn = resolve(old) === to;
  const there = isOwn ? 'free' : await standing(path, to);
  if (there === 'there') return 'there';
  if (there === 'same') {
    await rm(old, { force: true });
    return 'placed';
  }
  const beside = join(dirname(to), `.${basename(to)}.new`);
  await mkdir(dirname(to), { recursive: true });
  await rm(beside, { force: true });
  const made = await place(path, beside, asLink);
  if (made === 'far') return 'far';
  await rename(beside, to);
  if (!isOwn) await rm(old, { force: true });
  return 'placed';
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)]);
  if (a.ino === b.ino && a.dev === b.dev) return true;
  return a.size === b.size && (await readFile(one)).equals(await readFile(other));
}

async function alone(path: string, to: string) {
  const data = await mkdtemp(join(tmpdir(), 'concord-import-'));
  const remove = () => rm(data, { recursive: true, force: true });
  const target = join(data, to);
  await mkdir(dirname(target), { recursive: true });
  await link(await realpath(path), target).catch(() => copyFile(path, target));
  return { data, remove };
}
