import { dayNumber, isDate } from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import { isFields } from '../../kernel/objects.js';
import { isZero, rational } from '../../kernel/rational.js';
import { LOCALES, localText } from '../../kernel/text.js';
import { issue } from '../../words/issue.js';
import type { Season } from '../model.js';
import { quote } from '../quote.js';
import type { Path } from '../source.js';
import type { DefinitionsCheck } from './rule.js';

/** A range of days as it is written: one date, or two. */
interface WrittenDays {
  readonly season: number;
  readonly path: Path;
  readonly days: string | { readonly from: string; readonly to: string };
}

/** Dates exist, and no range ends before it begins. */
export function seasonDatesExist({ written: { data, source } }: DefinitionsCheck): readonly Issue[] {
  const ranges = (data.seasons ?? []).flatMap(({ days, basis }, season): WrittenDays[] => [
    ...days.map((each, index) => ({ season, path: ['seasons', season, 'days', index], days: each })),
    ...(isFields(basis) ? [{ season, path: ['seasons', season, 'basis'], days: { from: String(basis.from), to: String(basis.to) } }] : []),
  ]);
  return ranges.flatMap(({ path, days }): Issue[] => {
    if (typeof days === 'string') return isDate(days) ? [] : [issue('no-such-date', source.at(path), { found: quote(days) })];
    const wrong = (['from', 'to'] as const).filter((key) => !isDate(days[key]));
    if (wrong.length > 0) return wrong.map((key) => issue('no-such-date', source.at([...path, key]), { found: quote(days[key]) }));
    return days.from > days.to ? [issue('days-order', source.at([...path, 'to']), { from: days.from, to: days.to })] : [];
  });
}

/** A day belongs to one event, once: two factors for one day would say two things of it. */
export function seasonsDoNotOverlap({ definitions, written: { source } }: DefinitionsCheck): readonly Issue[] {
  const ranges = (definitions.seasons ?? [])
    .flatMap(({ name, dates }, season) => dates.map(({ from, to }, index) => ({ name, season, index, from, to })))
    .filter(({ from, to }) => isDate(from) && isDate(to) && from <= to)
    .sort((a, b) => dayNumber(a.from) - dayNumber(b.from) || a.season - b.season || a.index - b.index);
  const issues: Issue[] = [];
  let last: (typeof ranges)[number] | undefined;
  for (const range of ranges) {
    if (last !== undefined && range.from <= last.to) {
      const [first, second] =
        last.season < range.season || (last.season === range.season && last.index < range.index) ? [last, range] : [range, last];
      issues.push(
        issue('seasons-overlap', source.at(['seasons', second.season, 'days', second.index]), {
          day: range.from,
          first: quote(nameOf(first)),
          second: quote(nameOf(second)),
        }),
      );
    }
    if (last === undefined || range.to > last.to) last = range;
  }
  return issues;
}

function nameOf({ name }: Pick<Season, 'name'>): string {
  return [...new Set(LOCALES.map((locale) => localText(name, locale)))].join(' · ');
}

/** What is expected of an event is said once, is more than nothing, and lies before it. */
export function seasonsMakeSense({ definitions, written: { data, source } }: DefinitionsCheck): readonly Issue[] {
  return (definitions.seasons ?? []).flatMap(({ dates, factor, basis }, index) => {
    const issues: Issue[] = [];
    if (factor !== null && basis !== null) issues.push(issue('factor-and-basis', source.keyAt(['seasons', index, 'basis']), {}));
    if (factor !== null && isZero(rational(factor))) issues.push(issue('factor-zero', source.at(['seasons', index, 'factor']), {}));
    const first = dates.map(({ from }) => from).sort()[0] ?? '';
    const [before] = isFields(data.seasons?.[index]?.basis) ? (basis ?? []) : [];
    if (before !== undefined && isDate(before.to) && isDate(first) && before.to >= first)
      issues.push(issue('basis-not-before', source.at(['seasons', index, 'basis', 'to']), { found: before.to, from: first }));
    return issues;
  });
}
