import type { TextRow } from '../evidence/decode-rows.js';
import { reachedInstant } from '../evidence/reached.js';
import { dayNumber, type Micros } from '../kernel/calendar.js';
import type { RowSource } from '../ports/engine.js';
import { DAY, recentChange, wallInstant } from '../query/clock.js';
import type { TimeKind } from '../query/column-type.js';
import type { Extent } from '../query/compile-days.js';
import { compileLatest, compileNulls, endOfDay, recentRanges, type TimeRange, type TimeReading } from '../query/compile-times.js';
import type { Bound } from '../query/plan.js';

/** Rows, and the first and latest time of any: microseconds, or a day's number. */
interface Whole {
  readonly rows: number;
  readonly earliest: bigint | null;
  readonly latest: bigint | null;
}

/** Finds up to where time columns reach; asks the engine as little as the data allows. */
export class Latest {
  private readonly wholes = new Map<string, Promise<Whole>>();

  constructor(private readonly engine: RowSource) {}

  /** Rows whose time is NULL. */
  async nulls(reading: TimeReading): Promise<number> {
    const [row]: readonly TextRow[] = await this.engine.query(compileNulls(reading));
    return Number(row?.row_count ?? '0');
  }

  /** Between which times all rows lie that have one; null where there is none that a calendar has, or looking would be billed. */
  async extent(reading: TimeReading): Promise<Extent | null> {
    if (this.engine.dialect.billed) return null;
    const { earliest, latest } = await this.whole(reading);
    return earliest === null || latest === null || isBeyond(latest, reading.kind) ? null : { earliest, latest };
  }

  /** Rows of the relation; 0 where counting them would be billed. */
  async rows(reading: TimeReading): Promise<number> {
    return this.engine.dialect.billed ? 0 : (await this.whole(reading)).rows;
  }

  /** Per bound, the instant that the rows up to it reach; `wall` is the zone of a wall-clock column. */
  async reached(reading: TimeReading, bounds: readonly Bound[], wall: string | null): Promise<(Micros | null)[]> {
    // the whole column tells most at once, where reading all of it costs nothing
    const whole = this.engine.dialect.billed ? null : await this.whole(reading);
    const reached: (Micros | null)[] = [];
    for (const bound of bounds) {
      const zones = { contract: bound.zone, wall };
      const latest = whole?.rows === 0 ? null : await this.upTo(reading, whole, bound, wall);
      reached.push(latest === null ? null : reachedInstant(latest, reading.kind, reading.use, zones));
    }
    return reached;
  }

  private whole(reading: TimeReading): Promise<Whole> {
    const key = JSON.stringify([reading.relation.path, reading.use, reading.column, reading.where]);
    const found = this.wholes.get(key) ?? this.ask(reading, null);
    this.wholes.set(key, found);
    return found;
  }

  private async ask(reading: TimeReading, range: TimeRange | null): Promise<Whole> {
    const [row]: readonly TextRow[] = await this.engine.query(compileLatest(reading, range));
    return {
      rows: Number(row?.row_count ?? '0'),
      earliest: knownTime(row?.earliest ?? null, reading.kind),
      latest: knownTime(row?.latest ?? null, reading.kind),
    };
  }

  private async upTo(reading: TimeReading, whole: Whole | null, bound: Bound, wall: string | null): Promise<bigint | null> {
    const { kind } = reading;
    const known = whole?.latest ?? null;
    const recent = recentRanges(kind, bound, wall);
    if (kind === 'date') return known !== null && known <= BigInt(dayNumber(bound.asOf)) ? known : this.search(reading, recent[0]);
    const end = endOfDay(bound.asOf, bound.zone);
    if (kind === 'instant' || wall === null) return known !== null && known < end ? known : this.search(reading, recent[0]);
    // well before the bound on any clock of the world
    if (known !== null && known < end - 2n * DAY) return this.latestWall(reading, null, known, wall);
    const candidates: bigint[] = [];
    for (const range of recent) {
      const { latest } = await this.ask(reading, range);
      if (latest !== null && typeof range.from === 'bigint') candidates.push(await this.latestWall(reading, range.from, latest, wall));
    }
    if (candidates.length > 0) return candidates.reduce((a, b) => (wallInstant(a, wall) >= wallInstant(b, wall) ? a : b));
    const earlier = await this.ask(reading, before(recent[0]));
    return earlier.latest === null ? null : this.latestWall(reading, null, earlier.latest, wall);
  }

  /** The latest time of the recent past, else of all time before. */
  private async search(reading: TimeReading, recent: TimeRange): Promise<bigint | null> {
    const found = await this.ask(reading, recent);
    return found.latest ?? (await this.ask(reading, before(recent))).latest;
  }

  /**
   * The wall time whose instant is the latest. Right after clocks went forward it need not be the largest: a time inside
   * the gap is read with the offset before it, which makes it later than the first times after.
   */
  private async latestWall(reading: TimeReading, from: Micros | null, latest: bigint, wall: string): Promise<bigint> {
    const change = recentChange(latest, wall);
    if (change === null || (from !== null && change <= from)) return latest;
    const before = await this.ask(reading, { from, to: change });
    return before.latest !== null && wallInstant(before.latest, wall) > wallInstant(latest, wall) ? before.latest : latest;
  }
}

/** Engines hold times that no calendar does; before the year 1 nothing was sold. */
function knownTime(text: string | null, kind: TimeKind): bigint | null {
  if (text === null) return null;
  const latest = BigInt(text);
  return (kind === 'date' ? latest * DAY : latest) < -62_135_596_800_000_000n ? null : latest;
}

/** Nothing is sold after the year 9999 either; there engines have infinity, with which no day is reckoned. */
function isBeyond(time: bigint, kind: TimeKind): boolean {
  return (kind === 'date' ? time * DAY : time) >= 253_402_300_800_000_000n;
}

/** All time before a range. */
function before(range: TimeRange): TimeRange | null {
  if (range.from === null) return null;
  return typeof range.from === 'bigint' ? { from: null, to: range.from } : { from: null, to: range.from };
}
