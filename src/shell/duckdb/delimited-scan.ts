import { isUtf8 } from 'node:buffer';
import { partedLook } from './parted-look.js';
import { hasMark, isBroken, MARK, piecesOf, unpacked } from './unpacked.js';

/*
 * A second reader of delimited text, strict and slow to forgive: it counts records and lines and says where a file is not what
 * it should be. The engine's own reader forgives (a field too many, as long as it is empty; a compressed file that breaks off
 * at the end of a line) and quotes lines in its messages; this one shows nobody's row. A file in which nothing is odd needs
 * no more than a quick look.
 */

/** How a file is written. */
export interface Delimited {
  readonly path: string;
  readonly delimiter: string;
  readonly gzip: boolean;
  /** What stands above the table and is no part of it. */
  readonly above?: Above;
}

/** Lines above a table, and the bytes that they take up. */
export interface Above {
  readonly lines: number;
  readonly bytes: number;
}

type LineEnd = 'LF' | 'CRLF' | 'CR';

/** The first thing that is wrong with a file. Lines are counted from 1, as an editor counts them. */
export type Fault =
  | { readonly kind: 'form'; readonly form: 'utf16' | 'utf32' | 'zip' | 'gzip' | 'parquet' | 'xls' | 'pdf' | 'html' | 'json' | 'binary' }
  | { readonly kind: 'encoding'; readonly line: number; readonly gbk: boolean }
  | { readonly kind: 'fields'; readonly line: number; readonly found: number; readonly expected: number }
  | { readonly kind: 'quote' | 'unclosed' | 'long' | 'tabs'; readonly line: number }
  | { readonly kind: 'ends'; readonly line: number; readonly end: LineEnd; readonly first: LineEnd }
  /** What stands there is no text of the encoding that the format declares. */
  | { readonly kind: 'declared'; readonly line: number; readonly encoding: string }
  /** No line begins as the header is declared to. */
  | { readonly kind: 'start' }
  | { readonly kind: 'sheet'; readonly problem: 'none-such' | 'several'; readonly sheets: readonly string[] }
  | { readonly kind: 'broken' | 'workbook' | 'workbook-too-large' };

export interface Scan {
  /** The beginning of the file, without a byte order mark. */
  readonly head: Buffer;
  /** Records below the header. */
  readonly records: number;
  /** Lines of delimiters alone or of quoted fields without anything, which programs write for an empty row: no records. */
  readonly blanks: number;
  readonly fault: Fault | null;
}

/** The engine takes no longer line. */
const LONGEST = 2_000_000;
/** As much of a file's beginning as is kept. */
const HEAD = 1 << 20;
const PIECE = 1 << 22;
const [LF, CR, QUOTE, SPACE] = [0x0a, 0x0d, 0x22, 0x20];

/**
 * Reads a file from beginning to end. Never throws for what is in it; raises what the file system raises. Lines are those below
 * what stands above the table.
 */
export async function scanDelimited(file: Delimited): Promise<Scan> {
  const { path, gzip, delimiter, above } = file;
  const layout = { path, gzip, delimiter, from: above?.bytes ?? 0, head: HEAD, longest: LONGEST, piece: PIECE };
  const look = await partedLook(layout).catch((error) => {
    if (isBroken(error)) return null;
    throw error;
  });
  return look === null || formOf(look.head) !== null ? strictScan(file) : { ...look, blanks: 0, fault: null };
}

/** A file's beginning as {@link scanDelimited} finds it. */
export interface Beginning {
  readonly head: Buffer;
  /** Bytes before it that are a mark of byte order. */
  readonly mark: number;
}

/** The beginning of a file; null where something is wrong there already. */
export async function beginningOf(file: Delimited): Promise<Beginning | null> {
  const pieces = piecesOf(file.path, file.gzip);
  try {
    await pieces.skip(file.above?.bytes ?? 0);
    const place = Buffer.alloc(HEAD + MARK.length);
    const bytes = place.subarray(0, await pieces.fill(place));
    if (formOf(bytes) !== null) return null;
    const mark = hasMark(bytes) ? MARK.length : 0;
    return { head: bytes.subarray(mark, mark + HEAD), mark };
  } catch (error) {
    if (isBroken(error)) return null;
    throw error;
  } finally {
    await pieces.close();
  }
}

/** What {@link scanDelimited} finds, without a quick look. */
export async function strictScan(file: Delimited): Promise<Scan> {
  const walk = new Walk(file.delimiter, new Set());
  return walk.whole(file);
}

/** The line on which each of these records begins (0: the first below the header), for a file that was found sound. */
export async function linesOf(file: Delimited, records: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const walk = new Walk(file.delimiter, new Set(records));
  await walk.whole(file);
  return walk.found;
}

class Stop extends Error {}

class Walk {
  readonly found = new Map<number, number>();
  private readonly delimiter: number;
  private readonly special = new Uint8Array(256);
  private state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  private line = 1;
  /** Where the record began, and where its latest quotation mark opened. */
  private recordLine = 1;
  private quoteLine = 1;
  private fields = 1;
  private bytes = 0;
  /** Whether the record holds nothing, and whether it has a field in quotation marks. */
  private blank = true;
  private hasQuote = false;
  private spaces = true;
  private afterCr = false;
  private expected = 0;
  private records = -1;
  private blanks = 0;
  private ends: LineEnd | null = null;
  private fault: Fault | null = null;
  private rest: Buffer = Buffer.alloc(0);
  private readonly heads: Buffer[] = [];
  private headBytes = 0;

  constructor(
    delimiter: string,
    private readonly wanted: ReadonlySet<number>,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
    for (const byte of [LF, CR, QUOTE, this.delimiter]) this.special[byte] = 1;
  }

  async whole(file: Delimited): Promise<Scan> {
    const { stream, close } = unpacked(file.path, file.gzip);
    let first = true;
    let above = file.above?.bytes ?? 0;
    try {
      for await (const chunk of stream) {
        const left = Math.min(above, chunk.length);
        above -= left;
        if (left === chunk.length) continue;
        let bytes: Buffer = chunk.subarray(left);
        if (first) {
          const form = formOf(bytes);
          if (form !== null) this.stop({ kind: 'form', form });
          if (hasMark(bytes)) bytes = bytes.subarray(MARK.length);
          first = false;
        }
        this.keepHead(bytes);
        this.checkText(bytes);
        this.read(bytes);
      }
      this.end();
    } catch (error) {
      if (isBroken(error)) this.fault = { kind: 'broken' };
      else if (!(error instanceof Stop)) throw error;
    } finally {
      close();
    }
    return { head: Buffer.concat(this.heads), records: Math.max(0, this.records), blanks: this.blanks, fault: this.fault };
  }

  private stop(fault: Fault): never {
    this.fault = fault;
    throw new Stop();
  }

  private keepHead(bytes: Buffer): void {
    if (this.headBytes >= HEAD) return;
    const part = bytes.subarray(0, HEAD - this.headBytes);
    this.heads.push(part);
    this.headBytes += part.length;
  }

  /** UTF-8 up to the last byte that surely ends a character. */
  private checkText(bytes: Buffer): void {
    const zero = bytes.indexOf(0);
    if (zero !== -1) this.stop({ kind: 'form', form: 'binary' });
    let cut = bytes.length;
    while (cut > 0 && (bytes[cut - 1] ?? 0) >= 0x80) cut -= 1;
    const whole = this.rest.length === 0 ? bytes.subarray(0, cut) : Buffer.concat([this.rest, bytes.subarray(0, cut)]);
    this.rest = cut === 0 ? Buffer.concat([this.rest, bytes]) : Buffer.from(bytes.subarray(cut));
    if (cut === 0 && this.rest.length < LONGEST) return;
    this.mustBeUtf8(cut === 0 ? this.rest : whole);
  }

  private mustBeUtf8(text: Buffer): void {
    if (isUtf8(text)) return;
    let [from, lines] = [0, 0];
    for (;;) {
      const end = text.indexOf(LF, from);
      const part = text.subarray(from, end === -1 ? text.length : end);
      if (!isUtf8(part) || end === -1) this.stop({ kind: 'encoding', line: this.line + lines, gbk: looksLikeGbk(text) });
      from = end + 1;
      lines += 1;
    }
  }

  private read(bytes: Buffer): void {
    let plain = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] ?? 0;
      // most bytes change nothing
      const inside = this.state === 'quoted' || (this.state === 'plain' && !this.spaces);
      if (inside && !this.afterCr && this.special[byte] === 0) {
        this.blank = false;
        plain += 1;
      } else {
        this.bytes += plain;
        plain = 0;
        this.byte(byte);
      }
    }
    this.bytes += plain;
  }

  private byte(byte: number): void {
    if (this.afterCr) {
      this.afterCr = false;
      if (byte === LF) {
        if (this.state !== 'quoted') this.lineEnd('CRLF');
        return;
      }
      if (this.state !== 'quoted') this.lineEnd('CR');
    }
    this.bytes += 1;
    if (this.state === 'quoted') {
      this.quoted(byte);
      return;
    }
    if (byte === LF) {
      this.line += 1;
      this.lineEnd('LF');
      return;
    }
    if (byte === CR) {
      this.line += 1;
      this.afterCr = true;
      return;
    }
    if (byte === this.delimiter) {
      this.fields += 1;
      this.state = 'start';
      this.spaces = true;
      return;
    }
    if (byte === QUOTE) {
      this.openQuote();
      return;
    }
    this.blank = false;
    if (this.state === 'closed') this.stop({ kind: 'quote', line: this.line });
    if (byte !== SPACE) this.spaces = false;
    this.state = 'plain';
  }

  private openQuote(): void {
    this.hasQuote = true;
    if (this.state === 'closed') {
      // two marks within quotation marks are one, and something
      this.blank = false;
      this.state = 'quoted';
      return;
    }
    // between a delimiter and the mark, spaces would be dropped or kept by chance
    if (this.state === 'plain' && this.spaces) this.stop({ kind: 'quote', line: this.line });
    if (this.state === 'start') {
      this.state = 'quoted';
      this.quoteLine = this.line;
    } else this.blank = false;
  }

  private quoted(byte: number): void {
    if (byte === QUOTE) {
      this.state = 'closed';
      return;
    }
    this.blank = false;
    const breaks = byte === LF || byte === CR;
    // where tabs separate, quotation marks seldom quote: a field that swallows the next may have swallowed a row
    if (this.delimiter === 0x09 && (breaks || byte === 0x09)) this.stop({ kind: 'tabs', line: this.quoteLine });
    if (breaks) this.line += 1;
    if (byte === CR) this.afterCr = true;
    if (this.bytes > LONGEST) this.stop({ kind: 'unclosed', line: this.quoteLine });
  }

  /** The record is over; `line` is that of the next already. */
  private lineEnd(end: LineEnd): void {
    if (this.ends !== null && this.ends !== end) this.stop({ kind: 'ends', line: this.line - 1, end, first: this.ends });
    this.ends = end;
    this.record();
    this.recordLine = this.line;
  }

  private record(): void {
    if (this.bytes > LONGEST) this.stop({ kind: 'long', line: this.recordLine });
    if (this.records === -1) this.expected = this.fields;
    const isRow = !this.blank || this.fields > 1 || this.hasQuote;
    if (this.fields !== this.expected && isRow) {
      this.stop({ kind: 'fields', line: this.recordLine, found: this.fields, expected: this.expected });
    }
    // a blank line is nothing, unless a single column may be empty; nor is a row without any value
    if (!this.blank || this.expected === 1 || this.records === -1) {
      if (this.wanted.has(this.records)) this.found.set(this.records, this.recordLine);
      this.records += 1;
    } else if (isRow) this.blanks += 1;
    this.state = 'start';
    this.fields = 1;
    this.bytes = 0;
    this.blank = true;
    this.hasQuote = false;
    this.spaces = true;
  }

  private end(): void {
    if (this.rest.length > 0) this.mustBeUtf8(this.rest);
    if (this.afterCr && this.state !== 'quoted') this.lineEnd('CR');
    if (this.state === 'quoted') this.stop({ kind: 'unclosed', line: this.quoteLine });
    if (!this.blank || this.fields > 1 || this.hasQuote || this.records === -1) this.record();
  }
}

/** What a file is, where its first bytes say that it is no text in UTF-8. */
export function formOf(head: Buffer): Extract<Fault, { kind: 'form' }>['form'] | null {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return 'utf32';
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return 'utf16';
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0x50, 0x41, 0x52, 0x31)) return 'parquet';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(head.subarray(0, 100).toString('latin1'))) return 'html';
  if (/^(\xEF\xBB\xBF)?\s*([[{]\s*)+("[^"]*"\s*:|\{)/.test(head.subarray(0, 1000).toString('latin1'))) return 'json';
  const first = head.subarray(0, 200);
  const zeros = first.filter((byte) => byte === 0).length;
  // without a mark: of plain characters every second byte is 0
  return zeros * 3 > first.length ? 'utf16' : zeros > 0 ? 'binary' : null;
}

/** Whether two bytes stand together that Chinese text in GB 2312 has by the dozen and Western text hardly ever. */
function looksLikeGbk(text: Buffer): boolean {
  return text.some((byte, index) => byte >= 0xb0 && byte <= 0xf7 && (text[index + 1] ?? 0) >= 0xa1);
}
