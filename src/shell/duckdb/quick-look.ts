import { isUtf8 } from 'node:buffer';
import { piecesOf } from './unpacked.js';

/*
 * A quick look at delimited text. Of a file in which nothing is odd it finds what the strict reader (delimited-scan.ts) would, in a
 * fraction of the time: whole records in one loop, without lines, states or messages. Of any other it says nothing, and the strict
 * reader goes over it from the beginning. So it may doubt as much as it likes, and never err.
 */

/** What is known of a file in which nothing is odd. */
export interface QuickLook {
  /** Its beginning, without a byte order mark. */
  readonly head: Buffer;
  /** Records below the header. */
  readonly records: number;
}

/** How text is laid out, and how much of it is looked at. */
export interface Layout {
  readonly delimiter: string;
  /** Bytes above the text. */
  readonly from: number;
  /** As much of its beginning as is kept. */
  readonly head: number;
  /** No record has more bytes. */
  readonly longest: number;
  /** As much as is looked at at once: more than the longest record, and than what is kept. */
  readonly piece: number;
}

/** Said in place of where a record begins: something is not as it is in any other file. */
const ODD = -1;
const [LF, CR, QUOTE, SPACE, TAB] = [0x0a, 0x0d, 0x22, 0x20, 0x09];

/** Looks at a file from beginning to end. @returns null where anything is odd. @throws what the file system or unpacking raises. */
export async function quickLook(file: { readonly path: string; readonly gzip: boolean }, layout: Layout): Promise<QuickLook | null> {
  const pieces = piecesOf(file.path, file.gzip);
  const look = new Look(layout);
  const bytes = Buffer.allocUnsafe(layout.piece + 2);
  try {
    if ((await pieces.skip(layout.from)) < layout.from) return null;
    let [held, isFirst] = [0, true];
    for (;;) {
      let filled = held + (await pieces.fill(bytes.subarray(held, layout.piece)));
      const isLast = filled < layout.piece;
      if (isFirst) {
        const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && filled >= 3 ? 3 : 0;
        filled -= mark;
        bytes.copy(bytes, 0, mark, mark + filled);
        look.head = Buffer.from(bytes.subarray(0, Math.min(filled, layout.head)));
        isFirst = false;
      }
      const rest = look.piece(bytes, filled, isLast);
      if (rest === ODD) return null;
      if (isLast) return rest === filled ? { head: look.head, records: Math.max(0, look.records) } : null;
      held = filled - rest;
      if (held > layout.longest || held === layout.piece) return null;
      bytes.copy(bytes, 0, rest, filled);
    }
  } finally {
    await pieces.close();
  }
}

class Look {
  head: Buffer = Buffer.alloc(0);
  records = -1;
  private expected = 0;
  /** The first record's end, 0 as long as there was none: those of one file are alike. */
  private ends = 0;
  private readonly delimiter: number;
  /** Bytes that end a run of a field, and of a field in quotation marks. */
  private readonly stops = new Uint8Array(256);
  private readonly quotedStops = new Uint8Array(256);

  constructor(private readonly layout: Layout) {
    this.delimiter = layout.delimiter.charCodeAt(0);
    for (const byte of [LF, CR, QUOTE, this.delimiter]) this.stops[byte] = 1;
    this.quotedStops[QUOTE] = 1;
    // where tabs separate, the strict reader has more to say of quotation marks
    if (this.delimiter === TAB) for (const byte of [LF, CR, TAB]) this.quotedStops[byte] = 1;
  }

  /** Looks at the whole records in a piece, which begins with one. @returns where the first begins that is not over, or {@link ODD}. */
  piece(bytes: Buffer, filled: number, isLast: boolean): number {
    let end = filled;
    let isOpen = false;
    if (isLast && filled > 0 && bytes[filled - 1] !== LF && bytes[filled - 1] !== CR) {
      // the last record needs no end
      bytes[end] = LF;
      end += 1;
      isOpen = true;
    }
    // whatever runs on stops here
    bytes[end] = QUOTE;
    const rest = this.walk(bytes, end, isLast, isOpen);
    const whole = bytes.subarray(0, Math.min(rest, filled));
    if (rest === ODD || whole.includes(0) || !isUtf8(whole)) return ODD;
    if (isLast && this.records === -1) this.records = 0;
    return Math.min(rest, filled);
  }

  private walk(bytes: Uint8Array, end: number, isLast: boolean, isOpen: boolean): number {
    const { delimiter, stops, quotedStops } = this;
    const { longest } = this.layout;
    let [at, record, fields] = [0, 0, 1];
    for (;;) {
      // at the beginning of a field
      if (bytes[at] === QUOTE && at < end) {
        do {
          at += 1;
          while (quotedStops[bytes[at] ?? QUOTE] === 0) at += 1;
          if (at >= end) return record;
          if (bytes[at] !== QUOTE) return ODD;
          at += 1;
        } while (bytes[at] === QUOTE && at < end);
      } else {
        const from = at;
        at = runFrom(bytes, stops, at);
        // inside a field a mark is a mark, but not after nothing but spaces
        while (bytes[at] === QUOTE && at < end) {
          if (isBlank(bytes, from, at)) return ODD;
          at = runFrom(bytes, stops, at + 1);
        }
      }
      if (at >= end) return record;
      const byte = bytes[at];
      at += 1;
      if (byte === delimiter) {
        fields += 1;
        continue;
      }
      if (byte !== LF && byte !== CR) return ODD;
      const length = at - 1 - record;
      let kind = byte;
      if (byte === CR) {
        if (at >= end && !isLast) return record;
        if (bytes[at] === LF && at < end) {
          kind = CR + LF;
          at += 1;
        }
      }
      if (this.ends !== kind && !(isOpen && at === end)) {
        if (this.ends !== 0) return ODD;
        this.ends = kind;
      }
      if (length + 2 > longest) return ODD;
      if (this.records === -1) {
        this.expected = fields;
        this.records = 0;
      } else if (length > 0) {
        if (fields !== this.expected) return ODD;
        this.records += 1;
      } else if (this.expected === 1) this.records += 1;
      record = at;
      fields = 1;
    }
  }
}

/** Where the next byte stands that ends a run. Two at a time: most bytes end none. */
function runFrom(bytes: Uint8Array, stops: Uint8Array, from: number): number {
  let at = from;
  while (stops[bytes[at] ?? QUOTE] === 0 && stops[bytes[at + 1] ?? QUOTE] === 0) at += 2;
  return stops[bytes[at] ?? QUOTE] === 0 ? at + 1 : at;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] !== SPACE) return false;
  return true;
}
