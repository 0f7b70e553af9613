import { type Vocabulary, vocabulary } from '../attainment/measures.js';
import type { Season, Terms } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import { type DateRange, dayNumber, daysInclusive, type LocalDate } from '../kernel/calendar.js';
import { dailyHistory } from './daily-history.js';
import type { DailySeries } from './daily-series.js';
import { measureDigits } from './measure-digits.js';
import { forecastMeasure, type MeasureForecast } from './measure-forecasts.js';
import { ratioBonds } from './ratio-bonds.js';
import type { PeriodForecast } from './scenarios.js';
import { allEventDays } from './seasons.js';
import { withSmallParts } from './small-parts.js';

/** Every measure of the definitions day by day, up to the last day that is known. */
export interface KnownDays {
  readonly words: Vocabulary;
  readonly seasons: readonly Season[];
  readonly through: LocalDate;
  readonly series: ReadonlyMap<string, DailySeries>;
}

/** @param periods ascending, without gaps. */
export function knownDays({ contract, definitions }: Terms, periods: readonly EvidencePeriod[], through: LocalDate): KnownDays {
  const words = vocabulary(contract, definitions);
  const { seasons = [] } = definitions;
  const history = dailyHistory(words, periods, through, allEventDays(seasons));
  const series = new Map([...history].map(([id, each]) => [id, inDistinct(words, periods, id, each)] as const));
  return { words, seasons, through, series };
}

/** What a period has by then of every measure, and what is expected of the days left of it; it may not have begun. */
export function forecastOver(
  { words, seasons, through, series }: KnownDays,
  period: DateRange,
  metrics: readonly string[],
): PeriodForecast {
  const own = new Map<string, MeasureForecast>();
  for (const [id, each] of series) own.set(id, forecastMeasure(each, period, seasons));
  const daysGone = through < period.from ? 0 : daysInclusive(period.from, through);
  const daysLeft = daysInclusive(period.from, period.to) - daysGone;
  const daysSkipped = Math.max(0, dayNumber(period.from) - dayNumber(through) - 1);
  const { measures, asExpected } = withSmallParts(words, own, metrics);
  const bonds = ratioBonds({ words, measures, daysGone, daysLeft, daysSkipped }, metrics);
  const counts = new Set([...words.measures.values()].flatMap(({ id, aggregate }) => ('sum' in aggregate ? [] : [id])));
  return { daysGone, daysLeft, measures, counts, digitsOf: measureDigits(words), bonds, planned: new Map(), asExpected };
}

/** A distinct count has no values by day: its rows stand for it, as many of them distinct as in the newest period that has some. */
function inDistinct(words: Vocabulary, known: readonly EvidencePeriod[], id: string, series: DailySeries): DailySeries {
  const aggregate = words.measures.get(id)?.aggregate;
  if (aggregate === undefined || !('countDistinct' in aggregate)) return series;
  const newest = known.flatMap(({ measures }) => measures.filter((each) => each.id === id && each.rows > 0)).at(-1);
  const share = newest?.distinct === undefined ? 1 : newest.distinct / newest.rows;
  return { ...series, values: series.values.map((value) => value * share) };
}
