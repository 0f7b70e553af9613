import { zipSync } from 'fflate';

/*
 * The one maker of ZIP files: the same bytes wherever and whenever one is made. Names stand in the order of their code units, every file
 * has the same day, and the compression is the library's own code, never the platform's.
 */

/** Read as a local time and written as one, so that it is the same in every zone; a ZIP knows no day before 1980. */
const DAY = '1980-01-01T12:00:00';

/** A ZIP of files by their names, with `/` between folders. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: DAY, level: 9 });
}

/** Text as UTF-8. */
export function bytesOfText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
