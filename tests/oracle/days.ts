import { Temporal } from 'temporal-polyfill';

/* Local days and periods (sections 1, 3 and 6). Dates are text `YYYY-MM-DD`, instants nanoseconds. */

export type Every = 'month' | 'quarter' | 'week';
export interface Days {
  readonly from: string;
  readonly to: string;
}

const cache = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}

export function plusDays(date: string, days: number): string {
  return once(`plus ${date} ${days}`, () => Temporal.PlainDate.from(date).add({ days }).toString());
}

/** How many days there are from one date to another, both counted. */
export function countDays({ from, to }: Days): number {
  return once(`count ${from} ${to}`, () => Math.max(0, Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1));
}

/** The days that both hold, or null. */
export function both(a: Days, b: Days): Days | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

/** The first instant whose local date is that day (section 3, Days). */
export function dayStart(date: string, zone: string): bigint {
  return once(`start ${date} ${zone}`, () => Temporal.PlainDate.from(date).toZonedDateTime(zone).epochNanoseconds);
}

/** The calendar's period that holds a date. */
export function periodOf(date: string, every: Every): string {
  const day = Temporal.PlainDate.from(date);
  if (every === 'month') return date.slice(0, 7);
  if (every === 'quarter') return `${date.slice(0, 4)}-Q${Math.ceil(day.month / 3)}`;
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}

/** The days of the period that holds a date. */
export function periodAround(date: string, every: Every): Days {
  return once(`around ${date} ${every}`, () => {
    const day = Temporal.PlainDate.from(date);
    if (every === 'week') {
      const from = day.subtract({ days: day.dayOfWeek - 1 });
      return { from: from.toString(), to: from.add({ days: 6 }).toString() };
    }
    const month = every === 'month' ? day.month : Math.ceil(day.month / 3) * 3 - 2;
    const from = day.with({ month, day: 1 });
    return {
      from: from.toString(),
      to: from
        .add({ months: every === 'month' ? 1 : 3 })
        .subtract({ days: 1 })
        .toString(),
    };
  });
}

/** What a cell of a time column says: a local day (DATE), or an instant. */
export type Moment = { readonly day: string; readonly instant: bigint | null };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ZONED = /(Z|[+-]\d{2}(:?\d{2})?)$/;

/**
 * Reads a time cell: a DATE is already a local day; an instant has the local day that holds it; a wall-clock time needs the
 * zone that its column names (an ambiguous time is its first occurrence, a nonexistent one is read with the offset before
 * the gap).
 */
export function momentOf(cell: string, columnZone: string | null, zone: string): Moment {
  return once(`moment ${cell} ${columnZone} ${zone}`, () => {
    if (DATE.test(cell)) return { day: cell, instant: null };
    const text = cell.replace(' ', 'T');
    let instant: bigint;
    if (ZONED.test(text.slice(10))) instant = Temporal.Instant.from(text).epochNanoseconds;
    else if (columnZone === null) throw new RangeError(`a wall-clock time without zone: ${cell}`);
    else {
      // `compatible` is the first occurrence where there are two, and the offset before the gap where there is none
      instant = Temporal.PlainDateTime.from(text).toZonedDateTime(columnZone, { disambiguation: 'compatible' }).epochNanoseconds;
    }
    return { day: localDay(instant, zone), instant };
  });
}

/** The local day that holds an instant: a day begins at the first instant whose local date is that day. */
function localDay(instant: bigint, zone: string): string {
  const named = Temporal.Instant.fromEpochNanoseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  const next = plusDays(named, 1);
  return dayStart(next, zone) <= instant ? next : named;
}

/** Instant of `2026-01-05T04:00:00Z`. */
export function instantOf(text: string): bigint {
  return once(`instant ${text}`, () => Temporal.Instant.from(text).epochNanoseconds);
}
