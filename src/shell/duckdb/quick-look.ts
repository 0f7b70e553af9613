import { isUtf8 } from 'node:buffer';
import { hasMark, MARK, piecesOf } from './unpacked.js';

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
  readonly path: string;
  readonly gzip: boolean;
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

/** Records that follow one another in a file. */
export interface Part {
  /** The bytes before the first of them, and before the first that is none of them. */
  readonly from: number;
  readonly to: number;
  readonly records: number;
  /** Fields of each. */
  readonly fields: number;
  /** How each ends; 0 where none needs to. */
  readonly ends: number;
  readonly head: Uint8Array;
}

/** Said in place of where a record begins: something is not as it is in any other file. */
const ODD = -1;
const [LF, CR, QUOTE, SPACE, TAB] = [0x0a, 0x0d, 0x22, 0x20, 0x09];

/** Looks at a file from beginning to end. @returns null where anything is odd. @throws what the file system or unpacking raises. */
export async function quickLook(layout: Layout): Promise<QuickLook | null> {
  const part = await lookAtPart(layout, layout.from, Number.POSITIVE_INFINITY);
  return part === null ? null : { head: Buffer.from(part.head), records: Math.max(0, part.records - 1) };
}

/**
 * Looks at the records that begin from one byte on and before another. The first begins at that byte in the first part of a file;
 * in others at the next line, for as much as is known there.
 */
export async function lookAtPart(layout: Layout, from: number, to: number): Promise<Part | null> {
  const isFirst = from === layout.from;
  const pieces = piecesOf(layout.path, layout.gzip);
  const look = new Look(layout, isFirst);
  const bytes = Buffer.allocUnsafe(layout.piece + 2);
  try {
    if ((await pieces.skip(from)) < from) return null;
    let [begin, base, held] = [from, from, 0];
    let head: Buffer | undefined;
    for (;;) {
      let filled = held + (await pieces.fill(bytes.subarray(held, layout.piece)));
      const isLast = filled < layout.piece;
      if (head === undefined) {
        const mark = isFirst && hasMark(bytes.subarray(0, filled)) ? MARK.length : 0;
        const over = isFirst ? mark : bytes.subarray(0, filled).indexOf(LF) + 1;
        if (!isFirst && over === 0) return null;
        bytes.copy(bytes, 0, over, filled);
        filled -= over;
        base += over;
        begin = base;
        head = Buffer.from(bytes.subarray(0, isFirst ? Math.min(filled, layout.head) : 0));
      }
      const rest = look.piece(bytes, filled, isLast, to - base);
      if (rest === ODD || (isLast && rest < filled && base + rest < to)) return null;
      base += rest;
      if (isLast || base >= to) return { from: begin, to: base, records: look.records, fields: look.fields, ends: look.ends, head };
      held = filled - rest;
      if (held > layout.longest || held === layout.piece) return null;
      bytes.copy(bytes, 0, rest, filled);
    }
  } finally {
    await pieces.close();
  }
}

class Look {
  records = 0;
  /** Fields of the first record. */
  fields = 0;
  /** The first record's end, 0 as long as there was none: those of one file are alike. */
  ends = 0;
  private readonly delimiter: number;
  /** Bytes that end a run of a field, and of a field in quotation marks. */
  private readonly stops = new Uint8Array(256);
  private readonly quotedStops = new Uint8Array(256);

  constructor(
    private readonly layout: Layout,
    /** Whether the first record is the header. */
    private readonly hasHeader: boolean,
  ) {
    this.delimiter = layout.delimiter.charCodeAt(0);
    for (const byte of [LF, CR, QUOTE, this.delimiter]) this.stops[byte] = 1;
    this.quotedStops[QUOTE] = 1;
    // where tabs separate, the strict reader has more to say of quotation marks
    if (this.delimiter === TAB) for (const byte of [LF, CR, TAB]) this.quotedStops[byte] = 1;
  }

  /**
   * Looks at the whole records in a piece, which begins with one, as far as they begin before `to`.
   * @returns where the next begins, or {@link ODD}.
   */
  piece(bytes: Buffer, filled: number, isLast: boolean, to: number): number {
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
    const rest = this.walk(bytes, { end, isLast, isOpen, to });
    const whole = bytes.subarray(0, Math.min(rest, filled));
    if (rest === ODD || whole.includes(0) || !isUtf8(whole)) return ODD;
    return Math.min(rest, filled);
  }

  private walk(bytes: Uint8Array, { end, isLast, isOpen, to }: { end: number; isLast: boolean; isOpen: boolean; to: number }): number {
    const { delimiter, stops, quotedStops } = this;
    const { longest } = this.layout;
    let [at, record, fields] = [0, 0, 1];
    for (;;) {
      if (record === at && at >= to) return record;
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
      // a row of delimiters and of quotation marks around nothing is none
      const isShort = fields > 1 && length < fields * 3 && (this.records > 0 || !this.hasHeader);
      const isNone = isShort && this.isOfMarks(bytes, record, record + length);
      if (length + 2 > longest || isNone) return ODD;
      if (this.records === 0) this.fields = fields;
      // a blank line is nothing, unless a single column may be empty
      if (length > 0 || this.fields === 1 || this.records === 0) {
        if (fields !== this.fields) return ODD;
        this.records += 1;
      }
      record = at;
      fields = 1;
    }
  }

  /** Whether nothing but delimiters and quotation marks stands there. */
  private isOfMarks(bytes: Uint8Array, from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (bytes[at] !== this.delimiter && bytes[at] !== QUOTE) return false;
    return true;
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
