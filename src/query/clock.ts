import { addDays, type DateRange, type Micros, startOfDay, type ZoneLike, zoneStretches } from '../kernel/calendar.js';

export const DAY: Micros = 86_400_000_000n;

/** From a raw value on, the microseconds to add to it; the first piece has `from` null. */
export interface Piece {
  readonly from: Micros | null;
  readonly shift: Micros;
}

/**
 * How a column's raw microseconds become local days of one contract zone (contract language, section 3, Days).
 * `toLocal` shifts a raw value so that its day number is `floor(value / day)`; `toInstant` makes it an instant.
 * For a DATE column, which is a local day already, neither is used.
 */
export interface Clock {
  /** The contract's zone, or the rules that were recorded for it. */
  readonly zone: ZoneLike;
  readonly toLocal: readonly Piece[];
  readonly toInstant: readonly Piece[];
}

/** The clock of a `when` with its zone (null: the column holds instants), valid for the days given and two around them. */
export function clockOf(wallZone: ZoneLike | null, zone: ZoneLike, days: DateRange): Clock {
  const from = startOfDay(addDays(days.from, -2), zone);
  const to = startOfDay(addDays(days.to, 3), zone);
  const toInstant = instantPieces(wallZone, from - DAY, to + DAY);
  return { zone, toInstant, toLocal: compose(toInstant, dayPieces(zone, from, to)) };
}

/**
 * Wall-clock time to instants: an ambiguous time is its first occurrence, a nonexistent one is read with the offset
 * before the gap. Both mean that the offset after a transition holds from the later of its two wall times on.
 */
function instantPieces(wallZone: ZoneLike | null, from: Micros, to: Micros): Piece[] {
  if (wallZone === null) return [{ from: null, shift: 0n }];
  let before = 0n;
  return zoneStretches(wallZone, from, to).map((stretch) => {
    const later = before > stretch.offset ? before : stretch.offset;
    before = stretch.offset;
    return { from: stretch.from === null ? null : stretch.from + later, shift: -stretch.offset };
  });
}

/**
 * Instants to local days. Where clocks go back over midnight (as once at 00:01 in St. John's), the repeated hour belongs
 * to the day that has already begun: a day starts at the first instant that has its date, and never again.
 */
function dayPieces(zone: ZoneLike, from: Micros, to: Micros): Piece[] {
  const pieces: Piece[] = [];
  let before: Micros | null = null;
  for (const stretch of zoneStretches(zone, from, to)) {
    const at = stretch.from;
    if (at !== null && before !== null && floorDay(at + stretch.offset) < floorDay(at - 1n + before)) {
      const begun = floorDay(at - 1n + before) * DAY;
      pieces.push({ from: at, shift: begun - at }, { from: begun - stretch.offset, shift: stretch.offset });
    } else {
      pieces.push({ from: at, shift: stretch.offset });
    }
    before = stretch.offset;
  }
  return pieces;
}

function floorDay(local: Micros): bigint {
  return local >= 0n ? local / DAY : -((-local + DAY - 1n) / DAY);
}

/** First one list of pieces, then another on its result. */
function compose(first: readonly Piece[], second: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  first.forEach((outer, index) => {
    const end = first[index + 1]?.from ?? null;
    second.forEach((inner, position) => {
      const innerFrom = inner.from === null ? null : inner.from - outer.shift;
      const next = second[position + 1]?.from ?? null;
      const innerEnd = next === null ? null : next - outer.shift;
      const from = outer.from === null ? innerFrom : innerFrom === null || innerFrom < outer.from ? outer.from : innerFrom;
      const startsLate = from !== null && end !== null && from >= end;
      const endsEarly = innerEnd !== null && outer.from !== null && innerEnd <= outer.from;
      const shift = outer.shift + inner.shift;
      if (!startsLate && !endsEarly && pieces.at(-1)?.shift !== shift) pieces.push({ from, shift });
    });
  });
  return pieces;
}

/** A half-open range of raw values. */
export interface RawRange {
  readonly from: Micros;
  readonly to: Micros;
}

/** Raw values that can lie in the days: exact for instants, a little wider for wall clocks. For pruning only. */
export function rawRange(clock: Clock, days: DateRange): RawRange {
  const offsets = clock.toInstant.map((piece) => -piece.shift).sort((a, b) => (a < b ? -1 : 1));
  const [least = 0n] = offsets;
  return { from: startOfDay(days.from, clock.zone) + least, to: startOfDay(addDays(days.to, 1), clock.zone) + (offsets.at(-1) ?? 0n) };
}

/** The raw values whose instants lie in `[from, to)`, exactly. */
export function rawRangesOfInstants(clock: Clock, from: Micros, to: Micros): RawRange[] {
  const ranges: RawRange[] = [];
  clock.toInstant.forEach((piece, index) => {
    const end = clock.toInstant[index + 1]?.from ?? null;
    const low = piece.from !== null && piece.from > from - piece.shift ? piece.from : from - piece.shift;
    const high = end !== null && end < to - piece.shift ? end : to - piece.shift;
    if (low < high) ranges.push({ from: low, to: high });
  });
  return ranges;
}

/** Ranges of days, ascending, those that overlap or touch made one. */
export function unionOfDays(ranges: readonly DateRange[]): DateRange[] {
  const union: DateRange[] = [];
  for (const range of [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = union.at(-1);
    if (last === undefined || range.from > addDays(last.to, 1)) union.push(range);
    else if (range.to > last.to) union[union.length - 1] = { from: last.from, to: range.to };
  }
  return union;
}

/** The days of `range` that are in none of `holes`. */
export function withoutDays(range: DateRange, holes: readonly DateRange[]): DateRange[] {
  const left: DateRange[] = [];
  let from = range.from;
  for (const hole of unionOfDays(holes)) {
    if (hole.to < from || hole.from > range.to) continue;
    if (hole.from > from) left.push({ from, to: addDays(hole.from, -1) });
    from = addDays(hole.to, 1);
  }
  if (from <= range.to) left.push({ from, to: range.to });
  return left;
}

/** The instant of one wall-clock time. */
export function wallInstant(wall: Micros, zone: string): Micros {
  const pieces = instantPieces(zone, wall - 3n * DAY, wall + 3n * DAY);
  const shift = pieces.filter((piece) => piece.from === null || piece.from <= wall).at(-1)?.shift ?? 0n;
  return wall + shift;
}

/** Wall-clock ranges whose instants are `[from, to)`, and the wall times within them at which an offset changes. */
export function wallRanges(zone: string, from: Micros, to: Micros): RawRange[] {
  return rawRangesOfInstants({ zone, toLocal: [], toInstant: instantPieces(zone, from - DAY, to + DAY) }, from, to);
}

/**
 * The last change of offset in the two days up to a wall time: soon after it, later instants may have earlier wall times.
 * Clocks have gone forward by a whole day (Samoa, at the end of 2011), so an hour or two back is not enough.
 */
export function recentChange(wall: Micros, zone: string): Micros | null {
  const pieces = instantPieces(zone, wall - 3n * DAY, wall + 3n * DAY);
  const changes = pieces.flatMap((piece) =>
    piece.from !== null && piece.from <= wall && piece.from > wall - 2n * DAY ? [piece.from] : [],
  );
  return changes.at(-1) ?? null;
}
