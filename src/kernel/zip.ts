import { unzipSync, zipSync } from 'fflate';

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

/** What a ZIP may be: beyond it nothing of it is unpacked. */
export interface ZipLimits {
  readonly isName: (name: string) => boolean;
  /** Bytes of all that is in it. */
  readonly most: number;
}

/**
 * Why a ZIP is not read: a name that it may not have or has twice, more than it may hold, no ZIP to its end, or bytes that {@link zipOf}
 * would not write, such as a list of files that is none of its files.
 */
export type ZipRefusal = 'name' | 'size' | 'cut' | 'form';

/** The files of a ZIP that {@link zipOf} has made, or why it is none. */
export function unzipped(bytes: Uint8Array, { isName, most }: ZipLimits): ReadonlyMap<string, Uint8Array> | ZipRefusal {
  let size = 0;
  const names = new Set<string>();
  let refused: ZipRefusal | null = null;
  const files = new Map<string, Uint8Array>();
  const headed = namesOfFiles(bytes);
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!headed.has(name)) refused ??= 'form';
        size += originalSize;
        if (size > most) refused ??= 'size';
        if (!isName(name) || names.has(name)) refused ??= 'name';
        names.add(name);
        return refused === null;
      },
    });
    if (refused !== null) return refused;
    for (const name of names) files.set(name, found[name] ?? new Uint8Array());
  } catch {
    return refused ?? (isWhole(bytes) ? 'form' : 'cut');
  }
  const again = zipOf(files);
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]) ? files : 'form';
}

/** What a ZIP ends with, and how long that is where nothing is remarked. */
const END = [0x50, 0x4b, 5, 6] as const;
const END_LENGTH = 22;

/** Whether bytes end as a ZIP does: those of another kind of file, or of a download that broke off, do not. */
function isWhole(bytes: Uint8Array): boolean {
  const from = bytes.length - END_LENGTH;
  return from >= 0 && END.every((byte, place) => bytes[from + place] === byte);
}

/** What begins a file in a ZIP, where the length of its name stands after that, and where the name begins. */
const FILE_HEADER = [0x50, 0x4b, 3, 4] as const;
const NAME_LENGTH_AT = 26;
const NAME_AT = 30;

/** Names as they stand before the files themselves: the list at the end of a damaged ZIP has others, of which none is a file. */
function namesOfFiles(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = bytes.indexOf(FILE_HEADER[0]); at !== -1; at = bytes.indexOf(FILE_HEADER[0], at + 1)) {
    if (!FILE_HEADER.every((byte, place) => bytes[at + place] === byte)) continue;
    const length = (bytes[at + NAME_LENGTH_AT] ?? 0) + 256 * (bytes[at + NAME_LENGTH_AT + 1] ?? 0);
    const name = textOfBytes(bytes.subarray(at + NAME_AT, at + NAME_AT + length));
    if (name !== null) names.add(name);
  }
  return names;
}

/** Bytes as UTF-8 text, a mark of their order included; null where they are none. */
export function textOfBytes(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Text as UTF-8. */
export function bytesOfText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
