import { inflateRawSync } from 'node:zlib';
import { isToBeComputed, withFaults } from './workbook-cells.js';

/*
 * A workbook is a ZIP file of texts. Its reader walks from one packed text to the next and holds none against its checksum; what
 * Excel opens is what the directory at the end lists. So the texts are unpacked here, by the directory, each against its length and
 * checksum, and handed on plainly: a damaged workbook is no workbook, and never one with another number in it.
 */

/** What a workbook's numbers are in; pictures and the like are left out. */
const TEXTS = /\.(xml|rels)$/i;
const [END, LISTED, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const END_LENGTH = 22;
const LISTED_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** A comment at the end is as long as that at most. */
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

interface Part {
  readonly name: Buffer;
  readonly bytes: Buffer;
  readonly checksum: number;
}

/** Most that a workbook's texts unpack to: a full sheet of a million rows with ten columns has half of it. */
const MOST_BYTES = 512 * 1024 * 1024;
/** Cells that a reader makes room for, whichever are filled: a single one in the last row and column of a sheet has 17,000,000,000. */
const MOST_CELLS = 50_000_000;

/** Where sheets are, and what says of all of them what they are. */
const SHEET = /(^|\/)worksheets\/[^/]+\.xml$/i;
const BOOK = /(^|\/)workbook\.xml$/i;

/**
 * The texts of a workbook in a ZIP file of their own, unpacked, with cells that hold no value told apart from empty ones; null where it
 * is damaged, encrypted or no ZIP file.
 */
export function soundWorkbook(file: Buffer): Buffer | 'too-large' | null {
  try {
    const parts = partsOf(file);
    if (parts === null || parts === 'too-large') return parts;
    return parts.some(({ bytes }) => cellsOf(bytes) > MOST_CELLS) ? 'too-large' : plainZip(told(parts));
  } catch {
    return null; // lengths and places that lead out of the file, or bytes that cannot be unpacked
  }
}

function told(parts: readonly Part[]): Part[] {
  const isOpen = parts.some(({ name, bytes }) => BOOK.test(name.toString('utf8')) && isToBeComputed(bytes));
  return parts.map((part) => {
    const bytes = SHEET.test(part.name.toString('utf8')) ? withFaults(part.bytes, isOpen) : part.bytes;
    return bytes === part.bytes ? part : { ...part, bytes, checksum: crc32(bytes) };
  });
}

/** The cells of a sheet from its first to the last row and column that it names; few of any other text. */
function cellsOf(bytes: Buffer): number {
  let [rows, columns] = [0, 0];
  for (const [, letters = '', row] of bytes.toString('latin1').matchAll(/\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,9})["']/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnOf(letters));
  }
  return rows * Math.max(1, columns);
}

/** `AB` → 28. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function partsOf(file: Buffer): Part[] | 'too-large' | null {
  const from = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < from || file.readUInt32LE(end) !== END || end + END_LENGTH + file.readUInt16LE(end + 20) > file.length) return null;
  if (file.readUInt16LE(end + 8) !== file.readUInt16LE(end + 10)) return null;
  const parts: Part[] = [];
  const names = new Set<string>();
  const begin = file.readUInt32LE(end + 16);
  let at = begin;
  let unpacked = 0;
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (file.readUInt32LE(at) !== LISTED) return null;
    const length = file.readUInt16LE(at + 28);
    const name = file.subarray(at + LISTED_LENGTH, at + LISTED_LENGTH + length);
    const own = name.toString('utf8');
    // of two texts of one name, one program reads the first and another the second
    if (names.has(own)) return null;
    names.add(own);
    unpacked += file.readUInt32LE(at + 24);
    if (unpacked > MOST_BYTES) return 'too-large';
    const part = partAt(file, at, name);
    if (part === null) return null;
    if (TEXTS.test(own)) parts.push(part);
    at += LISTED_LENGTH + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return at - begin === file.readUInt32LE(end + 12) ? parts : null;
}

/** What is listed there, unpacked; null where it is not what the directory says. */
function partAt(file: Buffer, at: number, name: Buffer): Part | null {
  const [flags, method] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
  const [checksum, packed, size] = [file.readUInt32LE(at + 16), file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
  const place = file.readUInt32LE(at + 42);
  if ((flags & ENCRYPTED) !== 0 || (method !== 0 && method !== 8) || file.readUInt32LE(place) !== LOCAL) return null;
  const named = place + LOCAL_LENGTH;
  if (!file.subarray(named, named + file.readUInt16LE(place + 26)).equals(name)) return null;
  const begin = place + LOCAL_LENGTH + file.readUInt16LE(place + 26) + file.readUInt16LE(place + 28);
  const stored = file.subarray(begin, begin + packed);
  const bytes = method === 0 ? stored : inflateRawSync(stored, { maxOutputLength: Math.max(1, size) });
  return bytes.length === size && crc32(bytes) === checksum ? { name, bytes, checksum } : null;
}

/** A ZIP file with nothing packed. */
function plainZip(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, checksum } of parts) {
    const local = Buffer.alloc(LOCAL_LENGTH);
    const entry = Buffer.alloc(LISTED_LENGTH);
    local.writeUInt32LE(LOCAL, 0);
    entry.writeUInt32LE(LISTED, 0);
    entry.writeUInt32LE(at, 42);
    // version, flags, method, time, checksum, lengths: the same in both, two bytes further on in the directory
    for (const [header, from] of [
      [local, 4],
      [entry, 6],
    ] as const) {
      header.writeUInt16LE(20, from);
      header.writeUInt32LE(checksum, from + 10);
      header.writeUInt32LE(bytes.length, from + 14);
      header.writeUInt32LE(bytes.length, from + 18);
      header.writeUInt16LE(name.length, from + 22);
    }
    pieces.push(local, name, bytes);
    listed.push(entry, name);
    at += LOCAL_LENGTH + name.length + bytes.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, directory, end]);
}

/** What a byte adds to a checksum: `node:zlib` has one only since Node 20.15. */
const CHECKS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32, as ZIP files have it. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CHECKS[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
