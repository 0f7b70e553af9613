import { open } from 'node:fs/promises';
import type { FileFormat } from '../../contract/model.js';
import { type Fault, formOf } from './delimited-scan.js';
import { LineSieve, type Sifted } from './sift-lines.js';
import { isBroken, unpacked } from './unpacked.js';

/** A file as it lies there. */
export interface RawText {
  readonly path: string;
  readonly gzip: boolean;
  readonly delimiter: string;
}

/** A file rewritten as plain UTF-8 without the lines that are no rows; or why it cannot be read so. */
export type Prepared = { readonly sifted: Sifted } | { readonly fault: Fault };

/** Whether anything but the engine's own options is needed to read a file of such a format. */
export function needsPreparing({ encoding, skip, headerStartsWith, comment, dropFirst, stopAt, ragged }: FileFormat): boolean {
  const plain = encoding === undefined || encoding === 'utf-8';
  return !plain || [skip, headerStartsWith, comment, dropFirst, stopAt].some((each) => each !== undefined) || ragged === true;
}

/**
 * Rewrites a text file to `target` as its format says. Never throws for what is in it. UTF-8 is passed through byte by byte, and
 * judged with what is left.
 */
export async function prepareText(file: RawText, format: FileFormat, target: string): Promise<Prepared> {
  const { stream, close } = unpacked(file.path, file.gzip);
  const output = await open(target, 'w');
  let text: Characters | null = null;
  let sieve = new LineSieve(format, file.delimiter);
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      if (text === null) {
        const form = formOf(bytes);
        if (form !== null && !(form === 'utf16' && format.encoding === 'utf-16')) return { fault: { kind: 'form', form } };
        text = charactersOf(format.encoding ?? 'utf-8', bytes);
        sieve = new LineSieve(format, file.delimiter, text.spelt);
      }
      if (text.isPlain && sieve.flows) {
        // nothing but the strict reader has to look at what is left
        const held = sieve.held();
        if (held !== '') await output.write(text.encode(held));
        await output.write(bytes);
        continue;
      }
      const kept = sieve.feed(text.decode(bytes, false));
      if (kept !== '') await output.write(text.encode(kept));
    }
    if (text !== null) {
      const kept = sieve.feed(text.decode(Buffer.alloc(0), true)) + sieve.end();
      if (kept !== '') await output.write(text.encode(kept));
    }
    return { sifted: sieve.sifted() };
  } catch (error) {
    if (error instanceof NotInEncoding) return { fault: { kind: 'declared', line: error.line, encoding: format.encoding ?? 'utf-8' } };
    if (isBroken(error)) return { fault: { kind: 'broken' } };
    throw error;
  } finally {
    await output.close();
    close();
  }
}

/** How bytes become characters and characters UTF-8. */
interface Characters {
  /** @throws NotInEncoding */
  readonly decode: (bytes: Buffer, last: boolean) => string;
  readonly encode: (text: string) => Buffer;
  /** Whether bytes are written as they are read. */
  readonly isPlain: boolean;
  /** A text of the format in the same characters. */
  readonly spelt: (text: string) => string;
}

class NotInEncoding extends Error {
  constructor(readonly line: number) {
    super('not in that encoding');
  }
}

function charactersOf(encoding: string, head: Buffer): Characters {
  if (encoding === 'utf-8') {
    let isFirst = true;
    return {
      // one character for each byte: nothing is lost, and the strict reader judges what is left
      decode: (bytes) => {
        const mark = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
        isFirst = false;
        return bytes.toString('latin1', mark ? 3 : 0);
      },
      encode: (text) => Buffer.from(text, 'latin1'),
      isPlain: true,
      spelt: (text) => Buffer.from(text, 'utf8').toString('latin1'),
    };
  }
  const label = encoding !== 'utf-16' ? encoding : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-16le';
  const decoder = new TextDecoder(label, { fatal: true });
  let lines = 0;
  return {
    decode: (bytes, last) => {
      try {
        const text = decoder.decode(bytes, { stream: !last });
        lines += text.split('\n').length - 1;
        return text;
      } catch {
        const [before = ''] = new TextDecoder(label).decode(bytes).split('\uFFFD');
        throw new NotInEncoding(lines + before.split('\n').length);
      }
    },
    encode: (text) => Buffer.from(text, 'utf8'),
    isPlain: false,
    spelt: (text) => text,
  };
}
