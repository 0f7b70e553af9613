import { ZONES } from '../generated/zones.js';

/*
 * The rules of the world's time zones as the engine knows them: from one named release of the tz database, the same on
 * every machine (contract language, section 9). Nothing else in the program asks the platform what time it is anywhere.
 * Before 1970 the offset that held at its start is taken.
 */

export { TZDB_RELEASE } from '../generated/zones.js';

/** From an instant on, the offset from UTC; both in seconds. */
export interface OffsetChange {
  readonly at: number;
  readonly offset: number;
}

/** One of the two changes of a year: in a month, a week of it (5: the last), on a weekday (0: Sunday), at seconds of its day. */
interface YearlyChange {
  readonly month: number;
  readonly week: number;
  readonly weekday: number;
  readonly time: number;
}

/** What holds after the last change that is written out, every year. */
interface YearlyRule {
  readonly standard: number;
  readonly summer: number;
  readonly begins: YearlyChange;
  readonly ends: YearlyChange;
}

/** A zone's offsets, in seconds east of Greenwich. */
export interface Zone {
  readonly first: number;
  /** Ascending; the last, where there is a rule, is the first that the rule makes. */
  readonly changes: readonly OffsetChange[];
  readonly rule: YearlyRule | null;
}

let texts: ReadonlyMap<string, string> | null = null;
const read = new Map<string, Zone>();

// Names are compared without regard to case, as everywhere in the tz database; 600 of them, put in order once.
function textOf(name: string): string | undefined {
  texts ??= new Map(ZONES.flatMap(([names, text]) => names.split(' ').map((own) => [own.toLowerCase(), text] as const)));
  return texts.get(name.toLowerCase());
}

/** The zone of a name of the tz database (`Asia/Shanghai`, also an old one like `PRC`); null where there is none. */
export function zoneNamed(name: string): Zone | null {
  const text = textOf(name);
  if (text === undefined) return null;
  const known = read.get(text);
  if (known !== undefined) return known;
  const zone = parseZone(text);
  read.set(text, zone);
  return zone;
}

/** Every name of a zone, bytewise ascending. */
export function zoneNames(): string[] {
  return ZONES.flatMap(([names]) => names.split(' ')).sort();
}

/** `first change… | standard summer begins ends`: a change is its distance from the one before (base 36) and the offset. */
function parseZone(text: string): Zone {
  const [changes = '', yearly] = text.split(' | ');
  const [first, ...rest] = changes.split(' ');
  let at = 0;
  return {
    first: Number(first),
    changes: rest.map((change) => {
      const [distance = '', offset] = change.split(':');
      at += Number.parseInt(distance, 36);
      return { at, offset: Number(offset) };
    }),
    rule: yearly === undefined ? null : parseRule(yearly),
  };
}

function parseRule(text: string): YearlyRule {
  const [standard, summer, begins = '', ends = ''] = text.split(' ');
  return { standard: Number(standard), summer: Number(summer), begins: parseYearly(begins), ends: parseYearly(ends) };
}

function parseYearly(text: string): YearlyChange {
  const [month = 0, week = 0, weekday = 0, time = 0] = text
    .slice(1)
    .split(/[./](?=-?\d)/)
    .map(Number);
  return { month, week, weekday, time };
}

/** The offset at an instant of a zone. */
export function offsetAt(zone: Zone, instant: number): number {
  const last = zone.changes.at(-1);
  if (zone.rule !== null && last !== undefined && instant >= last.at) {
    return changesByRule(zone.rule, last.at, instant - YEAR, instant).at(-1)?.offset ?? last.offset;
  }
  return zone.changes[placeOf(zone.changes, instant)]?.offset ?? zone.first;
}

/** The changes of a zone in `(from, to]`, ascending. */
export function changesWithin(zone: Zone, from: number, to: number): OffsetChange[] {
  const written = zone.changes.slice(placeOf(zone.changes, from) + 1, placeOf(zone.changes, to) + 1);
  const last = zone.changes.at(-1);
  if (zone.rule === null || last === undefined || to <= last.at) return written;
  return [...written, ...changesByRule(zone.rule, last.at, from, to)];
}

/** Index of the last change at or before an instant; -1 before the first. */
function placeOf(changes: readonly OffsetChange[], instant: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.at ?? Number.POSITIVE_INFINITY) <= instant) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const DAY = 86_400;
const YEAR = 366 * DAY;

/** The changes that a rule makes after `since`, in `(from, to]`. */
function changesByRule(rule: YearlyRule, since: number, from: number, to: number): OffsetChange[] {
  const found: OffsetChange[] = [];
  for (let year = yearOf(from - DAY); year <= yearOf(to + DAY); year++) {
    found.push(
      { at: instantOf(year, rule.begins, rule.standard), offset: rule.summer },
      { at: instantOf(year, rule.ends, rule.summer), offset: rule.standard },
    );
  }
  return found.filter(({ at }) => at > since && at > from && at <= to).sort((a, b) => a.at - b.at);
}

function yearOf(instant: number): number {
  return new Date(instant * 1000).getUTCFullYear(); // the year of a given instant in UTC: neither a clock nor a zone
}

function instantOf(year: number, { month, week, weekday, time }: YearlyChange, offset: number): number {
  const first = Date.UTC(year, month - 1, 1) / 1000;
  const days = (Date.UTC(year, month, 1) / 1000 - first) / DAY;
  let day = ((weekday - new Date(first * 1000).getUTCDay() + 7) % 7) + (week - 1) * 7;
  while (day >= days) day -= 7;
  return first + day * DAY + time - offset;
}
