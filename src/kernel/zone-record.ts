import { addDays, type DateRange, instantText, type Micros, parseInstant, startOfDay, type ZoneLike, zoneStretches } from './calendar.js';
import { remembered } from './remembered.js';
import { TZDB_RELEASE, type Zone } from './zones.js';

/** The offsets of one zone over some days, as evidence names them. The first holds from before the days on. */
export interface RecordedZone {
  readonly zone: string;
  /** `-08:00`, with seconds where there are any; `from` is the instant of a change. */
  readonly offsets: readonly { readonly from?: string; readonly offset: string }[];
}

/** What days were counted by: a release of the tz database and the offsets it gave. */
export interface RecordedCalendar {
  readonly tzdb: string;
  /** By name, each once. */
  readonly zones: readonly RecordedZone[];
}

const DAY: Micros = 86_400_000_000n;

/** The rules that the engine has for local days of a zone, and for the wall clocks that were read in them. */
export function recordCalendar(days: DateRange, zone: string, walls: readonly string[]): RecordedCalendar {
  // A change on the day before can still decide when the first day starts (a gap over midnight).
  const from = startOfDay(days.from, zone) - DAY;
  const to = startOfDay(addDays(days.to, 1), zone);
  const zones = [...new Set([zone, ...walls])].sort().map((name) => ({ zone: name, offsets: offsetsOf(name, from, to) }));
  return { tzdb: TZDB_RELEASE, zones };
}

function offsetsOf(zone: string, from: Micros, to: Micros): RecordedZone['offsets'] {
  return zoneStretches(zone, from, to).map((stretch) => {
    const offset = offsetText(stretch.offset);
    return stretch.from === null ? { offset } : { from: instantText(stretch.from), offset };
  });
}

function offsetText(offset: Micros): string {
  const seconds = Math.abs(Number(offset / 1_000_000n));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${offset < 0n ? '-' : '+'}${text.replace(/:00$/, '')}`;
}

/**
 * A zone by the rules that were recorded, not by the engine's own: what is computed again from evidence is computed by its
 * rules. Holds for the days that the record was made for.
 * @throws RangeError where the record does not name the zone.
 */
export const recordedZone = remembered((calendar: RecordedCalendar, zone: string): Zone => {
  const record = calendar.zones.find((candidate) => candidate.zone === zone);
  if (record === undefined) throw new RangeError(`evidence does not name ${zone}`);
  const [first, ...changes] = record.offsets;
  return {
    first: secondsOf(first?.offset),
    changes: changes.map(({ from = '', offset }) => ({ at: Number((parseInstant(from) ?? 0n) / 1_000_000n), offset: secondsOf(offset) })),
    rule: null,
  };
});

function secondsOf(offset: string | undefined): number {
  const match = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(offset ?? '');
  if (match === null) throw new RangeError(`no offset: ${offset}`);
  const [, sign, hours, minutes, seconds = '0'] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** Whether two calendars give the same offsets, whatever their releases are called. */
export function sameOffsets(a: RecordedCalendar, b: RecordedCalendar): boolean {
  return JSON.stringify(a.zones.map(plain)) === JSON.stringify(b.zones.map(plain));
}

function plain({ zone, offsets }: RecordedZone): unknown[] {
  return [zone, ...offsets.map(({ from, offset }) => [from ?? null, offset])];
}

/** The zone to count by: a recorded one where a calendar is given. */
export function zoneBy(calendar: RecordedCalendar | null, zone: string): ZoneLike {
  return calendar === null ? zone : recordedZone(calendar, zone);
}
