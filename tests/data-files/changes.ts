import { gzipSync } from 'node:zlib';
import { headRecords } from '../../src/kernel/head-records.js';
import { workbook } from '../shell/workbook.js';
import type { Declared } from './declared.js';

/*
 * Changes of how an export is written that leave every value as it is, or make it unreadable: whatever reads the file then must
 * come to the same figure, or say what is wrong.
 */

/** A file as it was changed, and the ending that its name has. */
export interface Changed {
  readonly bytes: Buffer;
  readonly ending: string;
}

const encodingOf = ({ fact }: Declared): string => /encoding: ([\w-]+)/.exec(fact)?.[1] ?? 'utf-8';
const delimiterOf = ({ fact, ending }: Declared): string => (fact.includes('delimiter: ";"') ? ';' : ending === 'txt' ? '\t' : ',');

export type Change = readonly [name: string, text: (text: string, declared: Declared, seed: number) => string];

const fieldsOf = (line: string, delimiter: string): string[] => line.split(new RegExp(`${delimiter}(?=(?:[^"]*"[^"]*")*[^"]*$)`));

function columns(change: (fields: string[], seed: number, isHeader: boolean) => string[]): Change[1] {
  return (text, declared, seed) => {
    const delimiter = delimiterOf(declared);
    const lines = text.split(/\r?\n/);
    // a field with a line break in it: such a file is left as it is
    if (lines.some((line) => (line.match(/"/g)?.length ?? 0) % 2 === 1)) return text;
    const width = Math.max(...lines.map((line) => fieldsOf(line, delimiter).length));
    let isHeader = true;
    return lines
      .map((line) => {
        const fields = fieldsOf(line, delimiter);
        if (fields.length < width) return line;
        const changed = change(fields, seed, isHeader).join(delimiter);
        isHeader = false;
        return changed;
      })
      .join('\n');
  };
}

/** Changes of the text. */
export const CHANGES: readonly Change[] = [
  ['another delimiter', (text, declared, seed) => text.replaceAll(delimiterOf(declared), [';', '\t', '|', ','][seed % 4] ?? ',')],
  ['CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['LF', (text) => text.replaceAll('\r\n', '\n')],
  ['no line end at the end', (text) => text.trimEnd()],
  ['empty lines at the end', (text) => `${text}\n\n`],
  ['a line more above', (text) => `Report\n${text}`],
  ['a line less above', (text) => text.slice(text.indexOf('\n') + 1)],
  [
    'columns in another order',
    columns((fields, seed) => [...fields.slice(seed % fields.length), ...fields.slice(0, seed % fields.length)]),
  ],
  ['a column less', columns((fields, seed) => fields.filter((_, index) => index !== seed % fields.length))],
  ['a column twice', columns((fields, seed) => [...fields, fields[seed % fields.length] ?? ''])],
  [
    'a header renamed',
    columns((fields, seed, isHeader) => fields.map((field, index) => (isHeader && index === seed % fields.length ? 'Other' : field))),
  ],
  ['decimal comma', (text) => text.replace(/(\d),(\d{3})\.(\d\d)\b/g, '$1.$2,$3').replace(/(\d)\.(\d\d)\b(?![.\d])/g, '$1,$2')],
  [
    'every field in quotes',
    columns((fields) => fields.map((field) => (/^".*"$/s.test(field) || field === '' || field.includes('"') ? field : `"${field}"`))),
  ],
  ['a mark of byte order twice', (text) => `\uFEFF\uFEFF${text}`],
  ['the line that names a separator', (text, declared) => `sep=${delimiterOf(declared)}\n${text}`],
  ['a total above the rows', (text, declared) => afterHeader(text, `Total${delimiterOf(declared)}999.99`)],
  ['a total below the rows', (text, declared) => `${text.trimEnd()}\nTotal${delimiterOf(declared)}999.99\n`],
  ['an empty line among the rows', (text) => afterHeader(text, '')],
  ['a delimiter at the end of every line', (text, declared) => text.replace(/(?<=[^\r\n])(?=\r?\n|$)/g, delimiterOf(declared))],
  ['a delimiter at the end of one line', (text, declared, seed) => lineChanged(text, seed, (line) => line + delimiterOf(declared))],
  ['a delimiter less in one line', (text, declared, seed) => lineChanged(text, seed, (line) => line.replace(delimiterOf(declared), ''))],
  ['another line end in one line', (text, _, seed) => lineChanged(text, seed, (line) => `${line}\r`)],
  ['a quotation mark that is not closed', (text, _, seed) => lineChanged(text, seed, (line) => `"${line}`)],
  ['space around every field', columns((fields) => fields.map((field) => (field.startsWith('"') ? field : ` ${field} `)))],
  ['space around headers', columns((fields, _, isHeader) => (isHeader ? fields.map((field) => ` ${field} `) : fields))],
  ['headers in capitals', columns((fields, _, isHeader) => (isHeader ? fields.map((field) => field.toUpperCase()) : fields))],
  [
    'headers with what nobody sees',
    columns((fields, seed, isHeader) =>
      isHeader ? fields.map((field, at) => (at === seed % fields.length ? `${field}\u200b` : field)) : fields,
    ),
  ],
  ['letters composed otherwise', (text) => text.normalize('NFD')],
  [
    'a header without a name',
    columns((fields, seed, isHeader) => (isHeader ? fields.map((field, at) => (at === seed % fields.length ? '' : field)) : fields)),
  ],
  ['a header twice', columns((fields, seed, isHeader) => [...fields, isHeader ? (fields[seed % fields.length] ?? '') : '7'])],
  ['a column between', columns((fields, seed, isHeader) => fields.toSpliced(seed % fields.length, 0, isHeader ? 'New' : '7'))],
  [
    'descriptions below the header',
    (text, declared) =>
      afterHeader(
        text,
        fieldsOf(text.split(/\r?\n/)[0] ?? '', delimiterOf(declared))
          .map(() => 'What it is')
          .join(delimiterOf(declared)),
      ),
  ],
  ['the header again among the rows', (text) => afterHeader(text, text.split(/\r?\n/)[0] ?? '')],
  ['nothing', () => ''],
  ['the first line alone', (text) => text.split(/\r?\n/)[0] ?? ''],
];

/** The first line may be no header: then the file has a line more above it. */
function afterHeader(text: string, line: string): string {
  const at = text.indexOf('\n');
  return `${text.slice(0, at + 1)}${line}\n${text.slice(at + 1)}`;
}

function lineChanged(text: string, seed: number, change: (line: string) => string): string {
  const lines = text.split('\n');
  const at = seed % Math.max(1, lines.length - 1);
  return lines.map((line, index) => (index === at ? change(line) : line)).join('\n');
}

/** Encodings to write a text in. */
export const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
  'utf-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  latin1: (text) => Buffer.from(text, 'latin1'),
};

/** What holds the text: a text file, packed or not, or a sheet; and what befell it on its way. */
export const HOLDERS = [
  'text',
  'text',
  'text',
  'text',
  'gzip',
  'gzip, damaged',
  'bytes that are no text',
  'sheet',
  'sheet of two',
  'sheet, damaged',
  'ending of another form',
] as const;

/** Changes that move the cells of one row. */
const SHIFTS: ReadonlySet<string> = new Set(['a delimiter less in one line']);

/** A file with a change. */
export function changed(
  bytes: Buffer,
  declared: Declared,
  [name, change]: Change,
  { encoding, holder, seed }: { readonly encoding: string | null; readonly holder: (typeof HOLDERS)[number]; readonly seed: number },
): Changed {
  const own = encodingOf(declared);
  const unchanged = new TextDecoder(own).decode(bytes);
  const text = change(unchanged, declared, seed);
  // Rows of a sheet may end early, so that nothing tells which cell one lacks: that is an edit, and no other way to write the same file.
  const asCells = SHIFTS.has(name) ? unchanged : text;
  const written =
    encoding !== null
      ? (ENCODINGS[encoding]?.(text) ?? bytes)
      : own === 'utf-16'
        ? Buffer.from(`\uFEFF${text}`, 'utf16le')
        : Buffer.from(text, 'utf8');
  const [damaged, cut] = [(packed: Buffer) => flipped(packed, seed), (packed: Buffer) => packed.subarray(0, seed % packed.length)];
  const hurt = seed % 2 === 0 ? damaged : cut;
  // a cell has no quotation mark that could be left open
  const told = (asCells.match(/"/g)?.length ?? 0) % 2 === 0 ? asCells : unchanged;
  const rows = () => headRecords(told, delimiterOf(declared), 10_000).map(({ fields }) => fields.map(escaped));
  switch (holder) {
    case 'text':
      return { bytes: written, ending: declared.ending ?? 'csv' };
    case 'gzip':
      return { bytes: gzipSync(written), ending: `${declared.ending ?? 'csv'}.gz` };
    case 'gzip, damaged':
      return { bytes: hurt(gzipSync(written)), ending: `${declared.ending ?? 'csv'}.gz` };
    case 'bytes that are no text':
      return {
        bytes: Buffer.concat([
          written.subarray(0, seed % (written.length + 1)),
          Buffer.from([0xff, 0xff]),
          written.subarray(seed % (written.length + 1)),
        ]),
        ending: 'csv',
      };
    case 'sheet':
      return { bytes: workbook({ Sheet1: rows() }), ending: 'xlsx' };
    case 'sheet of two':
      return { bytes: workbook({ Notes: [['x']], Sheet1: rows() }), ending: 'xlsx' };
    case 'sheet, damaged':
      return { bytes: hurt(workbook({ Sheet1: rows() })), ending: 'xlsx' };
    case 'ending of another form':
      return seed % 2 === 0
        ? { bytes: written, ending: ['tsv', 'xlsx', 'csv.gz', 'txt', 'parquet'][seed % 5] ?? 'tsv' }
        : { bytes: workbook({ Sheet1: rows() }), ending: 'csv' };
  }
}

function flipped(bytes: Buffer, seed: number): Buffer {
  const other = Buffer.from(bytes);
  const at = (seed * 7919) % other.length;
  other[at] = (other[at] ?? 0) ^ (1 << (seed % 8));
  return other;
}

/** A text as XML has it, without what XML cannot hold. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
}
