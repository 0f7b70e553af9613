import type { FileFormat, TableColumn } from '../../contract/model.js';
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
  return `CASE WHEN trim(${cleaned}, ${BLANKS}) IN (${listed}) THEN NULL ELSE ${cleaned} END`;
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

/** A number as it is declared, with a point and without separators. Groups have three digits, or two as in 1,23,456. */
export function numberText(value: string, spelling: Spelling): string {
  if (!numbersDeclared(spelling)) return value;
  const { decimal, thousands, round } = spelling;
  const space = thousands === ' ' ? '[ \u00a0\u202f]' : pattern(thousands ?? '');
  const whole = thousands === null ? '[0-9]+' : `(?:[0-9]{1,3}(?:${space}[0-9]{2,3})*${space}[0-9]{3}|[0-9]+)`;
  const point = pattern(decimal);
  const most = round === null ? '' : MOST_DIGITS;
  const form = `[+-]?(?:${whole}(?:${point}[0-9]{0,${most}})?|${point}[0-9]{1,${most}})`;
  const trimmed = `trim(${value}, ${BLANKS})`;
  const plain = thousands === null ? trimmed : `regexp_replace(${trimmed}, ${text(space)}, '', 'g')`;
  const pointed = decimal === '.' ? plain : `replace(${plain}, ${text(decimal)}, '.')`;
  const wrong = `${text(NOT_AS_DECLARED)} || ${value}`;
  const exact = `TRY_CAST(${pointed} AS DECIMAL(38, ${MOST_DIGITS}))`;
  const number = round === null ? pointed : `coalesce(CAST(round(${exact}, ${round}) AS VARCHAR), ${wrong})`;
  return `CASE WHEN regexp_full_match(${trimmed}, ${text(form)}) THEN ${number} ELSE ${wrong} END`;
}

/** A date or time as it is declared, as ISO 8601 has it. A year before 1900 is a slip. */
export function timeText(value: string, { time }: Spelling): string {
  if (time === null) return value;
  const read = `try_strptime(trim(${value}, ${BLANKS}), ${text(time)})`;
  const clock = /%-?[HI]/.test(time) ? ' %H:%M:%S.%f' : '';
  const offset = /%-?z/.test(time) ? `|| '+00:00'` : '';
  const told = `strftime(${read}, '%Y-%m-%d${clock}')${offset}`;
  return `CASE WHEN ${value} IS NULL THEN NULL WHEN year(${read}) BETWEEN 1900 AND 9999 THEN ${told} ELSE ${text(NOT_AS_DECLARED)} || ${value} END`;
}
