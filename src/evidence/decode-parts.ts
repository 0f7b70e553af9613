import type { DateRange } from '../kernel/calendar.js';
import { unseenIn } from '../kernel/characters.js';
import { type Exact, rational, toExact } from '../kernel/rational.js';
import type { NamesApart } from '../query/compile-divisions.js';
import type { Division } from '../query/plan.js';
import { count, partOf, type TextRow } from './decode-rows.js';
import type { DivisionResult, PartName, TallyDay, TallyPart } from './results.js';

/** A name with characters that nobody sees, or that turn text round, is none: its rows are of all others. */
function printable(names: Iterable<string>): (name: string | null) => string | null {
  const unfit = new Set([...names].filter((name) => unseenIn(name).length > 0));
  return (name) => (name === null || unfit.has(name) ? null : name);
}

/** Ascending, null last. */
function compareNames(a: PartName, b: PartName): number {
  for (let index = 0; index < a.length; index += 1) {
    const [left = null, right = null] = [a[index], b[index]];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** What tells the days of a tally apart. */
export function dayKey({ day, currency }: Pick<TallyDay, 'day' | 'currency'>): string {
  return currency === null ? day : `${day} ${currency}`;
}

/** The parts of a division by day and currency, each day's in the order of their names, all others last; names are fit to be shown. */
export function partsByDay(parts: readonly (TallyDay & { readonly of: PartName })[]): DivisionResult['parts'] {
  const shown = printable(new Set(parts.flatMap(({ of }) => of.flatMap((name) => name ?? []))));
  const byDay = new Map<string, TallyPart[]>();
  for (const { day, currency, of, rows, filled, total } of parts) {
    const key = dayKey({ day, currency });
    const own = byDay.get(key);
    const part = { of: of.map(shown), rows, filled, total };
    if (own === undefined) byDay.set(key, [part]);
    else own.push(part);
  }
  for (const [key, own] of byDay) byDay.set(key, once(own.sort((a, b) => compareNames(a.of, b.of))));
  return byDay;
}

/** Parts that came to have one name are one. */
function once(sorted: readonly TallyPart[]): TallyPart[] {
  const parts: TallyPart[] = [];
  for (const part of sorted) {
    const last = parts.at(-1);
    if (last === undefined || compareNames(last.of, part.of) !== 0) parts.push(part);
    else parts[parts.length - 1] = added(last, part);
  }
  return parts;
}

function added(a: TallyPart, b: TallyPart): TallyPart {
  const total = a.total === null || b.total === null ? (a.total ?? b.total) : toExact(rational(a.total).add(rational(b.total)));
  return { of: a.of, rows: a.rows + b.rows, filled: a.filled + b.filled, total };
}

const inAny = (day: string, periods: readonly DateRange[]): boolean => periods.some(({ from, to }) => from <= day && day <= to);

/** Whether the parts of every day and currency add up to the undivided tally, exactly, and there is no day without parts, and no part without a day. */
export function addUp(days: readonly TallyDay[], { periods }: Pick<Division, 'periods'>, parts: DivisionResult['parts']): boolean {
  const whole = days.filter(({ day }) => inAny(day, periods));
  return whole.length === parts.size && whole.every((day) => addUpTo(day, parts.get(dayKey(day)) ?? []));
}

function addUpTo(day: TallyDay, parts: readonly TallyPart[]): boolean {
  let rows = 0;
  let filled = 0;
  let total: bigint | null = null;
  for (const part of parts) {
    rows += part.rows;
    filled += part.filled;
    if (part.total !== null) total = (total ?? 0n) + billionths(part.total);
  }
  return rows === day.rows && filled === day.filled && total === (day.total === null ? null : billionths(day.total));
}

/** A sum of DECIMAL(38,9) values in billionths, exactly. */
function billionths(total: Exact): bigint {
  const [whole = '', places = ''] = total.split('.');
  if (places.length > 9 || total.includes('/')) throw new RangeError(`not a sum of DECIMAL(38,9): ${total}`);
  return BigInt(whole + places.padEnd(9, '0'));
}

/** The names that are apart in each period, by dimension. */
export function namesApart({ periods, dimensions }: Division, parts: DivisionResult['parts']): NamesApart {
  return periods.map(({ from, to }) => {
    const own = [...parts].flatMap(([key, each]) => (from <= key && key.slice(0, to.length) <= to ? each : []));
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
  const apart = new Set(counts.map(({ of }) => JSON.stringify(of))).size === counts.length;
  return apart && counts.every(({ distinct }) => distinct <= total) && counts.reduce((sum, { distinct }) => sum + distinct, 0) >= total;
}
