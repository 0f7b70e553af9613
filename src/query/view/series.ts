import { isPart, type Part, partsOf, textOf } from './tree.js';

/*
 * Rows that are counted up and no table's: `range(12)`, or the days between two dates. How many they are must stand in the text, since
 * nothing else bounds them.
 */

export const SERIES: ReadonlySet<string> = new Set(['generate_series', 'range']);

/** More than the minutes of a year: rows that all series of a view give together, crossed with each other. */
export const MOST_ROWS = 1_000_000;

const STEPS = new Set(['to_days', 'to_weeks', 'to_months', 'to_quarters', 'to_years']);
const DAY = 86_400_000;

/** At most how many rows a call makes; infinity where its text does not tell. */
export function rowsOfSeries(call: Part): number {
  const [first, second, step] = partsOf(call.children);
  if (first === undefined) return Infinity;
  const from = second === undefined ? 0 : boundOf(first);
  const to = boundOf(second ?? first);
  if (typeof from === 'number' && typeof to === 'number') return isWhole(step) ? Math.abs(to - from) + 1 : Infinity;
  if (typeof from !== 'string' || typeof to !== 'string' || !isDays(step)) return Infinity;
  const days = Math.abs(Date.parse(to) - Date.parse(from)) / DAY + 1;
  return Number.isNaN(days) ? Infinity : days;
}

/** A whole number, or the day of a date; null for whatever is not written out. */
function boundOf(part: Part): number | string | null {
  const written = part.class === 'CAST' && isPart(part.child) ? part.child : part;
  const value = written.class === 'CONSTANT' && isPart(written.value) ? written.value.value : null;
  if (part === written) return Number.isSafeInteger(value) ? Number(value) : null;
  const type = isPart(part.cast_type) ? textOf(part.cast_type.id) : '';
  const day = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}(?=$|[ T])/.exec(value)?.[0] : undefined;
  return day !== undefined && /^(DATE|TIMESTAMP)$/.test(type) ? day : null;
}

/** Steps of whole numbers are at least one; a step of 0 is refused by the engine. */
function isWhole(step: Part | undefined): boolean {
  return step === undefined || typeof boundOf(step) === 'number';
}

function isDays(step: Part | undefined): boolean {
  return step?.class === 'FUNCTION' && STEPS.has(textOf(step.function_name).toLowerCase());
}
