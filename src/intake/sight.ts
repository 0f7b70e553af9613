import type { FileFormat } from '../contract/model.js';
import { visibleName } from '../kernel/characters.js';
import { type ColumnSight, columnsSeen } from './columns.js';
import { decode, decodeAs } from './encoding.js';
import { aloneIn } from './keys.js';
import { type Between, type Lines, linesSeen } from './lines.js';
import type { Unclear } from './numbers.js';
import type { Repeated } from './repeated.js';
import { type TotalsAmong, type TotalsSeen, totalsAmong, totalsSeen } from './sums.js';

/** A file's first bytes and its last, as a shell found them; of a workbook one sheet, written as comma-separated text in UTF-8. */
export interface RawExport {
  /** The file's own name, without folders. */
  readonly name: string;
  readonly packed: boolean;
  /** What its bytes are; a text may have any ending. */
  readonly form: 'text' | 'sheet';
  readonly head: Uint8Array;
  /** The last bytes; null where `head` is the whole file. */
  readonly tail: Uint8Array | null;
  readonly sheet: string | null;
  /** All sheets that hold anything. */
  readonly sheets: readonly string[];
}

/** What can be seen of an export before anything about it is declared. Holds no value of any row. */
export interface Sight {
  readonly name: string;
  readonly form: RawExport['form'];
  readonly packed: boolean;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly delimiter: string;
  readonly encoding: string | null;
  /** Whether all that was looked at is of ASCII: then it is the same in every encoding but UTF-16. */
  readonly isAscii: boolean;
  /** Whether all of the file was looked at. */
  readonly isWhole: boolean;
  /** The line of the header, from 1, and the rows looked at below it. */
  readonly headerLine: number;
  /** The same of a sheet as its row there. */
  readonly headerPlace: number;
  readonly rows: number;
  readonly header: readonly string[];
  readonly columns: readonly ColumnSight[];
  /** Names that stand over several columns, and how many columns have none. */
  readonly twice: readonly string[];
  readonly unnamed: number;
  /** What is proposed to be declared; null: nothing need be. */
  readonly format: FileFormat | null;
  /** Why nothing is proposed of the numbers: a mark that may be either, or numbers that contradict each other. */
  readonly unclear: Unclear | null;
  /** Columns that probably identify a row, by their headers; and whether no two of the rows looked at have them alike. */
  readonly keys: readonly string[];
  readonly isKey: boolean;
  /** Amounts of orders that stand on each of their rows; null: there are none. */
  readonly repeated: Repeated | null;
  /** Lines between the rows that are no rows and that nothing leaves out. */
  readonly between: readonly Between[];
  /** Lines of totals; null: there are none. */
  readonly totals: TotalsSeen | null;
  /** Columns in which some rows say that they are totals, and nothing leaves them out. */
  readonly totalsAmong: readonly TotalsAmong[];
}

/** Whether a file's characters are as they are declared; undefined: UTF-8. */
export function isEncodedSo({ encoding, isAscii }: Pick<Sight, 'encoding' | 'isAscii'>, declared: string | undefined): boolean {
  return (declared ?? 'utf-8') === (encoding ?? 'utf-8') || (isAscii && declared !== 'utf-16');
}

/** Whether lines stand above the header of which nothing is declared: a title, the dates of a report. */
export function isBelowOthers({ format }: Pick<Sight, 'format'>, declared: FileFormat): boolean {
  const isFound = ({ skip, headerStartsWith }: FileFormat): boolean => skip !== undefined || headerStartsWith !== undefined;
  return format !== null && isFound(format) && !isFound(declared) && declared.comment === undefined;
}

/** Why no table can be seen. `tables`: several below each other. */
export interface Unseen {
  readonly unseen: 'empty' | 'no-header' | 'tables';
  readonly line?: number;
}

/** What the ending of a file's name says of its delimiter. */
export function delimiterByName(name: string): string {
  return /\.(tsv|txt)(\.gz)?$/i.test(name) ? '\t' : ',';
}

/** Looks at an export. Never throws for what is in it. */
export function see(raw: RawExport): Sight | Unseen {
  const { text, encoding } = decode(raw.head);
  const tail = raw.tail === null ? null : decodeAs(encoding, raw.tail, raw.head);
  const isSheet = raw.form === 'sheet';
  const expected = isSheet ? ',' : delimiterByName(raw.name);
  const lines = linesSeen(text, tail, { expected, delimiters: isSheet ? [','] : [',', ';', '\t', '|'], isSheet });
  if ('unseen' in lines) return lines;
  const { columns, format: values, unclear, keys, isKey, repeated, descriptions } = columnsSeen(lines);
  const names = lines.header.map((each) => each.trim()).filter((each) => each !== '');
  const alone = aloneIn(names);
  const format = formatOf(raw, expected, encoding, lines, descriptions, values);
  return {
    name: raw.name,
    form: raw.form,
    packed: raw.packed,
    sheet: raw.sheet,
    sheets: raw.sheets,
    delimiter: lines.delimiter,
    encoding,
    isAscii: encoding === null && !/[^\p{ASCII}]/u.test(text),
    isWhole: tail === null,
    headerLine: lines.headerLine,
    headerPlace: lines.headerPlace,
    rows: lines.rows.length - descriptions,
    header: lines.header,
    columns,
    twice: [...new Set(names.filter((name) => !alone.has(name)))].map(visibleName),
    unnamed: lines.header.length - names.length,
    format: Object.keys(format).length === 0 ? null : format,
    unclear,
    keys,
    isKey,
    repeated,
    between: lines.between,
    totals: totalsSeen(lines, columns),
    totalsAmong: totalsAmong(lines, columns),
  };
}

function formatOf(
  raw: RawExport,
  expected: string,
  encoding: string | null,
  lines: Lines,
  dropFirst: number,
  values: FileFormat,
): FileFormat {
  const { start, comment, stopAt, ragged } = lines;
  const isText = raw.form === 'text';
  return {
    ...(isText && encoding !== null ? { encoding } : {}),
    ...(isText && lines.delimiter !== expected ? { delimiter: lines.delimiter } : {}),
    ...(raw.form === 'sheet' && raw.sheets.length > 1 && raw.sheet !== null ? { sheet: raw.sheet } : {}),
    ...(comment === null ? {} : { comment }),
    ...start,
    ...(dropFirst > 0 ? { dropFirst } : {}),
    ...(stopAt === null ? {} : { stopAt }),
    ...values,
    ...(ragged && isText ? { ragged } : {}),
  };
}
