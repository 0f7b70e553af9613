import type { FileFormat } from '../contract/model.js';
import { type HeadRecord, headRecords } from '../kernel/head-records.js';
import { literal } from '../kernel/text.js';
import { totalMark } from '../kernel/totals.js';
import { bare, isNumeric, trimmed } from './numbers.js';
import type { Unseen } from './sight.js';
import { isSumOf } from './sums.js';
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
  readonly between: readonly Between[];
  /** Lines of totals that are left out, as far as the file was looked at. */
  readonly totals: readonly Total[];
  /** Whether every row of the file is among `rows`. */
  readonly isWhole: boolean;
  readonly ragged: boolean;
}

/** Lines between the rows that are no rows, of one kind, which nothing that is proposed leaves out. */
export interface Between {
  readonly kind: 'header' | 'rule' | 'heading' | 'total';
  readonly places: readonly number[];
}

/** A line of totals. */
export interface Total {
  readonly fields: readonly string[];
  readonly place: number;
  /** Whether it adds up a part of the rows. */
  readonly isOfPart: boolean;
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
  const lines = text.split(/\r\n|\r|\n/);
  const above = commentOf(records.slice(0, at));
  const own = records.slice(at + 1).flatMap((each) => (isBlank(each) || beginsWith(each, above) ? [] : [marked(each, lines, delimiter)]));
  const summed = withSums(own, lines, delimiter);
  const odd = oddLines(summed, header.fields);
  const filled = summed.filter((each) => !odd.has(each));
  const comment = above ?? (totalsOf(filled) === null ? (totalsBetween(filled, header.fields) ?? signOf([...odd.keys()], filled)) : null);
  const isComment = (record: HeadRecord): boolean =>
    comment !== null && (beginsWith(record, comment) || (comment !== above && markOf(record) === comment));
  const below = filled.filter((each) => !isComment(each));
  const end = tail === null ? [] : tailRecords(tail, delimiter).filter((each) => !isComment(each));
  const stop = totalsOf(below) ?? totalsOf(end);
  const rows = stop === null || !below.includes(stop.first) ? below : below.slice(0, below.indexOf(stop.first));
  const oddPlaces = new Set([...odd.keys()].map(({ line }) => line));
  const rest = records.slice(at + 1).filter((each) => !oddPlaces.has(each.line));
  const next = secondTable(rest, width, { isComment, isRemark: (record) => beginsWith(record, above) });
  const rowNumbers = new Map(records.map((record, index) => [record.line, index + 1]));
  const placeOf = (record: HeadRecord): number => (isSheet ? (rowNumbers.get(record.line) ?? record.line) : record.line);
  if (next !== null) return { unseen: 'tables', line: placeOf(next) };
  const left = oddOf(odd, { isComment, placeOf, before: stop?.first.line ?? Number.POSITIVE_INFINITY });
  const unmarked = rows.filter(({ mark }) => mark !== null).map(placeOf);
  // a line that has more is told when it is read for real
  const isSeveral = left.length > 0;
  const fitting = rows.filter(({ fields, mark }) => fields.length <= width && !(isSeveral && mark !== null));
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
    between: isSeveral && unmarked.length > 0 ? [...left, { kind: 'total', places: unmarked }] : left,
    totals: filled
      .filter((each) => each.mark !== null && (isComment(each) || (stop !== null && each.line >= stop.first.line)))
      .map((each) => ({ fields: each.fields, place: placeOf(each), isOfPart: PART.test(each.mark ?? '') })),
    isWhole: tail === null && records.length < MOST,
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

/** How totals of a part begin. */
const PART = /sub|小计|小計|소계|zwischen|sous/i;

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
function secondTable(
  below: readonly HeadRecord[],
  width: number,
  { isComment, isRemark }: Readonly<Record<'isComment' | 'isRemark', (record: HeadRecord) => boolean>>,
): HeadRecord | null {
  const found = below.find((record, index) => {
    const [before, next] = [below[index - 1], below[index + 1]];
    if (isBlank(record) || isComment(record) || before === undefined || next === undefined || !isHeader(record.fields)) return false;
    if (isRemark(before)) return true;
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

/** A record, and how its line begins where that says that it adds up others, as it stands in the file; null: it does not say so. */
interface Marked extends HeadRecord {
  readonly mark: string | null;
}

const markOf = (record: HeadRecord): string | null => ('mark' in record && typeof record.mark === 'string' ? record.mark : null);

/** A record with its mark: the first of its cells that holds anything, after those that are empty. */
function marked(record: HeadRecord, lines: readonly string[], delimiter: string): Marked {
  const { fields, line } = record;
  const at = fields.findIndex((field) => field.trim() !== '');
  const first = fields[at] ?? '';
  const word = totalMark(at === 0 ? first : trimmed(first));
  if (word === null) return { ...record, mark: at === 0 && totalMark(trimmed(first)) !== null ? first : null };
  return { ...record, mark: at === 0 ? word : prefixOf(lines[line - 1] ?? '', at, delimiter, word) };
}

/** How a line begins that has nothing in its first cells: as it stands there, up to the end of a word in the next; null: it is not so. */
function prefixOf(line: string, cells: number, delimiter: string, word: string): string | null {
  const empty = `(?:(?:""|[ \\u00a0\\u3000]*)${literal(delimiter)}){${cells}}`;
  if (word === '') return new RegExp(`^${empty}`).exec(line)?.[0] ?? null;
  return new RegExp(`^${empty}"?[ \\t\\u00a0\\u3000]*${literal(word)}`).exec(line)?.[0] ?? null;
}

/**
 * A line that says nothing but numbers and begins with empty cells where no row does: a total, where each of its numbers but shares and
 * means is the sum of its column. Without a word only that shows it.
 */
function withSums(records: readonly Marked[], lines: readonly string[], delimiter: string): readonly Marked[] {
  const isOne = ({ fields, mark }: Marked): boolean => mark === null && (fields[0] ?? '').trim() === '';
  const [only, other] = records.filter(isOne);
  if (only === undefined || other !== undefined) return records;
  const rows = records.filter((each) => each !== only && each.mark === null);
  const at = only.fields.findIndex((field) => field.trim() !== '');
  const numbers = only.fields.flatMap((field, index) => (field.trim() === '' ? [] : [{ value: bare(field).value, index }]));
  if (rows.length < 2 || !numbers.every(({ value }) => isNumeric(value))) return records;
  const mark = prefixOf(lines[only.line - 1] ?? '', at, delimiter, '');
  const isSum = numbers.some(({ value, index }) =>
    isSumOf(
      value,
      rows.map(({ fields }) => bare(fields[index] ?? '').value),
    ),
  );
  return isSum ? records.map((each) => (each === only ? { ...each, mark } : each)) : records;
}

/** What a line of dashes and the like is made of. */
const RULE = /^[-=_*~#+─—–.]{3,}$/;

/** Lines among the rows that are no rows: the header once more, lines of dashes, headings of a part of the rows. */
function oddLines(records: readonly Marked[], header: readonly string[]): ReadonlyMap<Marked, Between['kind']> {
  const cells = ({ fields }: HeadRecord): string[] => fields.map(trimmed).filter((field) => field !== '');
  const names = header.map(trimmed).join('\n');
  const kindOf = (record: Marked): Between['kind'] | null => {
    if (record.mark !== null) return null;
    if (record.fields.map(trimmed).join('\n') === names) return 'header';
    const own = cells(record);
    if (own.every((cell) => RULE.test(cell))) return 'rule';
    const [first = ''] = own;
    return own.length === 1 && header.length > 2 && trimmed(record.fields[0] ?? '') === first && isHeader([first]) ? 'heading' : null;
  };
  const found = new Map(records.flatMap((record) => ((kind) => (kind === null ? [] : [[record, kind] as const]))(kindOf(record))));
  // what ends early, as rows do in some files, is no heading: rows say more
  const rows = records.filter((record) => record.mark === null && !found.has(record));
  const last = rows.at(-1)?.line ?? 0;
  const isHeading = rows.length > 0 && rows.every((record) => cells(record).length > 1);
  return new Map([...found].filter(([{ line }, kind]) => (kind !== 'heading' || isHeading) && (line < last || kind === 'rule')));
}

/** The signs with which all of some lines begin, and no row; null: there are none. */
function signOf(odd: readonly Marked[], rows: readonly Marked[]): string | null {
  const [sign, other] = new Set(odd.map(({ fields: [first = ''] }) => /^[-=_*~#+─—–]{3}/.exec(first)?.[0]));
  return sign === undefined || other !== undefined || rows.some((row) => beginsWith(row, sign)) ? null : sign;
}

/** What of odd lines is left out by nothing, by kinds. */
function oddOf(
  odd: ReadonlyMap<Marked, Between['kind']>,
  {
    isComment,
    placeOf,
    before,
  }: { readonly isComment: (record: HeadRecord) => boolean; readonly placeOf: (record: HeadRecord) => number; readonly before: number },
): Between[] {
  const left = [...odd].filter(([record]) => !isComment(record) && record.line < before);
  return (['header', 'heading', 'rule'] as const).flatMap((kind) => {
    const places = left.flatMap(([record, own]) => (own === kind ? [placeOf(record)] : []));
    return places.length === 0 ? [] : [{ kind, places }];
  });
}

/** The line at which totals begin: from it on no line is a row. */
function totalsOf(records: readonly Marked[]): { readonly first: Marked; readonly mark: string } | null {
  const at = records.findIndex(({ mark }) => mark !== null);
  const first = records[at];
  if (first === undefined || records.length - at > BELOW) return null;
  // a campaign may be called Total: then what follows are rows
  const others = records.slice(at + 1).filter(({ mark }) => mark === null);
  if (others.some(({ fields }) => fields.length === first.fields.length && fields.filter((field) => field !== '').length > 1)) return null;
  // where only its sums say so, it is left out by itself: a later row that lacks what it lacks must not end the rows
  return first.mark === null || isWordless(first.mark) ? null : { first, mark: first.mark };
}

/** Whether a mark is of empty cells alone. */
const isWordless = (mark: string): boolean => /^[,;\t|" \u00a0\u3000]+$/.test(mark);

/**
 * How lines of totals above and between the rows begin, all alike; null: there are none, or what begins so may be a row. Such a line says
 * nothing but that it is one, and lacks what every row has, or stands where every row has a day or a number.
 */
function totalsBetween(records: readonly Marked[], header: readonly string[]): string | null {
  const isOne = ({ fields, mark }: Marked): boolean => mark !== null && (mark === fields[0] || (fields[0] ?? '').trim() === '');
  const totals = records.filter(isOne);
  const rows = records.filter((record) => !isOne(record));
  const last = rows.at(-1);
  if (last === undefined) return null;
  const marks = new Set(totals.flatMap(({ line, mark }) => (mark !== null && (line < last.line || isWordless(mark)) ? [mark] : [])));
  const [mark, other] = marks;
  if (
    mark === undefined ||
    other !== undefined ||
    [header, ...rows.map(({ fields }) => fields)].some(([first = '']) => first.startsWith(mark))
  )
    return null;
  const own = totals.filter((each) => each.mark === mark);
  const isOfDays = rows.every(({ fields: [first = ''] }) => isNumeric(trimmed(first)) || timesOf([trimmed(first)]) !== null);
  const lacks = header.some((_, index) => isFilled(rows, index) && own.every(({ fields }) => (fields[index] ?? '').trim() === ''));
  return isOfDays || lacks ? mark : null;
}

function isFilled(records: readonly HeadRecord[], index: number): boolean {
  return records.every(({ fields }) => (fields[index] ?? '').trim() !== '');
}

function tailRecords(tail: string, delimiter: string): Marked[] {
  const lines = tail
    .split(/\r\n|\r|\n/)
    .slice(1)
    .slice(-BELOW);
  return headRecords(lines.join('\n'), delimiter, BELOW).flatMap((each) => (isBlank(each) ? [] : [marked(each, lines, delimiter)]));
}
