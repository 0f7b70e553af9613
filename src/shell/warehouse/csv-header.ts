import { open } from 'node:fs/promises';

/** A header line longer than this is none. */
const MOST_BYTES = 1 << 20;

/**
 * The fields of a CSV file's first line (RFC 4180, UTF-8, a byte order mark allowed); null when it is blank, or too long to
 * be a header. Read here and not by the engine, which would guess a file's form from its first rows.
 */
export async function readHeader(path: string): Promise<readonly string[] | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
    const text = new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead));
    const fields = firstRecord(text);
    return fields === null || (fields.length === 1 && fields[0] === '') ? null : fields;
  } finally {
    await file.close();
  }
}

/** Fields up to the first line break outside quotes; null when quotes stay open. */
function firstRecord(text: string): string[] | null {
  const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*)?)(,|\r\n|\r|\n|$)/y;
  const fields: string[] = [];
  for (;;) {
    const match = FIELD.exec(text);
    if (match === null) return null;
    const [, quoted, plain, end] = match;
    fields.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') return fields;
  }
}
