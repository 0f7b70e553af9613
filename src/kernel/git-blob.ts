import { createHash } from 'node:crypto';
import { linesEndAlike } from './text.js';

/** The id that git gives to the bytes of a text: 40 hexadecimal digits, or 64 in a repository of the newer format. */
export function gitBlobId(text: string, format: 'sha1' | 'sha256' = 'sha1'): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A text that is a blob's, as it is or with the lines ended as git keeps them; null where it is another one. */
export function sameBytes(text: string | null | undefined, blob: string): string | null {
  if (text === null || text === undefined) return null;
  const format = blob.length === 64 ? 'sha256' : 'sha1';
  if (gitBlobId(text, format) === blob) return text;
  const alike = linesEndAlike(text);
  return alike !== text && gitBlobId(alike, format) === blob ? alike : null;
}
