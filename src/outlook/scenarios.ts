import { LEAST_ORIGINS, type MeasureForecast } from './measure-forecasts.js';
import { type LinearSum, type MetricParts, measuresIn, sumOf } from './metric-parts.js';
import type { NoRange } from './model.js';
import { ascending, middleOf } from './numbers.js';
import { forecastRatio } from './ratio-forecast.js';

/** What is known and expected of a period's measures. */
export interface PeriodForecast {
  readonly measures: ReadonlyMap<string, MeasureForecast>;
  readonly daysGone: number;
  readonly daysLeft: number;
  /** What a measure is planned to come to at the period's end, whatever its past says. */
  readonly planned: ReadonlyMap<string, number>;
}

/** A metric at the period's end: in every scenario, or why there are none. */
export interface MetricScenarios {
  readonly toDate: number | null;
  readonly expected: number | null;
  /** By past day; empty where `none` says why. */
  readonly values: ReadonlyMap<number, number>;
  readonly none: NoRange | null;
  /** What the days left bring below the line, and above it: what is needed from now follows from these. */
  readonly rest: { readonly over: number; readonly under: number } | null;
}

/** The past days that every one of some measures was forecast on: the same for all, so that what moves together stays together (§ 3, 4). */
export function originsOf({ measures, planned }: PeriodForecast, ids: readonly string[]): number[] {
  const forecast = ids.filter((id) => !planned.has(id));
  const [first, ...others] = (forecast.length > 0 ? forecast : ids).map((id) => measures.get(id)?.factors);
  if (first === undefined) return [];
  return [...first.keys()].filter((day) => others.every((each) => each?.has(day) === true));
}

/** What the days left of a period bring of a measure: expected (null), or in the scenario of a past day. */
export function restOf({ measures, planned }: PeriodForecast, id: string, origin: number | null): number | null {
  const measure = measures.get(id);
  if (measure === undefined) return null;
  const plan = planned.get(id);
  if (plan !== undefined) return Math.max(0, plan - measure.toDate);
  return origin === null ? measure.rest : measure.rest * (measure.factors.get(origin) ?? 1);
}

/** What keeps some measures from having scenarios together. */
export function noneOf(period: PeriodForecast, ids: readonly string[]): NoRange | null {
  for (const id of ids) {
    if (period.planned.has(id)) continue;
    const measure = period.measures.get(id);
    if (measure === undefined) return { code: 'no-history', days: 0 };
    if (measure.none !== null) return measure.none;
  }
  const origins = originsOf(period, ids).length;
  return origins < LEAST_ORIGINS ? { code: 'few-origins', origins } : null;
}

/** A metric at the end of the period: sums from their measures, a ratio as a ratio (§ 3, 5). */
export function metricScenarios(period: PeriodForecast, parts: MetricParts): MetricScenarios {
  return parts.under === null ? sumScenarios(period, parts) : ratioScenarios(period, parts, parts.under);
}

function sumScenarios(period: PeriodForecast, parts: MetricParts): MetricScenarios {
  const ids = measuresIn(parts);
  const none = noneOf(period, ids);
  const toDate = toDateOf(period, parts.over);
  const rest = sumOf(parts.over, (id) => restOf(period, id, null));
  const values = new Map<number, number>();
  if (none === null && toDate !== null) {
    for (const origin of originsOf(period, ids)) values.set(origin, toDate + (sumOf(parts.over, (id) => restOf(period, id, origin)) ?? 0));
  }
  const expected = toDate === null || rest === null ? null : toDate + rest;
  return { toDate, expected: middle(values) ?? expected, values, none, rest: rest === null ? null : { over: rest, under: 0 } };
}

function ratioScenarios(period: PeriodForecast, parts: MetricParts, under: LinearSum): MetricScenarios {
  if ([...parts.over.keys()].some((id) => period.planned.has(id))) return plannedRatio(period, parts.over, under);
  const ids = measuresIn(parts);
  const [top, bottom] = [toDateOf(period, parts.over), toDateOf(period, under)];
  const rest = sumOf(under, (id) => restOf(period, id, null));
  const toDate = top === null || bottom === null || !(bottom > 0) ? null : top / bottom;
  const unknown = {
    toDate,
    expected: toDate,
    values: new Map(),
    none: noneOf(period, ids) ?? ({ code: 'few-origins', origins: 0 } as const),
    rest: null,
  };
  const forecast = ratioForecast(period, parts, under);
  if (top === null || bottom === null || rest === null || forecast === null) return unknown;
  const at = (ratio: number, below: number): number | null => (bottom + below > 0 ? (top + ratio * below) / (bottom + below) : null);
  const none = noneOf(period, ids);
  const values = new Map<number, number>();
  for (const origin of none === null ? originsOf(period, ids) : []) {
    const factor = forecast.factors.get(origin);
    if (factor === undefined) continue;
    const below = sumOf(under, (id) => restOf(period, id, origin));
    const value = below === null ? null : at(forecast.ratio * factor, below);
    if (value !== null) values.set(origin, value);
  }
  const few = none ?? (values.size < LEAST_ORIGINS ? ({ code: 'few-origins', origins: values.size } as const) : null);
  return {
    toDate,
    expected: middle(values) ?? at(forecast.ratio, rest),
    values: few === null ? values : new Map(),
    none: few,
    rest: { over: forecast.ratio * rest, under: rest },
  };
}

/** Where what stands above the line is planned, the ratio follows from the two sides. */
function plannedRatio(period: PeriodForecast, over: LinearSum, under: LinearSum): MetricScenarios {
  const [top, bottom] = [sumScenarios(period, { over, under: null }), sumScenarios(period, { over: under, under: null })];
  const ratio = (a: number | null | undefined, b: number | null | undefined): number | null =>
    a == null || b == null || !(b > 0) ? null : a / b;
  const none = top.none ?? bottom.none;
  const values = new Map<number, number>();
  for (const [origin, value] of bottom.values) {
    const share = ratio(top.values.get(origin) ?? top.expected, value);
    if (share !== null && none === null) values.set(origin, share);
  }
  const rest = top.rest === null || bottom.rest === null ? null : { over: top.rest.over, under: bottom.rest.over };
  return { toDate: ratio(top.toDate, bottom.toDate), expected: middle(values) ?? ratio(top.expected, bottom.expected), values, none, rest };
}

/** The two sides day by day, over the days that all of their measures have. */
function ratioForecast(period: PeriodForecast, parts: MetricParts, under: LinearSum) {
  const all = measuresIn(parts).map((id) => period.measures.get(id)?.series);
  const series = all.flatMap((each) => each ?? []);
  const [first] = series;
  if (first === undefined || series.length < all.length) return null;
  const start = series.reduce((latest, each) => Math.max(latest, each.start), first.start);
  const size = first.start + first.values.length - start;
  const dayOf = (sum: LinearSum, place: number): number =>
    sumOf(sum, (id) => {
      const own = period.measures.get(id)?.series;
      return own?.values[start - own.start + place] ?? 0;
    }) ?? 0;
  const side = (sum: LinearSum): Float64Array => Float64Array.from({ length: size }, (_, place) => dayOf(sum, place));
  const events = first.events.subarray(start - first.start);
  return forecastRatio({ start, over: side(parts.over), under: side(under), events }, size, period.daysGone, period.daysLeft);
}

function toDateOf({ measures }: PeriodForecast, sum: LinearSum): number | null {
  return sumOf(sum, (id) => measures.get(id)?.toDate ?? null);
}

function middle(values: ReadonlyMap<number, number>): number | null {
  return values.size === 0 ? null : middleOf(ascending([...values.values()]));
}
