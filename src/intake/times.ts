import { HALVES } from '../kernel/half-days.js';
import { endingsOf, zoneEnding } from '../kernel/zone-letters.js';

/*
 * How a column's dates and times are probably written. Where day and month can be told apart by no value, both readings are
 * named and neither is proposed.
 */

interface DateForm {
  readonly format: string;
  /** With groups y, m, d. */
  readonly pattern: string;
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const Y4 = '(?<y>(?:19|20)[0-9]{2})';
const Y2 = '(?<y>[0-9]{2})';
const M = '(?<m>0?[1-9]|1[0-2])';
const D = '(?<d>0?[1-9]|[12][0-9]|3[01])';
const NAME = `(?<m>${MONTHS})`;

const DATES: readonly DateForm[] = [
  // with two digits each and a clock of 24 hours this is read without a word
  { format: '%Y-%m-%d', pattern: `${Y4}-${M}-${D}` },
  { format: '%Y/%m/%d', pattern: `${Y4}/${M}/${D}` },
  { format: '%Y.%m.%d', pattern: `${Y4}\\.${M}\\.${D}` },
  { format: '%Y年%m月%d日', pattern: `${Y4}年${M}月${D}日` },
  { format: '%Y년 %m월 %d일', pattern: `${Y4}년 ${M}월 ${D}일` },
  { format: '%Y. %m. %d.', pattern: `${Y4}\\. ${M}\\. ${D}\\.` },
  { format: '%Y. %m. %d', pattern: `${Y4}\\. ${M}\\. ${D}` },
  { format: '%Y%m%d', pattern: `${Y4}(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])` },
  { format: '%d.%m.%Y', pattern: `${D}\\.${M}\\.${Y4}` },
  { format: '%d.%m.%y', pattern: `${D}\\.${M}\\.${Y2}` },
  ...['/', '-'].flatMap((mark) => [
    { format: `%m${mark}%d${mark}%Y`, pattern: `${M}${mark}${D}${mark}${Y4}` },
    { format: `%d${mark}%m${mark}%Y`, pattern: `${D}${mark}${M}${mark}${Y4}` },
    { format: `%m${mark}%d${mark}%y`, pattern: `${M}${mark}${D}${mark}${Y2}` },
    { format: `%d${mark}%m${mark}%y`, pattern: `${D}${mark}${M}${mark}${Y2}` },
  ]),
  { format: '%b %d, %Y', pattern: `${NAME} ${D}, ${Y4}` },
  { format: '%d %b %Y', pattern: `${D} ${NAME} ${Y4}` },
  { format: '%d-%b-%Y', pattern: `${D}-${NAME}-${Y4}` },
  { format: '%d-%b-%y', pattern: `${D}-${NAME}-${Y2}` },
  { format: '%b-%d-%Y', pattern: `${NAME}-${D}-${Y4}` },
  { format: '%b-%d-%y', pattern: `${NAME}-${D}-${Y2}` },
];

/** An hour of twelve, which some count from 0. */
const HOUR = '(?:0?[0-9]|1[0-2])';

const CLOCKS: readonly DateForm[] = [
  { format: '', pattern: '' },
  { format: ' %H:%M', pattern: ' [0-9]{1,2}:[0-9]{2}' },
  { format: ' %H:%M:%S', pattern: ' [0-9]{1,2}:[0-9]{2}:[0-9]{2}' },
  { format: ' %I:%M %p', pattern: ' [0-9]{1,2}:[0-9]{2} [ap]m' },
  { format: ' %I:%M:%S %p', pattern: ' [0-9]{1,2}:[0-9]{2}:[0-9]{2} [ap]m' },
  // on a clock of 24 hours nobody names the half of the day
  ...[' ', ''].flatMap((before) =>
    [' ', ''].flatMap((behind) => [
      { format: `${before}%p${behind}%I:%M`, pattern: `${before}(?:${HALVES})${behind}${HOUR}:[0-9]{2}` },
      { format: `${before}%p${behind}%I:%M:%S`, pattern: `${before}(?:${HALVES})${behind}${HOUR}:[0-9]{2}:[0-9]{2}` },
    ]),
  ),
  { format: ', %H:%M:%S', pattern: ', [0-9]{1,2}:[0-9]{2}:[0-9]{2}' },
];

/** Every date with every clock; made once, since each column of a file is held against them all. */
const FORMS = DATES.flatMap((date) =>
  CLOCKS.map((clock) => ({
    format: `${date.format}${clock.format}`,
    kind: clock.format === '' ? ('date' as const) : ('wall' as const),
    pattern: new RegExp(`^${date.pattern}${clock.pattern}$`, 'i'),
  })),
);

/** What is read without a word (docs/guide/06-data): a date, with a time of day and an offset. */
const PLAIN =
  /^(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})(?<clock>[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?<offset>Z| UTC| ?[+-][0-9]{2}(?::?[0-9]{2})?)?)?$/;

export interface TimesSeen {
  /** strptime; null where it is read without a word. */
  readonly format: string | null;
  /** What `when` needs: dates are days, wall-clock times need their zone, instants need nothing. */
  readonly kind: 'date' | 'wall' | 'instant';
  /** The letters of a zone that times end with, `PST` and `PDT`; none where they say no zone. */
  readonly letters: readonly string[];
  /** First and last month, `2026-01`. */
  readonly from: string;
  readonly to: string;
}

/** Two ways in which all of some times can be read. */
interface EitherWay {
  readonly either: readonly [string, string];
  readonly letters: readonly string[];
}

/** How all of these values are written, two ways where both fit all of them, or null: they are no times. */
export function timesOf(values: readonly string[]): TimesSeen | EitherWay | null {
  if (values.length === 0) return null;
  const own = formOf(values);
  if (own !== null) return own;
  // letters of a zone stand behind the time and are taken off: those of winter and of summer are one zone's
  const ends = values.map(zoneEnding);
  const letters = [...new Set(ends.flatMap((end) => end?.letters ?? []))];
  const times = ends.flatMap((end) => end?.time ?? []);
  if (times.length < values.length || endingsOf(letters) === null) return null;
  const found = formOf(times);
  if (found === null) return null;
  if ('either' in found) return { ...found, letters };
  return found.kind === 'wall' ? { ...found, letters } : null;
}

/** How values without letters of a zone are written. */
function formOf(values: readonly string[]): TimesSeen | EitherWay | null {
  const plain = values.map((value) => PLAIN.exec(value));
  if (plain.every((match) => match !== null)) {
    const groups = plain.map((match) => match?.groups ?? {});
    const kinds = new Set(groups.map(({ clock, offset }) => (clock === undefined ? 'date' : offset === undefined ? 'wall' : 'instant')));
    const [kind] = kinds;
    return kind === undefined || kinds.size > 1 ? null : { format: null, kind, letters: [], ...monthsOf(groups) };
  }
  const found = FORMS.flatMap(({ format, kind, pattern }): TimesSeen[] => {
    const groups = values.map((text) => pattern.exec(text)?.groups);
    return groups.every((each) => each !== undefined) ? [{ format, kind, letters: [], ...monthsOf(groups) }] : [];
  });
  const [first, second] = found;
  if (first?.format != null && second?.format != null) return { either: [first.format, second.format], letters: [] };
  return first ?? null;
}

/** How most of these values are written, where not all of them are alike; null: none is a time, or most may be read in two ways. */
export function timeFormOfMost(values: readonly string[]): TimesSeen | null {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    for (const format of formatsOf(value)) groups.set(format, [...(groups.get(format) ?? []), value]);
  }
  const [most] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  const found = most === undefined ? null : timesOf(most);
  return found === null || 'either' in found ? null : found;
}

/** Whether a value is written so. */
export function isTimeIn(value: string, { format, letters }: TimesSeen): boolean {
  return formatsOf(value).includes(wayOf(format, letters));
}

/** The ways in which one value can be read. */
function formatsOf(value: string): readonly string[] {
  const seen = timesOf([value]);
  if (seen === null) return [];
  return 'either' in seen ? seen.either.map((format) => wayOf(format, seen.letters)) : [wayOf(seen.format, seen.letters)];
}

/** A format, '' where times are read without a word, with what is taken off behind it. */
function wayOf(format: string | null, letters: readonly string[]): string {
  return [format ?? '', ...(endingsOf(letters) ?? [])].join('\n');
}

function monthsOf(groups: readonly Readonly<Record<string, string | undefined>>[]): { readonly from: string; readonly to: string } {
  const months = groups.map(({ y = '', m = '' }) => monthOf(y, m));
  const [from = '', to = ''] = [months.toSorted()[0], months.toSorted().at(-1)];
  return { from, to };
}

/** A month as ISO 8601 has it. */
function monthOf(y: string, m: string): string {
  const named = MONTHS.split('|').indexOf(m.toLowerCase());
  const month = named === -1 ? m.padStart(2, '0') : String(named + 1).padStart(2, '0');
  return `${y.length === 2 ? `20${y}` : y}-${month}`;
}

/** The day of each of these values, as ISO 8601 has it; null: it is not written so. */
export function daysOf(values: readonly string[], { format, letters }: TimesSeen): (string | null)[] {
  const pattern = format === null ? PLAIN : FORMS.find((each) => each.format === format)?.pattern;
  return values.map((value) => {
    const { y, m, d } = pattern?.exec(letters.length === 0 ? value : (zoneEnding(value)?.time ?? value))?.groups ?? {};
    return y === undefined || m === undefined || d === undefined ? null : `${monthOf(y, m)}-${d.padStart(2, '0')}`;
  });
}
