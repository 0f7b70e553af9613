import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Season } from '../contract/model.js';
import { type DateRange, daysInclusive, type Every, intersect, type PeriodId } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
import { toDouble } from './doubles.js';

/*
 * Years as they might come: whole blocks of past periods, drawn anew. What moved together in a period stays together, since a period is drawn
 * with all its measures; what went on for months stays in its order, since blocks are drawn and not periods.
 */

/** A past period of which every measure is known. */
export interface PastPeriod {
  readonly period: PeriodId;
  readonly days: DateRange;
  /** By measure, in the order of all. */
  readonly values: readonly number[];
}

/** A quarter of a year stays together. */
const BLOCK: Readonly<Record<Every, number>> = { month: 3, quarter: 1, week: 13 };
const YEAR: Readonly<Record<Every, number>> = { month: 12, quarter: 4, week: 52 };
/** So many blocks at least: fewer say nothing of how years differ. */
const LEAST_BLOCKS: Readonly<Record<Every, number>> = { month: 2, quarter: 6, week: 2 };

/** How many periods in a row a draw needs. */
export function leastPast(every: Every): number {
  return BLOCK[every] * LEAST_BLOCKS[every];
}

/** Where what differs from month to month of every year comes from: two years of data, days that are declared, nowhere. */
export type SeasonProfile = 'history' | 'declared' | 'flat';

export interface ScenarioYears {
  readonly profile: SeasonProfile;
  /** How many blocks of past periods there are to draw from. */
  readonly blocks: number;
  readonly periodsInBlock: number;
  /** Draws one term: of each of its periods in turn, every measure in the order of the past, in a list that is written over by the next. */
  readonly draw: () => Float64Array;
}

/**
 * Scenario years of a term: a period brings the level of the last year × what its season is × what a drawn past period was beside its own
 * year's level and season, for its days in force.
 * @param past ascending, every one known, without gaps, at least {@link leastPast}.
 * @param seed a whole number: the same seed draws the same years on every machine.
 */
export function scenarioYears(
  past: readonly PastPeriod[],
  term: readonly TermPeriod[],
  every: Every,
  seasons: readonly Season[],
  seed: number,
): ScenarioYears {
  const measures = past[0]?.values.length ?? 0;
  const [block, year] = [BLOCK[every], YEAR[every]];
  const declared = seasons.filter(({ factor }) => factor !== null);
  const profile: SeasonProfile = past.length >= 2 * year ? 'history' : declared.length > 0 ? 'declared' : 'flat';
  const daily = past.map(({ days, values }) => values.map((value) => value / daysInclusive(days.from, days.to)));
  const seasonOf = profile === 'history' ? seasonsOf(past, daily, year) : declaredSeasons(declared);
  const level = past.map(({ period, days }, place) => {
    const season = seasonOf(period, days);
    return (daily[place] ?? []).map((value, measure) => quotient(value, season[measure] ?? season[0] ?? 1));
  });
  const levels = yearLevels(level, year);
  const ratios = level.map((own, place) => own.map((value, measure) => quotient(value, levels[place]?.[measure] ?? 0)));
  const ahead = term.map(({ id, inForce, calendar, daysInForce }) => {
    const season = seasonOf(id, profile === 'declared' ? inForce : calendar);
    return (levels.at(-1) ?? []).map((value, measure) => value * (season[measure] ?? season[0] ?? 1) * daysInForce);
  });
  const random = xoroshiro128plus(seed);
  const drawn = new Float64Array(term.length * measures);
  const blocks = past.length - block + 1;
  return {
    profile,
    blocks,
    periodsInBlock: block,
    draw: () => {
      let from = 0;
      for (let period = 0; period < term.length; period += 1) {
        if (period % block === 0) from = uniformInt(random, 0, blocks - 1);
        const beside = ratios[from + (period % block)] ?? [];
        const own = ahead[period] ?? [];
        for (let measure = 0; measure < measures; measure += 1) {
          drawn[period * measures + measure] = (own[measure] ?? 0) * (beside[measure] ?? 0);
        }
      }
      return drawn;
    },
  };
}

/** 0 beside nothing. */
function quotient(value: number, by: number): number {
  return by === 0 ? 0 : value / by;
}

/** The mean of the year that a period is of, years counted back from the last period; what is left before them is of the first whole one. */
function yearLevels(values: readonly (readonly number[])[], year: number): readonly (readonly number[])[] {
  const years = Math.max(1, Math.floor(values.length / year));
  const first = values.length - years * year;
  const levels = Array.from({ length: years }, (_, index) => {
    const own = values.slice(index === 0 ? 0 : Math.max(0, first) + index * year, Math.max(0, first) + (index + 1) * year);
    return meanOf(own.length === 0 ? values : own);
  });
  return values.map((_, place) => levels[Math.max(0, Math.floor((place - Math.max(0, first)) / year))] ?? []);
}

function meanOf(values: readonly (readonly number[])[]): readonly number[] {
  const [first = []] = values;
  return first.map((_, measure) => values.reduce((total, own) => total + (own[measure] ?? 0), 0) / values.length);
}

/** By the place in the year: what the periods of that name were beside their years. */
function seasonsOf(
  past: readonly PastPeriod[],
  daily: readonly (readonly number[])[],
  year: number,
): (period: PeriodId) => readonly number[] {
  const levels = yearLevels(daily, year);
  const byName = new Map<string, number[][]>();
  past.forEach(({ period }, place) => {
    const beside = (daily[place] ?? []).map((value, measure) => quotient(value, levels[place]?.[measure] ?? 0));
    byName.set(nameOf(period), [...(byName.get(nameOf(period)) ?? []), beside]);
  });
  const means = new Map([...byName].map(([name, own]) => [name, meanOf(own)] as const));
  return (period) => means.get(nameOf(period)) ?? [];
}

/** A period's name within its year: `2025-03` → `03`. */
function nameOf(period: PeriodId): string {
  return period.slice(period.indexOf('-') + 1);
}

/** Of every measure alike: each day that is declared counts as so many. */
function declaredSeasons(seasons: readonly Season[]): (period: PeriodId, days: DateRange) => readonly number[] {
  return (_, days) => {
    const whole = daysInclusive(days.from, days.to);
    let counted = whole;
    for (const { dates, factor } of seasons) {
      for (const range of dates) {
        const within = intersect(range, days);
        if (within !== null && factor !== null) counted += daysInclusive(within.from, within.to) * (toDouble(factor) - 1);
      }
    }
    return [counted / whole];
  };
}
