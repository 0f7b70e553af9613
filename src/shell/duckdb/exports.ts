import { copyFile, link, mkdir, mkdtemp, open, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Exports, NoExport, ReadExport } from '../../ports/exports.js';
import { filesOf } from './data-files.js';
import { formOf } from './delimited-scan.js';
import { prepareSheet } from './read-workbook.js';
import { takeIn } from './take-in.js';
import { twinOf } from './twin.js';
import { isBroken, unpacked } from './unpacked.js';

/** As much of a file as is looked at, at its beginning and at its end. */
const HEAD = 1 << 20;
const TAIL = 1 << 16;

/** Exports on this machine. @param root what the data folder's path is relative to. */
export function localExports(root: string): Exports {
  return {
    read,
    takeIn: (data, taking) => takeIn(resolve(root, data), taking),
    tableFiles: async (data, table) => (await filesOf(resolve(root, data), table)).map(({ path }) => path),
    twin: twinOf,
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
    if (!('problem' in first)) return await sheetOf(name, target, first.sheet, wanted === null ? [] : [wanted]);
    if (first.problem === 'unreadable') return { name, isNot: /\.zip$/i.test(name) ? 'zip' : 'workbook' };
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

async function alone(path: string, to: string, others: readonly string[]) {
  const data = await mkdtemp(join(tmpdir(), 'concord-import-'));
  const remove = () => rm(data, { recursive: true, force: true });
  const target = join(data, to);
  await mkdir(dirname(target), { recursive: true });
  const put = async (from: string, place: string) => link(await realpath(from), place).catch(() => copyFile(from, place));
  await put(path, target);
  for (const other of others) await put(other, join(dirname(target), basename(other)));
  return { data, remove };
}
