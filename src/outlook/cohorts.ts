import { ascending, quantileOf, sizeOf } from './numbers.js';

/*
 * What is booked late, by the day that it belongs to (outlook, § 5, b): refunds by the day of their order, deliveries by the day of purchase. How far
 * a day has come in is read from how days before it went on, and what is still missing from how much there is usually of it. Doubles with +, −,
 * × and ÷ alone; it pays nothing.
 */

/** By cohort day, one after the other. */
export interface Cohorts {
  /** What it is a part of: sales of the day. */
  readonly exposure: Float64Array;
  /** What was booked of each day after 0, 1, 2 … days: days × lags. */
  readonly booked: Float64Array;
  readonly lags: number;
}

/** What days have come to by a day of asking, and what they will. */
export interface Matured {
  readonly seen: number;
  readonly final: number;
}

/** Days by whose bookings it is told how fast days come in; a booking counts half as much as one that is 14 days younger. */
const DAYS_OF_SPEED = 90;
/** The double nearest to 2^(−1/14), written out. */
const FADING = 0.95169;
/** Days by which it is told how much there is in the end. */
const DAYS_OF_SHARE = 180;
/** As many past days of asking say how wrong the rule is, one in each of these many days. */
const MOST_TRIALS = 60;
const DAYS_BETWEEN = 3;
/** So long a past day must have come in since, and so many days must lie before it. */
const DAYS_SINCE = 30;
const DAYS_BEFORE = 60;
/** Below so many there is no range. */
const LEAST_TRIALS = 14;
/** What past days differed by is widened by this: they overlap, and the next change of speed is not among them (bench/outlook). */
const WIDER = 1.6;

/**
 * The Cape Cod rule: final = seen + exposure × r × (1 − F(lag)). F is the share that has come in after so many days, from daily link ratios of
 * what was booked in the last 90 days, later days counting more; r is what there is in the end of each unit of exposure, over 180 days, each as far as it has come in.
 * @param until the place after the day of asking: nothing booked on it or later is looked at.
 */
export function matured(cohorts: Cohorts, from: number, to: number, until: number): Matured {
  const come = comeIn(cohorts, until);
  const r = finalShare(cohorts, come, until);
  let [seen, missing] = [0, 0];
  for (let day = from; day <= Math.min(to, until - 1); day += 1) {
    const lag = until - 1 - day;
    seen += seenOf(cohorts, day, lag);
    missing += (cohorts.exposure[day] ?? 0) * r * (1 - (come[Math.min(lag, cohorts.lags - 1)] ?? 1));
  }
  return { seen, final: seen + missing };
}

/** What a day had come to after so many days. */
function seenOf({ booked, lags }: Cohorts, day: number, lag: number): number {
  let seen = 0;
  const row = day * lags;
  for (let at = 0; at <= Math.min(lag, lags - 1); at += 1) seen += booked[row + at] ?? 0;
  return seen;
}

/** F: the share that has come in after 0, 1, 2 … days; 1 after the last lag. */
function comeIn({ booked, lags }: Cohorts, until: number): Float64Array {
  const [before, added] = [new Float64Array(lags), new Float64Array(lags)];
  const weights = new Float64Array(DAYS_OF_SPEED).fill(1);
  for (let age = 1; age < DAYS_OF_SPEED; age += 1) weights[age] = (weights[age - 1] ?? 1) * FADING;
  const first = Math.max(0, until - lags - DAYS_OF_SPEED);
  for (let day = first; day < until; day += 1) {
    let seen = 0;
    for (let lag = 0; lag < lags && day + lag < until; lag += 1) {
      const now = booked[day * lags + lag] ?? 0;
      const weight = weights[until - 1 - day - lag];
      if (weight !== undefined) {
        before[lag] = (before[lag] ?? 0) + weight * seen;
        added[lag] = (added[lag] ?? 0) + weight * now;
      }
      seen += now;
    }
  }
  const come = new Float64Array(lags).fill(1);
  for (let lag = lags - 1; lag > 0; lag -= 1) {
    const base = before[lag] ?? 0;
    const link = base > 0 ? 1 + (added[lag] ?? 0) / base : 1;
    come[lag - 1] = (come[lag] ?? 1) / (link > 0 ? link : 1);
  }
  return come;
}

/** r: all that was seen over all exposure as far as it has come in. */
function finalShare(cohorts: Cohorts, come: Float64Array, until: number): number {
  let [seen, exposed] = [0, 0];
  for (let day = Math.max(0, until - DAYS_OF_SHARE); day < until; day += 1) {
    const lag = until - 1 - day;
    seen += seenOf(cohorts, day, lag);
    exposed += (cohorts.exposure[day] ?? 0) * (come[Math.min(lag, cohorts.lags - 1)] ?? 1);
  }
  return exposed > 0 ? seen / exposed : 0;
}

/** How the rule did on past days of asking, as long after as many days. */
export interface Trials {
  /** Ascending: what came of what was missing ÷ what the rule said was missing. */
  readonly factors: Float64Array;
  /** The mean size of the rule's errors, as a share of what came. */
  readonly error: number;
}

/** Tries the rule on earlier days: what they were said to come to, beside what they have come to since, as far as they will by the rule of today. */
export function trials(cohorts: Cohorts, days: number, after: number, until: number): Trials {
  const factors: number[] = [];
  let error = 0;
  for (let asked = until - DAYS_SINCE; factors.length < MOST_TRIALS; asked -= DAYS_BETWEEN) {
    const to = asked - 1 - after;
    const from = to - days + 1;
    if (from < DAYS_BEFORE) break;
    const { seen, final } = matured(cohorts, from, to, asked);
    const came = matured(cohorts, from, to, until).final;
    if (!(final > seen && came > 0)) continue;
    factors.push((came - seen) / (final - seen));
    error += sizeOf(final - came) / came;
  }
  return { factors: ascending(factors), error: factors.length === 0 ? 0 : error / factors.length };
}

/** Where 80% of the trials would have it; null of too few. */
export function maturedRange({ seen, final }: Matured, { factors }: Trials): { readonly low: number; readonly high: number } | null {
  if (factors.length < LEAST_TRIALS) return null;
  const at = (share: number): number => seen + (final - seen) * widened(quantileOf(factors, share));
  return { low: at(0.1), high: at(0.9) };
}

/** Farther from 1, upwards by the factor and downwards by its inverse, so that it never passes 0. */
function widened(factor: number): number {
  if (factor >= 1) return 1 + WIDER * (factor - 1);
  return factor > 0 ? 1 / (1 + WIDER * (1 / factor - 1)) : 0;
}
