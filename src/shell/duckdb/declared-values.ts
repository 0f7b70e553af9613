import type { FileFormat, TableColumn } from '../../contract/model.js';
import { AFTERNOON, HALVES, MORNING } from '../../kernel/half-days.js';
import { text } from './text-literal.js';

/*
 * Values as a definition says that they are written, made into those that are read everywhere: `1234.50`, `2026-01-31`. What is
 * written otherwise gets a mark that no number or time begins with, so that it is told and never taken for another value.
 */

/** Stands before a value that is not written as it was declared. */
export const NOT_AS_DECLARED = '\u2260';

const pattern = (value: string): string => value.replace(/[\\^$.|?*+()[\]{}/-]/g, '\\$&');
/** White space at the ends of a value: also what web pages and Chinese keyboards put there. */
const BLANKS = text(' \t\u00a0\u202f\u3000');

/** A value without the white space at its ends. Most have none, and looking for it takes longest. */
function trimmedText(value: string): string {
  return `CASE WHEN ${isBare(value)} THEN ${value} ELSE trim(${value}, ${BLANKS}) END`;
}

/** Whether a value surely has no white space at its ends. */
function isBare(value: string): string {
  return `regexp_full_match(${value}, '[!-~](?:.*[!-~])?')`;
}

/** A value without what stands at its ends by declaration; NULL where it says that there is none. */
export function cleanText(value: string, strip: readonly string[], nulls: readonly string[]): string {
  let cleaned = value;
  if (strip.length > 0) {
    const marks = strip.map(pattern).join('|');
    // a sign may stand before what is taken off: -$5.00
    const head = `regexp_replace(${cleaned}, ${text(`^\\s*([+-]?)\\s*(?:(?:${marks})\\s*)+`)}, '\\1')`;
    const tail = `regexp_replace(${head}, ${text(`(?:\\s*(?:${marks}))+\\s*$`)}, '')`;
    cleaned = `nullif(trim(${tail}, ${BLANKS}), '')`;
  }
  if (nulls.length === 0) return cleaned;
  const listed = nulls.map((each) => text(each.trim() === '' ? each : each.trim())).join(', ');
  const bare = strip.length > 0 ? `trim(${cleaned}, ${BLANKS})` : trimmedText(cleaned);
  return `CASE WHEN ${bare} IN (${listed}) THEN NULL ELSE ${cleaned} END`;
}

/** How numbers and times of a column are written. */
export interface Spelling {
  readonly decimal: string;
  readonly thousands: string | null;
  readonly time: string | null;
  /** Digits after the point to which a number is rounded. */
  readonly round: number | null;
}

/** The spelling that is declared for a column; null where nothing is. */
export function spellingOf(format: FileFormat | undefined, column: TableColumn | undefined): Spelling | null {
  const { decimal, thousands } = format ?? {};
  const time = column?.time ?? null;
  const round = column?.round ?? null;
  if (decimal === undefined && thousands === undefined && time === null && round === null) return null;
  return { decimal: decimal ?? '.', thousands: thousands ?? null, time, round };
}

/** Whether nothing but what is declared says what a number is. */
export function numbersDeclared({ decimal, thousands, round }: Spelling): boolean {
  return decimal !== '.' || thousands !== null || round !== null;
}

/** What is rounded is rounded once: digits beyond these would be lost before. */
const MOST_DIGITS = 18;

/** Spaces that programs put between digits. */
const SPACES = [' ', '\u00a0', '\u202f'];

const separators = ({ thousands }: Spelling): readonly string[] => (thousands === null ? [] : thousands === ' ' ? SPACES : [thousands]);

/** What a number without a sign looks like. Groups have three digits, or two as in 1,23,456. @param after, alone digits after a point. */
function numberForm(spelling: Spelling, after: string, alone: string): string {
  const space = separators(spelling).map(pattern).join('|');
  const whole = space === '' ? '[0-9]+' : `(?:[0-9]{1,3}(?:(?:${space})[0-9]{2,3})*(?:${space})[0-9]{3}|[0-9]+)`;
  const point = pattern(spelling.decimal);
  return `(?:${whole}(?:${point}${after})?|${point}${alone})`;
}

/** A number that has its form, with a point and without separators. */
function pointed(value: string, spelling: Spelling): string {
  const plain = separators(spelling).reduce((each, separator) => `replace(${each}, ${text(separator)}, '')`, value);
  return spelling.decimal === '.' ? plain : `replace(${plain}, ${text(spelling.decimal)}, '.')`;
}

/** A number as it is declared, with a point and without separators. */
export function numberText(value: string, spelling: Spelling): string {
  if (!numbersDeclared(spelling)) return value;
  const { round } = spelling;
  const most = round === null ? '' : MOST_DIGITS;
  const form = `[+-]?${numberForm(spelling, `[0-9]{0,${most}}`, `[0-9]{1,${most}}`)}`;
  const trimmed = trimmedText(value);
  const plain = pointed(trimmed, spelling);
  const wrong = `${text(NOT_AS_DECLARED)} || ${value}`;
  const exact = `TRY_CAST(${plain} AS DECIMAL(38, ${MOST_DIGITS}))`;
  const number = round === null ? plain : `coalesce(CAST(round(${exact}, ${round}) AS VARCHAR), ${wrong})`;
  return `CASE WHEN regexp_full_match(${trimmed}, ${text(form)}) THEN ${number} ELSE ${wrong} END`;
}

/** A value that is surely written in one way: the condition, and its text as it is read then. */
export interface PlainValue {
  readonly is: string;
  readonly text: string;
}

const AS_EVERYWHERE: Spelling = { decimal: '.', thousands: null, time: null, round: null };

/**
 * A number with nothing around it.
 * @param places the most digits after the point that are not zeros at its end; null: no point at all.
 */
export function plainNumber(value: string, spelling: Spelling = AS_EVERYWHERE, places: number | null): PlainValue | null {
  if (spelling.round !== null) return null;
  const zeros = places === 0 ? ['0*', '0+'] : [`[0-9]{0,${places}}0*`, `[0-9]{1,${places}}0*`];
  const form = places === null ? '[0-9]+' : numberForm(spelling, ...(zeros as [string, string]));
  return { is: `regexp_full_match(${value}, ${text(`[+-]?${form}`)})`, text: pointed(value, spelling) };
}

/** A time read by its format; NULL where it is not written so. Where halves of a day are, those of East Asia are read as AM and PM. */
function timeRead(value: string, time: string): string {
  return `try_strptime(${/%-?p/.test(time) ? halvesInLatin(value) : value}, ${text(time)})`;
}

function halvesInLatin(value: string): string {
  const twelve = `regexp_replace(${value}, ${text(`(${HALVES})(\\s*)00?:`)}, ${text('\\1\\212:')})`;
  return `regexp_replace(regexp_replace(${twelve}, ${text(MORNING.join('|'))}, 'AM'), ${text(AFTERNOON.join('|'))}, 'PM')`;
}

/** A date or time as it is declared, as ISO 8601 has it. A year before 1900 is a slip. */
export function timeText(value: string, { time }: Spelling): string {
  if (time === null) return value;
  const read = timeRead(trimmedText(value), time);
  const clock = /%-?[HI]/.test(time) ? ' %H:%M:%S.%f' : '';
  const offset = /%-?z/.test(time) ? `|| '+00:00'` : '';
  const told = `strftime(${read}, '%Y-%m-%d${clock}')${offset}`;
  return `CASE WHEN ${value} IS NULL THEN NULL WHEN year(${read}) BETWEEN 1900 AND 9999 THEN ${told} ELSE ${text(NOT_AS_DECLARED)} || ${value} END`;
}

/** The same with nothing around it, as the time that it is. */
export function plainTime(value: string, time: string): PlainValue {
  const read = timeRead(value, time);
  return { is: `${isBare(value)} AND year(${read}) BETWEEN 1900 AND 9999`, text: read };
}
