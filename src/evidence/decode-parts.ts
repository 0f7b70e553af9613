import type { DateRange } from '../kernel/calendar.js';
import { unseenIn } from '../kernel/characters.js';
import { rational, toExact } from '../kernel/rational.js';
import type { NamesApart } from '../query/compile-divisions.js';
import type { Division } from '../query/plan.js';
import { count, partOf, type TextRow } from './decode-rows.js';
import type { DivisionResult, PartName, TallyDay, TallyPart } from './results.js';

/** A name with characters that nobody sees, or that turn text round, is none: its rows are of all others. */
function shown(of: PartName): PartName {
  return of.map((name) => (name === null || unseenIn(name).length > 0 ? null : name));
}

const keyOf = (of: PartName): string => JSON.stringify(of);

function compareNames(a: PartName, b: PartName): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** The parts of a division with names that can be shown, by day, currency and name, all others last. */
export function shownParts(parts: readonly TallyPart[]): TallyPart[] {
  const found = new Map<string, TallyPart>();
  for (const part of parts) {
    const of = shown(part.of);
    const key = JSON.stringify([part.day, part.currency, of]);
    const known = found.get(key);
    found.set(key, known === undefined ? { ...part, of } : { ...added(known, part), of });
  }
  return [...found.values()].sort(
    (a, b) => compareText(a.day, b.day) || compareText(a.currency ?? '', b.currency ?? '') || compareNames(a.of, b.of),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function added<T extends TallyDay>(a: T, b: TallyDay): T {
  const total = a.total === null || b.total === null ? (a.total ?? b.total) : toExact(rational(a.total).add(rational(b.total)));
  return { ...a, rows: a.rows + b.rows, filled: a.filled + b.filled, total };
}

const inAny = (day: string, periods: readonly DateRange[]): boolean => periods.some(({ from, to }) => from <= day && day <= to);

/** Whether the parts of every day and currency add up to the undivided tally, exactly, and it has no day without parts. */
export function addUp(days: readonly TallyDay[], { periods }: Pick<Division, 'periods'>, parts: readonly TallyPart[]): boolean {
  const key = ({ day, currency }: TallyDay): string => JSON.stringify([day, currency]);
  const sums = new Map<string, TallyDay>();
  for (const part of parts) {
    const known = sums.get(key(part));
    sums.set(key(part), known === undefined ? part : added(known, part));
  }
  const whole = days.filter(({ day }) => inAny(day, periods));
  return (
    whole.length === sums.size &&
    whole.every((day) => {
      const sum = sums.get(key(day));
      return sum !== undefined && sum.rows === day.rows && sum.filled === day.filled && sum.total === day.total;
    })
  );
}

/** The names that are apart in each period, by dimension. */
export function namesApart({ periods, dimensions }: Division, parts: readonly TallyPart[]): NamesApart {
  return periods.map(({ from, to }) => {
    const own = parts.filter(({ day }) => from <= day && day <= to);
    return dimensions.map((_, index) => [...new Set(own.flatMap(({ of }) => of[index] ?? []))].sort());
  });
}

/** Distinct counts of parts by period, in the order of their names. */
export function decodePartCounts(rows: readonly TextRow[], { periods, dimensions }: Division): DivisionResult['distincts'] {
  return periods.map((_, place) =>
    rows
      .filter((row) => count(row, 'period') === place)
      .map((row) => ({ of: partOf(row, dimensions.length), distinct: count(row, 'counted') }))
      .sort((a, b) => compareNames(a.of, b.of)),
  );
}

/**
 * Whether counts of parts can be of the same rows as the undivided count: none is more than it, and together they are no fewer. They do not
 * add up: what is seen in two parts counts in both.
 */
export function countsFit(total: number, counts: readonly { readonly of: PartName; readonly distinct: number }[]): boolean {
  const once = new Set(counts.map(({ of }) => keyOf(of))).size === counts.length;
  return once && counts.every(({ distinct }) => distinct <= total) && counts.reduce((sum, { distinct }) => sum + distinct, 0) >= total;
}
