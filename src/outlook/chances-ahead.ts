import { metricsThatCount } from '../contract/metrics-that-count.js';
import { type DateRange, daysInclusive } from '../kernel/calendar.js';
import type { Rational } from '../kernel/rational.js';
import { toDouble } from './doubles.js';
import { partsOf } from './metric-parts.js';
import type { NoRange } from './model.js';
import { forecastOver, type KnownDays, knownDays } from './period-forecast.js';
import type { Past } from './quoted-past.js';
import { shareOf, withoutForecast } from './scenario-ranges.js';
import { type MetricScenarios, metricScenarios, type PeriodForecast } from './scenarios.js';

/** In which share of the scenarios a whole period comes to a level; null where `none` says why nobody can tell. */
export interface ChanceAhead {
  readonly chance: string | null;
  readonly none: NoRange | null;
}

/** The longest that three months are: so far ahead the rule was measured (bench/outlook). Beyond, there is only the base rate. */
const MOST_DAYS = 92;

/** Tells chances of whole periods ahead of a past: null of one that ends too far ahead for any. */
export type ChancesAhead = (
  level: { readonly metric: string; readonly better: 'higher' | 'lower'; readonly target: Rational },
  period: DateRange,
) => ChanceAhead | null;

/**
 * How likely whole periods ahead are to come to a level (outlook, § 4): the rule of the outlook from the last whole period on, and its errors on
 * past days over as many days as far ahead. An event that is declared counts as there.
 */
export function chancesAhead(past: Past): ChancesAhead {
  const through = past.periods.at(-1)?.inForce.to;
  const days = through === undefined ? null : knownDays(past.terms, past.periods, through);
  const forecasts = new Map<string, PeriodForecast>();
  return ({ metric, better, target }, period) => {
    if (days === null || daysInclusive(days.through, period.to) - 1 > MOST_DAYS) return null;
    const forecast = forecasts.get(period.from) ?? forecastOver(days, period, metricsThatCount(past.terms));
    forecasts.set(period.from, forecast);
    const { values, none } = scenariosOf(days, forecast, metric);
    if (none !== null) return { chance: null, none };
    const mark = toDouble(target);
    return { chance: shareOf(values, (value) => (better === 'higher' ? value >= mark : value <= mark)), none: null };
  };
}

function scenariosOf({ words }: KnownDays, forecast: PeriodForecast, metric: string): MetricScenarios {
  const parts = partsOf(words, metric);
  return parts === null ? withoutForecast({ code: 'formula' }) : metricScenarios(forecast, metric, parts);
}
