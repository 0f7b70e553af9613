import type { Season as WrittenSeason } from '../generated/written.js';
import { type DateRange, isDate, type LocalDate } from '../kernel/calendar.js';
import { isFields } from '../kernel/objects.js';
import type { Season } from './model.js';
import { clauseAt, readExact } from './normalize-value.js';
import type { Source } from './source.js';

/** The events of a definitions file with their days as ranges; `last year` becomes the same dates of the year before. */
export function normalizeSeasons(source: Source, written: readonly WrittenSeason[]): readonly Season[] {
  return written.map((season, index) => {
    const dates = season.days.map(rangeOf);
    return {
      name: season.name,
      dates,
      factor: season.factor === undefined ? null : readExact({ source, firstPeriod: '' }, season, 'factor'),
      basis: basisOf(season.basis, dates),
      clause: clauseAt(source, ['seasons', index]),
    };
  });
}

function rangeOf(written: WrittenSeason['days'][number]): DateRange {
  return typeof written === 'string' ? { from: written, to: written } : written;
}

function basisOf(written: WrittenSeason['basis'], dates: readonly DateRange[]): Season['basis'] {
  if (written === undefined) return null;
  if (isFields(written)) return [{ from: String(written.from), to: String(written.to) }];
  return dates.map(({ from, to }) => ({ from: yearBefore(from), to: yearBefore(to) }));
}

/** The same date of the year before; the last of February where that year has no 29th. */
function yearBefore(date: LocalDate): LocalDate {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0');
  const same = `${year}${date.slice(4)}`;
  return isDate(same) ? same : `${year}-02-28`;
}
