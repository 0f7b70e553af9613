import type { FileFormat } from '../contract/model.js';
import { type HeadRecord, headRecords } from '../kernel/head-records.js';
import { totalMark } from '../kernel/totals.js';
import { isNumeric, trimmed } from './numbers.js';
import type { Unseen } from './sight.js';
import { timesOf } from './times.js';

/*
 * Where in a file its table is: what separates columns, which line has their names, what stands above and below.
 */

/** A table's place and rows. */
export interface Lines {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Where the header stands, as {@link Lines.places}. */
  readonly headerPlace: number;
  readonly rows: readonly (readonly string[])[];
  /** Where each of the rows stands: its line, of a sheet its row there. */
  readonly places: readonly number[];
  readonly start: Pick<FileFormat, 'skip' | 'headerStartsWith'>;
  readonly comment: string | null;
  readonly stopAt: string | null;
  readonly ragged: boolean;
}

/** Records that are looked at. */
const MOST = 2000;
/** A header further down is not looked for. */
const DEEPEST = 60;
/** Lines below the last row that totals and remarks take up. */
const BELOW = 40;

/**
 * @param tail the end of the file where `text` is not all of it.
 * @param form the delimiter that the file's name promises, taken where nothing says otherwise, and those that are tried; of a sheet
 * rows are counted and no lines: a cell may hold line breaks.
 */
export function linesSeen(
  text: string,
  tail: string | null,
  form: { readonly expected: string; readonly delimiters: readonly string[]; readonly isSheet: boolean },
): Lines | Unseen {
  const { expected, delimiters, isSheet } = form;
  const tried = delimiters.map((delimiter) => tableWith(text, delimiter, tail !== null)).filter((each) => each !== null);
  const best = tried.toSorted((a, b) => b.fit - a.fit || Number(b.delimiter === expected) - Number(a.delimiter === expected))[0];
  const found = best ?? tableWith(text, expected, tail !== null, 1);
  if (found === null) return { unseen: headRecords(text, expected, 2).some((each) => !isBlank(each)) ? 'no-header' : 'empty' };
  const { delimiter, records, at, width } = found;
  const header = records[at];
  if (header === undefined) return { unseen: 'no-header' };
  const above = commentOf(records.slice(0, at));
  const filled = records.slice(at + 1).filter((each) => !isBlank(each) && !beginsWith(each, above));
  const comment = above ?? (totalsOf(filled) === null ? totalsBetween(filled, header.fields) : null);
  const isComment = (record: HeadRecord): boolean => beginsWith(record, comment);
  const below = filled.filter((each) => !isComment(each));
  const end = tail === null ? [] : tailRecords(tail, delimiter).filter((each) => !isComment(each));
  const stop = totalsOf(below) ?? totalsOf(end);
  const rows = stop === null || !below.includes(stop.first) ? below : below.slice(0, below.indexOf(stop.first));
  const next = secondTable(records.slice(at + 1), width, isComment);
  const rowNumbers = new Map(records.map((record, index) => [record, index + 1]));
  const placeOf = (record: HeadRecord): number => (isSheet ? (rowNumbers.get(record) ?? record.line) : record.line);
  if (next !== null) return { unseen: 'tables', line: placeOf(next) };
  // a line that has more is told when it is read for real
  const fitting = rows.filter(({ fields }) => fields.length <= width);
  return {
    delimiter,
    header: header.fields,
    headerLine: header.line,
    headerPlace: placeOf(header),
    rows: fitting.map(({ fields }) => fields),
    places: fitting.map(placeOf),
    start: startOf(
      header,
      records.slice(0, at).filter((each) => !isComment(each)),
      text,
    ),
    comment,
    stopAt: stop?.mark ?? null,
    ragged: rows.some(({ fields }) => fields.length < width),
  };
}

interface Candidate {
  readonly delimiter: string;
  readonly records: readonly HeadRecord[];
  /** The header's index and its number of fields. */
  readonly at: number;
  readonly width: number;
  readonly fit: number;
}

function beginsWith({ fields: [first = ''] }: HeadRecord, mark: string | null): boolean {
  return mark !== null && first.startsWith(mark);
}

const isBlank = ({ fields }: HeadRecord): boolean => fields.every((field) => field.trim() === '');

/** The table that a delimiter makes of a text: its header, and how many of the lines below are like it. */
function tableWith(text: string, delimiter: string, isCut: boolean, least = 2): Candidate | null {
  const all = headRecords(text, delimiter, MOST);
  // a piece of a file ends in the middle of a line
  const records = isCut && all.length < MOST ? all.slice(0, -1) : all;
  const filled = ({ fields }: HeadRecord) => fields.filter((field) => field.trim() !== '').length;
  const width = records.reduce((most, record) => Math.max(most, filled(record)), 0);
  if (width < least) return null;
  const at = records
    .slice(0, DEEPEST)
    .findIndex((record) => filled(record) * 10 >= width * 7 && filled(record) >= least && isHeader(record.fields));
  const header = records[at];
  if (header === undefined) return null;
  const below = records.slice(at + 1).filter((each) => !isBlank(each));
  const like = below.filter(({ fields }) => fields.length === header.fields.length).length;
  return {
    delimiter,
    records,
    at,
    width: header.fields.length,
    fit: (below.length === 0 ? 1 : like / below.length) * Math.log2(header.fields.length + 1),
  };
}

/** Where another table begins below the first: names under a remark, or names of other columns that rows of as many follow. */
function secondTable(below: readonly HeadRecord[], width: number, isComment: (record: HeadRecord) => boolean): HeadRecord | null {
  const found = below.find((record, index) => {
    const [before, next] = [below[index - 1], below[index + 1]];
    if (isBlank(record) || isComment(record) || before === undefined || next === undefined || !isHeader(record.fields)) return false;
    if (isComment(before)) return true;
    const { length } = record.fields;
    return isBlank(before) && length > 1 && length !== width && next.fields.length === length && !isHeader(next.fields);
  });
  return found ?? null;
}

/** Whether these can be names: none is a number, a date or an amount. */
function isHeader(fields: readonly string[]): boolean {
  return fields.map(trimmed).every((field) => !isNumeric(field) && timesOf([field]) === null);
}

function commentOf(above: readonly HeadRecord[]): string | null {
  const texts = above.filter((each) => !isBlank(each)).map(({ fields }) => fields[0] ?? '');
  return texts.length > 0 && texts.every((text) => text.startsWith('#')) ? '#' : null;
}

/** How the header is found: by its beginning, where no line above it begins so, else by the lines above. */
function startOf(header: HeadRecord, above: readonly HeadRecord[], text: string): Lines['start'] {
  if (header.line === 1 || above.every(isBlank)) return header.line > 1 && above.length > 0 ? { skip: header.line - 1 } : {};
  const name = header.fields[0] ?? '';
  const line = text.split(/\r\n|\r|\n/)[header.line - 1] ?? '';
  const isUnique = name.trim() !== '' && name.length <= 100 && (line.startsWith(name) || line.startsWith(`"${name}`));
  if (isUnique && !above.some(({ fields }) => (fields[0] ?? '').startsWith(name))) return { headerStartsWith: name };
  return { skip: header.line - 1 };
}

/** The line at which totals begin: from it on no line is a row. */
function totalsOf(records: readonly HeadRecord[]): { readonly first: HeadRecord; readonly mark: string } | null {
  const at = records.findIndex(({ fields }) => isTotal(fields));
  const first = records[at];
  if (first === undefined || records.length - at > BELOW) return null;
  // a campaign may be called Total: then what follows are rows
  const others = records.slice(at + 1).filter(({ fields }) => !isTotal(fields));
  if (others.some(({ fields }) => fields.length === first.fields.length && fields.filter((field) => field !== '').length > 1)) return null;
  const mark = totalMark(first.fields[0] ?? '');
  return mark === null ? null : { first, mark };
}

function isTotal([first = '']: readonly string[]): boolean {
  return totalMark(trimmed(first)) !== null;
}

/**
 * How lines of totals above and between the rows begin, all alike; null: there are none, or what begins so may be a row. Such a line says
 * nothing but that it is one, and lacks what every row has, or stands where every row has a day or a number.
 */
function totalsBetween(records: readonly HeadRecord[], header: readonly string[]): string | null {
  const isOne = ({ fields: [first = ''] }: HeadRecord): boolean => totalMark(first) === first;
  const totals = records.filter(isOne);
  const rows = records.filter((record) => !isOne(record));
  const last = rows.at(-1);
  if (last === undefined) return null;
  const marks = new Set(totals.filter(({ line }) => line < last.line).map(({ fields: [first = ''] }) => first));
  const [mark, other] = marks;
  if (
    mark === undefined ||
    other !== undefined ||
    [header, ...rows.map(({ fields }) => fields)].some(([first = '']) => first.startsWith(mark))
  )
    return null;
  const own = totals.filter(({ fields }) => fields[0] === mark);
  const isOfDays = rows.every(({ fields: [first = ''] }) => isNumeric(trimmed(first)) || timesOf([trimmed(first)]) !== null);
  const lacks = header.some((_, index) => isFilled(rows, index) && own.every(({ fields }) => (fields[index] ?? '').trim() === ''));
  return isOfDays || lacks ? mark : null;
}

function isFilled(records: readonly HeadRecord[], index: number): boolean {
  return records.every(({ fields }) => (fields[index] ?? '').trim() !== '');
}

function tailRecords(tail: string, delimiter: string): HeadRecord[] {
  const lines = tail
    .split(/\r\n|\r|\n/)
    .slice(1)
    .slice(-BELOW);
  return headRecords(lines.join('\n'), delimiter, BELOW).filter((each) => !isBlank(each));
}
