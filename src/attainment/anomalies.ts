import { type DateRange, dateOfDayNumber, dayNumber, type LocalDate } from '../kernel/calendar.js';
import { type Rational, rational, toDecimal, toFixed } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { type DailyHistory, type DayValue, historyOf, twiceMiddle, type Usual, usualDays, weekdayOf } from './daily-history.js';

/** Daily values of one measure, over the periods at hand. */
export interface DailySeries {
  readonly measure: string;
  readonly days: readonly DayValue[];
}

/** A day far outside what its weekday usually brings. Numbers as text, as statements carry them. */
export interface DetectedAnomaly {
  /** `<measure>@<day>`: what a review acknowledges. */
  readonly id: string;
  readonly measure: string;
  readonly day: LocalDate;
  readonly value: string;
  /** What the weekday usually brings. */
  readonly median: string;
  /** Robust z-score, two decimals. */
  readonly z: string;
}

/** Fewer days with rows say nothing about what is usual; with them every weekday occurs at least four times. */
const MIN_DAYS = 28;
/** |z| beyond which a day stands out: conservative, since an unreviewed anomaly may hold variable fees. */
const LIMIT = 6n;
/** The same for a day that brought next to nothing: it cannot fall further, so its z is bounded by 0.6745 × median ÷ MAD. */
const OUTAGE_LIMIT = 3n;
/** A day with less than this fraction (1/10) of its usual value brought next to nothing. */
const OUTAGE_PART = 10n;
/** Days on either side that make up the level around a day. */
const AROUND = 14;
/** What adjacent days deviate by in total is material from this fraction (1/20) of the period's total on. */
const MATERIAL_PART = 20n;

/**
 * Days of a period on which a measure was far outside the usual.
 *
 * Every value is compared with the values of its own weekday in the whole series by the robust z-score
 * 0.6745 × (x − median) ÷ MAD (Iglewicz and Hoaglin, 1993; MAD is the median of |x − median|), which a few wild days cannot
 * distort. Days of other weekdays are never compared with: a shop that is closed on Sundays would have an outage each week.
 * Days from the first one with rows to the period's end without rows count as 0. A day is flagged when all of this holds:
 *
 * 1. The series has at least 28 days with rows, and rows on at least two of three days; MAD is above 0. A measure that is
 *    sparse, mostly zero or constant has no usual day to compare with.
 * 2. |z| > 6; or, for a day that brought less than a tenth of the usual (a tracking outage), z < −3: such a day cannot
 *    fall further, and with a limit of 6 only measures that vary by less than a ninth could ever show one.
 * 3. It differs from the median of the 29 days around it by at least half of that median: in a season or after a lasting
 *    change all days around it are like it. (Not asked of a day that brought next to nothing.)
 * 4. It is material: adjacent days that deviate in the same direction do so by at least 5% of the period's total (of the
 *    actual or the usual one, whichever is larger), together.
 *
 * A bad-data day (× 10) and an outage of some days are found; a trend and a season are not. A sale such as Black Friday is
 * found too, rightly: whether it is legitimate is for the review to say, not for arithmetic.
 *
 * @param series daily values, days in any order, each at most once; days after the period's end are ignored
 * @param period the local days, both inclusive, whose anomalies are wanted
 * @returns by measure in the order given, then by day
 */
export function detectAnomalies(series: readonly DailySeries[], period: DateRange): readonly DetectedAnomaly[] {
  return series.flatMap(({ measure, days }) => anomaliesOf(historyOf([days.filter(({ day }) => day <= period.to)]), measure, period));
}

/** A value of the period's day next to what is usual, in the history's integer scale. */
interface Candidate {
  /** Its day number. */
  readonly at: number;
  readonly value: bigint;
  readonly usual: Usual;
}

/**
 * The same for a measure's history up to the period's end, each period's days put to those before: found once for one history.
 * @see detectAnomalies for the rules.
 */
export const anomaliesOf = remembered(
  (history: DailyHistory, measure: string, period: DateRange): readonly DetectedAnomaly[] => {
    const { first, known } = history;
    const last = dayNumber(period.to);
    if (first === null || known < MIN_DAYS || known * 3 < (last - first + 1) * 2) return [];
    const usual = usualDays(history, last);
    const within: Candidate[] = [];
    for (let at = Math.max(first, dayNumber(period.from)); at <= last; at += 1) {
      within.push({ at, value: history.valueOn(at) ?? 0n, usual: usual[weekdayOf(at)] ?? { median2: 0n, mad4: 0n } });
    }
    const candidates = within.filter((each) => standsOut(each, history, last));
    if (candidates.length === 0) return [];
    const actual = sumOf(within.map(({ value }) => value));
    const usual2 = sumOf(within.map((each) => each.usual.median2));
    const total2 = largest(magnitude(actual) * 2n, magnitude(usual2));
    return adjacentRuns(candidates)
      .filter((run) => magnitude(sumOf(run.map(deviation2))) * MATERIAL_PART >= total2)
      .flat()
      .map((each) => anomaly(measure, each, history.scale));
  },
  (measure, { from, to }) => [measure, from, to],
);

function anomaly(measure: string, { at, value, usual }: Candidate, scale: bigint): DetectedAnomaly {
  const day = dateOfDayNumber(at);
  return {
    id: `${measure}@${day}`,
    measure,
    day,
    value: toDecimal(rational(value).div(rational(scale))),
    median: toDecimal(rational(usual.median2).div(rational(scale * 2n))),
    z: toFixed(zScore(value, usual), 2),
  };
}

function standsOut(each: Candidate, history: DailyHistory, last: number): boolean {
  const { value, usual } = each;
  if (usual.mad4 === 0n) return false;
  // |z| > limit, without division: 0.6745 × |2x − 2median| ÷ 2 > limit × 4MAD ÷ 4.
  const beyond = (limit: bigint) => magnitude(deviation2(each)) * 6745n * 2n > limit * usual.mad4 * 10_000n;
  const nearNothing = magnitude(value) * 2n * OUTAGE_PART < magnitude(usual.median2);
  if (nearNothing) return beyond(OUTAGE_LIMIT);
  return beyond(LIMIT) && leavesLevel(each, history, last);
}

/** Whether a value differs from the median of the days around it by at least half of that median. */
function leavesLevel({ at, value }: Candidate, { first, valueOn }: DailyHistory, last: number): boolean {
  const around: bigint[] = [];
  for (let day = Math.max(first ?? at, at - AROUND); day <= Math.min(last, at + AROUND); day += 1) around.push(valueOn(day) ?? 0n);
  around.sort((a, b) => Number(a - b));
  const median2 = twiceMiddle(around.length, (index) => around[index] ?? 0n);
  return magnitude(value * 2n - median2) * 2n >= magnitude(median2);
}

/** Runs of days that follow each other and deviate in the same direction. */
function adjacentRuns(candidates: readonly Candidate[]): Candidate[][] {
  const runs: Candidate[][] = [];
  let previous: Candidate | null = null;
  for (const each of candidates) {
    const goesOn = previous !== null && previous.at + 1 === each.at && deviation2(previous) > 0n === deviation2(each) > 0n;
    if (goesOn) runs.at(-1)?.push(each);
    else runs.push([each]);
    previous = each;
  }
  return runs;
}

function zScore(value: bigint, { median2, mad4 }: Usual): Rational {
  return rational((value * 2n - median2) * 6745n * 2n).div(rational(mad4 * 10_000n));
}

/** Twice what the value is above the usual. */
function deviation2({ value, usual }: Candidate): bigint {
  return value * 2n - usual.median2;
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function largest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
