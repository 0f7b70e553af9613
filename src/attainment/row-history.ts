import { type DateRange, dayNumber } from '../kernel/calendar.js';
import { remembered } from '../kernel/remembered.js';

/** On which days a measure had rows, over periods that follow each other: what is needed to tell a hole in data from rare rows. */
export interface RowHistory {
  /** The first day in force of what is covered without a break; null: nothing is. Day numbers, as all here. */
  readonly from: number | null;
  /** The last day that is covered. */
  readonly to: number | null;
  /** The latest day with rows since `from`. */
  readonly latest: number | null;
  /** The very first day that is covered, also before a break. */
  readonly began: number | null;
  /** Whether there ever were rows, also before a break. */
  readonly everRows: boolean;
  /** How often two days with rows, one after the other, were so many days apart. */
  readonly spacings: ReadonlyMap<number, number>;
  /** Rows of the whole fact so far, whatever the measure asks of them. */
  readonly factRows: number;
}

export const NO_ROWS: RowHistory = { from: null, to: null, latest: null, began: null, everRows: false, spacings: new Map(), factRows: 0 };

/** Days of a period without rows of a measure, one after the other, both inclusive; `since` may lie in an earlier period. */
export interface EmptyRun {
  readonly since: number;
  readonly from: number;
  readonly to: number;
}

/** What a period says of a measure: its days in force, those with rows (ascending day numbers), and the rows of its fact. */
export interface PeriodRows {
  readonly inForce: DateRange;
  readonly days: readonly number[];
  readonly factRows: number;
}

/** Measures of a contract that begin with the same history, the empty one. */
const MOST = 32;

/**
 * A history with one more period, the same one for the same days. One that does not follow at once begins anew: nobody knows what lies
 * between.
 */
export const withRows: (history: RowHistory, rows: PeriodRows) => RowHistory = remembered(
  joined,
  ({ inForce, days, factRows }) => [inForce.from, inForce.to, days, factRows],
  MOST,
);

function joined(history: RowHistory, { inForce, days, factRows }: PeriodRows): RowHistory {
  const { from, latest } = joining(history, inForce);
  const spacings = new Map(history.spacings);
  let before = latest;
  for (const day of days) {
    if (before !== null) spacings.set(day - before, (spacings.get(day - before) ?? 0) + 1);
    before = day;
  }
  return {
    from,
    to: dayNumber(inForce.to),
    latest: before,
    began: history.began ?? from,
    everRows: history.everRows || days.length > 0,
    spacings,
    factRows: history.factRows + factRows,
  };
}

function joining(history: RowHistory, inForce: DateRange): { from: number; latest: number | null } {
  const first = dayNumber(inForce.from);
  const follows = history.from !== null && history.to === first - 1;
  return follows ? { from: history.from, latest: history.latest } : { from: first, latest: null };
}

/** The runs of days without rows that touch a period, ascending; data are known to reach its end. */
export function emptyRuns(before: RowHistory, { inForce, days }: PeriodRows): readonly EmptyRun[] {
  const { from, latest } = joining(before, inForce);
  const [first, last] = [dayNumber(inForce.from), dayNumber(inForce.to)];
  const bounds = [...days, last + 1];
  const starts = [latest === null ? from : latest + 1, ...days.map((day) => day + 1)];
  return bounds.flatMap((bound, index) => {
    const since = starts[index] ?? bound;
    const run = { since, from: Math.max(since, first), to: bound - 1 };
    return run.to >= run.from ? [run] : [];
  });
}

/**
 * How far apart days with rows usually are: the smallest distance that nine in ten do not exceed. Null where too few are known.
 * @param without a run whose own distance is left out, where it is one between two days with rows.
 */
export function usualSpacing({ spacings }: RowHistory, without: number | null, least: number): number | null {
  const counts = [...spacings].sort(([a], [b]) => a - b).map(([days, times]) => [days, times - (days === without ? 1 : 0)] as const);
  const all = counts.reduce((total, [, times]) => total + times, 0);
  if (all < least) return null;
  let so = 0;
  for (const [days, times] of counts) {
    so += times;
    if (so * 10 >= all * 9) return days;
  }
  return null;
}
