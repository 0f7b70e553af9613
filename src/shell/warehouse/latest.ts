import type { TextRow } from '../../evidence/decode-rows.js';
import { reachedInstant } from '../../evidence/reached.js';
import { addDays, type Micros } from '../../kernel/calendar.js';
import { DAY, dayNumber, recentChange, wallInstant, wallRanges } from '../../query/clock.js';
import { compileLatest, endOfDay, type TimeRange, type TimeReading } from '../../query/compile-times.js';
import type { Bound } from '../../query/plan.js';
import type { Engine } from './run-plan.js';

/** Rows, rows with a time, and the latest of these: microseconds, or a day's number. */
interface Whole {
  readonly rows: number;
  readonly filled: number;
  readonly latest: bigint | null;
}

/** How far back the latest time is looked for first, before the whole source is searched. */
const RECENT_DAYS = 62;

/** Finds up to where time columns reach; asks the engine as little as the data allows. */
export class Latest {
  private readonly wholes = new Map<string, Promise<Whole>>();

  constructor(private readonly engine: Pick<Engine, 'query'>) {}

  /** Rows whose time is NULL. */
  async nulls(reading: TimeReading): Promise<number> {
    const { rows, filled } = await this.whole(reading);
    return rows - filled;
  }

  /** Per bound, the instant that the rows up to it reach; `wall` is the zone of a wall-clock column. */
  async reached(reading: TimeReading, bounds: readonly Bound[], wall: string | null): Promise<(Micros | null)[]> {
    const whole = await this.whole(reading);
    const reached: (Micros | null)[] = [];
    for (const bound of bounds) {
      const zones = { contract: bound.zone, wall };
      const latest = whole.filled === 0 ? null : await this.upTo(reading, whole, bound, wall);
      reached.push(latest === null ? null : reachedInstant(latest, reading.kind, reading.use, zones));
    }
    return reached;
  }

  private whole(reading: TimeReading): Promise<Whole> {
    const key = JSON.stringify([reading.relation.path, reading.use, reading.column]);
    const found = this.wholes.get(key) ?? this.ask(reading, null);
    this.wholes.set(key, found);
    return found;
  }

  private async ask(reading: TimeReading, range: TimeRange | null): Promise<Whole> {
    const [row]: readonly TextRow[] = await this.engine.query(compileLatest(reading, range));
    const latest = row?.latest ?? null;
    return {
      rows: Number(row?.row_count ?? '0'),
      filled: Number(row?.filled ?? '0'),
      latest: latest === null ? null : BigInt(latest),
    };
  }

  private async upTo(reading: TimeReading, whole: Whole, bound: Bound, wall: string | null): Promise<bigint | null> {
    if (reading.kind === 'date') return this.upToDate(reading, whole, bound);
    const end = endOfDay(bound.asOf, bound.zone);
    if (reading.kind === 'instant' || wall === null) {
      if (whole.latest !== null && whole.latest < end) return whole.latest;
      return this.search(reading, [{ from: end - BigInt(RECENT_DAYS) * DAY, to: end }]);
    }
    if (whole.latest !== null && wallInstant(whole.latest, wall) < end - DAY) return this.latestWall(reading, null, whole.latest, wall);
    const ranges = wallRanges(wall, end - BigInt(RECENT_DAYS) * DAY, end);
    const candidates: bigint[] = [];
    for (const range of ranges) {
      const { latest } = await this.ask(reading, range);
      if (latest !== null) candidates.push(await this.latestWall(reading, range.from, latest, wall));
    }
    if (candidates.length > 0) return candidates.reduce((a, b) => (wallInstant(a, wall) >= wallInstant(b, wall) ? a : b));
    const earlier = await this.ask(reading, { from: null, to: ranges[0]?.from ?? end - BigInt(RECENT_DAYS) * DAY });
    return earlier.latest === null ? null : this.latestWall(reading, null, earlier.latest, wall);
  }

  private upToDate(reading: TimeReading, whole: Whole, bound: Bound): Promise<bigint | null> {
    if (whole.latest !== null && whole.latest <= BigInt(dayNumber(bound.asOf))) return Promise.resolve(whole.latest);
    const to = addDays(bound.asOf, 1);
    return this.search(reading, [{ from: addDays(to, -RECENT_DAYS), to }]);
  }

  /** The latest time of the recent past, else of all time before. */
  private async search(reading: TimeReading, recent: readonly [TimeRange]): Promise<bigint | null> {
    const [range] = recent;
    const found = await this.ask(reading, range);
    if (found.latest !== null || range.from === null) return found.latest;
    return (await this.ask(reading, typeof range.from === 'bigint' ? { from: null, to: range.from } : { from: null, to: range.from }))
      .latest;
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
