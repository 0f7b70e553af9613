import type { PeriodId } from '../kernel/calendar.js';
import { isFields } from '../kernel/objects.js';
import { type Exact, rational, toExact } from '../kernel/rational.js';
import type { Clause, Level, Scheduled, Steps } from './model.js';
import type { Path, Source } from './source.js';

/** What reading values of one file needs: its source, and the period in which plain values start to hold. */
export interface Reading {
  readonly source: Source;
  readonly firstPeriod: PeriodId;
}

/** A period's name by its form alone; whether the calendar has it is checked apart. */
export const PERIOD = /^\d{4}-(\d{2}|Q\d|W\d{2})$/;

/** A field of a written object. */
export function fieldOf(holder: object, key: string): unknown {
  return Reflect.get(holder, key);
}

/** Decimals that are already in the one form in which exact numbers are written. */
const CANONICAL = /^(0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d{0,11}[1-9])$/;

/** A share or a number as exact text: `40%` is 0.4. */
export function exactOfText(text: string): Exact {
  if (CANONICAL.test(text)) return text;
  return text.endsWith('%') ? toExact(rational(text.slice(0, -1)).div(100)) : toExact(rational(text));
}

/** Reads a number or share from its source text. */
export function readExact(reading: Reading, holder: object, key: string): Exact {
  return exactOfText(reading.source.written(holder, key));
}

/** The same where there may be none: the word is told by its own letters. */
export function readExactOrNone(reading: Reading, holder: object, key: string): Exact | null {
  const text = reading.source.written(holder, key);
  return text === NONE ? null : exactOfText(text);
}

/** What stands where a cap holds in later periods alone, or no longer. */
const NONE = 'none';

/** Reads a level that may be a multiple of the target (`0.8x`). */
export function readLevel(reading: Reading, holder: object, key: string): Level {
  const text = reading.source.written(holder, key);
  return text.endsWith('x') ? { times: exactOfText(text.slice(0, -1)) } : { value: exactOfText(text) };
}

/** The number of a level as the schema accepts it: `80%`, `from 80%` and `below 80%` are 0.8. */
export function levelOf(key: string): Exact {
  return exactOfText(key.replace(/^(?:from|below) /, ''));
}

/** Reads tiers, points or bands, in ascending order of their levels. */
export function readSteps(reading: Reading, holder: object, key: string): Steps {
  const table = fieldOf(holder, key);
  if (!isFields(table)) return [];
  const steps = Object.keys(table).map((at) => ({ at: levelOf(at), value: readExact(reading, table, at) }));
  return steps.sort((a, b) => rational(a.at).compare(rational(b.at)));
}

/** Whether a written value is a map from periods (section 2), told by its keys. */
export function isSchedule(value: unknown): value is object {
  return isFields(value) && Object.keys(value).some((key) => PERIOD.test(key));
}

/** Reads a scheduled field: a map from periods, or one value from the first period on. */
export function readScheduled<T>(
  reading: Reading,
  holder: object,
  key: string,
  read: (reading: Reading, holder: object, key: string) => T,
): Scheduled<T> {
  const value = fieldOf(holder, key);
  if (!isSchedule(value)) return [{ from: reading.firstPeriod, value: read(reading, holder, key) }];
  return Object.keys(value).map((from) => ({ from, value: read(reading, value, from) }));
}

/** The same for a field that may be absent. */
export function readOptionalSchedule<T>(
  reading: Reading,
  holder: object,
  key: string,
  read: (reading: Reading, holder: object, key: string) => T,
): Scheduled<T> | null {
  return fieldOf(holder, key) === undefined ? null : readScheduled(reading, holder, key, read);
}

/** Where a clause stands, for traces. */
export function clauseAt(source: Source, path: Path): Clause {
  const { path: file, line } = source.keyAt(path);
  return { file, line };
}
