import { dateOfDayNumber } from '../kernel/calendar.js';
import { type Exact, rational, toExact } from '../kernel/rational.js';
import { type DistinctGroup, distinctColumn } from '../query/compile-distincts.js';
import type { GrainResult, PartName, RateRow, RepeatDay, TallyDay } from './results.js';

/** A row as engines give it: every column as text, or NULL. */
export type TextRow = Readonly<Record<string, string | null>>;

function text(row: TextRow, column: string): string {
  const value = row[column];
  if (value === undefined || value === null) throw new RangeError(`no ${column} in a row`);
  return value;
}

/** A whole number of an engine: counts, day numbers. */
export function count(row: TextRow, column: string): number {
  const value = Number(text(row, column));
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a count: ${row[column]}`);
  return value;
}

/** A sum as canonical decimal text. */
function exact(row: TextRow, column: string): Exact {
  return toExact(rational(text(row, column)));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The name of a row's part: its value of each dimension, null for all others. */
export function partOf(row: TextRow, dimensions: number): PartName {
  return Array.from({ length: dimensions }, (_, index) => row[`of${index}`] ?? null);
}

/** A part as an engine gave it: its name may still be none that can be shown. */
export type RawPart = TallyDay & { readonly of: PartName };

/** A tally whose values do not all fit DECIMAL(38,9), or whose sum does not. */
export interface Misfit {
  readonly tally: number;
  readonly what: 'value' | 'sum';
}

const LIMIT = rational('1e29');

/**
 * Tally rows by tally, in an order that does not depend on the engine's; what does not fit is named.
 * @param divisions how many dimensions each has: their items follow those of the tallies.
 * @returns `undated`: of some tallies the rows without a day, whose items follow those of the divisions.
 */
export function decodeTallies(
  rows: readonly TextRow[],
  tallies: number,
  divisions: readonly number[] = [],
): { tallies: TallyDay[][]; parts: RawPart[][]; undated: Map<number, number>; misfits: Misfit[] } {
  const decoded: TallyDay[][] = Array.from({ length: tallies }, () => []);
  const parts: RawPart[][] = divisions.map(() => []);
  const misfits: Misfit[] = [];
  const undated = new Map<number, number>();
  const dated = tallies + divisions.length;
  for (const row of rows) {
    const tally = count(row, 'item');
    if (tally >= dated) {
      undated.set(tally - dated, count(row, 'row_count'));
      continue;
    }
    const filled = row.filled == null ? 0 : count(row, 'filled');
    if (filled > 0 && count(row, 'fitting') < filled) misfits.push({ tally, what: 'value' });
    const total = row.total == null ? null : exact(row, 'total');
    if (total !== null && rational(total).abs().compare(LIMIT) >= 0) misfits.push({ tally, what: 'sum' });
    const day = { day: dateOfDayNumber(count(row, 'day')), currency: row.currency ?? null, rows: count(row, 'row_count'), filled, total };
    if (tally < tallies) decoded[tally]?.push(day);
    else parts[tally - tallies]?.push({ ...day, of: partOf(row, divisions[tally - tallies] ?? 0) });
  }
  for (const days of decoded) days.sort((a, b) => compareText(a.day, b.day) || compareText(a.currency ?? '', b.currency ?? ''));
  return { tallies: decoded, parts, undated, misfits: misfits.filter(({ tally }) => tally < tallies) };
}

/** Distinct counts: puts a group's counts into the lists they belong to. */
export function decodeDistincts(rows: readonly TextRow[], group: DistinctGroup, counts: readonly number[][]): void {
  const [row] = rows;
  if (row === undefined) return;
  for (const { index, targets: asked } of group.members) {
    for (const target of asked) {
      const targets = counts[index];
      if (targets !== undefined) targets[target] = (targets[target] ?? 0) + count(row, distinctColumn(index, target));
    }
  }
}

/** Whether a row on the order of keys shows that each is above the one before it, or each below: none repeats then, and none is NULL. */
export function isInOrder(row: TextRow): boolean {
  const pairs = count(row, 'row_count') - 1;
  return pairs < 0 || count(row, 'rising') === pairs || count(row, 'falling') === pairs;
}

/** Whether a proof's row shows that no key repeats. */
export function isProven(row: TextRow): boolean {
  const filled = count(row, 'filled');
  return count(row, 'row_count') - filled <= 1 && filled === count(row, 'key_count');
}

export const NO_REPEATS: GrainResult = { duplicates: new Map(), repeats: [] };

/** Keys that stand more than once, by day: within a period, and between one and an earlier one. */
export function decodeRepeats(rows: readonly TextRow[]): GrainResult {
  const byPlace = new Map<string, { period: number; earlier: number | null; days: RepeatDay[] }>();
  for (const row of rows) {
    const period = count(row, 'period');
    const earlier = row.earlier == null ? null : count(row, 'earlier');
    const place = byPlace.get(`${period} ${earlier}`) ?? { period, earlier, days: [] };
    place.days.push({ day: dateOfDayNumber(count(row, 'day')), keys: count(row, 'total') });
    byPlace.set(`${period} ${earlier}`, place);
  }
  const places = [...byPlace.values()];
  for (const { days } of places) days.sort((a, b) => compareText(a.day, b.day));
  return {
    duplicates: new Map(places.flatMap(({ period, earlier, days }) => (earlier === null ? [[period, days] as const] : []))),
    repeats: places
      .flatMap(({ period, earlier, days }) => (earlier === null ? [] : [{ period, earlier, days }]))
      .sort((a, b) => a.period - b.period || a.earlier - b.earlier),
  };
}

/** Rates; `null` where one does not fit DECIMAL(38,9). */
export function decodeRates(rows: readonly TextRow[]): RateRow[] | null {
  if (rows.some((row) => count(row, 'fitting') < count(row, 'rates'))) return null;
  return rows
    .map((row) => ({
      day: dateOfDayNumber(count(row, 'day')),
      currency: text(row, 'currency'),
      count: count(row, 'rates'),
      rate: exact(row, 'rate'),
    }))
    .sort((a, b) => compareText(a.currency, b.currency) || compareText(a.day, b.day));
}
