import { dayNumber, type LocalDate } from '../kernel/calendar.js';
import { greatestCommonDivisor, type Rational } from '../kernel/rational.js';

/** What a day of a measure brought. */
export interface DayValue {
  readonly day: LocalDate;
  readonly value: Rational;
}

/** What is usual on a weekday. Twice the median and four times the MAD: both are halves of integers' sums, doubled to stay whole. */
export interface Usual {
  readonly median2: bigint;
  readonly mad4: bigint;
}

/**
 * The days of one measure that had rows, up to the end of some period, as integers of one scale: those of the periods before are never
 * looked through again, since every weekday's values are kept in order.
 */
export interface DailyHistory {
  /** Day number of the first day with rows; null where there is none. */
  readonly first: number | null;
  /** How many days have rows. */
  readonly known: number;
  readonly scale: bigint;
  /** Ascending, of each weekday (day number modulo 7). */
  readonly byWeekday: readonly (readonly bigint[])[];
  /** The value of a day in this scale; null without rows. */
  readonly valueOn: (day: number) => bigint | null;
}

export const NO_DAYS: DailyHistory = { first: null, known: 0, scale: 1n, byWeekday: [[], [], [], [], [], [], []], valueOn: () => null };

const continued = new WeakMap<DailyHistory, WeakMap<readonly DayValue[], DailyHistory>>();

/** The history of a measure over periods, each with its days; what has been put together before is the same object. */
export function historyOf(periods: readonly (readonly DayValue[])[]): DailyHistory {
  return periods.reduce(withDays, NO_DAYS);
}

/** A history with the days of one more period. */
export function withDays(history: DailyHistory, days: readonly DayValue[]): DailyHistory {
  if (days.length === 0) return history;
  const known = continued.get(history) ?? new WeakMap<readonly DayValue[], DailyHistory>();
  continued.set(history, known);
  const found = known.get(days) ?? joined(history, days);
  known.set(days, found);
  return found;
}

function joined(history: DailyHistory, days: readonly DayValue[]): DailyHistory {
  const scale = days.reduce(
    (so, { value }) => (so % value.d === 0n ? so : (so / greatestCommonDivisor(so, value.d)) * value.d),
    history.scale,
  );
  const factor = scale / history.scale;
  const own = new Map(days.map(({ day, value }) => [dayNumber(day), value.s * value.n * (scale / value.d)]));
  const byWeekday = history.byWeekday.map((values) => (factor === 1n ? [...values] : values.map((value) => value * factor)));
  for (const [day, value] of own) {
    const values = byWeekday[weekdayOf(day)];
    values?.splice(firstAtLeast(values, value), 0, value);
  }
  const first = [...own.keys()].reduce((a, b) => Math.min(a, b), history.first ?? Number.POSITIVE_INFINITY);
  const valueOn = (day: number): bigint | null => {
    const before = own.get(day) ?? history.valueOn(day);
    return own.has(day) || before === null ? before : before * factor;
  };
  return { first, known: history.known + own.size, scale, byWeekday, valueOn };
}

/** The weekday of a day number, 0 to 6: 0 is that of 1970-01-01, a Thursday. */
export function weekdayOf(day: number): number {
  return ((day % 7) + 7) % 7;
}

/**
 * What is usual on each weekday from the history's first day to a last one; a day without rows counts as 0.
 * @returns by weekday as {@link weekdayOf} numbers them.
 */
export function usualDays({ first, byWeekday }: DailyHistory, last: number): Usual[] {
  return byWeekday.map((values, weekday) => {
    const from = first ?? last + 1;
    const head = from + weekdayOf(weekday - from);
    const count = Math.floor((last - head) / 7) + 1;
    return usual(withZeros(values, count - values.length));
  });
}

function withZeros(values: readonly bigint[], count: number): readonly bigint[] {
  if (count <= 0) return values;
  const at = firstAtLeast(values, 0n);
  return [...values.slice(0, at), ...new Array<bigint>(count).fill(0n), ...values.slice(at)];
}

/** Of ascending values: twice the median, four times the median of what they differ from it. */
function usual(values: readonly bigint[]): Usual {
  const at = (index: number) => values[index] ?? 0n;
  const median2 = values.length === 0 ? 0n : twiceMiddle(values.length, at);
  const split = firstAtLeast(values, median2, 2n);
  // what they differ by, on either side of the median, ascending as well
  const below = (index: number) => median2 - at(split - 1 - index) * 2n;
  const above = (index: number) => at(split + index) * 2n - median2;
  const [fewer, more] = [split, values.length - split];
  return { median2, mad4: values.length === 0 ? 0n : twiceMiddle(values.length, (index) => smallest(index, below, fewer, above, more)) };
}

/** Twice the median of so many ascending values. */
export function twiceMiddle(count: number, at: (index: number) => bigint): bigint {
  const middle = count >> 1;
  return count % 2 === 1 ? at(middle) * 2n : at(middle) + at(middle - 1);
}

/** The value at an index of two ascending lists put in order together; what stands before the first of one is above nothing in the other. */
function smallest(index: number, a: (index: number) => bigint, aCount: number, b: (index: number) => bigint, bCount: number): bigint {
  let low = Math.max(0, index + 1 - bCount);
  let high = Math.min(index + 1, aCount);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (a(middle) < b(index - middle)) low = middle + 1;
    else high = middle;
  }
  const [ofA, ofB] = [a(low - 1), b(index - low)];
  return ofA > ofB ? ofA : ofB;
}

/** The first index of ascending values whose multiple is at least a limit. */
function firstAtLeast(values: readonly bigint[], limit: bigint, times = 1n): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0n) * times < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
