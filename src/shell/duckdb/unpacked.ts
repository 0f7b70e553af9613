import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The mark of byte order that text in UTF-8 may begin with. */
export const MARK = Buffer.from('\uFEFF', 'utf8');

export function hasMark(bytes: Buffer): boolean {
  return bytes.subarray(0, MARK.length).equals(MARK);
}

/** A file's bytes, unpacked where it is compressed by gzip. */
export interface Unpacked {
  readonly stream: Readable;
  /** Ends reading, wherever it is. */
  close(): void;
}

/** The bytes of a file, unpacked as they are read where it is packed. The caller closes it. */
export function unpacked(path: string, gzip: boolean): Unpacked {
  const raw = heard(createReadStream(path, { highWaterMark: 1 << 20 }));
  if (!gzip) return { stream: raw, close: () => raw.destroy() };
  const stream = heard(createGunzip());
  raw.on('error', (error) => stream.destroy(error)).pipe(stream);
  const close = (): void => {
    raw.destroy();
    stream.destroy();
  };
  return { stream, close };
}

/** The same bytes, written where the reader wants them. */
export interface Pieces {
  /** Fills a place with what comes next. @returns how many bytes that were: fewer only at the end. */
  fill(place: Buffer): Promise<number>;
  /** Goes over bytes that nobody wants. @returns how many there were. */
  skip(bytes: number): Promise<number>;
  close(): Promise<void>;
}

export function piecesOf(path: string, gzip: boolean): Pieces {
  return gzip ? packedPieces(path) : plainPieces(path);
}

function plainPieces(path: string): Pieces {
  const file = open(path);
  // whoever reads is told
  file.catch(() => undefined);
  let at = 0;
  const fill = async (place: Buffer): Promise<number> => {
    let filled = 0;
    while (filled < place.length) {
      const { bytesRead } = await (await file).read(place, filled, place.length - filled, at);
      if (bytesRead === 0) break;
      filled += bytesRead;
      at += bytesRead;
    }
    return filled;
  };
  const skip = async (bytes: number): Promise<number> => {
    const { size } = await (await file).stat();
    const skipped = Math.min(bytes, size - at);
    at += skipped;
    return skipped;
  };
  return { fill, skip, close: async () => (await file).close() };
}

function packedPieces(path: string): Pieces {
  const { stream, close } = unpacked(path, true);
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const take = async (most: number, write: (part: Buffer, at: number) => void): Promise<number> => {
    let taken = 0;
    while (taken < most) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done === true) break;
        rest = next.value;
      }
      const part = rest.subarray(0, most - taken);
      write(part, taken);
      rest = rest.subarray(part.length);
      taken += part.length;
    }
    return taken;
  };
  return {
    fill: (place) => take(place.length, (part, at) => part.copy(place, at)),
    skip: (bytes) => take(bytes, () => undefined),
    close: async () => close(),
  };
}
/**
 * A stream begins before anybody reads it, and fails when it fails: whoever reads later is told of it then, as is whoever reads now.
 * Without a listener an error ends the whole process.
 */
function heard<S extends Readable>(stream: S): S {
  stream.on('error', () => undefined);
  return stream;
}

/** Whether reading failed because the file is no whole gzip file. */
export function isBroken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
