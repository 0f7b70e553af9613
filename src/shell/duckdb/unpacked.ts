import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

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
