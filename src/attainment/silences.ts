import { type DateRange, dateOfDayNumber, type LocalDate } from '../kernel/calendar.js';
import { remembered } from '../kernel/remembered.js';
import { type EmptyRun, emptyRuns, type PeriodRows, type RowHistory, usualSpacing, withRows } from './row-history.js';

/**
 * Why days without rows stand out. `no-file`: the whole fact has no row in the period, and no load time says that it was loaded.
 * `stops`: rows came often and then did not. `never`: no row was ever counted, though the fact has rows.
 */
export type SilenceKind = 'no-file' | 'stops' | 'never';

/** Days on which a measure has no rows, and of which nothing says that they really brought nothing. */
export interface DetectedSilence {
  /** `<measure>@<day>`: what a review acknowledges. */
  readonly id: string;
  readonly measure: string;
  readonly silence: SilenceKind;
  /** The first of the days; of one that is not about this period alone the first that was ever counted. */
  readonly day: LocalDate;
  readonly to: LocalDate;
}

/** What is asked about a measure in a period. */
export interface MeasuredRows extends PeriodRows {
  readonly measure: string;
  /** Whether the fact has no row in the period, whatever time puts it there, and no load time says that it was loaded. */
  readonly lacksFile: boolean;
  /** Whether it counts some of the fact's rows only. */
  readonly isFiltered: boolean;
}

/** Fewer distances between days with rows say nothing about what is usual. */
const MIN_SPACINGS = 10;
/** Fewer days than these without rows are left to the comparison of each with its weekday. */
const LEAST_DAYS = 5;
/** How many times the usual distance: where rows come by chance, one in ten thousand is that long. */
const TIMES = 4;
/** Answers kept for one history: all measures of a contract begin with the empty one. */
const MOST = 32;
/** Rows of a fact of which none was ever counted, from which on the condition is more likely wrong than its rows rare. */
const MANY_ROWS = 10;

/**
 * Days of a period of which it is not known whether nothing happened or a file is missing ("missing is not zero"). Completeness is
 * told by the latest row, and that cannot tell a month that was never exported from one without sales once a later month is there:
 *
 * 1. The fact has no row in the whole period and no load time: `no-file`, the period's days.
 * 2. None of ten rows of the fact or more was ever counted by the measure's conditions: `never`. A word spelt otherwise matches
 *    nothing. It is one thing for all periods until there is a row: acknowledged once.
 * 3. Five days or more without rows, and at least four times as many as nine in ten days with rows are apart: `stops`. Days with
 *    rows are counted from the contract's first day in force to the period's end; below ten distances nothing is usual.
 *
 * Rows of the measure count, whatever they add up to: a day with rows that sum to 0 is no such day.
 *
 * @param before the periods before, in order; only such as were complete.
 * @returns ascending by day; none for what is not filtered and has rows.
 */
export const detectSilences: (before: RowHistory, asked: MeasuredRows) => readonly DetectedSilence[] = remembered(
  silencesIn,
  ({ measure, inForce, days, factRows, lacksFile, isFiltered }) => [
    ...[measure, inForce.from, inForce.to],
    ...[days, factRows, lacksFile, isFiltered],
  ],
  MOST,
);

function silencesIn(before: RowHistory, asked: MeasuredRows): readonly DetectedSilence[] {
  const { measure, inForce, days, lacksFile } = asked;
  const found = (silence: SilenceKind, day: LocalDate, to: LocalDate): DetectedSilence => ({
    id: `${measure}@${day}`,
    measure,
    silence,
    day,
    to,
  });
  if (lacksFile) return [found('no-file', inForce.from, inForce.to)];
  const history = withRows(before, asked);
  if (!history.everRows) {
    const isNever = asked.isFiltered && history.factRows >= MANY_ROWS;
    return isNever ? [found('never', firstDay(history, inForce), inForce.to)] : [];
  }
  return emptyRuns(before, asked)
    .filter((run) => isLong(run, history, days.includes(run.to + 1) && run.since > (history.from ?? run.since)))
    .map((run) => found('stops', dateOfDayNumber(run.from), dateOfDayNumber(run.to)));
}

function isLong(run: EmptyRun, history: RowHistory, isBetween: boolean): boolean {
  const length = run.to - run.since + 1;
  if (length < LEAST_DAYS) return false;
  const usual = usualSpacing(history, isBetween ? length + 1 : null, MIN_SPACINGS);
  return usual !== null && length >= TIMES * usual;
}

function firstDay({ began }: RowHistory, inForce: DateRange): LocalDate {
  return began === null ? inForce.from : dateOfDayNumber(began);
}
