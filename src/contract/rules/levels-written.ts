import { fieldOf, isSchedule } from '../normalize-value.js';
import type { Path, Source } from '../source.js';

/** A value of a scheduled field as it is written, and where. */
export interface WrittenLevel {
  readonly path: Path;
  readonly text: string;
}

/** All that a field says: one value, or one of each period that it names. */
export function writtenLevels(source: Source, holder: object, key: string, path: Path): readonly WrittenLevel[] {
  const value = fieldOf(holder, key);
  return isSchedule(value)
    ? Object.keys(value).map((period) => ({ path: [...path, period], text: source.written(value, period) }))
    : [{ path, text: source.written(holder, key) }];
}
