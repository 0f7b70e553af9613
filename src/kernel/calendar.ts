import { Temporal } from 'temporal-polyfill';
import { kept } from './kept.js';
import { changesWithin, offsetAt, type Zone, zoneNamed } from './zones.js';

/** A local calendar date, `YYYY-MM-DD`; compares correctly as text. */
export type LocalDate = string;
/** An instant in microseconds since 1970-01-01T00:00:00Z: what both engines' timestamps hold. */
export type Micros = bigint;
/** A period's name: `2026-01`, `2026-Q1` or ISO week `2026-W02`; compares correctly as text within one calendar. */
export type PeriodId = string;
/** How a contract divides time. */
export type Every = 'month' | 'quarter' | 'week';

/** Local dates, both inclusive. */
export interface DateRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether text is a date that exists, in the one form `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return DATE.test(text) && dateOfDayNumber(dayNumber(text)) === text; // a day that does not exist comes back as another
}

/** Whether text names a zone of the tz database (`Asia/Shanghai`); offsets are no zones, they know no summer time. */
export function isZone(text: string): boolean {
  return zoneNamed(text) !== null;
}

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01: how SQL counts local days. */
export const dayNumber = kept((date: LocalDate): number => {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY;
});

/**
 * The date with a day number, as `dayNumber` counts them. A Date of a given instant reads no clock; it is far cheaper than a Temporal
 * object, and days are counted by the million.
 */
export const dateOfDayNumber = kept(
  (day: number): LocalDate => new Date(day * MS_PER_DAY).toISOString().slice(0, 10), // the date of a given day, not today's: no clock
);

/** The date so many days later; earlier where `days` is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`, both counted; 0 or less when `to` is before `from`. */
export function daysInclusive(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** ISO weekday, 1 is Monday. */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1; // a remainder of days before 1970 is below 0
}

/** Every day of a range, ascending; none where it ends before it begins. */
export function datesOf(range: DateRange): LocalDate[] {
  const count = daysInclusive(range.from, range.to);
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(range.from, index));
}

/** The earlier of two dates. */
export function minDate(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

/** The later of two dates. */
export function maxDate(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** The days both ranges hold, or null. */
export function intersect(a: DateRange, b: DateRange): DateRange | null {
  const from = maxDate(a.from, b.from);
  const to = minDate(a.to, b.to);
  return from <= to ? { from, to } : null;
}

/** Whether text in a query hands a warehouse a zone to count by: its tables are of another release than the engine's. `UTC` is harmless. */
export function isForeignZone(text: string): boolean {
  return text.includes('/') && !/^etc\/(utc|gmt|greenwich|uct|universal|zulu)$/i.test(text) && isZone(text);
}

/** A zone by its name, or by rules that are not the engine's own: those that evidence carries. */
export type ZoneLike = string | Zone;

const SECOND: Micros = 1_000_000n;

function zoneOf(zone: ZoneLike): Zone {
  const found = typeof zone === 'string' ? zoneNamed(zone) : zone;
  if (found === null) throw new RangeError(`no zone of the tz database: ${String(zone)}`); // terms are checked before
  return found;
}

function floorSeconds(instant: Micros): number {
  return Number(instant >= 0n ? instant / SECOND : -((-instant + SECOND - 1n) / SECOND));
}

const SECONDS_PER_DAY = 86_400;

/**
 * The first instant whose local date in `zone` is `date` (contract language, section 3, Days).
 * Midnight where it exists, else the end of the gap over it; of a day that a zone has left out, the next day's.
 */
export function startOfDay(date: LocalDate, zone: ZoneLike): Micros {
  const rules = zoneOf(zone);
  const midnight = dayNumber(date) * SECONDS_PER_DAY;
  // No offset is as large as a day and a half: what holds farther away cannot reach this midnight.
  let from = midnight - 1.5 * SECONDS_PER_DAY;
  let offset = offsetAt(rules, from);
  for (const change of changesWithin(rules, from, midnight + 1.5 * SECONDS_PER_DAY)) {
    if (midnight - offset < change.at) break;
    from = change.at;
    offset = change.offset;
  }
  return BigInt(Math.max(from, midnight - offset)) * SECOND;
}

/** The local date of an instant. */
export function localDate(instant: Micros, zone: ZoneLike): LocalDate {
  return localTime(instant, zone).slice(0, 10);
}

/** An instant as the clock of a zone shows it: `2026-03-29T00:00:00`, without parts of a second. */
export function localTime(instant: Micros, zone: ZoneLike): string {
  const seconds = floorSeconds(instant);
  return new Date((seconds + offsetAt(zoneOf(zone), seconds)) * 1000).toISOString().slice(0, 19);
}

/** Reads `2026-01-05T04:00:00Z` or with an offset, to the microsecond; null when it is not an instant. */
export function parseInstant(text: string): Micros | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  try {
    return Temporal.Instant.from(text).epochNanoseconds / 1000n;
  } catch {
    return null; // RangeError: no such time
  }
}

/** ISO text in UTC, with fractional digits only where there are any. */
export function instantText(instant: Micros): string {
  return Temporal.Instant.fromEpochNanoseconds(instant * 1000n).toString();
}

/** One stretch of constant UTC offset; the first has `from` null. Offsets in microseconds. */
export interface ZoneStretch {
  readonly from: Micros | null;
  readonly offset: Micros;
}

/**
 * The zone's offsets inside `[from, to]`, as stretches of constant offset. Both SQL dialects get local days from these
 * numbers, so that no result depends on a warehouse's own zone table.
 */
export function zoneStretches(zone: ZoneLike, from: Micros, to: Micros): ZoneStretch[] {
  const rules = zoneOf(zone);
  const start = floorSeconds(from);
  const stretches: ZoneStretch[] = [{ from: null, offset: BigInt(offsetAt(rules, start)) * SECOND }];
  for (const { at, offset } of changesWithin(rules, start, floorSeconds(to))) {
    stretches.push({ from: BigInt(at) * SECOND, offset: BigInt(offset) * SECOND });
  }
  return stretches;
}

function isoWeekStart(year: number, week: number): LocalDate {
  const fourth = `${String(year).padStart(4, '0')}-01-04`; // ISO 8601: week 1 holds 4 January
  return addDays(fourth, 1 - weekday(fourth) + (week - 1) * 7);
}

/** The days a period's name stands for, or null when the name is none of this calendar. */
export function periodDays(period: PeriodId, every: Every): DateRange | null {
  const match = /^(\d{4})-(?:(\d{2})|Q([1-4])|W(\d{2}))$/.exec(period);
  if (match?.[1] === undefined) return null;
  const year = Number(match[1]);
  if (every === 'month' && match[2] !== undefined) {
    const month = Number(match[2]);
    if (month < 1 || month > 12) return null;
    return monthsRange(year, month, 1);
  }
  if (every === 'quarter' && match[3] !== undefined) return monthsRange(year, Number(match[3]) * 3 - 2, 3);
  if (every === 'week' && match[4] !== undefined) {
    const week = Number(match[4]);
    if (week < 1) return null;
    const from = isoWeekStart(year, week);
    return from < isoWeekStart(year + 1, 1) ? { from, to: addDays(from, 6) } : null;
  }
  return null;
}

function monthsRange(year: number, month: number, months: number): DateRange {
  const firstOf = (yearOf: number, monthOf: number) => `${String(yearOf).padStart(4, '0')}-${String(monthOf).padStart(2, '0')}-01`;
  const next = month + months > 12 ? firstOf(year + 1, month + months - 12) : firstOf(year, month + months);
  return { from: firstOf(year, month), to: addDays(next, -1) };
}

/** The period that holds a date. */
export function periodOf(date: LocalDate, every: Every): PeriodId {
  const year = date.slice(0, 4);
  const month = Number(date.slice(5, 7));
  if (every === 'month') return date.slice(0, 7);
  if (every === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`;
  const thursday = addDays(date, 4 - weekday(date)); // the week belongs to its Thursday's year
  const weekYear = Number(thursday.slice(0, 4));
  const week = daysInclusive(isoWeekStart(weekYear, 1), thursday) / 7;
  return `${thursday.slice(0, 4)}-W${String(Math.ceil(week)).padStart(2, '0')}`;
}

/** The period `steps` after (or, negative, before) another. */
export function shiftPeriod(period: PeriodId, every: Every, steps: number): PeriodId {
  let current = period;
  for (let step = 0; step < Math.abs(steps); step++) {
    const days = periodDays(current, every);
    if (days === null) throw new RangeError(`no ${every}: ${period}`);
    current = steps > 0 ? periodOf(addDays(days.to, 1), every) : periodOf(addDays(days.from, -1), every);
  }
  return current;
}
