import type { FileFormat } from '../contract/model.js';
import { SHORT_NUMBER, WIDE_NUMBER } from '../kernel/unread-numbers.js';
import { endingsOf } from '../kernel/zone-letters.js';
import { epochOf } from './epoch.js';
import {
  besideMoney,
  isAboutOrders,
  isCalledNumber,
  isDirection,
  isNaming,
  isOfOrders,
  isOfStates,
  isOfTransfers,
  isWhose,
} from './headers.js';
import { isOfRowsOwn, keysOf } from './keys.js';
import {
  bare,
  exampleOf,
  failureOf,
  isNothing,
  isNumeric,
  type NumberForm,
  numbersOf,
  paddingOf,
  trimmed,
  type Unclear,
} from './numbers.js';
import { failedCells, type OddValues, oddNegatives, oddNumbers, oddTimes } from './odd-values.js';
import { type Repeated, repeatedIn } from './repeated.js';
import { daysOf, type TimesSeen, timesOf } from './times.js';

/*
 * What stands in the columns of a table: numbers, times, text, and how they are written.
 */

/** What a column seems to hold. */
export interface ColumnSight {
  readonly header: string;
  readonly index: number;
  readonly kind: 'number' | 'time' | 'text' | 'empty';
  /** What stands around its values, to be taken off. */
  readonly strip: readonly string[];
  readonly time: TimesSeen | null;
  /** Two ways in which all its times can be read. */
  readonly either: readonly [string, string] | null;
  /** Rows with a value, and different ones among them. */
  readonly filled: number;
  readonly distinct: number;
  /** Whether any number has decimals, or a currency stands beside it: then it is an amount. */
  readonly amount: boolean;
  /** Whether any number has more decimals than are read without a word: a platform writes what it computed. */
  readonly long: boolean;
  /** Whether any number is below nothing. */
  readonly negative: boolean;
  /** Whether some are, and all others are 0. */
  readonly allNegative: boolean;
  /** Of times, whether their days lie after those of another column, in some rows, and before them in none. */
  readonly later: boolean;
  /** Of a column of text that is called as numbers are, how all its values are written that are none, shortened or full-width; null: otherwise. */
  readonly unread: 'short' | 'wide' | null;
  /** Of a column of text, whether its values say which way money goes: in, or out. */
  readonly direction: boolean;
  /** Of a column of text, whether some of its values say that a row only hands on what others have brought in. */
  readonly transfers: boolean;
  /** Shares of a hundred add up to nothing. */
  readonly percent: boolean;
  /** Of a column of currencies or marketplaces, its values, those in most rows first; empty: not such a column. */
  readonly words: readonly string[];
  /** The line of the first whole number that a spreadsheet has rounded: `1.2021E+17`. Its last digits are lost. Null: there is none. */
  readonly rounded: number | null;
  /** Of a column that is called as times are, what its whole numbers count since 1970; null: nothing. */
  readonly epoch: 's' | 'ms' | null;
  /** Of a column that is called so or holds mostly such, the values that are no numbers or times; null: there are none. */
  readonly odd: OddValues | null;
}

export interface ColumnsSeen {
  readonly columns: readonly ColumnSight[];
  readonly format: Pick<FileFormat, 'decimal' | 'thousands' | 'nulls'>;
  readonly unclear: Unclear | null;
  readonly keys: readonly string[];
  /** Whether no two of the rows looked at have them alike. */
  readonly isKey: boolean;
  /** Amounts of orders that stand on each of their rows; null: there are none. */
  readonly repeated: Repeated | null;
  /** Rows below the header that describe columns. */
  readonly descriptions: number;
}

/** Rows right below the header that may be descriptions. */
const DESCRIPTIONS = 3;

type Rows = readonly (readonly string[])[];

/** A table's rows, with the lines on which they stand. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: Rows;
  readonly places: readonly number[];
}

/** Looks at a table's columns. */
export function columnsSeen({ header, rows, places }: Table): ColumnsSeen {
  const descriptions = descriptionsOf(header, rows);
  const data = rows.slice(descriptions);
  const lines = places.slice(descriptions);
  const nulls = new Set<string>();
  const columns = withLater(asTheOthers(header.map((name, index) => columnSeen({ name, index }, data, lines, nulls))), data);
  const numbers = columns
    .filter(({ kind, percent }) => kind === 'number' && !percent)
    .flatMap(({ index }) => valuesOf(data, index).map((value) => bare(value).value))
    .filter((value) => !isNothing(value) && isNumeric(value));
  const seen = numbersOf(numbers);
  const { keys, isSure } = keysOf(columns, data);
  const format = {
    ...('form' in seen && seen.form !== null ? declared(seen.form) : {}),
    ...(nulls.size > 0 ? { nulls: [...nulls] } : {}),
  };
  const orders = columns.filter(({ header, kind, distinct }) => isOfOrders(header) && kind !== 'time' && distinct > 0);
  // two refunds of one order may be alike: only what is called after the order is the order's
  const isOwn = isSure && keys.some(isOfRowsOwn);
  const amounts = isOwn ? columns.filter((each) => isAboutOrders(each.header) && besideMoney(each.header) === null) : columns;
  const repeated = repeatedIn(amounts, orders, data);
  return { columns, format, unclear: 'unclear' in seen ? seen.unclear : null, keys, isKey: isSure, repeated, descriptions };
}

function declared({ decimal, thousands }: NumberForm): Pick<FileFormat, 'decimal' | 'thousands'> {
  return { ...(decimal === null ? {} : { decimal }), ...(thousands === null ? {} : { thousands }) };
}

/** How numbers of a format look; null where as everywhere. */
export function numbersLike({ decimal, thousands }: FileFormat): string | null {
  if (decimal === undefined && thousands === undefined) return null;
  const mark = (text: string | undefined) => ([',', '.', "'", ' '] as const).find((each) => each === text) ?? null;
  return exampleOf({ decimal: decimal === ',' ? ',' : null, thousands: mark(thousands) });
}

function valuesOf(rows: Rows, index: number): string[] {
  return rows.flatMap((row) => {
    const value = row[index] ?? '';
    return value.trim() === '' ? [] : [value];
  });
}

/** A number of twelve digits and more, as spreadsheets show it. */
const ROUNDED = /^[1-9](?:[.,][0-9]+)?E\+(?:1[1-9]|[2-9][0-9])$/i;

/** More digits behind the point than a value may have: a program's, which nobody typed. */
const LONG_PART = /[.,][0-9]{9,}[1-9]/;

/** A column with as many different values says no kind of its rows. */
const MANY = 20;

/** More digits than any amount or count has. */
const LONG = /^[0-9]{13,}$/;

/** Numbers of this many digits and more, without any mark, may number what stands in the rows. */
const NUMBERING = /^[1-9][0-9]{3,}$/;

/** Whether numbers count on from row to row, as those of orders do: all different and close to each other. */
function isNumbering(values: readonly string[]): boolean {
  if (values.length < 2 || !values.every((value) => NUMBERING.test(value)) || new Set(values).size < values.length) return false;
  const numbers = values.map(Number);
  return Math.max(...numbers) - Math.min(...numbers) < values.length * 3;
}

/** @param places lines of the rows; null: a few values that are unlike the others make text of a column. */
function columnSeen(
  { name: header, index }: { readonly name: string; readonly index: number },
  rows: Rows,
  places: readonly number[] | null,
  nulls: Set<string>,
): ColumnSight {
  const placed = rows.flatMap((row, at) => {
    const value = row[index] ?? '';
    return value.trim() === '' ? [] : [{ value, line: places?.[at] ?? 0 }];
  });
  const values = placed.map(({ value }) => value);
  const base = {
    header,
    index,
    strip: [],
    time: null,
    either: null,
    amount: false,
    long: false,
    negative: false,
    allNegative: false,
    unread: null,
    later: false,
    direction: false,
    transfers: false,
    percent: false,
    words: isWhose(header) ? wordsOf(values) : [],
    epoch: epochOf(header, values.map(trimmed)),
    rounded: placed.find(({ value }) => ROUNDED.test(trimmed(value)))?.line ?? null,
    odd: null,
    filled: values.length,
    distinct: new Set(values).size,
  };
  if (values.length === 0) return { ...base, kind: 'empty' };
  const nothing = values.filter(isNothing).map(trimmed);
  const failed = failedCells(placed.filter(({ value }) => failureOf(value) !== null));
  const bares = placed.flatMap(({ value, line }) => (isNothing(value) || failureOf(value) !== null ? [] : [{ ...bare(value), line }]));
  const own = bares.map(({ value }) => value);
  const strip = [...new Set(bares.flatMap((each) => each.strip))];
  // What is there to be read is no value with it, and no key that another file has without it, until that is declared.
  const padding = paddingOf(values);
  const note = () => {
    for (const each of nothing) nulls.add(each);
  };
  const isName =
    isNaming(header) ||
    strip.includes('="') ||
    (own.length > 0 && own.every((value) => LONG.test(value))) ||
    (!isCalledNumber(header) && isNumbering(own));
  const times = timesOf(own);
  if (times !== null && !(own.every(isNumeric) && isNaming(header))) {
    note();
    const marks = [...strip, ...padding, ...(endingsOf(times.letters) ?? [])];
    if ('either' in times) return { ...base, kind: 'time', strip: marks, either: times.either, odd: failed };
    return { ...base, kind: 'time', strip: marks, time: times, odd: failed };
  }
  const oddNumber = places === null || isName ? null : (oddNegatives(bares) ?? oddNumbers(header, bares));
  const isNumber = own.length > 0 ? own.every(isNumeric) || oddNumber !== null : failed !== null && isCalledNumber(header);
  if (isNumber && !isName) {
    note();
    const marks = [...new Set(bares.flatMap((each) => (isNumeric(each.value) ? each.strip : [])))];
    const percent = marks.includes('%');
    const negative = own.some((value) => value.startsWith('-'));
    const amount = !percent && (marks.length > 0 || own.some((value) => isNumeric(value) && /[.,][0-9]{1,2}$/.test(value)));
    return {
      ...base,
      kind: 'number',
      strip: [...marks, ...padding],
      percent,
      amount,
      negative,
      allNegative: negative && own.every((value) => value.startsWith('-') || !/[1-9]/.test(value)),
      long: own.some((value) => LONG_PART.test(value)),
      odd: oddNumber ?? failed,
    };
  }
  const oddTime = places === null ? null : oddTimes(header, bares);
  if (oddTime?.time != null) {
    note();
    return { ...base, kind: 'time', strip: [...strip, ...padding, ...(endingsOf(oddTime.time.letters) ?? [])], ...oddTime };
  }
  const isOfFew = !isOfStates(header) && base.distinct < MANY;
  const direction = isOfFew && isDirection(header, [...new Set(own)]);
  const transfers = isOfFew && isOfTransfers([...new Set(own)]);
  return {
    ...base,
    kind: 'text',
    direction,
    transfers,
    unread: isCalledNumber(header) ? unreadIn(own) : null,
    strip: [...(strip.includes('="') ? strip : []), ...padding],
    odd: oddTime?.odd ?? failed,
  };
}

/** How numbers are written that no file is read by: some shortened, or some full-width, and the others plain. */
function unreadIn(values: readonly string[]): ColumnSight['unread'] {
  const isOnly = (pattern: RegExp) =>
    values.some((value) => pattern.test(value)) && values.every((value) => pattern.test(value) || isNumeric(value));
  return isOnly(SHORT_NUMBER) ? 'short' : isOnly(WIDE_NUMBER) ? 'wide' : null;
}

/** Columns of times, those marked whose days lie after another's. */
function withLater(columns: readonly ColumnSight[], rows: Rows): ColumnSight[] {
  const times = columns.filter(({ time, filled, distinct }) => time !== null && distinct > 1 && filled > 1);
  const days = new Map(
    times.flatMap((column) => {
      const values = rows.map((row) => bare(row[column.index] ?? '').value);
      return column.time === null ? [] : [[column, daysOf(values, column.time)] as const];
    }),
  );
  return columns.map((column) => {
    const own = days.get(column);
    const isAfter = (other: readonly (string | null)[]): boolean => {
      const pairs = other.flatMap((day, at) => (day === null || own?.[at] == null ? [] : [[day, own[at]] as const]));
      return pairs.some(([day, mine]) => mine > day) && pairs.every(([day, mine]) => mine >= day);
    };
    return own !== undefined && times.some((other) => other !== column && isAfter(days.get(other) ?? []))
      ? { ...column, later: true }
      : column;
  });
}

/** Times that may be read in two ways, as another column of the file has them where that tells. */
function asTheOthers(columns: readonly ColumnSight[]): ColumnSight[] {
  const known = new Map(columns.flatMap(({ time }) => (time?.format == null ? [] : [[time.format, time] as const])).toReversed());
  return columns.map((column) => {
    const [like, other] = column.either?.flatMap((format) => known.get(format) ?? []) ?? [];
    return like === undefined || other !== undefined ? column : { ...column, either: null, time: like };
  });
}

function wordsOf(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values.filter((each) => !isNothing(each)).map(trimmed)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}

/** How many rows below the header say what columns mean: without them more columns hold numbers and times. */
function descriptionsOf(header: readonly string[], rows: Rows): number {
  const typed = (from: number): number =>
    header.filter((name, index) => {
      const { kind } = columnSeen({ name, index }, rows.slice(from), null, new Set());
      return kind === 'number' || kind === 'time';
    }).length;
  const all = typed(0);
  for (let from = 1; from <= Math.min(DESCRIPTIONS, rows.length - 1); from += 1) {
    const first = rows.slice(0, from);
    const isText = first.every((row) => {
      const filled = row.map(trimmed).filter((field) => field !== '');
      return filled.length * 2 > row.length && filled.every((field) => !isNumeric(bare(field).value) && timesOf([field]) === null);
    });
    if (isText && typed(from) > all) return from;
  }
  return 0;
}
